using System.Text;
using System.Text.RegularExpressions;

namespace Insights.Ingest.Mapping;

/// <summary>Dates written as a distance from the day of the export, which say nothing later: <c>3 hours ago</c>, <c>χθες</c>.</summary>
internal static partial class RelativeTime
{
    private const int LongestCell = 60;

    /// <summary>True for such a cell (UTF-8), in English, Greek, German, Spanish, Portuguese or French.</summary>
    public static bool IsOne(ReadOnlySpan<byte> cell) =>
        cell.Length is > 0 and <= LongestCell && Distance().IsMatch(GreekText.Fold(Encoding.UTF8.GetString(cell)));

    [GeneratedRegex(@"\bago$|^(just now|yesterday|today|tomorrow|last week|in \d+ (minute|hour|day|week|month|year)s?$)"
        + @"|^(πριν( απο)? |χθεσ|χτεσ|σημερα|αυριο|μολις τωρα)|^(vor \d|gestern|heute)|^(hace \d|ayer|hoy)|^(há \d|ontem|hoje|il y a \d|hier)"
        + @"|^\d+ (minute|hour|day|week|month|year)s?$|^\d+ (λεπτ|ωρ|ημερ|εβδομαδ|μην)", RegexOptions.CultureInvariant)]
    private static partial Regex Distance();
}
