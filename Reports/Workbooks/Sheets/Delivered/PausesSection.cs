using Insights.Analytics;

namespace Insights.Reports.Workbooks.Sheets.Delivered;

/// <summary>What pauses do to the share kept: as agreed, without those no question supports, without any.</summary>
internal static class PausesSection
{
    private static readonly string[] Heads = ["paused", "unsupported", "as_agreed", "of", "supported", "of", "unpaused", "of"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var rows = data.Delivered.Pauses.Where(r => r.Whole("promised_count") > 0).ToList();
        if (rows.Count == 0 || !data.TellsPauses)
            return SectionSheet.NotMeasurable(page, data, row, "delivered.pauses", "pauses");
        if (rows.All(r => r.Whole("paused_count") is null or 0 && r.Whole("unsupported_count") is null or 0))
            return SectionSheet.Heading(page, row, "delivered.pauses", language.Say("delivered.pauses.none"));

        row = SectionSheet.Heading(page, row, "delivered.pauses", language.Say("delivered.pauses.text"));
        row = SectionSheet.Heads(page, row, [.. Heads.Select(h => language.Say("delivered.head." + h))]);
        foreach (var kind in new[] { "response", "resolve" })
            foreach (var span in new[] { Span.Month, Span.Trailing })
                row = WriteRow(page, data, DeliveredRows.Of(rows.Where(r => r.Text("promise_kind") == kind), span), span, row);
        return row;
    }

    private static int WriteRow(Page page, ReviewData data, MartRow? effect, Span span, int row)
    {
        if (effect is null)
            return row;

        var language = page.Book.Language;
        var when = span == Span.Month ? language.ShortMonth(data.Month) : language.Say("trailing");
        return SectionSheet.Row(page, row, $"{language.Say(effect.Text("promise_kind")!)} · {when}",
            [Count(effect, "paused_count"), Count(effect, "unsupported_count"),
                .. Kept(data, effect, "", "attained"), .. Kept(data, effect, "supported_", "supported"),
                .. Kept(data, effect, "unpaused_", "unpaused")]);
    }

    /// <summary>A share and the decided tickets it is of.</summary>
    private static IEnumerable<Figure?> Kept(ReviewData data, MartRow effect, string prefix, string name)
    {
        var decided = effect.Whole(prefix + "met_count") + effect.Whole(prefix + "breached_count");
        yield return decided < data.MinimumN ? Figure.Text(Page.None) : Figure.Ratio(effect.Number(name + "_ratio")).Calculated();
        yield return Figure.Count(decided).Calculated();
    }

    private static Figure Count(MartRow effect, string column) => Figure.Count(effect.Whole(column)).Calculated();
}
