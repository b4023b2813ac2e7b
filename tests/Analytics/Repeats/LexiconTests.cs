using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "The same failure": which words say something.</summary>
public sealed class LexiconTests
{
    private static readonly Lexicon Known = new(
        File.ReadLines(Path.Combine(GivenWarehouse.Root(), "data", "reference", "lexicon.csv")).Skip(1).Select(line => line.Split(','))
            .Select(r => (r[0], (IEnumerable<string>)r[1].Split(';'))), Lexicon.KnownStopWords());

    [Theory]
    [InlineData("μπορείτε ΜΠΟΡΕΙΤΕ μπορειτε mporeite", "laptop")]
    [InlineData("μπορεί ΜΠΟΡΕΙ mporei", "tax")]
    [InlineData("έχω ΕΧΩ εχω exw exo", "echo")]
    [InlineData("πως ΠΩΣ πώς pws", "pos")]
    [InlineData("παιδιά ΠΑΙΔΙΑ paidia", "πεδία")]
    [InlineData("is us IS Us", "ιούς")]
    [InlineData("by BY", "μπω")]
    public void A_stop_word_that_sounds_like_a_concept_is_a_stop_word_and_the_concept_stays_one(string stopWords, string conceptWord)
    {
        Assert.Empty(Terms(stopWords));
        Assert.Single(Terms(conceptWord));
    }

    /// <summary>The concept "problem" alone is in the lexicon by words of the other list.</summary>
    [Fact]
    public void No_stop_word_of_the_program_is_a_term_in_any_case_with_or_without_accents() => Assert.Equal(["issue", "problem", "θέμα", "πρόβλημα"],
        Lexicon.KnownStopWords().Where(word => new[] { word, word.ToUpperInvariant(), Fold.Plain(word) }.Any(w => Terms(w).Count > 0)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_stop_word_in_greeklish_is_one_by_its_sound() => Assert.Empty(Terms("einai den yparxei parakalw kalhmera pali"));

    [Fact]
    public void A_word_that_a_provider_puts_in_its_lexicon_says_something_even_where_the_program_passes_over_it()
    {
        var lexicon = new Lexicon([("assistance", ["help", "βοήθεια"])], Lexicon.KnownStopWords());
        var vocabulary = new Vocabulary(lexicon);
        Assert.Equal([0, 0], vocabulary.Read("Help! ΒΟΗΘΕΙΑ").Select(spelling => vocabulary[spelling].Term));
    }

    private static IReadOnlyList<int> Terms(string text) => new Vocabulary(Known).Read(text);
}
