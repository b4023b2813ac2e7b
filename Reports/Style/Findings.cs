using Insights.Analytics;

namespace Insights.Reports.Style;

/// <summary>Words for the findings the marts hold as codes.</summary>
public static class Findings
{
    /// <summary>
    /// One sentence for a row of <c>marts.findings</c>, from the words of <c>finding.CODE</c>. A figure the row does not
    /// have is written as not measurable; a code without words is shown as it is, so that nothing disappears.
    /// </summary>
    public static string Sentence(MartRow finding, Language language)
    {
        var code = finding.Text("code") ?? "";
        return language.Has("finding." + code) ? language.Say("finding." + code, Values(finding, language)) : language.Say("finding_without_words", ("code", code));
    }

    private static (string Name, string Value)[] Values(MartRow finding, Language language)
    {
        var absent = language.Say("not_measurable");
        var n = finding.Whole("ticket_count");
        return
        [
            ("n", n is { } whole ? language.Whole(whole) : absent),
            ("tickets", n is { } tickets ? language.Count("ticket", tickets) : absent),
            ("episodes_n", n is { } episodes ? language.Count("episode", episodes) : absent),
            ("count", finding.Whole("count") is { } count ? language.Whole(count) : absent),
            ("episodes", finding.Whole("count") is { } times ? language.Count("episode", times) : absent),
            ("ratio", finding.Number("ratio") is { } ratio ? language.Percent(ratio) : absent),
            ("range", finding.Number("low") is { } low && finding.Number("high") is { } high ? language.PercentRange(low, high) : absent),
            ("target", finding.Number("target_ratio") is { } target ? language.Percent(target) : absent),
            ("time", finding.Whole("seconds") is { } seconds ? language.Duration(seconds) : absent),
            ("other_time", finding.Whole("other_seconds") is { } other ? language.Duration(other) : absent),
            ("detail", finding.Text("detail") ?? language.Say("not_stated")),
        ];
    }
}
