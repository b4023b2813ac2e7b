using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>The columns that lists of tickets share.</summary>
internal static class TicketColumns
{
    /// <summary>Number and subject, the first four columns of a list.</summary>
    public static IEnumerable<ListColumn> Named(ReviewData data) =>
    [
        new("column.number", 1, 1, r => Figure.Text(data.TicketOf(r)?.Text("number") ?? r.Text("ticket_id"))),
        new("column.subject", 2, 4, r => Figure.Text(data.TicketOf(r)?.Text("subject") ?? "")),
    ];

    /// <summary>An instant; a dash where there is none.</summary>
    public static ListColumn Moment(string head, int column, string name, ReviewData data) =>
        Moment(head, column, r => r.Instant(name), data);

    /// <summary>The same, where the row says which instant it is.</summary>
    public static ListColumn Moment(string head, int column, Func<MartRow, DateTime?> at, ReviewData data) =>
        new(head, column, column, r => Or(Figure.Moment(at(r), data.Zone)));

    /// <summary>A text; a dash where there is none.</summary>
    public static ListColumn Text(string head, int from, int to, Func<MartRow, string?> text) =>
        new(head, from, to, r => Figure.Text(text(r) ?? Page.None));

    public static Figure Or(Figure figure) => figure.Value is null ? Figure.Text(Page.None) : figure;

    /// <summary>A priority as it is said in a change: its number, or a question mark where nobody knows.</summary>
    public static string Level(long? priority, Language language) => priority is { } p ? language.Whole(p) : "?";
}
