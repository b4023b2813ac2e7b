using Insights.Ingest.Mail;
using MimeKit;
using static Insights.Ingest.Tests.Mailbox;

namespace Insights.Ingest.Tests;

public sealed class MailThreadsTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_question_its_answers_and_the_answers_to_those_are_one_ticket_named_by_the_first()
    {
        using var mail = Read(
            Message("q@shop", Client, Provider, "Δεν τυπώνει", 0),
            Message("a@prov", Provider, Client, "ΑΠ: Δεν τυπώνει", 20, "q@shop"),
            Message("b@shop", Client, Provider, "Re: ΑΠ: Δεν τυπώνει", 90, "q@shop a@prov"));

        var ticket = Assert.Single(Rows(mail.Threads));
        Assert.Equal("q@shop", ticket["Thread"]);
        Assert.Equal("Δεν τυπώνει", ticket["Subject"]);
        Assert.Equal("Eleni|eleni@shop.example|Nikos", $"{ticket["Requester"]}|{ticket["Requester address"]}|{ticket["Agent"]}");
        Assert.Equal("2025-11-03T07:00:00Z", ticket["Created at"]);
        Assert.Equal("2025-11-03T07:20:00Z", ticket["First human reply at"]);
        Assert.Equal("2025-11-03T08:30:00Z", ticket["Last message at"]);
        Assert.Equal(["q@shop", "q@shop", "q@shop"], Rows(mail.Messages).Select(m => m["Thread"]));
    }

    [Fact]
    public void Answers_to_a_message_that_is_missing_still_belong_together()
    {
        using var mail = Read(
            Message("b@shop", Client, Provider, "Re: server", 5, "gone@shop"),
            Message("c@prov", Provider, Client, "Re: server", 9, "gone@shop"));

        Assert.Equal(["gone@shop", "gone@shop"], Rows(mail.Messages).Select(m => m["Thread"]));
    }

    [Fact]
    public void An_export_that_lacks_the_first_message_adds_messages_to_the_same_ticket_and_does_not_say_when_it_began()
    {
        var question = Message("q@shop", Client, Provider, "server", 0);
        var answer = Message("a@prov", Provider, Client, "Re: server", 5, "q@shop");
        var chaser = Message("c@shop", Client, Provider, "Re: server", 50, "q@shop a@prov");
        using var all = Read(question, answer, chaser);
        using var later = MailExport.Open(_folder.Write("later.mbox", Mbox(chaser)), Options());

        Assert.Equal("q@shop", Assert.Single(Rows(all.Threads))["Thread"]);
        Assert.Empty(Rows(later.Threads));
        Assert.Equal(("q@shop", "c@shop"), Assert.Single(Rows(later.Messages)) is var message ? (message["Thread"], message["Message"]) : default);
        Assert.Equal(1, Noticed(later, "beginning_missing"));
    }

    [Theory]
    [InlineData("Re: printer", true, 1)]
    [InlineData("Re: printer", false, 0)]
    [InlineData("Fwd: Re: printer", false, 1)]
    [InlineData("ΠΡΘ: printer", false, 1)]
    [InlineData("printer", false, 1)]
    public void A_thread_that_began_in_the_clients_house_is_a_ticket_and_one_whose_beginning_is_missing_is_none(string subject, bool hasFirst, int tickets)
    {
        var asked = Message("q@shop", Client, Provider, subject, 10, "in@shop");
        var inHouse = Message("in@shop", "boss@shop.example", Client, "printer", 0);
        using var mail = hasFirst ? Read(asked, inHouse) : Read(asked);

        Assert.Equal(tickets, Rows(mail.Threads).Count);
        Assert.Equal("in@shop", Assert.Single(Rows(mail.Messages))["Thread"]);
    }

    [Theory]
    [InlineData("Re: printer", 60, Client, 1)]
    [InlineData("ΣΧΕΤ: PRINTER", 60, Client, 1)]
    [InlineData("Απάντηση: printer", 60, Client, 1)]
    [InlineData("RE: Re[2]: printer", 60, Client, 1)]
    [InlineData("printer", 60, Client, 2)]
    [InlineData("Re: scanner", 60, Client, 2)]
    [InlineData("Re: printer", 15 * 24 * 60, Client, 2)]
    [InlineData("Re: printer", 60, "Else <else@shop.example>", 2)]
    public void An_answer_that_names_no_message_joins_by_subject_and_client_within_14_days(string subject, int minutes, string client, int tickets)
    {
        using var mail = Read(
            Message("q@shop", Client, Provider, "printer", 0),
            Message("b@shop", client, Provider, subject, minutes));

        Assert.Equal(tickets, Rows(mail.Threads).Count);
    }

    [Fact]
    public void An_answer_that_names_its_question_is_never_moved_by_its_subject()
    {
        using var mail = Read(
            Message("q1@shop", Client, Provider, "printer", 0),
            Message("q2@shop", Client, Provider, "printer", 10),
            Message("a1@prov", Provider, Client, "Re: printer", 20, "q1@shop"));

        Assert.Equal(["q1@shop 2", "q2@shop 1"], Rows(mail.Threads).Select(t => $"{t["Thread"]} {t["Message count"]}"));
    }

    [Fact]
    public void What_the_provider_began_is_no_request_and_an_answer_without_its_question_has_no_time_of_asking()
    {
        using var mail = Read(
            Message("offer@prov", Provider, Client, "Προσφορά", 0),
            Message("ok@shop", Client, Provider, "Re: Προσφορά", 5, "offer@prov"),
            Message("a@prov", Provider, Client, "Re: server", 9, "gone@shop"),
            Message("q@shop", Client, Provider, "mouse", 30));

        Assert.Equal("q@shop", Assert.Single(Rows(mail.Threads))["Thread"]);
        Assert.Equal(["gone@shop", "q@shop"], Rows(mail.Messages).Select(m => m["Thread"]));
        Assert.Equal((1, 1), (Noticed(mail, "outbound_threads"), Noticed(mail, "beginning_missing")));
    }

    [Fact]
    public void An_answer_whose_clock_is_behind_does_not_begin_the_thread()
    {
        using var mail = Read(
            Message("q@shop", Client, Provider, "server", 0),
            Message("a@prov", Provider, Client, "Re: server", -30, "q@shop"));

        Assert.Equal("q@shop", Assert.Single(Rows(mail.Threads))["Thread"]);
    }

    [Fact]
    public void The_first_human_reply_is_no_automatic_one()
    {
        var receipt = Message("auto@prov", Provider, Client, "Re: server", 1, "q@shop");
        receipt.Headers.Add("Auto-Submitted", "auto-replied");
        using var mail = Read(
            Message("q@shop", Client, Provider, "server", 0),
            receipt,
            Message("a@prov", Provider, Client, "Re: server", 45, "q@shop"));

        Assert.Equal("2025-11-03T07:45:00Z", Assert.Single(Rows(mail.Threads))["First human reply at"]);
        Assert.Equal(0, Noticed(mail, "only_automatic_answers"));
    }

    [Fact]
    public void A_thread_with_automatic_answers_only_has_no_reply_and_is_noticed()
    {
        var receipt = Message("auto@prov", Provider, Client, "Re: server", 1, "q@shop");
        receipt.Headers.Add("Auto-Submitted", "auto-replied");
        using var mail = Read(Message("q@shop", Client, Provider, "server", 0), receipt);

        Assert.Equal("", Assert.Single(Rows(mail.Threads))["First human reply at"]);
        Assert.Equal(1, Noticed(mail, "only_automatic_answers"));
    }

    [Theory]
    [InlineData("Re: printer", 60, "ok", 1)]
    [InlineData("Re: printer - and the scanner", 60, "ok", 2)]
    [InlineData("Re: printer", 15 * 24 * 60, "ok", 2)]
    [InlineData("Re: printer", 60, "Έχω κι ένα νέο θέμα: το mail", 2)]
    [InlineData("Re: printer", 60, "There is another issue with the mail", 2)]
    [InlineData("Re: printer", 60, "fine\n\nOn Monday Nikos wrote:\n> is there another issue?", 1)]
    public void Several_problems_in_one_thread_are_noticed_and_stay_one_ticket(string subject, int minutes, string text, int problems)
    {
        using var mail = Read(
            Message("q@shop", Client, Provider, "printer", 0),
            Message("b@shop", Client, Provider, subject, minutes, "q@shop", text));

        Assert.Equal($"{problems}", Assert.Single(Rows(mail.Threads))["Problem count"]);
        Assert.Equal(problems > 1 ? 1 : 0, Noticed(mail, "several_problems"));
    }

    [Theory]
    [InlineData("Ευχαριστώ πολύ!", MailExport.ThankedState)]
    [InlineData("Thanks, it works", MailExport.ThankedState)]
    [InlineData("Ευχαριστώ, αλλά δεν δουλεύει", MailExport.OpenState)]
    [InlineData("Thanks. When will you come?", MailExport.OpenState)]
    public void Thanks_at_the_end_are_a_label_and_never_a_resolution(string text, string state)
    {
        using var mail = Read(
            Message("q@shop", Client, Provider, "printer", 0),
            Message("a@prov", Provider, Client, "Re: printer", 20, "q@shop"),
            Message("b@shop", Client, Provider, "Re: printer", 60, "q@shop a@prov", text));

        Assert.Equal(state, Assert.Single(Rows(mail.Threads))["State"]);
    }

    /// <summary>Random mailboxes: chains, lost references, lost messages, copies, equal subjects, equal times, wrong clocks.</summary>
    [Fact]
    public void The_order_of_the_messages_does_not_matter()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var messages = Generated(random);
            using var one = Read([.. messages]);
            var expected = Shown(one);
            for (var turn = 0; turn < 3; turn++)
            {
                var shuffled = messages.ToArray();
                random.Shuffle(shuffled);
                using var other = Read(shuffled);
                Assert.Equal((seed, expected), (seed, Shown(other)));
            }
        }
    }

    private static List<MimeMessage> Generated(Random random)
    {
        string[] subjects = ["printer", "Re: printer", "server", "Re: server", "νέο θέμα", ""];
        var messages = new List<MimeMessage>();
        for (var i = 0; i < 25; i++)
        {
            var earlier = i > 0 && random.Next(3) > 0 ? messages[random.Next(i)] : null;
            var chain = earlier is null ? null : string.Join(' ', earlier.References.Append(earlier.MessageId).TakeLast(random.Next(1, 4)));
            var (from, to) = random.Next(2) == 0 ? (Client, Provider) : (Provider, Client);
            var message = Message($"m{i}@x", from, to, subjects[random.Next(subjects.Length)], random.Next(0, 40_000) / 10 * 10, chain);
            if (random.Next(4) == 0)
                message.Headers.Add("Precedence", "bulk");
            if (random.Next(3) == 0)
                message.Headers.Insert(0, "Received", "from a by b; Tue, 4 Nov 2025 10:00:00 +0200");
            messages.Add(message);
        }
        messages.RemoveAll(_ => random.Next(5) == 0);
        messages.AddRange(messages.Where(_ => random.Next(4) == 0).Select(m => Copy(m, random)).ToList());
        return messages;
    }

    private static MimeMessage Copy(MimeMessage message, Random random)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        bytes.Position = 0;
        var copy = MimeMessage.Load(bytes);
        if (random.Next(2) == 0)
            copy.Headers.Add("X-Auto-Response-Suppress", "All");
        if (random.Next(3) == 0)
            copy.Subject = "[list] " + copy.Subject;
        return copy;
    }

    private static string Shown(MailExport mail) =>
        string.Join('\n', Rows(mail.Threads).Concat(Rows(mail.Messages)).Select(row => string.Join('|', row.Values)))
        + string.Join('\n', mail.Notices.Select(n => $"{n.Code} {n.Count}"));

    private MailExport Read(params MimeMessage[] messages) => Mailbox.Read(_folder, Mbox(messages));
}
