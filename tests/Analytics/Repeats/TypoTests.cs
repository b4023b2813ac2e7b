using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>
/// DECISIONS.md, "The same failure": what the greater of the words' cosine and 0.8 times that of the four-letter pieces of their folds would bring, over all pairs of
/// the phrases as they are and with two letters changed over in 15 of 100 words.
/// </summary>
public sealed class TypoTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void Pieces_of_words_beside_the_words_bring_less_than_three_hundredths(int typosOfHundred)
    {
        var random = new Random(20270311);
        var phrases = PhrasesTests.Texts().Select(p => (p.Topic, Subject: Mistyped(p.Subject, typosOfHundred, random), Body: Mistyped(p.Body, typosOfHundred, random))).ToList();
        var words = WeighedTexts.Of(PhrasesTests.Own(), phrases.Select((p, i) => (i, (string?)p.Subject, (string?)p.Body)));
        var pieces = WeighedTexts.Of(new Lexicon([], []), phrases.Select((p, i) => (i, (string?)Pieces(p.Subject), (string?)Pieces(p.Body))));
        var topics = phrases.ConvertAll(p => p.Topic);
        var (alone, rescued) = (Precision(topics, (i, j) => words[i].Dot(words[j])), Precision(topics, (i, j) => Math.Max(words[i].Dot(words[j]), 0.8f * pieces[i].Dot(pieces[j]))));
        output.WriteLine(FormattableString.Invariant($"{typosOfHundred} of 100 words mistyped: words {alone:0.000}, with pieces {rescued:0.000}"));
        Assert.InRange(rescued - alone, -0.05, 0.03);
    }

    private static double Precision(List<string> topics, Func<int, int, float> score) => PhrasesTests.Precision(
        from i in Enumerable.Range(0, topics.Count) from j in Enumerable.Range(i + 1, topics.Count - i - 1) select (score(i, j), topics[i] == topics[j]));

    private static string Mistyped(string text, int ofHundred, Random random) => string.Join(' ', text.Split(' ').Select(word =>
    {
        if (word.Length < 4 || random.Next(100) >= ofHundred)
            return word;
        var at = random.Next(1, word.Length - 2);
        return string.Concat(word.AsSpan(0, at), word.AsSpan(at + 1, 1), word.AsSpan(at, 1), word.AsSpan(at + 2));
    }));

    private static string Pieces(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Fold.Word(word.Trim('.', ',', ';', '!', ':')))
        .SelectMany(fold => fold.Length <= 4 ? [fold] : Enumerable.Range(0, fold.Length - 3).Select(i => fold.Substring(i, 4))));
}
