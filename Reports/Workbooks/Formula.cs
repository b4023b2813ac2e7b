using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>Formulas over the tickets sheet. Its columns are named ranges: t_month, t_priority, t_response_outcome …</summary>
internal static class Formula
{
    /// <summary>The name of the cell with the first day of the month under review.</summary>
    public const string ReviewMonth = "review_month";

    /// <summary>The criterion every formula over the month under review begins with; formulas over twelve months have none.</summary>
    public static string[] Of(Span span) => span == Span.Month ? ["t_month", ReviewMonth] : [];

    /// <summary>How many tickets meet all criteria, given as range, criterion, range, criterion …; none counts them all.</summary>
    public static string Count(params string[] criteria) =>
        criteria.Length == 0 ? "ROWS(t_month)" : $"COUNTIFS({string.Join(",", criteria)})";

    /// <summary>The sum of a column over the tickets that meet all criteria.</summary>
    public static string Sum(string column, params string[] criteria) =>
        criteria.Length == 0 ? $"SUM({column})" : $"SUMIFS({column},{string.Join(",", criteria)})";

    public static string[] Outcome(Language language, string kind, string outcome) =>
        [$"t_{kind}_outcome", CellText.Quoted(language.Say("outcome." + outcome))];

    public static string[] Priority(long? priority) =>
        priority is { } p ? ["t_priority", p.ToString(System.Globalization.CultureInfo.InvariantCulture)] : [];

    /// <summary>
    /// At most so many whole seconds. Half a second more is allowed, because the criterion passes through text of 15 digits,
    /// which may fall short of the cell's own number.
    /// </summary>
    public static string[] Within(string column, long seconds) =>
        [column, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"<\"&{seconds}.5/86400")];
}

/// <summary>The month under review, or the twelve months that end with it.</summary>
internal enum Span
{
    Month,
    Trailing,
}
