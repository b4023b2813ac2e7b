namespace Insights.Ingest.Mapping;

/// <summary>
/// The phrases of Remarks.csv, found in the words of a message: at each place the longest phrase counts, and the next is looked for behind
/// it. Beside the remarks there are rows for done (it works: thanks with a result), courtesy (words that add nothing), trouble (words that
/// thanks do not go with) and signature.
/// </summary>
internal static class RemarkPhrases
{
    /// <param name="Remark">The row it stands in.</param>
    /// <param name="IsGreek">Compared by <see cref="Greeklish.Spelling"/>.</param>
    /// <param name="Words">As compared; one that ends in * stands for every word that starts so.</param>
    private sealed record Phrase(string Remark, bool IsGreek, IReadOnlyList<string> Words);

    private static readonly Lazy<IReadOnlyList<Phrase>> All = new(Read);
    private static readonly Lazy<Dictionary<string, Phrase[]>> English = new(() => Indexed(isGreek: false));
    private static readonly Lazy<Dictionary<string, Phrase[]>> Greek = new(() => Indexed(isGreek: true));

    /// <summary>The remarks whose phrases are there.</summary>
    /// <param name="words">Of the message.</param>
    /// <param name="otherCount">The words that are part of no phrase.</param>
    public static HashSet<string> In(IReadOnlyList<RemarkWord> words, out int otherCount)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        otherCount = 0;
        for (var at = 0; at < words.Count;)
        {
            var phrase = LongestAt(words, at);
            if (phrase is null)
                otherCount++;
            else
                found.Add(phrase.Remark);
            at += phrase?.Words.Count ?? 1;
        }
        return found;
    }

    /// <summary>True for a line a signature begins with.</summary>
    public static bool StartsSignature(string line) =>
        RemarkWord.Of(line) is { Count: > 0 } words && All.Value.Any(phrase => phrase.Remark == "signature" && IsAt(phrase, words, 0));

    private static Phrase? LongestAt(IReadOnlyList<RemarkWord> words, int at)
    {
        var english = English.Value.GetValueOrDefault(Key(words[at].Plain), []).FirstOrDefault(phrase => IsAt(phrase, words, at));
        var greek = Greek.Value.GetValueOrDefault(Key(words[at].Spelling), []).FirstOrDefault(phrase => IsAt(phrase, words, at));
        return (greek?.Words.Count ?? 0) > (english?.Words.Count ?? 0) ? greek : english;
    }

    private static bool IsAt(Phrase phrase, IReadOnlyList<RemarkWord> words, int at)
    {
        if (at + phrase.Words.Count > words.Count)
            return false;
        for (var word = 0; word < phrase.Words.Count; word++)
            if (!IsWord(phrase.Words[word], phrase.IsGreek ? words[at + word].Spelling : words[at + word].Plain))
                return false;
        return true;
    }

    private static bool IsWord(string wanted, string word) =>
        wanted[^1] == '*' ? word.AsSpan().StartsWith(wanted.AsSpan(0, wanted.Length - 1), StringComparison.Ordinal) : wanted == word;

    /// <summary>By the first letters of the first word; the longest first, a remark before courtesy.</summary>
    private static Dictionary<string, Phrase[]> Indexed(bool isGreek) => All.Value
        .Where(phrase => phrase.IsGreek == isGreek && phrase.Remark != "signature")
        .GroupBy(phrase => Key(phrase.Words[0]), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Count).ToArray(), StringComparer.Ordinal);

    private static string Key(string word) => word.Length > 2 ? word[..2] : word;

    /// <summary>A line is a remark, its English phrases and its Greek ones, with commas between the three and | between phrases.</summary>
    private static List<Phrase> Read()
    {
        using var file = typeof(RemarkPhrases).Assembly.GetManifestResourceStream("Mapping/Remarks.csv")!;
        using var text = new StreamReader(file);
        var lines = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));
        return [.. lines.SelectMany(cells => Phrases(cells[0], cells[1], isGreek: false).Concat(Phrases(cells[0], cells[2], isGreek: true)))];
    }

    private static IEnumerable<Phrase> Phrases(string remark, string cell, bool isGreek) => cell.Split('|', StringSplitOptions.TrimEntries)
        .Select(text => new Phrase(remark, isGreek, [.. text.Split(' ').Select(word => Compared(word, isGreek))]));

    private static string Compared(string word, bool isGreek)
    {
        var stem = GreekText.Fold(word.TrimEnd('*'));
        return (isGreek ? Greeklish.Spelling(stem) : stem) + (word.EndsWith('*') ? "*" : "");
    }
}
