using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports;

/// <summary>What people who looked at links between tickets found, in words: the rows of marts.link_precision.</summary>
public static class LinkPrecision
{
    /// <summary>Per provider a heading, and of each tier what is labelled and from which similarity on it can be relied on.</summary>
    public static IEnumerable<string> Lines(Marts marts, Language language)
    {
        foreach (var provider in marts.Rows("link_precision").GroupBy(r => r.Text("provider")!))
        {
            yield return language.Say("label.provider", ("provider", provider.Key));
            foreach (var tier in provider.OrderBy(r => r.Text("tier"), StringComparer.Ordinal))
                yield return $"  {tier.Text("tier")} ({Why(tier, language)}), {language.Count("label.links", tier.Whole("link_count")!.Value)}: {Precision(tier, language)}. {Safe(tier, language)}.";
        }
    }

    /// <summary>One sentence for beside a count of repeats, of the tiers it counts; that nobody looked, where nobody did.</summary>
    internal static string Sentence(IEnumerable<MartRow> tiers, Language language)
    {
        var labelled = tiers.Where(t => t.Text("tier") != "D" && t.Whole("labelled_count") > 0).OrderBy(t => t.Text("tier"), StringComparer.Ordinal)
            .Select(t => $"{Why(t, language)}: {Precision(t, language)}").ToList();
        return labelled.Count == 0 ? language.Say("label.sheet.none") : language.Say("label.sheet", ("tiers", string.Join("; ", labelled)));
    }

    /// <summary>What makes a link of the row's tier, in words.</summary>
    public static string Why(MartRow row, Language language) => language.Say(row.Text("tier") == "D" ? "label.D" : "tier." + row.Text("tier"));

    private static string Precision(MartRow tier, Language language) => tier.Number("precision_ratio") is not { } ratio
        ? language.Say("label.unlabelled")
        : language.Say("label.precision", ("same", language.Whole(tier.Whole("same_count")!.Value)), ("n", language.Whole(tier.Whole("labelled_count")!.Value)),
            ("ratio", language.Percent(ratio)), ("interval", language.PercentRange(tier.Number("wilson_low")!.Value, tier.Number("wilson_high")!.Value)));

    private static string Safe(MartRow tier, Language language)
    {
        var goal = ("goal", language.Percent(tier.Number("precision_goal")!.Value));
        return tier.Number("safe_score") is { } score ? language.Say("label.safe", ("score", language.Number(score, 2)), goal) : language.Say("label.unsafe", goal);
    }
}
