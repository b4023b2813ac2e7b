namespace Insights.Ingest.Profiles;

/// <summary>The nearest known word to one mistyped.</summary>
internal static class Words
{
    /// <summary>The candidate the fewest single-letter changes away; the first of several.</summary>
    public static string Nearest(string word, IEnumerable<string> candidates) => candidates.MinBy(candidate => Distance(word, candidate)) ?? "";

    /// <summary>Levenshtein distance: insertions, deletions and substitutions of one letter.</summary>
    internal static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            previous = current;
        }
        return previous[^1];
    }
}
