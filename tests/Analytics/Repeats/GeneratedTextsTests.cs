using Insights.Analytics.Repeats;
using Insights.Samples;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>
/// Average precision over pairs of generated tickets (capitals, missing accents, Greeklish, typing errors, greetings, names, places, devices): two
/// reports of one kind of trouble are to stand above two of different kinds. Every second phrasing of a failure is held
/// out: nothing may be tuned on its texts. Who wrote the lexicon had seen none of the phrases.
/// </summary>
public sealed class GeneratedTextsTests(GeneratedTextsTests.Texts texts, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<GeneratedTextsTests.Texts>
{
    [Theory]
    [InlineData("el", "el", 0.5)]
    [InlineData("el", "gl", 0.42)]
    [InlineData("gl", "gl", 0.58)]
    [InlineData("el", "en", 0.41)]
    [InlineData("gl", "en", 0.45)]
    [InlineData("en", "en", 0.6)]
    public void Held_out_phrasings_of_one_trouble_stand_above_others_in_every_pair_of_languages(string one, string other, double floor)
    {
        var (open, held) = (Precision(texts.Meant, one, other, isHeldOut: false), Precision(texts.Meant, one, other, isHeldOut: true));
        var folded = Precision(texts.Folded, one, other, isHeldOut: true);
        output.WriteLine(FormattableString.Invariant($"{one}-{other}: held out {held:0.000} (fold without lexicon {folded:0.000}), open {open:0.000}"));
        Assert.True(held >= floor, FormattableString.Invariant($"{held:0.000} < {floor}"));
        Assert.True(other != "en" || one == "en" || held > 1.2 * folded, "the lexicon brings no languages together");
    }

    /// <summary>Within a language, without the pairs written by one phrasing: mostly another symptom of the same trouble, of which words know little.</summary>
    [Theory]
    [InlineData("el", 0.12)]
    [InlineData("gl", 0.13)]
    [InlineData("en", 0.14)]
    public void Other_phrasings_of_the_same_language_are_found_as_far_as_they_share_words(string language, double floor)
    {
        var held = Precision(texts.Meant, language, language, isHeldOut: true, otherPhrasingsOnly: true);
        output.WriteLine(FormattableString.Invariant($"{language}-{language}, other phrasings only: held out {held:0.000}"));
        Assert.True(held >= floor, FormattableString.Invariant($"{held:0.000} < {floor}"));
    }

    private static double Precision(IReadOnlyList<Text> of, string one, string other, bool isHeldOut, bool otherPhrasingsOnly = false)
    {
        var half = of.Where(t => t.Phrasing % 2 == (isHeldOut ? 1 : 0)).ToList();
        var (here, there) = (half.FindAll(t => t.Language == one), half.FindAll(t => t.Language == other));
        var pairs = here.SelectMany((a, i) => there.Skip(one == other ? i + 1 : 0).Select(b => (a, b))).Where(p => !otherPhrasingsOnly || !IsSamePhrasing(p.a, p.b))
            .Select(p => (Score: p.a.Terms.Dot(p.b.Terms), IsSame: p.a.Topic == p.b.Topic)).OrderByDescending(p => p.Score).ThenBy(p => p.IsSame).ToList();
        var (found, sum) = (0, 0.0);
        for (var i = 0; i < pairs.Count; i++)
            if (pairs[i].IsSame)
                sum += ++found / (i + 1.0);
        return sum / found;
    }

    private static bool IsSamePhrasing(Text a, Text b) => a.Topic == b.Topic && a.Language == b.Language && a.Phrasing == b.Phrasing;

    internal sealed record Text(string Topic, string Language, int Phrasing, TermVector Terms);

    /// <summary>The failures people reported in a set of samples of its own seed, at most six a phrasing, weighed among all of them.</summary>
    public sealed class Texts
    {
        private const ulong Seed = 20261128;
        private const int MostOfPhrasing = 6;

        public Texts()
        {
            var tickets = SampleSet.Tickets(Seed).Where(t => t.Kind.IsIncident && t.Requester != Provider.Monitoring)
                .GroupBy(t => (t.Kind.Name, t.Language, t.Phrasing)).SelectMany(g => g.Take(MostOfPhrasing)).ToList();
            Folded = Weighed(tickets, new Lexicon([], Lexicon.KnownStopWords()));
            Meant = Weighed(tickets, Own());
        }

        internal IReadOnlyList<Text> Folded { get; }

        internal IReadOnlyList<Text> Meant { get; }

        private static List<Text> Weighed(List<Ticket> tickets, Lexicon lexicon)
        {
            IEnumerable<(int, string?, string?)> In(int month) => tickets.Select(t => (month, (string?)t.Subject, (string?)t.Body));
            var weighed = WeighedTexts.Of(lexicon, In(0).Concat(In(1))).Skip(tickets.Count);
            return [.. tickets.Zip(weighed, (t, terms) => new Text(t.Kind.Name, t.Language, t.Phrasing, terms))];
        }

        private static Lexicon Own()
        {
            var rows = File.ReadLines(Path.Combine(GivenWarehouse.Root(), "data", "reference", "lexicon.csv")).Skip(1).Select(line => line.Split(','));
            return new Lexicon(rows.Select(r => (r[0], (IEnumerable<string>)r[1].Split(';'))), Lexicon.KnownStopWords());
        }
    }
}
