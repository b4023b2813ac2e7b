using System.Globalization;

namespace Insights.Reports.Style;

/// <summary>Months and instants for programs and file names: the same in every language.</summary>
public static class Iso
{
    /// <summary>2026-10.</summary>
    public static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>2026-11-02T07:10:00Z.</summary>
    public static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
