using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>Fixed or managed: the share of managed work, what stays chronic, and how much support is needed.</summary>
internal static class ManagedSection
{
    public static int Write(Page page, ReviewData data, int row) =>
        SummarySheet.Heading(page, row, "managed.title", string.Join(" ", Sentences(data, page.Book.Language)));

    /// <summary>The share of managed work, answers the tickets contradict, and how much support is needed.</summary>
    public static IEnumerable<string> Sentences(ReviewData data, Language language)
    {
        yield return data.WorkMix.FirstOrDefault(w => w.Text("span") == "trailing") is { } work ? ManagedSheet.Share(work, language) : language.Say("work.none");
        var contradicted = data.RedFlags.Count(f => f.Text("reading") == "contradicted");
        if (contradicted > 0)
            yield return language.Say("managed.contradicted", ("n", language.Whole(contradicted)));
        if (data.Intensity?.Text("intensity_class") is { } intensity)
            yield return language.Say("intensity.class", ("class", language.Say("intensity." + intensity)))
                + (data.Intensity.Text("fit") is { } fit ? " " + language.Say("intensity.fit." + fit) : "");
    }
}
