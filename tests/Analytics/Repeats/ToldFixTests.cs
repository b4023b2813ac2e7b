using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "Who told whom".</summary>
public sealed class ToldFixTests
{
    /// <summary>Conversations written by hand (c: the client, p: the provider, the first message the complaint), and whether the client told the provider what to do.</summary>
    private static readonly (bool IsTold, string Text)[] Conversations =
    [
        (true, "c Ο εκτυπωτής δεν τυπώνει|p Το κοιτάμε|c Την άλλη φορά χρειάστηκε επανεκκίνηση ο print server|p Έγινε επανεκκίνηση, είστε εντάξει"),
        (true, "c Outlook asks for a password all day|p We are looking into it|c Last time Eleni renewed the licence and it stopped|p The licence was renewed."),
        (true, "c Arghsan ta panta|p Tha to doume|c mhpws thelei epanekkinhsh o server?|p Έγινε επανεκκίνηση του server"),
        (true, "c The till shows an old price|p Checking|c I think it needs an update, the other till has it|p Updated, please try."),
        (true, "c Δεν ανοίγει το ERP|p Δώστε μας λίγο χρόνο|c Μήπως να κάνετε reinstall τον client;|p Κάναμε επανεγκατάσταση"),
        (true, "c Η οθόνη τρεμοπαίζει|p Θα στείλουμε τεχνικό|c Το καλώδιο θέλει αντικατάσταση|p Αντικαταστάθηκε το καλώδιο"),
        (true, "c Backup failed on SRV-01|p Noted|c You had to clean the old copies last month too|p Old copies cleaned, backup runs"),
        (true, "c Χάθηκε ένας φάκελος|p Θα το δούμε|c Κάντε επαναφορά από το χθεσινό backup|p Έγινε επαναφορά του φακέλου"),
        (false, "c Ο εκτυπωτής δεν τυπώνει|p Κάντε επανεκκίνηση|c Έκανα επανεκκίνηση, τα ίδια|p Κάντε άλλη μία επανεκκίνηση"),
        (false, "c Please restart the server, it is slow|p Looking|c Any news?|p Restarted"),
        (false, "c The wifi drops|p Checking|c Still drops, we are losing orders|p The access point was replaced"),
        (false, "c Δεν έχω ήχο|p Δείτε αν είναι σε σίγαση|c Δεν είναι|p Έγινε ενημέρωση του οδηγού"),
        (false, "c No internet|p On it|c We restarted the router, no change|p The carrier had an outage, it is over"),
        (false, "c The scanner is slow|p Which one?|c The one upstairs|p Fixed"),
        (false, "c VPN drops after the update|p We will see|c It began with the update on Monday|p We rolled the update back"),
        (false, "c Αργεί το ERP|p Το κοιτάμε|c Καμία ενημέρωση;|p Έγινε ενημέρωση του ERP"),
        (false, "c No mail since morning|p On it|c I restarted it twice, nothing|p Please restart it once more"),
    ];

    [Fact]
    public void Of_eight_fixes_said_to_be_the_client_s_seven_were_and_what_it_had_tried_already_is_the_eighth()
    {
        var judged = Conversations.Select(c => (c.IsTold, IsFound: Find(c.Text) is not null)).ToList();
        var (found, right, told) = (judged.Count(j => j.IsFound), judged.Count(j => j is { IsFound: true, IsTold: true }), judged.Count(j => j.IsTold));
        Assert.Equal(("c The till shows an old price|p Checking|c I think it needs an update, the other till has it|p Updated, please try.\nc No mail since morning|p On it|c I restarted it twice, nothing|p Please restart it once more", 8, 7, 8), (string.Join('\n', judged.Zip(Conversations).Where(j => j.First.IsTold != j.First.IsFound).Select(j => j.Second.Text)), found, right, told));
    }

    [Fact]
    public void The_client_s_line_is_quoted_with_the_step_as_each_wrote_it()
    {
        var fix = Find("c Δεν ανοίγει το ERP|p Δώστε μας χρόνο|c Καλημέρα,\nΜήπως να κάνετε reinstall τον client;\n> Δώστε μας χρόνο|p Κάναμε επανεγκατάσταση");
        Assert.Equal(new ToldFix(2, 3, "Μήπως να κάνετε reinstall τον client;", "reinstall = επανεγκατάσταση"), fix);
    }

    [Fact]
    public void A_ticket_is_asked_only_where_the_client_wrote_again_and_the_provider_after_it_and_words_are_kept()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-04-30 00:00:00");
        Talk(given, "1", "kind = 'incident'", ("requester", "Ο server αργεί"), ("agent", "Το κοιτάμε"), ("requester", "Θέλει επανεκκίνηση"), ("agent", "Έγινε restart"));
        Talk(given, "2", "kind = 'incident'", ("requester", "Ο server αργεί"), ("agent", "Το κοιτάμε"), ("requester", "Κάτι νεότερο;"), ("agent", "Έγινε restart"));
        Talk(given, "3", "kind = 'incident'", ("requester", "Ο server αργεί"), ("agent", "Έγινε restart"), ("requester", "Θέλει ενημέρωση;"));
        Talk(given, "4", "kind = 'request'", ("requester", "Νέο laptop"), ("agent", "Ναι"), ("requester", "Θέλει ενημέρωση"), ("agent", "Έγινε ενημέρωση"));
        Talk(given, "5", "kind = 'incident'", ("requester", ""), ("agent", ""), ("requester", ""), ("agent", ""));
        Assert.Equal(["1|yes|2026-03-02 11:00:00|2026-03-02 12:00:00|Θέλει επανεκκίνηση|επανεκκίνηση = restart|T4", "2|no|∅|∅|∅|∅|T4"],
            given.Refresh().Rows("select ticket_id, is_told, told_at, fixed_at, quote, words, evidence_tier from marts.told_fixes order by 1"));
    }

    private static ToldFix? Find(string conversation)
    {
        var messages = conversation.Split('|').Select((m, i) => new SpokenMessage(m[0] == 'p', i, m[2..])).ToList();
        return Repository.Value.Of(messages[0].Body, messages);
    }

    private static readonly Lazy<ToldFixes> Repository = new(() =>
    {
        using var given = new GivenWarehouse();
        return new ToldFixes(LexiconRows.Read(given.Warehouse));
    });

    private static void Talk(GivenWarehouse given, string id, string set, params (string Side, string Body)[] messages)
    {
        given.Ticket("desk", id, "Alpha", "2026-03-02 09:00:00", $"subject = 'Πρόβλημα {id}'; state = 'open'; {set}");
        for (var i = 0; i < messages.Length; i++)
            given.Message("desk", id, $"2026-03-02 {9 + i:00}:00:00", messages[i].Side, $"is_public = true; is_automatic = false; body = {(messages[i].Body.Length == 0 ? "null" : $"'{messages[i].Body.Replace(';', '.')}'")}");
    }
}
