using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Differs;

/// <summary>How many verdicts of the tool are not ours, by reason.</summary>
internal static class ReasonsSection
{
    private static readonly (string Kind, Span Span)[] Columns =
        [("response", Span.Month), ("response", Span.Trailing), ("resolve", Span.Month), ("resolve", Span.Trailing)];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var verdicts = data.Delivered.Verdicts;
        if (verdicts.Count == 0)
            return SectionSheet.NotMeasurable(page, row, "differs.title", "differs");

        row = SectionSheet.Heading(page, row, "differs.title", Sentence(verdicts, language));
        row = SectionSheet.Heads(page, row, [.. Columns.Select(c => Head(c.Kind, c.Span, data, language)), language.Say("differs.tool_in_time"),
            language.Say("differs.tool_late")]);
        var told = row;
        row = SectionSheet.Row(page, row, language.Say("differs.told"), [.. Columns.Select(c => (Figure?)Told(data, c.Kind, c.Span, language))]);
        foreach (var reason in Reasons.All.Where(r => verdicts.Any(v => v.Text("reason") == r)))
            row = WriteReason(page, data, reason, row);
        return WriteSums(page, data, row, told);
    }

    private static string Sentence(IReadOnlyList<MartRow> verdicts, Language language)
    {
        var differ = Sum(verdicts.Where(v => v.Text("reason") is not null));
        return language.Say(differ == 0 ? "differs.none" : "differs.text", ("n", language.Whole(differ)), ("of", language.Count("verdict", Sum(verdicts))));
    }

    private static Figure Told(ReviewData data, string kind, Span span, Language language)
    {
        string Counted(string outcome) => Formula.Count([.. Formula.Of(span), $"t_{kind}_tool", CellText.Quoted(language.Say("outcome." + outcome))]);
        return Figure.Count(Sum(Of(data, kind, span))).Live($"{Counted("met")}+{Counted("breached")}");
    }

    private static int WriteReason(Page page, ReviewData data, string reason, int row)
    {
        var language = page.Book.Language;
        var words = Reasons.Words(reason, language);
        Figure? Count(string kind, Span span) => Figure.Count(Sum(Of(data, kind, span).Where(v => v.Text("reason") == reason)))
            .Live(Formula.Count([.. Formula.Of(span), $"t_{kind}_differs", CellText.Quoted(words)]));
        Figure? Against(string tool) => Figure.Count(Sum(data.Delivered.Verdicts.Where(v => v.Text("reason") == reason && v.Text("vendor_outcome") == tool)))
            .Calculated();
        return SectionSheet.Row(page, row, words, [.. Columns.Select(c => Count(c.Kind, c.Span)), Against("met"), Against("breached")]);
    }

    private static int WriteSums(Page page, ReviewData data, int row, int told)
    {
        var language = page.Book.Language;
        Figure? Differ(int column)
        {
            var differ = Figure.Count(Sum(Of(data, Columns[column].Kind, Columns[column].Span).Where(v => v.Text("reason") is not null)));
            return row == told + 1 ? differ.Calculated()
                : differ.Live(FormattableString.Invariant($"SUM({Letter(column)}{told + 1}:{Letter(column)}{row - 1})"));
        }

        Figure? Agree(int column) => Figure.Count(Sum(Of(data, Columns[column].Kind, Columns[column].Span).Where(v => v.Text("reason") is null)))
            .Live(FormattableString.Invariant($"{Letter(column)}{told}-{Letter(column)}{row}"));
        var next = SectionSheet.Row(page, row, language.Say("differs.differ"), [.. Enumerable.Range(0, Columns.Length).Select(Differ)]);
        return SectionSheet.Row(page, next, language.Say("differs.agree"), [.. Enumerable.Range(0, Columns.Length).Select(Agree)]);
    }

    private static IEnumerable<MartRow> Of(ReviewData data, string kind, Span span) =>
        data.Delivered.Verdicts.Where(v => v.Text("promise_kind") == kind && (span == Span.Trailing || v.Date("month") == data.Month));

    private static long Sum(IEnumerable<MartRow> verdicts) => verdicts.Sum(v => v.Whole("ticket_count") ?? 0);

    private static char Letter(int column) => (char)('D' + column);

    private static string Head(string kind, Span span, ReviewData data, Language language) =>
        language.Say(kind) + " · " + (span == Span.Month ? language.ShortMonth(data.Month) : language.Say("trailing"));
}
