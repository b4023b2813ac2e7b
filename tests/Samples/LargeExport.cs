using System.Globalization;
using Insights.Samples.Exports;
using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>An export of any size for benchmarks: the small set's tickets over and over, each week's worth moved to its week.</summary>
public static class LargeExport
{
    private const long Week = 7 * Day;

    /// <summary>Writes that many tickets of all eight clients to one file in the tool's format (freshdesk, zendesk or osticket), nearly in order of creation, in bounded memory.</summary>
    public static void Write(string path, string format, long tickets, ulong seed = SampleSet.DefaultSeed)
    {
        var (create, write) = Format(format);
        var models = SampleSet.Tickets(seed).OrderBy(t => OfWeek(t.CreatedAt)).ThenBy(t => t.Client.Prefix, StringComparer.Ordinal).ToArray();
        var dice = new Dice(seed, 77);
        var first = Start - OfWeek(Start) + Week;
        var weeks = (End - first) / Week;
        using var file = create(path);
        for (var i = 0L; i < tickets; i++)
        {
            var week = i * weeks / tickets;
            var from = (week * tickets + weeks - 1) / weeks;
            var count = ((week + 1) * tickets + weeks - 1) / weeks - from;
            var model = models[(i - from) * models.Length / count];
            var created = first + week * Week + OfWeek(model.CreatedAt) + dice.Below(600);
            write(file, model.Later(created - model.CreatedAt, (1_000_000 + i).ToString(CultureInfo.InvariantCulture)));
        }
    }

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
