using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "The same failure": what of a text is compared.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("see https://portal.example.gr/a?b=1 now", "see now")]
    [InlineData("www.example.gr down", "down")]
    [InlineData("maria@example.gr reports", "reports")]
    [InlineData("12345 2026-01-05 10:30 210-1234567 3.14", "")]
    [InlineData("error 0x80070005 and ORA-01555", "error 0x80070005 ora-01555")]
    [InlineData("SRV-ERP PRN_LOGISTIRIO srv01.example.local", "srv-erp prn_logistirio srv01.example.local")]
    [InlineData("10.1.2.77 and 10.1.2.9 but 10.1.3.9", "10.1.2.0/24 10.1.2.0/24 10.1.3.0/24")]
    [InlineData("999.1.2.3", "")]
    [InlineData("Wi-Fi e-mail", "wi fi mail")]
    [InlineData("NullPointerException", "nullpointerexception null pointer exception")]
    [InlineData("", "")]
    [InlineData("... --- @@@ ://", "")]
    public void Codes_and_hosts_are_kept_whole_networks_by_three_numbers_and_addresses_and_numbers_not_at_all(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Written(text).Select(w => w.ToLowerInvariant())));

    [Fact]
    public void A_code_is_a_code_in_any_case_and_a_word_is_none()
    {
        var vocabulary = new Vocabulary(new Lexicon([], []));
        var terms = vocabulary.Read("ORA-01555 ora-01555 SRV-ERP server printer").Select(spelling => vocabulary[spelling].Term).ToList();
        Assert.Equal([true, true, true, false, false], terms.Select(vocabulary.IsCode));
        Assert.Equal(terms[0], terms[1]);
    }

    [Fact]
    public void A_word_of_more_than_sixty_four_letters_is_passed_over() =>
        Assert.Equal(["ok"], Written(new string('a', 65) + " ok"));

    [Fact]
    public void A_body_is_read_to_the_first_line_it_quotes()
    {
        Assert.Equal(["Δεν τυπώνει", "Μαρία"], Own("Δεν τυπώνει\r\n\r\n> παλιό\r\n  Μαρία  \nΑπό: Support\nold text"));
        Assert.Equal(["a"], Own("a\nOn Mon, 5 Jan 2026, Support wrote:\nb"));
        Assert.Equal(["a"], Own("a\nΣτις Δευ 5 Ιαν, ο χρήστης Support έγραψε:\nb"));
        Assert.Equal(["a"], Own("a\n-----Original Message-----\nb"));
        Assert.Equal(["On the wrote"], Own("On the wrote"));
    }

    [Fact]
    public void A_line_in_more_than_twenty_tickets_of_one_person_is_a_signature_and_of_another_person_is_not_yet()
    {
        var lines = new RepeatedLines(20, 0.01);
        for (var i = 0; i < 21; i++)
            Assert.Equal(2, Of(lines, "maria", $"fault {i}", "Maria, 4th floor"));
        Assert.Equal(1, Of(lines, "maria", "fault 21", "Maria, 4th floor"));
    }

    [Fact]
    public void A_line_in_more_than_twenty_tickets_and_one_of_a_hundred_of_the_client_is_a_disclaimer_whoever_sends_it()
    {
        var lines = new RepeatedLines(20, 0.01);
        for (var i = 0; i < 21; i++)
            Assert.Equal(1, Of(lines, $"person {i}", "This message is confidential"));
        Assert.Equal(0, Of(lines, "person 21", "This message is confidential"));
        var large = new RepeatedLines(20, 0.01);
        for (var i = 0; i < 3000; i++)
            Of(large, null, $"other {i}");
        for (var i = 0; i < 30; i++)
            Assert.Equal(1, Of(large, $"person {i}", "This message is confidential"));
    }

    private static int Of(RepeatedLines lines, string? requester, params string[] text) => lines.Own([.. text.Select(l => l.AsMemory())], requester).Count;

    private static List<string> Own(string body) => [.. TicketText.OwnLines(body).Select(l => l.ToString())];

    private static List<string> Written(string text)
    {
        var vocabulary = new Vocabulary(new Lexicon([], ["and", "but"]));
        return [.. vocabulary.Read(text).Select(spelling => vocabulary[spelling].Written)];
    }
}
