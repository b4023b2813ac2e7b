using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Priorities;

/// <summary>How often both sides meant the same priority, which way they parted, and what a lower one changed.</summary>
internal static class AgreementSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        MartRow?[] spans = [data.Delivered.FinalAgreement(Span.Month), data.Delivered.FinalAgreement(Span.Trailing)];
        if (spans.All(s => s is null) && data.Delivered.Disputes.Count == 0)
            return SectionSheet.NotMeasurable(page, row, "delivered.priorities", "matrix");

        row = SectionSheet.Heading(page, row, "delivered.priorities", language.Say("delivered.priorities.text"));
        row = Shares.Heads(page, data, row);
        if (spans.Any(s => s is not null))
            row = WriteAgreement(page, data, spans, row);
        row = WriteTickets(page, data, row, "met_only_lowered", data.Delivered.Disputes.Where(IsMetOnlyLowered));
        return WriteTickets(page, data, row, "before_breach", data.Delivered.Disputes.Where(IsBeforeBreach));
    }

    /// <summary>Whether a promise, of response or of resolution, was met only under the lower priority.</summary>
    public static bool IsMetOnlyLowered(MartRow ticket) =>
        ticket.Flag("is_met_only_lowered") == true || ticket.Flag("is_resolve_met_only_lowered") == true;

    /// <summary>Whether the priority was lowered shortly before the ticket would have been late.</summary>
    public static bool IsBeforeBreach(MartRow ticket) =>
        ticket.Flag("is_before_breach") == true || ticket.Flag("is_before_resolve_breach") == true;

    private static int WriteAgreement(Page page, ReviewData data, MartRow?[] spans, int row)
    {
        var language = page.Book.Language;
        var all = row;
        Figure Tickets(MartRow? span) => Figure.Count(span?.Whole("ticket_count")).Calculated();
        row = SectionSheet.Row(page, row, language.Say("delivered.priorities.both"), Tickets(spans[0]), null, null, Tickets(spans[1]), null, null);
        foreach (var name in new[] { "lowered", "raised" })
            row = Shares.Row(page, data, row, language.Say("delivered.priorities." + name), all, name, spans);
        row = WriteValue(page, row, "sign", spans, s => Chance(s.Number("sign_p"), language), _ => null);
        foreach (var weights in new[] { "linear", "quadratic" })
            row = WriteValue(page, row, "kappa_" + weights, spans, s => Decimal(s.Number("kappa_" + weights), language),
                s => s.Number($"kappa_{weights}_error") is { } error ? language.Say("agreement.error", ("error", language.Number(error, 2))) : null);
        return row;
    }

    /// <summary>A number the program gives, and beside it how sure it is.</summary>
    private static int WriteValue(Page page, int row, string name, MartRow?[] spans, Func<MartRow, string?> value, Func<MartRow, string?> beside) =>
        SectionSheet.Row(page, row, page.Book.Language.Say("delivered.priorities." + name),
            [.. spans.SelectMany(s => new[] { Said(s is null ? null : value(s)), null, s is null || beside(s) is not { } error ? (Figure?)null : Said(error) })]);

    private static Figure? Said(string? text) => text is null ? Figure.Text(Page.None) : Figure.Text(text).Calculated();

    private static string? Decimal(double? value, Language language) => value is { } known ? language.Number(known, 2) : null;

    /// <summary>A probability to three decimals; a smaller one is only said to be smaller.</summary>
    private static string? Chance(double? p, Language language) => p switch
    {
        null => null,
        < 0.001 => "< " + language.Number(0.001, 3),
        { } known => language.Number(known, 3),
    };

    /// <summary>How many of the tickets are of the month, and of the twelve months.</summary>
    private static int WriteTickets(Page page, ReviewData data, int row, string name, IEnumerable<MartRow> tickets)
    {
        var known = tickets.ToList();
        return SectionSheet.Row(page, row, page.Book.Language.Say("delivered.priorities." + name),
            Figure.Count(known.Count(t => t.Date("month") == data.Month)).Calculated(), null, null,
            Figure.Count(known.Count).Calculated(), null, null);
    }
}
