namespace Insights.Samples.Exports;

/// <summary>What Freshdesk's API gives as time entries, one object a line; agents are numbers, time is hours and minutes.</summary>
internal static class FreshdeskTimeEntries
{
    public static void Write(string path, IReadOnlyList<TimeEntry> entries)
    {
        using var file = new JsonLines(path);
        for (var i = 0; i < entries.Count; i++)
            Write(file, entries[i], 103_000_900_000L + i);
    }

    private static void Write(JsonLines file, TimeEntry entry, long id) => file.Line(json =>
    {
        json.WriteNumber("id", id);
        json.WriteNumber("ticket_id", long.Parse(entry.Ticket.Id, null));
        json.WriteNumber("agent_id", Accounts.IdOf(entry.Ticket.Agent));
        json.WriteBoolean("billable", entry.IsBillable);
        json.WriteNull("note");
        json.WriteBoolean("timer_running", false);
        json.WriteString("time_spent", $"{entry.Minutes / 60:00}:{entry.Minutes % 60:00}");
        json.WriteString("executed_at", JsonLines.Time(entry.StartedAt));
        json.WriteString("start_time", JsonLines.Time(entry.StartedAt));
        json.WriteString("created_at", JsonLines.Time(entry.StartedAt + (entry.Minutes * Timeline.Minute)));
        json.WriteString("updated_at", JsonLines.Time(entry.StartedAt + (entry.Minutes * Timeline.Minute)));
    });
}
