using System.IO.Compression;
using System.Text;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Loading;
using Insights.Ingest.Mail;
using Insights.Ingest.Mapping;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;
using MimeKit;
using NodaTime;
using static Insights.Ingest.Tests.Mailbox;

namespace Insights.Ingest.Tests;

public sealed class MailboxTests : IDisposable
{
    private const string Head = "From: Eleni <eleni@shop.example>\nTo: help@provider.example\n";
    private const string Dated = Head + "Date: Mon, 3 Nov 2025 09:00:00 +0200\n";

    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_messages_from_or_to_the_provider_count_and_nothing_of_the_others_is_kept()
    {
        using var mail = Read(_folder, Mbox(
            Message("q@shop", Client, Provider, "server", 0),
            Message("love@shop", Client, "mum@home.example", "provider.example is slow", 1, text: "dear mum"),
            Message("cc@shop", "boss@shop.example", "x@other.example, Help <help@desk.provider.example>", "mouse", 2)), bodies: true);

        Assert.Equal(["q@shop", "cc@shop"], Rows(mail.Messages).Select(m => m["Message"]));
        Assert.DoesNotContain(Rows(mail.Messages).Concat(Rows(mail.Threads)), row => row.Values.Any(v => v.Contains("mum")));
        Assert.Equal(1, Noticed(mail, "other_mail"));
    }

    [Fact]
    public void Bodies_are_kept_only_when_asked()
    {
        var bytes = Mbox(Message("q@shop", Client, Provider, "server", 0, text: "Το ταμείο δεν ανοίγει."));
        using var without = Read(_folder, bytes);
        using var with = Read(_folder, bytes, bodies: true);

        Assert.Equal("", Assert.Single(Rows(without.Messages))["Body"]);
        Assert.Equal("Το ταμείο δεν ανοίγει.", Assert.Single(Rows(with.Messages))["Body"].Trim());
    }

    [Fact]
    public void Copies_of_a_message_count_once_and_one_from_a_persons_hand_is_not_automatic()
    {
        var sent = Message("q@shop", Client, Provider, "server", 0);
        var listed = Message("q@shop", Client, Provider, "server", 0);
        listed.Headers.Add("Precedence", "list");
        using var mail = Read(_folder, Mbox(listed, sent, sent));

        Assert.Equal("no", Assert.Single(Rows(mail.Messages))["Automatic"]);
        Assert.Equal(2, Noticed(mail, "duplicate_messages"));
    }

    [Theory]
    [InlineData("X-Gmail-Labels: Important,Drafts")]
    [InlineData("X-Gmail-Labels: =?utf-8?q?=CE=A0=CF=81=CF=8C=CF=87=CE=B5=CE=B9=CF=81=CE=B1?=")]
    [InlineData("X-Mozilla-Draft-Info: internal/draft; vcard=0")]
    public void A_draft_was_never_sent_and_does_not_count(string header)
    {
        using var mail = Read(_folder, Raw($"{Dated}{header}\nMessage-ID: <d@x>\n\nx", $"{Dated}X-Gmail-Labels: Inbox\nMessage-ID: <q@x>\n\nx"));
        Assert.Equal("q@x", Assert.Single(Rows(mail.Messages))["Message"]);
        Assert.Equal((1, 0), (Noticed(mail, "drafts"), Noticed(mail, "other_mail")));
    }

    [Fact]
    public void A_message_without_an_id_gets_the_same_one_each_time()
    {
        var raw = Raw($"{Dated}Subject: server\n\nhelp", $"{Dated}Subject: server\n\nhelp", $"{Dated}Subject: mouse\n\nhelp");
        using var mail = Read(_folder, raw);
        using var again = Read(_folder, raw);

        Assert.Equal(2, Rows(mail.Threads).Count);
        using var third = Read(_folder, raw);
        Assert.Equal(Rows(again.Threads).Select(t => t["Thread"]), Rows(third.Threads).Select(t => t["Thread"]));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", "yes")]
    [InlineData("Auto-Submitted: auto-generated; owner-email=\"x\"", "yes")]
    [InlineData("Auto-Submitted: no", "no")]
    [InlineData("X-Auto-Response-Suppress: All", "yes")]
    [InlineData("X-Autoreply: yes", "yes")]
    [InlineData("Precedence: auto_reply", "yes")]
    [InlineData("Precedence: bulk", "yes")]
    [InlineData("Precedence: normal", "no")]
    [InlineData("Return-Path: <>", "yes")]
    [InlineData("Return-Path: <eleni@shop.example>", "no")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=b", "yes")]
    [InlineData("Content-Type: text/calendar; method=REPLY", "yes")]
    [InlineData("Content-Type: text/calendar; method=REQUEST", "no")]
    [InlineData("X-Mailer: Thunderbird", "no")]
    public void Automatic_mail_is_told_by_its_headers(string header, string automatic)
    {
        using var mail = Read(_folder, Raw($"{Dated}{header}\n\nwords"));
        Assert.Equal(automatic, Assert.Single(Rows(mail.Messages))["Automatic"]);
    }

    [Theory]
    [InlineData("Date: Mon, 3 Nov 2025 09:00:00 +0200", "Received: by mx; Mon, 3 Nov 2025 09:00:07 +0200", "2025-11-03T07:00:00Z", 0)]
    [InlineData("Date: Mon, 3 Nov 2025 09:00:00 -0500", null, "2025-11-03T14:00:00Z", 0)]
    [InlineData("Date: Mon, 3 Nov 2025 09:00:00 +0200", "Received: by mx; Wed, 5 Nov 2025 09:00:07 +0200", "2025-11-05T07:00:07Z", 1)]
    [InlineData("Date: Thu, 1 Jan 1970 00:00:00 +0000", "Received: by mx; Wed, 5 Nov 2025 09:00:07 +0200", "2025-11-05T07:00:07Z", 1)]
    [InlineData("Date: Mon, 3 Nov 2025 09:00:00", "Received: by mx; Mon, 3 Nov 2025 09:00:07 +0200", "2025-11-03T07:00:07Z", 1)]
    [InlineData("Date: yesterday", "Received: by mx; Mon, 3 Nov 2025 09:00:07 +0200", "2025-11-03T07:00:07Z", 1)]
    [InlineData("X-Nothing: 1", null, "2025-11-03T07:00:00Z", 1)]
    public void The_time_is_the_messages_own_unless_the_server_that_received_it_differs_by_more_than_a_day(
        string date, string? received, string expected, int corrected)
    {
        using var mail = Read(_folder, Raw($"{(received is null ? "" : received + "\n")}Received: from old by older; Sat, 1 Nov 2025 00:00:00 +0000\n"
            .Replace("Received: from old", received is null ? "X-Was: from old" : "Received: from old", StringComparison.Ordinal) + $"{Head}{date}\n\nx"));

        Assert.Equal(expected, Assert.Single(Rows(mail.Messages))["Sent at"]);
        Assert.Equal(corrected, Noticed(mail, "dates_corrected"));
    }

    [Fact]
    public void A_message_that_nothing_dates_is_read_with_an_empty_time()
    {
        var eml = _folder.Write("x.eml", Head + "Subject: x\n\nwords");
        using var mail = MailExport.Open(eml, Options());
        Assert.Equal("", Assert.Single(Rows(mail.Messages))["Sent at"]);
    }

    [Theory]
    [InlineData("iso-8859-7", "q")]
    [InlineData("windows-1253", "q")]
    [InlineData("utf-8", "q")]
    [InlineData("iso-8859-7", "b")]
    [InlineData("windows-1253", "b")]
    [InlineData("utf-8", "b")]
    public void Greek_in_headers_is_read_in_any_encoding(string charset, string encoding)
    {
        const string Subject = "Δεν τυπώνει ο εκτυπωτής";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(charset)?.GetBytes(Subject) ?? Encoding.UTF8.GetBytes(Subject);
        var word = encoding == "b" ? Convert.ToBase64String(bytes) : string.Concat(bytes.Select(b => $"={b:X2}"));
        using var mail = Read(_folder, Raw($"{Dated}Subject: =?{charset}?{encoding}?{word}?=\n\nx"));

        Assert.Equal(Subject, Assert.Single(Rows(mail.Threads))["Subject"]);
    }

    [Theory]
    [InlineData("windows-1253")]
    [InlineData("utf-8")]
    public void Greek_written_into_headers_as_bare_bytes_is_read(string charset)
    {
        const string Subject = "Δεν τυπώνει";
        var encoded = CodePagesEncodingProvider.Instance.GetEncoding(charset)?.GetBytes(Subject) ?? Encoding.UTF8.GetBytes(Subject);
        byte[] mbox = [.. Encoding.ASCII.GetBytes($"From - Mon Nov  3 09:00:00 2025\n{Dated}Subject: "), .. encoded, .. "\n\nx\n"u8];
        using var mail = Read(_folder, mbox);

        Assert.Equal(Subject, Assert.Single(Rows(mail.Threads))["Subject"]);
    }

    [Fact]
    public void A_sentence_that_starts_with_From_is_no_new_message_and_its_quoting_is_undone()
    {
        using var mail = Read(
            _folder, Raw($"{Dated}Message-ID: <q@shop>\n\nwords\n\nFrom the cellar: nothing works\n>From here at 10:00 2025\n\nFrom \nDate is wrong"), bodies: true);

        Assert.Equal("words\n\nFrom the cellar: nothing works\nFrom here at 10:00 2025\n\nFrom \nDate is wrong", Assert.Single(Rows(mail.Messages))["Body"].Trim());
    }

    [Theory]
    [InlineData("From - Mon Nov  3 09:00:00 2025")]
    [InlineData("From 1847364536@xxx Mon Nov 03 07:00:00 +0000 2025")]
    [InlineData("From MAILER_DAEMON Mon Nov  3 09:00:00 EET 2025")]
    [InlineData("From ")]
    public void Postmarks_of_any_mail_program_begin_a_message_with_either_line_end(string postmark)
    {
        var one = $"{postmark}\n{Dated}Message-ID: <a@x>\n\nfirst\n\n";
        var two = $"{postmark}\n{Dated}Message-ID: <b@x>\n\nsecond\n\n";
        foreach (var text in (string[])[one + two, (one + two).Replace("\n", "\r\n", StringComparison.Ordinal), "\uFEFF" + one + two])
        {
            using var mail = Read(_folder, Encoding.UTF8.GetBytes(text));
            Assert.Equal(["a@x", "b@x"], Rows(mail.Messages).Select(m => m["Message"]).Order());
        }
    }

    [Fact]
    public void Messages_are_told_apart_wherever_the_buffer_ends()
    {
        var text = string.Concat(Enumerable.Range(0, 30).Select(i => $"From - Mon Nov  3 09:00:00 2025\n{Dated}Message-ID: <{i}@x>\n\nwords\nFrom x\n\n"));
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var piece = 1; piece < 200; piece += 7)
        {
            var source = new MessageSource(new Dripping(bytes, piece), isMbox: true);
            var count = 0;
            while (source.Next())
            {
                Assert.Contains($"<{count++}@x>", Encoding.UTF8.GetString(source.Headers.Span));
                Assert.EndsWith("\n\n", Encoding.UTF8.GetString(source.Headers.Span));
            }
            Assert.Equal((piece, 30), (piece, count));
        }
    }

    [Fact]
    public void Attachments_are_counted_and_a_signatures_logo_or_what_an_attached_message_holds_is_none()
    {
        var message = Message("q@shop", Client, Provider, "server", 0);
        var builder = new BodyBuilder { TextBody = "see", HtmlBody = "<p>see <img src=\"cid:logo\"></p>" };
        builder.Attachments.Add("list.xlsx", new byte[100_000]);
        builder.Attachments.Add("σελίδα.pdf", new byte[10]);
        builder.LinkedResources.Add("logo.png", new byte[10]).ContentId = "logo";
        var inner = new BodyBuilder { TextBody = "inner" };
        inner.Attachments.Add("inner.pdf", new byte[10]);
        builder.Attachments.Add(new MessagePart("rfc822", Message("i@shop", Client, "x@y.example", "inner", 0)));
        ((MessagePart)builder.Attachments[2]).Message!.Body = inner.ToMessageBody();
        message.Body = builder.ToMessageBody();
        using var mail = Read(_folder, Mbox(message), bodies: true);

        var row = Assert.Single(Rows(mail.Messages));
        Assert.Equal(("3", "see"), (row["Attachments"], row["Body"].Trim()));
    }

    [Fact]
    public void The_words_of_a_message_in_HTML_alone_are_read_without_its_tags()
    {
        var message = Message("q@shop", Client, Provider, "server", 0);
        message.Body = new TextPart("html") { Text = "<html><style>p{}</style><p>Καλημέρα &amp; ευχαριστώ<br>Ελένη</p></html>" };
        using var mail = Read(_folder, Mbox(message), bodies: true);
        Assert.Equal("Καλημέρα & ευχαριστώ\nΕλένη", Assert.Single(Rows(mail.Messages))["Body"].Trim());
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nwords\n")]
    [InlineData("Content-Type: multipart/mixed\n\nwords")]
    [InlineData("Content-Type: ;;;/\nContent-Transfer-Encoding: nonsense\n\nwords")]
    [InlineData("Content-Transfer-Encoding: base64\n\n%%%%")]
    [InlineData("Content-Type: text/plain; charset=no-such-charset\n\nwords")]
    [InlineData("no colon in this line\nX-After: 1\n\nwords")]
    [InlineData("Subject: =?utf-8?b?broken\n\nwords")]
    [InlineData("")]
    public void Broken_MIME_costs_no_message(string rest)
    {
        using var mail = Read(_folder, Raw($"{Dated}Message-ID: <q@shop>\n{rest}", $"{Dated}Message-ID: <r@shop>\n\nfine"));
        Assert.Equal(["q@shop", "r@shop"], Rows(mail.Messages).Select(m => m["Message"]));
    }

    [Fact]
    public void A_folder_of_messages_and_mailboxes_is_one_mailbox()
    {
        var folder = Path.GetDirectoryName(_folder.Write("note.txt", "From the shop: nothing"))!;
        Directory.CreateDirectory(Path.Combine(folder, "deep"));
        var answer = Message("a@prov", Provider, Client, "Re: server", 20, "q@shop");
        answer.WriteTo(Path.Combine(folder, "deep", "answer.eml"));
        _folder.Write("Sent", Mbox(Message("q@shop", Client, Provider, "server", 0)));
        Assert.True(MailExport.IsMail(folder));
        using var mail = MailExport.Open(folder, Options());

        Assert.Equal("2025-11-03T07:20:00Z", Assert.Single(Rows(mail.Threads))["First human reply at"]);
        Assert.Equal(1, Noticed(mail, "other_files"));
    }

    [Theory]
    [InlineData("From address,To,Subject\na@b.example,c,d\n", false)]
    [InlineData("Name: x\nOther: y\n\n", false)]
    [InlineData("{\"From\": 1}", false)]
    [InlineData("", false)]
    [InlineData("Return-Path: <a@b.example>\nReceived: from x\n\tby y; date\nSubject: x\n\nwords", true)]
    public void Mail_is_told_by_its_content(string text, bool isMail) => Assert.Equal(isMail, MailExport.IsMail(_folder.Write("file", text)));

    [Fact]
    public void Without_the_providers_domains_the_outside_domains_met_most_are_named()
    {
        var file = _folder.Write("mail.mbox", Mbox(
            Message("1@x", Client, Provider, "a", 0), Message("2@x", Provider, Client, "b", 1), Message("3@x", Client, "x@bank.example, y@gmail.com", "c", 2)));
        var refused = Assert.Throws<SetupException>(() => MailExport.Open(file, new MailOptions { ProviderDomains = [] }));
        var mistyped = Assert.Throws<SetupException>(() => MailExport.Open(file, new MailOptions { ProviderDomains = ["provder.example"] }));

        Assert.Contains("--provider-domains", refused.What.English);
        Assert.EndsWith("provider.example (2), bank.example (1).", refused.What.English);
        Assert.EndsWith("provider.example (2), bank.example (1).", refused.What.Greek);
        Assert.Contains("None of the 3 messages", mistyped.What.English);
    }

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("provider")]
    public void Free_mail_or_half_a_domain_is_no_provider(string domain)
    {
        var file = _folder.Write("mail.mbox", Mbox(Message("1@x", Client, Provider, "a", 0)));
        var refused = Assert.Throws<SetupException>(() => MailExport.Open(file, new MailOptions { ProviderDomains = [domain] }));
        Assert.Contains($"'{domain}'", refused.What.English);
    }

    [Fact]
    public void A_whole_address_may_stand_for_a_provider_on_free_mail()
    {
        var file = _folder.Write("mail.mbox", Mbox(
            Message("1@x", Client, "Tech@Gmail.com", "a", 0), Message("2@x", Client, "friend@gmail.com", "b", 0)));
        using var mail = MailExport.Open(file, new MailOptions { ProviderDomains = ["tech@gmail.com"] });
        Assert.Equal("1@x", Assert.Single(Rows(mail.Messages))["Message"]);
    }

    [Fact]
    public void A_file_that_is_no_mail_is_refused_with_what_would_be()
    {
        var refused = Assert.Throws<SetupException>(() => MailExport.Open(_folder.Write("mail.pst", "!BDN"), Options()));
        Assert.Contains(".pst", refused.What.English);
    }

    [Fact]
    public void A_mailbox_in_a_zip_is_read_as_it_is()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = archive.CreateEntry("Takeout/Mail/All mail.mbox").Open())
                entry.Write(Mbox(Message("q@shop", Client, Provider, "server", 0), Message("a@prov", Provider, Client, "Re: server", 5, "q@shop")));
            using var other = archive.CreateEntry("Takeout/archive_browser.html").Open();
            other.Write("<html>"u8);
        }
        using var mail = MailExport.Open(_folder.Write("takeout.zip", zip.ToArray()), Options());

        Assert.Equal("2", Assert.Single(Rows(mail.Threads))["Message count"]);
        Assert.Equal(1, Noticed(mail, "other_files"));
    }

    [Fact]
    public void Its_profile_makes_tickets_of_the_threads_and_messages_of_the_messages()
    {
        var profile = KnownProfiles.Find("mailbox-log");
        var answer = Message("a@prov", Provider, Client, "Re: server", 5, "q@shop");
        answer.Headers.Add("Precedence", "bulk");
        using var mail = Read(_folder, Mbox(
            Message("q@shop", Client, Provider, "server", 0), answer, Message("b@prov", Provider, Client, "Re: server", 25, "q@shop", "Ναι;")), bodies: true);
        Load(profile, [mail.Threads, mail.Messages]);

        Assert.Equal(["q@shop|server|Eleni|eleni@shop.example|Nikos|email|open|open (inferred)|2025-11-03T07:00:00Z|2025-11-03T07:25:00Z||2025-11-03T07:25:00Z"],
            _folder.Query("select ticket_id, subject, requester, requester_mail, agent, channel, state, state_text, created_at, responded_at, resolved_at, updated_at from raw.tickets"));
        Assert.Equal(["q@shop|requester|0|1|…", "a@prov|agent|1|1|…", "b@prov|agent|0|1|Ναι;"],
            _folder.Query("select message_id, author_side, is_automatic, is_public, trim(body) from raw.messages order by sent_at"));
    }

    [Fact]
    public void The_examples_of_its_profile_become_the_messages_it_says()
    {
        var profile = KnownProfiles.Find("mailbox-log");
        foreach (var example in profile.Messages!.Examples)
        {
            var text = $"{string.Join('\t', example.Row.Keys)}\n{string.Join('\t', example.Row.Values)}\n";
            var source = example.Row["Side"];
            Assert.Equal((1, 0), _folder.Load(_folder.Write("messages.csv", text), profile, source: source) is var result ? (result.RowCount, result.RejectCount) : default);
            foreach (var (column, expected) in example.Ticket)
                Assert.Equal($"{column} = {expected}", $"{column} = {Assert.Single(_folder.Query($"select {column} from raw.messages where source = '{source}'"))}");
        }
    }

    private void Load(Profile profile, IReadOnlyList<RecordSet> sets)
    {
        var readings = sets.Select(set => Assert.Single(Tables.Of(FirstLook.None(profile), set, DateTimeZone.Utc, DateTime.UnixEpoch.AddYears(100)))).ToList();
        using var warehouse = Warehouse.OpenForWriting(_folder.Warehouse);
        var parts = readings.Select(r => new LoadPart(
            r.Table, r.Name, r.Fields, r.Fill, () => new RowFacts(r.Rejects, r.NewestAt, null, null, [.. r.Notices.Select(n => (n.Code, n.Count))])));
        new RawLoad(warehouse).Load(
            new SourceFacts("mail", "client", "Provider", profile.Name, "UTC", "public_reply", [], null),
            new FileFacts(1, Task.FromResult("b"), Task.FromResult("b"), null, DateTime.UnixEpoch), parts);
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Dripping(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
    }
}
