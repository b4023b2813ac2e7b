using Insights.Analytics;

namespace Insights.Reports.Style;

/// <summary>Puts a row of marts.findings into a sentence.</summary>
public static class FindingWords
{
    /// <summary>The codes there are words for.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. Words.Rows.Where(r => r.Key.StartsWith("finding.", StringComparison.Ordinal) && r.Key != "finding.other").Select(r => r.Key["finding.".Length..])];

    /// <summary>The sentence of a finding; a code without words is named as it is, with what the mart says of it.</summary>
    public static string Sentence(MartRow finding, Language language)
    {
        var code = finding.Text("code") ?? "";
        var key = language.Has("finding." + code) ? "finding." + code : "finding.other";
        return language.Say(key, [("code", code), .. Values(finding, language)]);
    }

    private static IEnumerable<(string Name, string Value)> Values(MartRow finding, Language language)
    {
        string Known(string? text) => text ?? language.Say("not_stated");
        string Ratio(string column) => Known(finding.Number(column) is { } ratio ? language.Percent(ratio) : null);
        string Length(string column) => Known(finding.Whole(column) is { } seconds ? language.Duration(seconds) : null);
        yield return ("n", Known(finding.Whole("ticket_count") is { } n ? language.Whole(n) : null));
        yield return ("tickets", Known(finding.Whole("ticket_count") is { } t ? language.Count("ticket", t) : null));
        yield return ("count", Known(finding.Whole("count") is { } count ? language.Whole(count) : null));
        yield return ("ratio", Ratio("ratio"));
        yield return ("target", Ratio("target_ratio"));
        yield return ("interval", Known(finding.Number("low") is { } low && finding.Number("high") is { } high ? language.PercentRange(low, high) : null));
        yield return ("length", Length("seconds"));
        yield return ("other_length", Length("other_seconds"));
        yield return ("detail", Known(finding.Text("detail")));
    }
}
