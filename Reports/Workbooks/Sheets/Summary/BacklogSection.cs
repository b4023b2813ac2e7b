using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>What came in, what was resolved, and what stays open.</summary>
internal static class BacklogSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        row = SummarySheet.Heading(page, row, "backlog.title", Sentence(data, language));
        row = TwoSpans.Heads(page, data, row, hasMonths: true);
        row = TwoSpans.Row(page, row, language.Say("backlog.tickets"), Tickets(data.Card.Whole("ticket_count"), Span.Month),
            Tickets(data.Counted.Count, Span.Trailing), FiguresSheet.TicketsColumn);
        row = WriteKind(page, data, "incident", ["incident", "problem"], row);
        row = WriteKind(page, data, "request", ["request", "change"], row);
        row = WriteUnknownKind(page, data, row);
        row = TwoSpans.Row(page, row, language.Say("backlog.resolved"), Card(data, "resolved_count"), null, data.Card.Whole("resolved_count") is null ? null : FiguresSheet.ResolvedColumn);
        row = TwoSpans.Row(page, row, language.Say("backlog.open"), Card(data, "backlog_count"), null);
        row = TwoSpans.Row(page, row, language.Say("backlog.unanswered"), Card(data, "unanswered_count"), null);
        return TwoSpans.Row(page, row, language.Say("backlog.closed_unanswered"), Card(data, "closed_without_answer_count"), null);
    }

    private static Figure Tickets(long? count, Span span) => Figure.Count(count).Live(Formula.Count(Formula.Of(span)));

    private static Figure Card(ReviewData data, string column) => Figure.Count(data.Card.Whole(column)).Calculated();

    private static int WriteKind(Page page, ReviewData data, string name, string[] kinds, int row)
    {
        var language = page.Book.Language;
        string Formulas(Span span) => string.Join("+",
            kinds.Select(k => Formula.Count([.. Formula.Of(span), "t_kind", CellText.Quoted(language.Say("kind." + k))])));
        long? Known(long? count) => data.TellsKinds ? count : null;
        return TwoSpans.Row(page, row, language.Say("backlog." + name),
            Figure.Count(Known(data.Card.Whole(name + "_count"))).Live(Formulas(Span.Month)),
            Figure.Count(Known(data.Counted.Count(t => kinds.Contains(t.Text("kind"))))).Live(Formulas(Span.Trailing)));
    }

    /// <summary>Where some tickets do not say their kind, so that the kinds add up to the tickets.</summary>
    private static int WriteUnknownKind(Page page, ReviewData data, int row) =>
        !data.TellsKinds || data.Counted.All(t => t.Text("kind") is not null) ? row
            : TwoSpans.Row(page, row, page.Book.Language.Say("backlog.unknown_kind"),
                Figure.Count(data.TicketsOfMonth.Count(t => t.Text("kind") is null)).Calculated(),
                Figure.Count(data.Counted.Count(t => t.Text("kind") is null)).Calculated());

    private static string Sentence(ReviewData data, Language language)
    {
        string Number(string column) => data.Card.Whole(column) is { } n ? language.Whole(n) : language.Say("not_measurable");
        return language.Say("backlog.sentence", ("created", Number("ticket_count")), ("resolved", Number("resolved_count")),
            ("open", Number("backlog_count")));
    }
}
