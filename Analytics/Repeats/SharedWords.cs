namespace Insights.Analytics.Repeats;

/// <summary>The words two tickets share, for a person to see why they are taken together.</summary>
internal static class SharedWords
{
    /// <summary>Each as both write it; where they differ by more than capitals, both ways.</summary>
    public static string Said(IEnumerable<(string Here, string There)> words) => string.Join(" · ", words
        .Select(w => string.Equals(w.Here, w.There, StringComparison.OrdinalIgnoreCase) ? w.Here : $"{w.Here} = {w.There}"));
}
