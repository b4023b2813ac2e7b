using Insights.Samples.Exports;

namespace Insights.Samples;

/// <summary>The small set: eight clients over eighteen months, in three tools' formats, with the truth planted in it.</summary>
public static class SampleSet
{
    public const ulong DefaultSeed = 20260501;

    /// <summary>Writes freshdesk/, zendesk/, osticket/, phone/ and truth/ under the directory. The same seed gives the same bytes.</summary>
    public static void Write(string directory, ulong seed = DefaultSeed)
    {
        var tickets = Tickets(seed);
        WriteExport(directory, "freshdesk", tickets, Freshdesk.Create, Freshdesk.Write);
        WriteExport(directory, "zendesk", tickets, Zendesk.Create, Zendesk.Write);
        WriteExport(directory, "osticket", tickets, OsTicket.Create, OsTicket.Write);
        WriteHistories(directory, tickets.ToLookup(t => t.Client.Source));
        var calls = PhoneCalls.Of(tickets, seed);
        Directory.CreateDirectory(Path.Combine(directory, "phone"));
        CallLog.Write(Path.Combine(directory, "phone", "pbx.csv"), calls);
        var entries = TimeEntries.Of(tickets, seed);
        FreshdeskTimeEntries.Write(Path.Combine(directory, "freshdesk", "time_entries.json.gz"), entries);
        Truth.Write(Path.Combine(directory, "truth"), tickets, calls, entries, seed);
    }

    private static void WriteHistories(string directory, ILookup<string, Ticket> tickets)
    {
        FreshdeskConversations.Write(Path.Combine(directory, "freshdesk", "conversations.json.gz"), tickets["freshdesk"]);
        ZendeskHistory.WriteComments(Path.Combine(directory, "zendesk", "comments.json.gz"), tickets["zendesk"]);
        ZendeskHistory.WriteAudits(Path.Combine(directory, "zendesk", "audits.json.gz"), tickets["zendesk"]);
        OsTicketThread.WriteMessages(Path.Combine(directory, "osticket", "messages.csv"), tickets["osticket"]);
        OsTicketThread.WriteEvents(Path.Combine(directory, "osticket", "events.csv"), tickets["osticket"]);
    }

    /// <summary>The tickets as they really went, by source and time of creation.</summary>
    public static IReadOnlyList<Ticket> Tickets(ulong seed)
    {
        var scenes = Provider.Clients(seed).Select((client, i) => new Scene(client, new Dice(seed, (ulong)i + 1))).ToList();
        foreach (var scene in scenes)
            Planting.Fill(scene);
        var tickets = scenes.SelectMany(s => s.Tickets).Concat(Cases.Beside(scenes, seed)).Where(t => t.CreatedAt < Timeline.ExportedAt)
            .GroupBy(t => t.Client.Source).SelectMany(source => Identified(source.Key, source, new Dice(seed, 50))).ToList();
        Episodes.Number(tickets);
        return tickets;
    }

    private static List<Ticket> Identified(string source, IEnumerable<Ticket> tickets, Dice dice)
    {
        var ordered = tickets.OrderBy(t => t.CreatedAt).ThenBy(t => t.Client.Prefix, StringComparer.Ordinal).ToList();
        var id = source == "freshdesk" ? 18203L : 4119L;
        for (var i = 0; i < ordered.Count; i++)
        {
            id += dice.Chance(0.03) ? 2 : 1;
            ordered[i].Id = source == "osticket" ? $"{RandomNumber(i)}" : $"{id}";
        }

        foreach (var ticket in ordered.Where(t => t.MergesWith is not null))
            ticket.MergedInto = ticket.MergesWith!.Id;
        return ordered;
    }

    // Six digits that look drawn at random and never meet twice (a step coprime with their count).
    private static long RandomNumber(long i) => 100_000 + (i + 17) * 517_411 % 900_000;

    private static void WriteExport(string directory, string source, IReadOnlyList<Ticket> tickets, Func<string, CsvFile> create,
        Action<CsvFile, Ticket> write)
    {
        Directory.CreateDirectory(Path.Combine(directory, source));
        using var file = create(Path.Combine(directory, source, "tickets.csv"));
        foreach (var ticket in tickets.Where(t => t.Client.Source == source))
            write(file, ticket);
    }
}
