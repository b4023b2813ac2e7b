namespace Insights.Analytics;

/// <summary>The tables of schema computed that C# makes, each a step in the models' order.</summary>
internal static class ComputedSteps
{
    public static IReadOnlyList<Model> All { get; } = [];
}
