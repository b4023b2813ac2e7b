using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Insights.Analytics.Calendars;

/// <summary>
/// How one row of a holiday set finds its date: "2026-05-01" (that day only), "05-01" (every year), "easter-48"
/// (days from Orthodox Easter Sunday).
/// </summary>
/// <param name="Rule">The rule as written above.</param>
/// <param name="Name">What the holiday is called.</param>
/// <param name="OpensSecond">Half day: opening, seconds from local midnight. Null when closed all day.</param>
/// <param name="ClosesSecond">Half day: closing, seconds from local midnight. Null when closed all day.</param>
/// <param name="InsteadOf">The day whose holidays this row replaces; the row then holds for that year only.</param>
public sealed record HolidayRule(string Rule, string Name, int? OpensSecond = null, int? ClosesSecond = null, LocalDate? InsteadOf = null)
{
    private const string Easter = "easter";

    /// <summary>The date of this rule in a year, or null when it has none (29 February, another year's dated rule).</summary>
    /// <exception cref="SetupException">The rule is none of the three forms.</exception>
    public LocalDate? DateIn(int year)
    {
        if (Rule.StartsWith(Easter, StringComparison.Ordinal))
            return OrthodoxEaster.Sunday(year).PlusDays(DaysFromEaster());
        if (Rule.Length == 5 && AnnualDatePattern.Iso.Parse(Rule).TryGetValue(default, out var day))
            return day.IsValidYear(year) ? day.InYear(year) : null;
        if (LocalDatePattern.Iso.Parse(Rule).TryGetValue(default, out var date))
            return date.Year == year ? date : null;
        throw Unreadable();
    }

    /// <summary>The date of a row that replaces another day, which may fall in the next year.</summary>
    internal LocalDate? ReplacementDate() =>
        InsteadOf is not { } replaced ? null
        : LocalDatePattern.Iso.Parse(Rule).TryGetValue(default, out var date) ? date
        : DateIn(replaced.Year);

    private int DaysFromEaster()
    {
        var days = Rule.AsSpan(Easter.Length);
        return days.IsEmpty ? 0
            : int.TryParse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n
            : throw Unreadable();
    }

    private SetupException Unreadable() =>
        new(
            $"Holiday '{Name}': the rule '{Rule}' is not understood. Write a day (2026-05-01), a day of every year (05-01) or days from Orthodox Easter (easter-48).",
            $"Αργία '{Name}': ο κανόνας '{Rule}' δεν διαβάζεται. Γράψτε ημέρα (2026-05-01), ημέρα κάθε έτους (05-01) ή ημέρες από το Πάσχα (easter-48).");
}
