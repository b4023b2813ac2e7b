using System.Text.RegularExpressions;
using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>
/// Average precision over all pairs of the phrases of the samples: two reports of one kind of trouble are to stand above two of different
/// kinds, whichever language each is in. Who wrote the lexicon had not seen the phrases.
/// </summary>
public sealed partial class PhrasesTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private sealed record Phrase(string Topic, string Language, TermVector Terms);

    [Fact]
    public void The_lexicon_brings_languages_together_that_the_fold_alone_cannot()
    {
        var (folded, meant) = (Phrases(new Lexicon([], Lexicon.KnownStopWords())), Phrases(Own()));
        foreach (var (one, other) in new[] { ("", ""), ("el", "el"), ("el", "gl"), ("el", "en"), ("gl", "en") })
            output.WriteLine(FormattableString.Invariant($"{one,2}-{other,2}: fold {Precision(folded, one, other):0.000}, with lexicon {Precision(meant, one, other):0.000}"));
        Assert.True(Precision(meant, "", "") > Precision(folded, "", "") + 0.1);
        Assert.True(Precision(meant, "el", "en") > 1.5 * Precision(folded, "el", "en"));
    }

    internal static Lexicon Own()
    {
        var rows = File.ReadLines(Path.Combine(GivenWarehouse.Root(), "data", "reference", "lexicon.csv")).Skip(1).Select(line => line.Split(','));
        return new Lexicon(rows.Select(r => (r[0], (IEnumerable<string>)r[1].Split(';'))), Lexicon.KnownStopWords());
    }

    internal static List<(string Topic, string Language, string Subject, string Body)> Texts()
    {
        var (phrases, topic, language) = (new List<(string Topic, string Language, string Subject, string Body)>(), "", "");
        foreach (var line in File.ReadLines(Path.Combine(GivenWarehouse.Root(), "tests", "Samples", "Phrases", "incidents.txt")).Where(l => l.Contains('[') || l.Contains(" | ")))
            if (line.StartsWith('['))
                (topic, language) = (line.Trim('[', ']').Split(' ')[0], line.Trim('[', ']').Split(' ')[^1]);
            else
                phrases.Add((topic, language, Said(line.Split(" | ")[0]), Said(line.Split(" | ")[1])));
        return phrases;
    }

    /// <summary>Average precision of pairs ranked by their score; of equal scores the wrong ones stand first.</summary>
    internal static double Precision(IEnumerable<(float Score, bool IsSame)> pairs)
    {
        var ranked = pairs.OrderByDescending(p => p.Score).ThenBy(p => p.IsSame).ToList();
        var (found, sum) = (0, 0.0);
        for (var i = 0; i < ranked.Count; i++)
            if (ranked[i].IsSame)
                sum += ++found / (i + 1.0);
        return sum / found;
    }

    private static List<Phrase> Phrases(Lexicon lexicon)
    {
        var texts = Texts();
        var weighed = WeighedTexts.Of(lexicon, texts.Select((p, i) => (i, (string?)p.Subject, (string?)p.Body)));
        return [.. texts.Zip(weighed, (p, terms) => new Phrase(p.Topic, p.Language, terms))];
    }

    private static string Said(string phrase) => Slot().Replace(phrase.Split(" / ")[0], "");

    private static double Precision(List<Phrase> phrases, string one, string other) => Precision(phrases.SelectMany((a, i) => phrases.Skip(i + 1).Select(b => (a, b)))
        .Where(p => one.Length == 0 || (p.a.Language == one && p.b.Language == other) || (p.a.Language == other && p.b.Language == one))
        .Select(p => (p.a.Terms.Dot(p.b.Terms), p.a.Topic == p.b.Topic)));

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Slot();
}
