using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>Texts as the linker compares them.</summary>
internal static class WeighedTexts
{
    /// <summary>The unit vectors of texts, each weighed among those of earlier months.</summary>
    public static List<TermVector> Of(Lexicon lexicon, IEnumerable<(int Month, string? Subject, string? Body)> texts)
    {
        var vocabulary = new Vocabulary(lexicon);
        var (terms, weights) = (new TicketTerms(vocabulary), new TermWeights(vocabulary, 0.01));
        var counted = texts.Select(t => (t.Month, Terms: terms.Of(t.Subject, t.Body is null ? [] : TicketText.OwnLines(t.Body)).ToArray())).ToList();
        counted.ForEach(t => weights.Add(0, t.Month, t.Terms));
        return counted.ConvertAll(t => TermVector.Unit(weights.Of(0, t.Month, t.Terms), _ => false));
    }
}
