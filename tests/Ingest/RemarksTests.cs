using System.Diagnostics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Tests;

/// <summary>What the words of a message do, in Greek, Greeklish and English.</summary>
public sealed class RemarksTests
{
    [Theory]
    [InlineData("Αυτό είναι ένα αυτοματοποιημένο μήνυμα. Παρακαλούμε μην απαντήσετε.", "automatic")]
    [InlineData("Automatic reply: I am out of the office until Monday.", "automatic")]
    [InlineData("Θα βρίσκομαι σε άδεια έως 20/8.", "automatic")]
    [InlineData("THIS IS AN AUTOMATED RESPONSE. We have received your request and your ticket number is 48213.", "automatic")]
    [InlineData("Delivery has failed to these recipients", "automatic")]
    [InlineData("Aytomath apanthsh: apousiazw me adeia", "automatic")]
    public void Made_by_a_machine(string text, string remark) => Assert.Contains(remark, Said(text));

    [Theory]
    [InlineData("Ευχαριστώ πολύ!")]
    [InlineData("ΕΥΧΑΡΙΣΤΩ")]
    [InlineData("euxaristw poly Niko")]
    [InlineData("efharisto")]
    [InlineData("Ok, thanks.")]
    [InlineData("Thank you so much for your help, Nikos!")]
    [InlineData("Καλημέρα, δουλεύει κανονικά τώρα. Ευχαριστούμε!")]
    [InlineData("It works now, thank you.\n\nKind regards,\nMaria Papa\nTel. 210 1234567")]
    [InlineData("Όλα καλά")]
    [InlineData("ola ok, mporeite na to kleisete")]
    [InlineData("Λύθηκε, να είστε καλά")]
    [InlineData("Perfect!!")]
    public void Nothing_but_thanks(string text) => Assert.Contains("thanks", Said(text));

    [Theory]
    [InlineData("Ευχαριστώ, αλλά δεν δουλεύει")]
    [InlineData("Thanks, but it still does not print")]
    [InlineData("Thanks. When will somebody come?")]
    [InlineData("Δούλεψε δέκα λεπτά και ξαναχάλασε")]
    [InlineData("Thanks in advance. The printer on the second floor makes a noise and leaves black lines on each page")]
    [InlineData("Ευχαριστώ. Ο κωδικός σφάλματος είναι 0x80070005")]
    [InlineData("euxaristw alla den doulevei")]
    public void More_than_thanks(string text) => Assert.DoesNotContain("thanks", Said(text));

    [Theory]
    [InlineData("Any news?")]
    [InlineData("Hi, is there any update on this?")]
    [InlineData("Just following up on my email below")]
    [InlineData("This is the second time I ask")]
    [InlineData("We are still waiting for somebody to call us")]
    [InlineData("Nobody has answered since yesterday")]
    [InlineData("Έχουμε κάποιο νεότερο;")]
    [InlineData("Υπενθύμιση για το παρακάτω")]
    [InlineData("Ακόμα περιμένουμε, από το πρωί δεν τυπώνουμε")]
    [InlineData("Τι γίνεται με το ταμείο;")]
    [InlineData("Πότε θα έρθει κάποιος;")]
    [InlineData("Δεν μας απάντησε κανείς")]
    [InlineData("exoume kapoio neotero?")]
    [InlineData("perimenoume apo xthes")]
    [InlineData("YPENTHYMISI")]
    [InlineData("pote tha erthei kapoios")]
    public void Asks_again(string text) => Assert.Contains("reminder", Said(text));

    [Theory]
    [InlineData("Could you please send us the serial number")]
    [InlineData("Which version do you see?")]
    [InlineData("Μπορείτε να κάνετε μια επανεκκίνηση και να μας πείτε;")]
    [InlineData("Σε ποιον υπολογιστή συμβαίνει\u037E")]
    [InlineData("mporeite na mas steilete mia fwtografia?")]
    public void Asks_the_other_side(string text) => Assert.Contains("question", Said(text));

    [Theory]
    [InlineData("It happened at 10:30; we saw nothing else")]
    [InlineData("See https://kb.example/a?id=7 for how it went")]
    [InlineData("The list: a; b; c")]
    public void Marks_that_ask_nothing(string text) => Assert.DoesNotContain("question", Said(text));

    [Theory]
    [InlineData("We are looking into it and will get back to you shortly.")]
    [InlineData("Έχουμε παραλάβει το αίτημά σας, θα επανέλθουμε σύντομα.")]
    [InlineData("Το κοιτάμε")]
    [InlineData("to koitame, tha sas enhmerwsoume")]
    [InlineData("Noted, thank you")]
    public void Says_no_more_than_that_somebody_is_on_it(string text) => Assert.Contains("holding", Said(text));

    [Theory]
    [InlineData("Έγινε, ο κωδικός άλλαξε")]
    [InlineData("Done, it works now")]
    [InlineData("We replaced the toner, cleaned the drum, printed three test pages and set the tray to A4, so the invoices come out right again; we are looking into why it ran out so early")]
    public void Says_more(string text) => Assert.DoesNotContain("holding", Said(text));

    [Theory]
    [InlineData("The error is ORA-01555")]
    [InlineData("It is the one at 192.168.1.20")]
    [InlineData(@"The file is in \\server\share\invoices")]
    [InlineData("I also tried the other printer")]
    [InlineData("Επισυνάπτω στιγμιότυπο")]
    [InlineData("Δοκίμασα και με άλλο καλώδιο")]
    [InlineData("dokimasa kai me allo kalwdio")]
    [InlineData("Μας βγάζει μήνυμα λάθους")]
    public void Adds_something(string text) => Assert.Contains("detail", Said(text));

    [Theory]
    [InlineData("Any news on ticket 48213 of 12/05/2026 at 10:30")]
    [InlineData("Έχουμε νεότερα για το #48213;")]
    public void A_ticket_number_a_date_and_a_time_are_no_detail(string text) => Assert.DoesNotContain("detail", Said(text));

    [Theory]
    [InlineData("", null)]
    [InlineData(" \n ", null)]
    [InlineData("The door is open", "")]
    [InlineData("Any news? The error code is 1603", "reminder question detail")]
    public void In_a_fixed_order_none_is_empty_and_no_words_are_null(string text, string? remarks) => Assert.Equal(remarks, Remarks.Of(text));

    [Theory]
    [InlineData("ευχαριστώ", "euxaristw", "efxaristo", "ευχαριστω", "eyxaristw")]
    [InlineData("κωδικός", "kwdikos", "kodikos")]
    [InlineData("οθόνη", "othoni", "o8onh", "othonh")]
    [InlineData("θέλω", "thelw", "8elw")]
    [InlineData("αυτό", "auto", "afto")]
    [InlineData("μπορώ", "mporw", "boro")]
    [InlineData("ξέχασα", "ksexasa", "xehasa")]
    public void One_word_has_one_spelling(params string[] words) =>
        Assert.Single(words.Select(word => Greeklish.Spelling(GreekText.Fold(word))).Distinct());

    [Theory]
    [InlineData("?;", 100_000)]
    [InlineData("any ", 100_000)]
    [InlineData("περιμεν", 100_000)]
    [InlineData("1.", 100_000)]
    [InlineData("/a", 100_000)]
    [InlineData("\n--x", 100_000)]
    public void Hostile_text_takes_no_longer_than_its_length(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var watch = Stopwatch.StartNew();
        Remarks.Of(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{piece} took {watch.Elapsed}");
    }

    private static string[] Said(string text) => Remarks.Of(MessageText.Body(text))!.Split(' ');
}
