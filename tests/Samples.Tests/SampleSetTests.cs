using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Insights.Samples.Tests;

public class SampleSetTests
{
    private static readonly DateTimeZone Athens = DateTimeZoneProviders.Tzdb["Europe/Athens"];

    private static string Truth => Path.Combine(Folder.Committed, "truth");

    [Fact]
    public void The_committed_samples_are_what_the_generator_writes()
    {
        using var folder = new Folder();
        SampleSet.Write(folder.Path);
        var files = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder.Path, f)).ToList();
        Assert.Equal(16, files.Count);
        Assert.All(files, file => Assert.Equal(Content(Path.Combine(Folder.Committed, file)), Content(folder[file])));
    }

    [Fact]
    public void Another_seed_tells_another_story_of_the_same_clients()
    {
        var (one, other) = (SampleSet.Tickets(1), SampleSet.Tickets(2));
        Assert.NotEqual(one.Take(50).Select(t => t.CreatedAt), other.Take(50).Select(t => t.CreatedAt));
        Assert.Equal(Names(one), Names(other));
        Assert.All(new[] { one.Count, other.Count }, count => Assert.InRange(count, 3500, 4500));

        static IEnumerable<string> Names(IEnumerable<Ticket> tickets) =>
            tickets.Select(t => t.Client.Name).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Freshdesk_shows_the_truth_to_the_second()
    {
        var truth = TruthOf("freshdesk");
        var rows = Table.Read(Path.Combine(Folder.Committed, "freshdesk", "tickets.csv"));
        Assert.Equal(truth.Count, rows.Count);
        Assert.All(rows, row =>
        {
            var ticket = truth[row["Ticket ID"]];
            Assert.Equal(Local(ticket["created_at"], "uuuu-MM-dd HH:mm:ss"), row["Created time"]);
            Assert.Equal(Local(ticket["responded_at"], "uuuu-MM-dd HH:mm:ss"), row["Initial response time"]);
            Assert.Equal(Local(ticket["resolved_at"], "uuuu-MM-dd HH:mm:ss"), row["Resolved time"]);
            Assert.Equal(ticket["subject"], row["Subject"]);
            Assert.Equal(ticket["client_text"], row["Company Name"]);
            Assert.Equal(ticket["priority_final"], $"{Array.IndexOf(["", "Urgent", "High", "Medium", "Low"], row["Priority"])}");
        });
    }

    [Fact]
    public void Zendesk_shows_the_truth_in_whole_minutes()
    {
        var truth = TruthOf("zendesk");
        var rows = Table.Read(Path.Combine(Folder.Committed, "zendesk", "tickets.csv"));
        Assert.Equal(truth.Count, rows.Count);
        Assert.All(rows, row =>
        {
            var ticket = truth[row["Id"]];
            Assert.Equal(Local(ticket["created_at"], "uuuu-MM-dd HH:mm"), row["Created at"]);
            Assert.Equal(Local(ticket["resolved_at"], "uuuu-MM-dd HH:mm"), row["Solved at"]);
            Assert.Equal(Minutes(ticket["created_at"], ticket["responded_at"]), row["First reply time in minutes"]);
            Assert.Equal(Minutes(ticket["created_at"], ticket["resolved_at"]), row["Full resolution time in minutes"]);
            Assert.Equal(ticket["reopen_count"], row["Reopens"]);
            Assert.Equal(ticket["subject"], row["Subject"]);
        });
    }

    [Fact]
    public void OsTicket_loses_the_due_date_and_the_overdue_flag_of_a_ticket_closed_late()
    {
        var truth = TruthOf("osticket");
        var rows = Table.Read(Path.Combine(Folder.Committed, "osticket", "tickets.csv"), ';');
        Assert.Equal(truth.Count, rows.Count);
        Assert.All(rows, row =>
            Assert.Equal(Local(truth[row["Αριθμός Αιτήματος"]]["created_at"], "dd/MM/uuuu HH:mm"), row["Ημερομηνία Δημιουργίας"]));
        var closed = rows.Where(row => row["Ημερομηνία Κλεισίματος"].Length > 0).ToList();
        Assert.All(closed, row => Assert.Equal("Όχι", row["Εκπρόθεσμο"]));
        Assert.Contains(closed, row => row["Προθεσμία SLA"].Length == 0);
        Assert.Contains(rows, row => row["Εκπρόθεσμο"] == "Ναι");
    }

    [Fact]
    public void The_tools_tell_every_message_at_its_second()
    {
        var truth = Table.Read(Path.Combine(Truth, "messages.csv"));
        var freshdesk = Lines("freshdesk", "conversations.json.gz").Select(m => (m.GetProperty("ticket_id").ToString(), m.GetProperty("created_at").GetString()!, m.GetProperty("body_text").GetString()!));
        var zendesk = Lines("zendesk", "comments.json.gz").SelectMany(t => t.GetProperty("comments").EnumerateArray()
            .Select(c => (t.GetProperty("id").ToString(), c.GetProperty("created_at").GetString()!, c.GetProperty("plain_body").GetString()!)));
        var osticket = Table.Read(Path.Combine(Folder.Committed, "osticket", "messages.csv"))
            .Select(m => (m["Ticket Number"], InstantPattern.General.Format(Instant.FromUnixTimeSeconds(long.Parse(m["Sent"], CultureInfo.InvariantCulture))), m["Body"]));
        Assert.Equal(truth.Where(m => m["source"] == "freshdesk" && m["kind"] != "request").Select(Said), freshdesk);
        Assert.Equal(truth.Where(m => m["source"] == "zendesk").Select(Said), zendesk);
        Assert.Equal(truth.Where(m => m["source"] == "osticket").Select(Said), osticket);

        static (string, string, string) Said(Dictionary<string, string> message) => (message["ticket_id"], message["sent_at"], message["text"]);
    }

    [Fact]
    public void Zendesk_audits_hold_every_change_of_priority_at_its_second()
    {
        string[] ranks = ["", "urgent", "high", "normal", "low"];
        var truth = Table.Read(Path.Combine(Truth, "events.csv")).Where(e => e["source"] == "zendesk" && e["field"] == "priority")
            .Select(e => (e["ticket_id"], e["changed_at"], ranks[int.Parse(e["to"], CultureInfo.InvariantCulture)]));
        var audits = Lines("zendesk", "audits.json.gz").SelectMany(a => a.GetProperty("events").EnumerateArray()
            .Where(e => e.GetProperty("field_name").GetString() == "priority")
            .Select(e => (a.GetProperty("ticket_id").ToString(), a.GetProperty("created_at").GetString()!, e.GetProperty("value").GetString()!)));
        Assert.Equal(truth, audits);
    }

    [Fact]
    public void Nothing_is_later_than_the_export()
    {
        var latest = Instant.FromUnixTimeSeconds(Timeline.ExportedAt);
        Assert.Equal(Instant.FromUtc(2026, 11, 2, 7, 10), latest);
        Assert.All(Table.Read(Path.Combine(Truth, "messages.csv")), row => Assert.True(Parse(row["sent_at"]) <= latest));
        Assert.All(Table.Read(Path.Combine(Truth, "events.csv")), row => Assert.True(Parse(row["changed_at"]) <= latest));
    }

    [Fact]
    public void Fourteen_people_report_the_outage_within_forty_minutes()
    {
        var outage = TruthOf("freshdesk").Values.Where(t => t["planted"].Split(' ').Contains("mass_outage")).ToList();
        Assert.Equal(14, outage.Select(t => t["requester_mail"]).Distinct().Count());
        var created = outage.Select(t => Parse(t["created_at"])).ToList();
        Assert.True(created.Max() - created.Min() <= NodaTime.Duration.FromMinutes(40));
        Assert.Single(outage.Select(t => t["episode"]).Distinct());
    }

    [Fact]
    public void The_chronic_till_fails_at_least_five_times_in_ninety_days_in_different_words()
    {
        var till = TruthOf("freshdesk").Values.Where(t => t["planted"].Split(' ').Contains("chronic_asset"))
            .OrderBy(t => t["created_at"], StringComparer.Ordinal).ToList();
        Assert.All(till, t => Assert.Equal("ACR-POS-03", t["asset"]));
        Assert.True(till.Select(t => t["episode"]).Distinct().Count() >= 5);
        Assert.True(Parse(till[^1]["created_at"]) - Parse(till[0]["created_at"]) <= NodaTime.Duration.FromDays(90));
        Assert.True(till.Select(t => t["subject"]).Distinct().Count() >= till.Count - 1);
    }

    [Theory]
    [InlineData(SampleSet.DefaultSeed)]
    [InlineData(2)]
    public void Whatever_the_seed_outages_outside_the_clients_named_fixes_and_lasting_ones_are_planted(ulong seed)
    {
        var tickets = SampleSet.Tickets(seed);
        Assert.All(Planted("upstream_outage").GroupBy(t => t.FailureId), outage =>
        {
            Assert.True(outage.Select(t => t.Client.Name).Distinct().Count() >= 3);
            Assert.InRange(outage.Max(t => t.CreatedAt) - outage.Min(t => t.CreatedAt), 0, Timeline.Hour);
        });
        Assert.All(Planted("told_fix"), t => Assert.True(t.Messages.FindIndex(m => m.Kind == "advice") is var told && told > 0 && t.Messages.FindIndex(told, m => m.Kind == "resolution") > told));
        Assert.All(Planted("permanent_fix"), fix => Assert.Contains(tickets, t => t.Episode > 2 && t.FailureId == fix.FailureId && t.CreatedAt < fix.CreatedAt));
        Assert.Equal((8, 3, 2), (Planted("upstream_outage").Count, Planted("told_fix").Count, Planted("permanent_fix").Count));

        List<Ticket> Planted(string label) => [.. tickets.Where(t => t.Planted.Contains(label))];
    }

    [Theory]
    [InlineData("freshdesk", ',')]
    [InlineData("zendesk", ',')]
    [InlineData("osticket", ';')]
    public void A_large_export_has_the_rows_asked_for_and_the_same_bytes_every_time(string format, char delimiter)
    {
        using var folder = new Folder();
        LargeExport.Write(folder["one.csv"], format, 5_000, seed: 7, clients: 16);
        LargeExport.Write(folder["two.csv"], format, 5_000, seed: 7, clients: 16);
        Assert.Equal(File.ReadAllBytes(folder["one.csv"]), File.ReadAllBytes(folder["two.csv"]));
        Assert.Equal(5_000, Table.Read(folder["one.csv"], delimiter).Count);
    }

    /// <summary>The bytes of a file; of a compressed one those inside, since compressors differ.</summary>
    private static byte[] Content(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
            return File.ReadAllBytes(path);
        using var inside = new MemoryStream();
        using (var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            file.CopyTo(inside);
        return inside.ToArray();
    }

    private static IEnumerable<JsonElement> Lines(string source, string file) =>
        Encoding.UTF8.GetString(Content(Path.Combine(Folder.Committed, source, file))).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement);

    private static Dictionary<string, Dictionary<string, string>> TruthOf(string source) =>
        Table.Read(Path.Combine(Truth, "tickets.csv")).Where(t => t["source"] == source)
            .ToDictionary(t => t["ticket_id"], StringComparer.Ordinal);

    private static Instant Parse(string text) => InstantPattern.General.Parse(text).Value;

    private static string Local(string text, string pattern) =>
        text.Length == 0 ? "" : LocalDateTimePattern.CreateWithInvariantCulture(pattern).Format(Parse(text).InZone(Athens).LocalDateTime);

    private static string Minutes(string from, string to) =>
        to.Length == 0 ? "" : ((long)(Parse(to) - Parse(from)).TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
