using System.Text.Encodings.Web;
using System.Text.Json;

namespace Insights.Samples;

/// <summary>What was planted: every ticket as it really went, in UTC, with its conversation, its history and the counts.</summary>
internal static class Truth
{
    private static readonly string[] TicketColumns =
    [
        "source", "ticket_id", "client", "client_text", "failure", "kind", "category", "asset", "requester", "requester_mail", "agent",
        "channel", "language",
        "priority_asked", "priority_assigned", "priority_final", "created_at", "auto_reply_at", "responded_at", "first_resolved_at",
        "resolved_at",
        "closed_at", "updated_at", "state", "response_due_at", "response_outcome", "response_outcome_asked", "paused_seconds",
        "unsupported_pause_seconds", "hold_seconds", "chaser_count", "reopen_count", "failure_id", "episode", "is_repeat", "merged_into",
        "satisfaction", "planted", "subject",
    ];

    public static void Write(string directory, IReadOnlyList<Ticket> tickets, IReadOnlyList<PhoneCall> calls, IReadOnlyList<TimeEntry> entries, ulong seed)
    {
        Directory.CreateDirectory(directory);
        WriteTickets(Path.Combine(directory, "tickets.csv"), tickets);
        WriteMessages(Path.Combine(directory, "messages.csv"), tickets);
        WriteEvents(Path.Combine(directory, "events.csv"), tickets);
        WriteCalls(Path.Combine(directory, "calls.csv"), calls);
        WriteHours(Path.Combine(directory, "hours.csv"), entries);
        WriteCounts(Path.Combine(directory, "planted.json"), tickets, seed);
    }

    private static void WriteCalls(string path, IReadOnlyList<PhoneCall> calls)
    {
        using var file = new CsvFile(path, TimeForm.Utc).Row("client", "started_at", "direction", "number", "is_answered", "called_back_seconds");
        foreach (var call in calls)
            file.Text(call.Client).Time(call.StartedAt).Text(call.IsIncoming ? "in" : "out").Text(call.Number).Text(call.IsAnswered ? "true" : "false")
                .Number(call.IsIncoming && !call.IsAnswered ? PhoneCalls.CalledBackAfter(call, calls) : null).End();
    }

    private static void WriteHours(string path, IReadOnlyList<TimeEntry> entries)
    {
        using var file = new CsvFile(path, TimeForm.Utc).Row("client", "month", "entry_count", "worked_minutes", "billable_minutes");
        foreach (var month in entries.GroupBy(e => (Client: e.Ticket.Client.Name, e.Month)).OrderBy(g => g.Key.Client, StringComparer.Ordinal).ThenBy(g => g.Key.Month, StringComparer.Ordinal))
            file.Text(month.Key.Client).Text(month.Key.Month).Number(month.Count()).Number(month.Sum(e => e.Minutes))
                .Number(month.Where(e => e.IsBillable).Sum(e => e.Minutes)).End();
    }

    private static void WriteTickets(string path, IReadOnlyList<Ticket> tickets)
    {
        using var file = new CsvFile(path, TimeForm.Utc).Row(TicketColumns);
        foreach (var t in tickets)
        {
            file.Text(t.Client.Source).Text(t.Id).Text(t.Client.Name).Text(t.Client.Exported).Text(t.Kind.Name).Text(t.Kind.Type)
                .Text(t.Kind.Category)
                .Text(t.Asset?.Tag).Text(t.Requester.Shown).Text(t.Requester.Mail).Text(t.AssignedAt is null ? null : t.Agent.Name)
                .Text(t.Channel).Text(t.Language);
            Priority(file, t.Asked);
            Priority(file, t.Assigned);
            Priority(file, t.Final);
            file.Time(t.CreatedAt).Time(t.AutoReplyAt).Time(t.RespondedAt).Time(t.FirstResolvedAt).Time(t.ResolvedAt).Time(t.ClosedAt)
                .Time(t.UpdatedAt)
                .Text(t.State).Time(Promises.ResponseDue(t.Client, t.Final, t.CreatedAt))
                .Text(Promises.ResponseOutcome(t, t.Final)).Text(Promises.ResponseOutcome(t, t.Asked))
                .Number(t.PausedSeconds).Number(t.UnsupportedPauseSeconds).Number(t.HoldSeconds).Number(t.Chasers).Number(t.Reopens)
                .Text(t.FailureId).Number(t.Episode == 0 ? null : t.Episode).Text(t.IsRepeat ? "true" : "false").Text(t.MergedInto)
                .Text(Exports.Surveys.Canonical(t)).Text(string.Join(' ', t.Planted)).Text(t.Subject).End();
        }
    }

    private static void Priority(CsvFile file, int priority) => file.Number(priority == 0 ? null : priority);

    private static void WriteMessages(string path, IReadOnlyList<Ticket> tickets)
    {
        using var file = new CsvFile(path, TimeForm.Utc).Row("source", "ticket_id", "sent_at", "author_side", "author", "is_automatic",
            "kind", "text");
        foreach (var ticket in tickets)
        {
            foreach (var message in ticket.Messages)
            {
                file.Text(ticket.Client.Source).Text(ticket.Id).Time(message.SentAt).Text(message.Side.ToString().ToLowerInvariant())
                    .Text(message.Author)
                    .Text(message.IsAutomatic ? "true" : "false").Text(message.Kind).Text(message.Text).End();
            }
        }
    }

    private static void WriteEvents(string path, IReadOnlyList<Ticket> tickets)
    {
        using var file = new CsvFile(path, TimeForm.Utc).Row("source", "ticket_id", "changed_at", "field", "from", "to", "changed_by");
        foreach (var ticket in tickets)
        {
            foreach (var change in ticket.Changes)
            {
                file.Text(ticket.Client.Source).Text(ticket.Id).Time(change.At).Text(change.Field).Text(change.From).Text(change.To)
                    .Text(change.By).End();
            }
        }
    }

    private static void WriteCounts(string path, IReadOnlyList<Ticket> tickets, ulong seed)
    {
        using var stream = File.Create(path);
        var form = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var json = new Utf8JsonWriter(stream, form);
        json.WriteStartObject();
        json.WriteNumber("seed", seed);
        json.WriteString("exported_at", DateTime.UnixEpoch.AddSeconds(Timeline.ExportedAt).ToString("yyyy-MM-ddTHH:mm:ssZ", null));
        json.WriteStartObject("total");
        Counts(json, tickets);
        json.WriteEndObject();
        json.WriteStartObject("clients");
        foreach (var client in tickets.GroupBy(t => t.Client.Name))
        {
            json.WriteStartObject(client.Key);
            Counts(json, [.. client]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, IReadOnlyList<Ticket> tickets)
    {
        var failures = tickets.Where(t => t.Episode > 0).GroupBy(t => t.FailureId).ToList();
        json.WriteNumber("tickets", tickets.Count);
        json.WriteNumber("messages", tickets.Sum(t => t.Messages.Count));
        json.WriteNumber("chasers", tickets.Sum(t => t.Chasers));
        json.WriteNumber("reopenings", tickets.Sum(t => t.Reopens));
        json.WriteNumber("failures", failures.Count);
        json.WriteNumber("episodes", failures.Sum(f => f.Max(t => t.Episode)));
        json.WriteNumber("repeat_episodes", failures.Sum(f => f.Where(t => t.IsRepeat).Select(t => t.Episode).Distinct().Count()));
        foreach (var outcome in tickets.GroupBy(t => Promises.ResponseOutcome(t, t.Final)).OrderBy(g => g.Key, StringComparer.Ordinal))
            json.WriteNumber($"response_{outcome.Key}", outcome.Count());
        json.WriteStartObject("planted");
        foreach (var label in tickets.SelectMany(t => t.Planted).GroupBy(l => l).OrderBy(g => g.Key, StringComparer.Ordinal))
            json.WriteNumber(label.Key, label.Count());
        json.WriteEndObject();
    }
}
