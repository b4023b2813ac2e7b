using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Insights.EndToEnd.Tests;

/// <summary>
/// The bundled exports, loaded and measured by the real program under the contract their truth was planted with, ticket by ticket
/// against that truth. Exports in whole minutes may judge a ticket differently that was answered within a minute of its due time.
/// </summary>
public sealed partial class TruthTests(TruthTests.Measured measured, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<TruthTests.Measured>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Measured _measured = measured;

    [Theory]
    [InlineData("freshdesk")]
    [InlineData("zendesk")]
    [InlineData("osticket")]
    public void Every_planted_ticket_is_there_once_under_its_client_and_nothing_was_rejected(string source)
    {
        var truth = _measured.Truth.Where(t => t.Source == source).ToDictionary(t => t.TicketId, t => t.Client);
        var loaded = _measured.Tickets.Where(t => t["source"] == source).ToDictionary(t => t["ticket_id"], t => t["client"]);
        Assert.NotEmpty(truth);
        Assert.Equal(truth.OrderBy(t => t.Key, StringComparer.Ordinal), loaded.OrderBy(t => t.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_instant_is_the_planted_one_cut_to_the_precision_of_the_export()
    {
        var tickets = _measured.Tickets.ToDictionary(t => (t["source"], t["ticket_id"]));
        Assert.All(_measured.Truth, truth =>
        {
            var ticket = tickets[(truth.Source, truth.TicketId)];
            if (IsAmbiguous(ticket))
                return;
            var created = Instant(ticket["created_at"])!.Value;
            Assert.InRange(truth.CreatedAt - created, TimeSpan.Zero, truth.Source == "freshdesk" ? TimeSpan.Zero : Minute);
        });
    }

    [Theory]
    [InlineData("freshdesk")]
    [InlineData("zendesk")]
    [InlineData("osticket")]
    public void Every_answer_is_judged_as_planted_unless_it_came_within_a_minute_of_its_due_time(string source)
    {
        var tickets = _measured.Tickets.Where(t => t["source"] == source).ToDictionary(t => t["ticket_id"]);
        var answered = _measured.Truth.Where(t => t.Source == source && t.RespondedAt is not null && t.Outcome is "met" or "breached" && tickets.ContainsKey(t.TicketId)
            && tickets[t.TicketId]["responded_at"].Length > 0 && !IsAmbiguous(tickets[t.TicketId])).ToList();
        Assert.True(answered.Count > (source == "osticket" ? 200 : 500));
        var wrong = answered.Where(t => tickets[t.TicketId]["response_outcome"] != t.Outcome && (t.RespondedAt!.Value - t.DueAt!.Value).Duration() > (source == "freshdesk" ? TimeSpan.Zero : Minute));
        Assert.Equal([], wrong.Select(t => $"{t.TicketId}: planted {t.Outcome}, due {t.DueAt:u}, answered {t.RespondedAt:u}; measured {tickets[t.TicketId]["response_outcome"]}, due {tickets[t.TicketId]["response_due_at"]}"));
    }

    [Fact]
    public void Open_tickets_nobody_answered_are_late_once_due()
    {
        var tickets = _measured.Tickets.ToDictionary(t => (t["source"], t["ticket_id"]));
        var waiting = _measured.Truth.Where(t => t.Planted.Contains("unanswered_open") && t.Source != "osticket" && t.RespondedAt is null).ToList();
        Assert.NotEmpty(waiting);
        Assert.All(waiting, t => Assert.Equal(t.Outcome, tickets[(t.Source, t.TicketId)]["response_outcome"]));
    }

    [Fact]
    public void A_tool_that_exports_no_response_is_judged_by_its_messages_and_not_at_all_without_them()
    {
        var answered = _measured.Truth.Where(t => t.Source == "osticket" && t.RespondedAt is not null).Select(t => (t.TicketId, t.RespondedAt)).ToDictionary();
        var measured = _measured.Tickets.Where(t => t["source"] == "osticket" && t["responded_at"].Length > 0).ToDictionary(t => t["ticket_id"], t => Instant(t["responded_at"]));
        Assert.Equal(answered.OrderBy(t => t.Key, StringComparer.Ordinal), measured.OrderBy(t => t.Key, StringComparer.Ordinal));

        using var folder = new TemporaryFolder();
        var list = Path.Combine(AppContext.BaseDirectory, "data", "samples", "osticket", "tickets.csv");
        foreach (var command in new string[][] { ["ingest", list, "--source", "osticket", "--provider", "Αίολος Πληροφορική"], ["refresh", "--reference", Path.Combine(AppContext.BaseDirectory, "data", "reference")] })
            Assert.Equal(0, InsightsProgram.In(folder.Path, command).ExitCode);
        var outcomes = InsightsProgram.In(folder.Path, "query", "select distinct response_outcome from marts.tickets", "--format", "csv").Output;
        Assert.Equal(["response_outcome", "unknown"], outcomes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()));
    }

    [Fact]
    public void Calls_are_counted_and_called_back_as_planted()
    {
        var rows = Csv.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "samples", "truth", "calls.csv"))).Skip(1).Where(r => r[2] == "in").ToList();
        var planted = rows.GroupBy(r => r[0]).Select(c => (Client: c.Key, In: c.Count(), Answered: c.Count(r => r[4] == "true"), Back: c.Count(r => r[5].Length > 0)));
        var measured = _measured.Query("select client, sum(incoming_count) as n, sum(answered_count) as answered, sum(called_back_count) as back from marts.phone where client is not null group by client")
            .Select(r => (Client: r["client"], In: int.Parse(r["n"], CultureInfo.InvariantCulture), Answered: int.Parse(r["answered"], CultureInfo.InvariantCulture), Back: int.Parse(r["back"], CultureInfo.InvariantCulture)));
        Assert.Equal(planted.OrderBy(c => c.Client, StringComparer.Ordinal), measured.OrderBy(c => c.Client, StringComparer.Ordinal));
        Assert.Empty(_measured.Query("select * from marts.phone where client is null"));
    }

    [Fact]
    public void Hours_are_used_as_planted_and_where_nothing_was_planted_they_are_not_measurable()
    {
        var planted = Csv.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "samples", "truth", "hours.csv"))).Skip(1).Select(r => string.Join(' ', r)).Order(StringComparer.Ordinal).ToList();
        var measured = _measured.Query("select client, strftime(month, '%Y-%m') as month, entry_count, used_seconds // 60 as used, billable_seconds // 60 as billable from marts.hours_used where span = 'month' and entry_count > 0")
            .Select(r => $"{r["client"]} {r["month"]} {r["entry_count"]} {r["used"]} {r["billable"]}").Order(StringComparer.Ordinal);
        Assert.InRange(planted.Count, 25, 33);
        Assert.Equal(planted, measured);
        Assert.Equal(["0"], _measured.Query("select count(*) as n from marts.hours_used where span = 'month' and (month < '2026-01-01' or client = 'Δικηγορικό Γραφείο Παππά') and used_seconds is not null").Select(r => r["n"]));
        Assert.Equal(["21600"], _measured.Query("select distinct included_seconds from marts.hours_included where client = 'Δικηγορικό Γραφείο Παππά' and used_seconds is null").Select(r => r["included_seconds"]));
        Assert.NotEqual(["0"], _measured.Query("select count(*) as n from marts.hours_included where client = 'Ξενοδοχείο Ακρόπολις View' and left_seconds is not null").Select(r => r["n"]));
    }

    [Fact]
    public void Clients_think_of_the_answers_what_was_planted()
    {
        var rows = Csv.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "samples", "truth", "tickets.csv")));
        var at = rows[0].Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i);
        var planted = rows.Skip(1).Where(r => r[at["state"]] is "resolved" or "closed" && r[at["satisfaction"]].Length > 0)
            .GroupBy(r => (r[at["client"]], r[at["satisfaction"]])).Select(g => $"{g.Key.Item1} {g.Key.Item2} {g.Count()}").Order(StringComparer.Ordinal);
        var measured = _measured.Query("""
            select client, word, sum(n)::bigint as n
            from (unpivot (select client, good_count as good, neutral_count as neutral, bad_count as bad, offered_count - answered_count as offered from marts.satisfaction where span = 'month') on good, neutral, bad, offered into name word value n)
            group by all having sum(n) > 0
            """).Select(r => $"{r["client"]} {r["word"]} {r["n"]}").Order(StringComparer.Ordinal);
        Assert.Equal(planted, measured);
    }

    [Fact]
    public void Only_tickets_of_the_repeated_autumn_hour_are_flagged_as_ambiguous()
    {
        var flagged = _measured.Tickets.Where(IsAmbiguous).Select(t => (t["source"], t["ticket_id"])).ToHashSet();
        Assert.NotEmpty(flagged);
        var autumn = new DateTime(2025, 10, 26, 1, 0, 0, DateTimeKind.Utc);
        Assert.All(_measured.Truth.Where(t => flagged.Contains((t.Source, t.TicketId))), t => Assert.InRange(t.CreatedAt, autumn.AddDays(-60), autumn.AddDays(366)));
        Assert.InRange(flagged.Count, 1, 20);
    }

    private static bool IsAmbiguous(Dictionary<string, string> ticket) => ticket["is_time_ambiguous"] == "True";

    private static DateTime? Instant(string text) =>
        text.Length == 0 ? null : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public sealed record Planting(string Source, string TicketId, string Client, DateTime CreatedAt, DateTime? RespondedAt, DateTime? DueAt, string Outcome, string State, string[] Planted);

    /// <summary>The sample exports loaded once.</summary>
    public sealed class Measured : IDisposable
    {
        private static readonly string[] Files =
        [
            "freshdesk/tickets.csv", "freshdesk/conversations.json.gz", "freshdesk/time_entries.json.gz", "zendesk/tickets.csv", "zendesk/audits.json.gz", "zendesk/comments.json.gz",
            "osticket/tickets.csv", "osticket/events.csv", "osticket/messages.csv", "phone/pbx.csv",
        ];

        private readonly TemporaryFolder _folder = new();

        public Measured()
        {
            var data = Path.Combine(AppContext.BaseDirectory, "data");
            foreach (var file in Files)
                Run("ingest", Path.Combine([data, "samples", .. file.Split('/')]), "--source", file.StartsWith("phone/", StringComparison.Ordinal) ? "pbx" : file.Split('/')[0], "--provider", "Αίολος Πληροφορική", "--side", "provider",
                    "--exported-at", "2026-11-02T07:10");
            foreach (var file in Directory.GetFiles(Path.Combine(data, "reference"), "*.csv"))
                File.Copy(file, _folder.File("reference/" + Path.GetFileName(file), ""), overwrite: true);
            _folder.File("reference/promises.csv", Promises());
            Run("refresh");
            Tickets = Query("select source, ticket_id, client, created_at, responded_at, response_due_at, response_outcome, is_time_ambiguous from marts.tickets");
            Truth = [.. ReadTruth(Path.Combine(data, "samples", "truth", "tickets.csv"))];
        }

        public IReadOnlyList<Dictionary<string, string>> Tickets { get; }

        public IReadOnlyList<Planting> Truth { get; }

        public void Dispose() => _folder.Dispose();

        /// <summary>The rows, cells as text.</summary>
        public IReadOnlyList<Dictionary<string, string>> Query(string sql) =>
            JsonSerializer.Deserialize<List<Dictionary<string, JsonElement>>>(Run("query", sql, "--format", "json").Output)!
                .ConvertAll(row => row.ToDictionary(cell => cell.Key, cell => cell.Value.ToString()));

        /// <summary>data/samples/README.md, "Truth": 30 minutes, 2 h, 4 h of working time, or 14:00 on the next business day.</summary>
        private static string Promises()
        {
            var text = new StringBuilder("client,priority,promise_kind,promise,clock,calendar,target_ratio,valid_from,valid_to,sentence\n");
            string[] clients = ["Νότος Logistics", "Δικηγορικό Γραφείο Παππά", "Κλινική Υγεία Πλους", "Τεχνική Δομή ΑΕ", "Λογιστικό Γραφείο Σίγμα", "Βιβλιοπωλείο Σελίδα"];
            string[] promises = ["30m", "2h", "4h", "επόμενη εργάσιμη έως 14:00"];
            foreach (var client in clients.Append("Ξενοδοχείο Ακρόπολις View"))
                for (var i = 0; i < promises.Length; i++)
                    text.Append(CultureInfo.InvariantCulture, $"{client},{i + 1},response,{promises[i]},,{(clients.Contains(client) ? "support" : "support-extended")},0.95,,,\n");
            return text.ToString();
        }

        private static IEnumerable<Planting> ReadTruth(string path)
        {
            var rows = Csv.Read(File.ReadAllText(path));
            var at = rows[0].Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i);
            return rows.Skip(1).Select(r => new Planting(
                r[at["source"]], r[at["ticket_id"]], r[at["client"]], Instant(r[at["created_at"]])!.Value, Instant(r[at["responded_at"]]), Instant(r[at["response_due_at"]]),
                r[at["response_outcome"]], r[at["state"]], r[at["planted"]].Split(' ')));
        }

        private InsightsProgram.Run Run(params string[] arguments)
        {
            var run = InsightsProgram.In(_folder.Path, arguments);
            Assert.True(run.ExitCode == 0, run.Error);
            return run;
        }
    }
}
