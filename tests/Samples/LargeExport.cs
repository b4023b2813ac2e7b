using System.Globalization;
using Insights.Samples.Exports;
using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>An export of any size for benchmarks: the small set's tickets over and over, each week's worth moved to its week.</summary>
public static class LargeExport
{
    private const long Week = 7 * Day;

    /// <summary>
    /// Writes that many tickets to one file in the tool's format (freshdesk, zendesk or osticket), nearly in order of creation, in bounded
    /// memory. They are spread over that many clients, a multiple of the eight: the eight, then "Pappas Law 2", "Pappas Law 3" and so on.
    /// from: leaves out as many at the beginning, so that a second file goes on where a shorter first one ended.
    /// </summary>
    public static void Write(string path, string format, long tickets, ulong seed = SampleSet.DefaultSeed, int clients = 8, long from = 0)
    {
        if (clients < 8 || clients % 8 != 0)
            throw new ArgumentException($"{clients} clients: a multiple of 8 is asked for.", nameof(clients));

        var (create, write) = Format(format);
        var models = SampleSet.Tickets(seed)
            .OrderBy(t => OfWeek(t.CreatedAt)).ThenBy(t => t.Client.Prefix, StringComparer.Ordinal).ToArray();
        var dice = new Dice(seed, 77);
        var first = Start - OfWeek(Start) + Week;
        var weeks = (End - first) / Week;
        var names = Names(models, clients / 8);
        using var file = create(path);
        for (var i = 0L; i < tickets; i++)
        {
            var week = i * weeks / tickets;
            var firstOfWeek = (week * tickets + weeks - 1) / weeks;
            var count = ((week + 1) * tickets + weeks - 1) / weeks - firstOfWeek;
            var model = models[(i - firstOfWeek) * models.Length / count];
            var created = first + week * Week + OfWeek(model.CreatedAt) + dice.Below(600);
            var client = dice.Below(clients / 8);
            if (i < from)
                continue;
            var ticket = model.Later(created - model.CreatedAt, (1_000_000 + i).ToString(CultureInfo.InvariantCulture));
            ticket.ClientText = names[model.Client.Exported][client];
            write(file, ticket);
        }
    }

    /// <summary>The clients beside the eight, by the names <see cref="Write"/> gives them.</summary>
    public static IEnumerable<string> MoreClients(int clients, ulong seed = SampleSet.DefaultSeed) =>
        Names(SampleSet.Tickets(seed).ToArray(), clients / 8).Values.SelectMany(names => names.Skip(1));

    private static Dictionary<string, string[]> Names(Ticket[] models, int copies) =>
        models.Select(t => t.Client.Exported).Distinct(StringComparer.Ordinal).ToDictionary(
            name => name, name => Enumerable.Range(1, copies).Select(n => n == 1 ? name : $"{name} {n}").ToArray(), StringComparer.Ordinal);

    private static (Func<string, CsvFile> Create, Action<CsvFile, Ticket> Write) Format(string format) => format switch
    {
        "freshdesk" => (Freshdesk.Create, Freshdesk.Write),
        "zendesk" => (Zendesk.Create, Zendesk.Write),
        "osticket" => (OsTicket.Create, OsTicket.Write),
        _ => throw new ArgumentException($"There is no format '{format}'; freshdesk, zendesk or osticket.", nameof(format)),
    };

    // Seconds since Monday 00:00 UTC; 1 January 1970 was a Thursday.
    private static long OfWeek(long instant) => (instant + 3 * Day) % Week;
}
