using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>Same again: how many failures were there before within thirty days.</summary>
internal static class AgainSection
{
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Card.Whole("episode_count") is null)
            return SummarySheet.Heading(page, row, "again.title", language.Say("again.none"));

        row = SummarySheet.Heading(page, row, "again.title", Sentence(data, language));
        row = TwoSpans.Heads(page, data, row, hasMonths: true);
        row = TwoSpans.Row(page, row, language.Say("again.episodes"),
            Counted(page, data, Span.Month, "episode_count"), Counted(page, data, Span.Trailing, "trailing_episode_count"));
        row = TwoSpans.Row(page, row, language.Say("again.repeats"),
            Counted(page, data, Span.Month, "repeat_30d_count", "t_repeat"),
                Counted(page, data, Span.Trailing, "trailing_repeat_30d_count", "t_repeat"), FiguresSheet.RepeatsColumn);
        row = TwoSpans.Row(page, row, language.Say("again.ratio"), Ratio(data, "episode_count", "repeat_ratio", "D", row),
            Ratio(data, "trailing_episode_count", "trailing_repeat_ratio", "E", row));
        foreach (var days in new[] { "7d", "90d" })
            row = TwoSpans.Row(page, row, language.Say("again.repeats_" + days),
                Figure.Count(data.Card.Whole($"repeat_{days}_count")), Figure.Count(data.Card.Whole($"trailing_repeat_{days}_count")));
        return row;
    }

    /// <summary>The tickets that start an episode, and where asked, of these the repeats.</summary>
    private static Figure Counted(Page page, ReviewData data, Span span, string column, params string[] marked)
    {
        var yes = CellText.Quoted(page.Book.Language.Say("yes"));
        return Figure.Count(data.Card.Whole(column)).Live(Formula.Count([.. Formula.Of(span), "t_starts", yes,
            .. marked.SelectMany(m => new[] { m, yes })]));
    }

    /// <summary>Too few episodes in a month give no ratio; the repeats themselves are listed on their own sheet.</summary>
    private static Figure Ratio(ReviewData data, string episodes, string ratio, string column, int row) =>
        data.Card.Whole(episodes) < data.MinimumN
        ? Figure.Text(Page.None)
        : Figure.Ratio(data.Card.Number(ratio)).Live(FormattableString.Invariant($"{column}{row - 1}/{column}{row - 2}"));

    private static string Sentence(ReviewData data, Language language)
    {
        var card = data.Card;
        var said = Counts(card.Whole("repeat_30d_count") ?? 0, card.Whole("episode_count") ?? 0, language);
        if (card.Whole("episode_count") >= data.MinimumN && card.Number("repeat_ratio") is { } ratio)
            said += $" ({language.Percent(ratio)}, {Reading.Range(card, "repeat_low", "repeat_high", language)})";
        if (card.Number("trailing_repeat_ratio") is { } year)
            said += language.Say("again.year", ("ratio", language.Percent(year)),
                ("interval", Reading.Range(card, "trailing_repeat_low", "trailing_repeat_high", language)));
        return said + "." + Worst(data, language);
    }

    private static string Counts(long repeats, long episodes, Language language) => episodes == 0
        ? language.Say("again.no_episodes")
        : language.Say(repeats == 1 ? "again.counts.one"
            : "again.counts.many", ("repeats", language.Whole(repeats)), ("episodes", language.Whole(episodes)));

    /// <summary>The failure that came back most often by the end of the month.</summary>
    private static string Worst(ReviewData data, Language language)
    {
        var ids = data.TicketsOfMonth.Where(t => t.Flag("is_repeat_30d") == true).Select(t => t.Text("failure_group_id")).ToHashSet();
        var worst = data.Groups.Where(g => ids.Contains(g.Text("failure_group_id"))).OrderByDescending(g =>
            g.Whole("episode_count")).FirstOrDefault();
        return worst is null ? "" : " " + language.Say("again.worst",
            ("title", worst.Text("title") ?? worst.Text("failure_group_id")!),
                ("times", language.Whole(worst.Whole("episode_count") ?? 0)));
    }
}
