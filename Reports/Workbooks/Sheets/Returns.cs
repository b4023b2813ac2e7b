using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Beside the month's repeats: was this more than usual, and which tickets came back themselves.</summary>
internal static class Returns
{
    private const int LastColumn = 12;

    /// <summary>The row after the last written.</summary>
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (Many(data, language) is { } many)
            page.Sentence(row++, 1, LastColumn, many);
        page.Sentence(row++, 1, LastColumn, Reopened(data, language));
        return row;
    }

    /// <summary>Null where too few months came before to say what is usual.</summary>
    private static string? Many(ReviewData data, Language language) =>
        data.FailureCount is { } count && count.Number("expected_count") is { } expected
            ? language.Say(
                count.Flag("is_many") == true ? "returns.unusual" : "returns.usual", ("n", language.Whole(count.Whole("episode_count")!.Value)), ("expected", language.Number(expected)),
                ("months", language.Whole(count.Whole("month_count")!.Value)), ("limit", language.Whole(count.Whole("alarming_count")!.Value)))
            : null;

    private static string Reopened(ReviewData data, Language language)
    {
        if (data.Reopens is not { } reopens || reopens.Whole("resolved_count") is not { } resolved)
            return language.Say("returns.reopened.not_measurable");
        var said = language.Say("returns.reopened", ("n", language.Whole(reopens.Whole("reopened_count")!.Value)), ("all", language.Whole(resolved)));
        if (reopens.Number("reopened_ratio") is { } ratio)
            said += $" ({language.Percent(ratio)}, {Reading.Range(reopens, "reopened_low", "reopened_high", language)})";
        if (reopens.Whole("median_seconds") is { } median)
            said += language.Say("returns.reopened.after", ("time", language.Duration(median)));
        return said + "." + (reopens.Whole("thanks_count") is > 0 and { } thanks ? " " + language.Say("returns.reopened.thanks", ("n", language.Whole(thanks))) : "");
    }
}
