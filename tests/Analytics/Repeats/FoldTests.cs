using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

public sealed class FoldTests
{
    [Theory]
    [InlineData("ektipot", "εκτυπωτής ΕΚΤΥΠΩΤΗΣ εκτυπωτη ektypotis ektipwths ektupotis ektypoth")]
    [InlineData("sinde", "σύνδεση sundesi syndesh sindesi")]
    [InlineData("kodik", "κωδικός κωδικό kwdikos kodikos")]
    [InlineData("xexas", "ξέχασα ksexasa xehasa")]
    [InlineData("vatari", "μπαταρία mpataria bataria")]
    [InlineData("dikti", "δίκτυο δίκτυα diktyo diktuo")]
    [InlineData("provlim", "πρόβλημα προβλήματα provlima problhma")]
    [InlineData("ipologist", "υπολογιστής ypologistis upologisths")]
    [InlineData("evkol", "εύκολο efkolo eukolo")]
    [InlineData("avto", "αυτό auto afto")]
    [InlineData("qelo", "θέλω thelw thelo 8elw")]
    [InlineData("oqoni", "οθόνη othoni othonh o8oni")]
    [InlineData("ariqm", "αριθμός arithmos ari8mos")]
    [InlineData("prider", "printer printers PRINTER")]
    public void Every_spelling_of_a_word_has_one_form(string form, string spellings) =>
        Assert.All(spellings.Split(' '), word => Assert.Equal($"{word} {form}", $"{word} {Fold.Word(word)}"));

    /// <summary>The texts of Lucene's GreekAnalyzerTest: accents, capitals and brackets make no difference, and "και", "ο", "οι" say nothing.</summary>
    [Theory]
    [InlineData("Προϊόντα (και) [πολλαπλές] - ΑΝΑΓΚΕΣ", "ΠΡΟΪΟΝΤΑ ΠΟΛΛΑΠΛΕΣ ανάγκες")]
    [InlineData("ΠΡΟΫΠΟΘΕΣΕΙΣ Άψογος, ο μεστός και οι άλλοι", "προυποθεσεις ΑΨΟΓΟΣ μεστος ΑΛΛΟΙ")]
    public void The_sentences_of_the_Greek_analyser_come_to_the_same_terms_in_capitals_and_without_accents(string text, string otherwise)
    {
        var vocabulary = new Vocabulary(new Lexicon([], Lexicon.KnownStopWords()));
        Assert.Equal(vocabulary.Terms(otherwise).Select(t => t.Term), vocabulary.Terms(text).Select(t => t.Term));
        Assert.Equal(otherwise.Split(' ').Length, vocabulary.Terms(text).Count);
    }

    [Theory]
    [InlineData("win8")]
    [InlineData("office365")]
    [InlineData("h323")]
    [InlineData("usb3")]
    [InlineData("3cx")]
    [InlineData("server01")]
    [InlineData("3com")]
    public void A_code_is_kept_as_it_is(string code) => Assert.Equal((code, code), (Fold.Word(code), Fold.Word(code.ToUpperInvariant())));

    [Fact]
    public void Accents_written_as_letters_of_their_own_make_no_difference() =>
        Assert.Equal(Fold.Word("υπολογιστής"), Fold.Word("υπολογιστη\u0301ς"));

    [Theory]
    [InlineData("")]
    [InlineData("α")]
    [InlineData("th")]
    [InlineData("ου")]
    [InlineData("日本")]
    [InlineData("--")]
    public void Short_and_foreign_words_have_a_form_and_folding_again_is_safe(string word) => Assert.NotNull(Fold.Word(Fold.Word(word)));
}
