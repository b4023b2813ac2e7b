namespace Insights.Analytics.Repeats;

/// <summary>How alike two texts are: their cosine, 0..1, to five places, so that texts of the same words are all alike by 1 in whatever order those were added up.</summary>
internal static class Likeness
{
    public const float Step = 1f / StepsToOne;

    private const float StepsToOne = 100_000;

    /// <param name="sum">Of the products of the weights of two unit vectors.</param>
    public static float Of(float sum) => MathF.Round(sum * StepsToOne) / StepsToOne;

    /// <summary>What a sum must be above to come to at least a likeness.</summary>
    public static float Below(double likeness) => (float)likeness - (Step / 2);
}
