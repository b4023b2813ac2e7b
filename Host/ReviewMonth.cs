using System.Globalization;
using Insights.Analytics;

namespace Insights.Host;

/// <summary>The month a review is about.</summary>
internal static class ReviewMonth
{
    /// <summary>Reads 2026-10.</summary>
    /// <exception cref="SetupException">The text is no month.</exception>
    public static DateOnly Parse(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month
            : throw new SetupException(
                $"--month {text} is not a month. Write the year and the month, for example 2026-10.",
                $"--month {text}: δεν είναι μήνας. Γράψτε έτος και μήνα, για παράδειγμα 2026-10.");

    /// <summary>The newest month that is over everywhere in the data; the newest of all where none is.</summary>
    public static DateOnly Latest(Marts marts)
    {
        var rows = marts.Rows("client_months");
        if (rows.Count == 0)
            throw new SetupException(
                "There are no tickets of a known client to review. Load an export (insights ingest FILE) and name its clients in clients.csv, or give --client to ingest.",
                "Δεν υπάρχουν αιτήματα γνωστού πελάτη. Φορτώστε μια εξαγωγή (insights ingest ΑΡΧΕΙΟ) και γράψτε τους πελάτες της στο clients.csv, ή δώστε --client στο ingest.");

        var over = rows.Where(r => r.Date("month")!.Value.AddMonths(1) <= DateOnly.FromDateTime(r.Instant("as_of_at")!.Value)).Select(r => r.Date("month")!.Value).ToList();
        return over.Count > 0 ? over.Max() : rows.Max(r => r.Date("month")!.Value);
    }
}
