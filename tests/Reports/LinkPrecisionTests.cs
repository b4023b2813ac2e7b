using System.Text.Json;
using Insights.Reports.Packs;
using Insights.Reports.Style;

namespace Insights.Reports.Tests;

/// <summary>How far the links between tickets can be trusted is said wherever they are counted.</summary>
public sealed class LinkPrecisionTests(ChartsInvented invented) : IClassFixture<ChartsInvented>
{
    [Fact]
    public void The_sentence_beside_the_repeats_names_the_labelled_tiers_that_count_with_their_interval()
    {
        var sentence = LinkPrecision.Sentence(invented.Marts.Rows("link_precision"), Language.English);
        Assert.Equal("How far the pairs can be trusted, by hand: Same device, same kind of fault or similar words: the same failure in 47 of 50 labelled pairs, 94% (84–98%).", sentence);
        Assert.DoesNotContain("20", LinkPrecision.Sentence(invented.Marts.Rows("link_precision"), Language.Greek), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_labels_it_says_that_nobody_looked()
    {
        Assert.Contains("not labelled yet", LinkPrecision.Sentence([], Language.English), StringComparison.Ordinal);
        Assert.Contains("δεν έχει ελεγχθεί", LinkPrecision.Sentence([], Language.Greek), StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_has_the_thresholds_and_the_share_of_each_tier()
    {
        var scope = invented.Scope(ChartsInvented.Busy, Language.English);
        using var manifest = JsonDocument.Parse(Manifest.Of(scope, []));
        var same = manifest.RootElement.GetProperty("same_failure");
        Assert.Equal(0.35, same.GetProperty("thresholds").GetProperty("link_requester_ratio").GetDouble());
        Assert.Equal(["A", "B", "C", "D"], same.GetProperty("tiers").EnumerateArray().Select(t => t.GetProperty("tier").GetString()));
        Assert.Equal(0.94, same.GetProperty("tiers")[1].GetProperty("precision_ratio").GetDouble(), 3);
        Assert.Equal(JsonValueKind.Null, same.GetProperty("tiers")[0].GetProperty("precision_ratio").ValueKind);
    }
}
