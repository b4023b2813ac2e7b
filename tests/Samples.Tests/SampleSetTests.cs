using System.Globalization;
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
        Assert.Equal(7, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(Folder.Committed, file)), File.ReadAllBytes(folder[file])));
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

    private static Dictionary<string, Dictionary<string, string>> TruthOf(string source) =>
        Table.Read(Path.Combine(Truth, "tickets.csv")).Where(t => t["source"] == source)
            .ToDictionary(t => t["ticket_id"], StringComparer.Ordinal);

    private static Instant Parse(string text) => InstantPattern.General.Parse(text).Value;

    private static string Local(string text, string pattern) =>
        text.Length == 0 ? "" : LocalDateTimePattern.CreateWithInvariantCulture(pattern).Format(Parse(text).InZone(Athens).LocalDateTime);

    private static string Minutes(string from, string to) =>
        to.Length == 0 ? "" : ((long)(Parse(to) - Parse(from)).TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
