namespace Insights.Reports.Packs;

/// <summary>The packs that have a proof.</summary>
public enum PackKind
{
    Review,
    Verdict,
    Benchmark,
}
