using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>
/// What a cell shows: a value with its unit, and where a formula of the sheet gives it, that formula. Null is "not measurable".
/// The value is always the mart's: it is what a reader sees before anything is recalculated.
/// </summary>
/// <param name="Value">string, long, double (ratio, or days for a duration) or an unspecified-kind DateTime of the client's zone.</param>
/// <param name="Unit">How it is shown.</param>
/// <param name="Formula">Without the equals sign.</param>
/// <param name="IsCalculated">The program calculated it; the cell carries the mark.</param>
internal readonly record struct Figure(object? Value, Unit Unit, string? Formula = null, bool IsCalculated = false)
{
    private const double SecondsPerDay = 86400;

    public static Figure Text(string? value) => new(value, Unit.Text);

    public static Figure Count(long? value) => new(value, Unit.Count);

    public static Figure Ratio(double? value) => new(value, Unit.Ratio);

    /// <summary>A length of time in seconds; the cell holds days, as Excel keeps time.</summary>
    public static Figure Duration(long? seconds) => new(seconds is { } s ? s / SecondsPerDay : null, Unit.Duration);

    /// <summary>A length of time in seconds, shown as a number of hours.</summary>
    public static Figure Hours(long? seconds) => new(seconds / 3600.0, Unit.Count);

    /// <summary>An instant in UTC, shown as the wall clock of a zone.</summary>
    public static Figure Moment(DateTime? utc, string zone) => new(utc is { } instant ? Language.Local(instant, zone) : null, Unit.Moment);

    public static Figure Date(DateOnly? date) => new(date?.ToDateTime(TimeOnly.MinValue), Unit.Date);

    public static Figure Month(DateOnly? date) => new(date?.ToDateTime(TimeOnly.MinValue), Unit.Month);

    /// <summary>The same figure, given by a formula of the sheet.</summary>
    public Figure Live(string formula) => this with { Formula = formula };

    /// <summary>The same figure, marked as calculated by the program.</summary>
    public Figure Calculated() => this with { IsCalculated = true };
}
