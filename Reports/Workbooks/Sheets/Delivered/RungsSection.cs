using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>The same promise of a first response by four meanings of "response", over twelve months.</summary>
internal static class RungsSection
{
    private static readonly string[] Rungs = ["automatic", "touched", "human", "substantive"];

    private static readonly string[] Heads = ["met", "decided", "ratio", "interval"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (DeliveredRows.Of(data.Delivered.Rungs, Span.Trailing) is not { } rungs || !Rungs.Any(r => Decided(rungs, r) > 0))
            return SectionSheet.NotMeasurable(page, data, row, "delivered.rungs", "rungs");

        row = SectionSheet.Heading(page, row, "delivered.rungs", Sentence(rungs, language));
        row = SectionSheet.Heads(page, row, [.. Heads.Select(h => language.Say("delivered.head." + h))]);
        row = WriteSummary(page, data, row);
        foreach (var rung in Rungs)
            row = WriteRung(page, rungs, rung, row);
        return row;
    }

    /// <summary>The share the summary gives, so that no reader is left with two figures for one promise.</summary>
    private static int WriteSummary(Page page, ReviewData data, int row)
    {
        if (data.Kept("response", null) is not { } kept || Reading.Decided(kept) == 0)
            return row;

        return SectionSheet.Row(page, row, page.Book.Language.Say("delivered.rungs.summary"),
            Figure.Count(kept.Whole("met_count")).Calculated(), Figure.Count(Reading.Decided(kept)).Calculated(),
            Figure.Ratio(kept.Number("attained_ratio")).Live(FormattableString.Invariant($"D{row}/E{row}")),
            Shares.Interval(kept, "wilson", page.Book.Language));
    }

    private static int WriteRung(Page page, MartRow rungs, string rung, int row)
    {
        var language = page.Book.Language;
        var label = Language.Capitalised(language.Say("rung." + rung));
        if (Decided(rungs, rung) == 0)
            return SectionSheet.Row(page, row, label, Figure.Count(null), null, null, null);

        return SectionSheet.Row(page, row, label, Figure.Count(rungs.Whole(rung + "_met_count")).Calculated(),
            Figure.Count(Decided(rungs, rung)).Calculated(),
            Figure.Ratio(rungs.Number(rung + "_attained_ratio")).Live(FormattableString.Invariant($"D{row}/E{row}")),
            Shares.Interval(rungs, rung + "_wilson", language));
    }

    private static string Sentence(MartRow rungs, Language language)
    {
        var said = Rungs.Where(r => Decided(rungs, r) > 0).Select(r => language.Say("delivered.rung.said",
            ("ratio", language.Percent(rungs.Number(r + "_attained_ratio")!.Value)), ("rung", language.Say("rung." + r)))).ToList();
        var sentence = language.Say("delivered.rungs.text", ("said", string.Join(", ", said)));
        return rungs.Flag("is_upper_bound") == true ? sentence + " " + language.Say("delivered.upper_bound") : sentence;
    }

    private static long Decided(MartRow rungs, string rung) =>
        (rungs.Whole(rung + "_met_count") ?? 0) + (rungs.Whole(rung + "_breached_count") ?? 0);
}
