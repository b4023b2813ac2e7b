using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>Was the promise kept? Per kind and priority the month above its twelve months, every count a formula.</summary>
internal static class PromiseSection
{
    /// <summary>Kinds whose outcome stands on the tickets sheet.</summary>
    private static readonly string[] Kinds = ["response", "resolve"];

    private static readonly string[] Outcomes = ["met", "breached", "running", "unknown"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var kinds = Kinds.Where(kind => Trailing(data, kind, null) is not null).ToList();
        if (data.Card.Flag("has_promises") != true || kinds.Count == 0)
            return SummarySheet.Heading(page, row, "kept.title", language.Say("kept.none"));

        row = SummarySheet.Heading(page, row, "kept.title", Sentence(data, kinds[0], language));
        foreach (var kind in kinds.Skip(1))
            page.Sentence(row++, 1, SummarySheet.LastColumn, Sentence(data, kind, language));
        foreach (var kind in kinds.Where(kind => Reading.Decided(Trailing(data, kind, null)!) > 0))
            row = WriteKind(page, data, kind, row);
        return row;
    }

    private static MartRow? Monthly(ReviewData data, string kind, long? priority) => data.Attainment.FirstOrDefault(r =>
        r.Text("promise_kind") == kind && r.Whole("priority") == priority && r.Whole("promised_count") > 0);

    private static MartRow? Trailing(ReviewData data, string kind, long? priority) => data.Kept(kind, priority);

    private static string Sentence(ReviewData data, string kind, Language language)
    {
        var year = Trailing(data, kind, null)!;
        if (Reading.Decided(year) == 0)
            return language.Say("kept.unmeasurable", ("kind", language.Say(kind)),
                ("tickets", language.Count("ticket", year.Whole("promised_count") ?? 0)));

        var yearSaid = language.Say("kept.year", ("said", Reading.Sentence(year, language)),
            ("reading", Reading.Words(year, language)));
        var month = Monthly(data, kind, null);
        var monthSaid = month is null
            ? language.Say("kept.no_tickets")
            : language.Say("kept.month", ("said", Reading.Sentence(month, language)),
                ("reading", Reading.Words(month, language)));
        var bound = year.Flag("is_upper_bound") == true ? " " + language.Say("upper_bound") : "";
        return $"{language.Say(kind)}: {monthSaid} {yearSaid}{bound}";
    }

    private static int WriteKind(Page page, ReviewData data, string kind, int row)
    {
        WriteHeads(page, kind, row++);
        var priorities = data.AttainmentTrailing.Where(r => r.Text("promise_kind") == kind && r.Whole("promised_count") > 0)
            .Select(r => r.Whole("priority")).Distinct().OrderBy(p => p ?? 0);
        foreach (var priority in priorities)
        {
            WriteLine(page, data, kind, Monthly(data, kind, priority), priority, Span.Month, row++);
            WriteLine(page, data, kind, Trailing(data, kind, priority), priority, Span.Trailing, row++);
        }

        return row + 1;
    }

    private static void WriteHeads(Page page, string kind, int row)
    {
        var language = page.Book.Language;
        page.Heads(row, 1,
            (language.Say(kind), false), ("", false), (language.Say("head.agreed"), false),
            (Language.Capitalised(language.Say("outcome.met")), true), (Language.Capitalised(language.Say("outcome.breached")), true),
            (Language.Capitalised(language.Say("outcome.running")), true), (Language.Capitalised(language.Say("outcome.unknown")), true),
            (language.Say("head.ratio"), true), (language.Say("head.interval"), true), (language.Say("head.bounds"), true),
                (language.Say("head.reading"), false));
        page.RaiseTo(row, 2);
    }

    private static void WriteLine(Page page, ReviewData data, string kind, MartRow? attainment, long? priority, Span span, int row)
    {
        var language = page.Book.Language;
        if (span == Span.Month)
            page.Text(row, 1, language.Say(priority is { } p ? FormattableString.Invariant($"priority.{p}") : "priority.together"),
                Look.Strong);
        page.Text(row, 2, span == Span.Month ? language.ShortMonth(data.Month) : language.Say("trailing"), span == Span.Month ? Look.Body
            : Look.Note);
        page.Text(row, 3, span == Span.Month ? Agreed(data, kind, priority, language) : Target(attainment, language), span == Span.Month
            ? Look.Label : Look.Note);
        page.RaiseTo(row, Page.Lines(span == Span.Month ? Agreed(data, kind, priority, language) : "", page.Sheet.Column(3).Width));
        WriteCounts(page, kind, attainment, priority, span, row);
        if (attainment is null)
            page.Sentence(row, 8, SummarySheet.LastColumn, language.Say("kept.no_tickets"), Look.Note);
        else
            WriteRatio(page, data, kind, attainment, span, row);
        if (span == Span.Trailing)
            ExcelStyle.Rule(page.Sheet.Range(row, 1, row, SummarySheet.LastColumn));
    }

    private static void WriteCounts(Page page, string kind, MartRow? attainment, long? priority, Span span, int row)
    {
        for (var i = 0; i < Outcomes.Length; i++)
        {
            var formula = Formula.Count([.. Formula.Of(span), .. Formula.Priority(priority),
                .. Formula.Outcome(page.Book.Language, kind, Outcomes[i])]);
            page.Put(row, 4 + i, Figure.Count(attainment is null ? 0 : attainment.Whole(Outcomes[i] + "_count")).Live(formula));
        }
    }

    private static void WriteRatio(Page page, ReviewData data, string kind, MartRow attainment, Span span, int row)
    {
        var language = page.Book.Language;
        if (span == Span.Month && Reading.Decided(attainment) < data.MinimumN)
        {
            WriteFew(page, data, kind, attainment, row);
            return;
        }

        if (attainment.Number("attained_ratio") is null)
        {
            page.Sentence(row, 8, SummarySheet.LastColumn, language.Say("not_measurable"), Look.Missing);
            return;
        }

        page.Put(row, 8, Figure.Ratio(attainment.Number("attained_ratio")).Live(FormattableString.Invariant($"D{row}/(D{row}+E{row})")),
            Look.Strong);
        page.Put(row, 9, Figure.Text(Reading.Range(attainment, "wilson_low", "wilson_high", language)).Calculated());
        page.Put(row, 10, Figure.Text(Reading.Range(attainment, "bound_low", "bound_high", language)).Calculated());
        ExcelStyle.AlignRight(page.Sheet.Range(row, 9, row, 10).Style);
        page.Put(row, 11, Figure.Text(language.Say("verdict." + Reading.Of(attainment))).Calculated());
    }

    /// <summary>Too few for a ratio: the tickets by number.</summary>
    private static void WriteFew(Page page, ReviewData data, string kind, MartRow attainment, int row)
    {
        var language = page.Book.Language;
        var tickets = data.TicketsOfMonth.Where(t => attainment.Whole("priority") is not { } p || t.Whole("priority_final") == p).ToList();
        string Numbers(string outcome) =>
            string.Join(", ", tickets.Where(t => t.Text(kind + "_outcome") == outcome).Select(t =>
            t.Text("number") ?? t.Text("ticket_id")));
        var parts = Outcomes.Where(o => Numbers(o).Length > 0).Select(o => $"{language.Say("outcome." + o)}: {Numbers(o)}");
        page.Sentence(row, 8, SummarySheet.LastColumn, string.Join(" · ", parts), Look.Note);
    }

    private static string Agreed(ReviewData data, string kind, long? priority, Language language)
    {
        if (priority is null)
            return "";
        var ticket = data.Counted.LastOrDefault(t => t.Whole("priority_final") == priority && t.Text(kind + "_promise") is not null);
        return PromiseWords.Of(ticket?.Text(kind + "_promise"), language);
    }

    private static string Target(MartRow? attainment, Language language) =>
        attainment?.Number("target_ratio") is { } target ? language.Say("head.target", ("ratio", language.Percent(target))) : "";
}
