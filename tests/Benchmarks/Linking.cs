using System.Diagnostics;
using System.Globalization;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reference;
using Insights.Samples;

namespace Insights.Benchmarks;

/// <summary>Which tickets are the same failure, and which many have: reading the texts, linking, grouping and writing, for ever more tickets.</summary>
internal static class LinkingBenchmark
{
    private const string Step = "computed failures";

    /// <summary>The numbers of tickets, 100,000 and 1,000,000 where none is given; --clients N (a multiple of 8) spreads them; --memory-limit SIZE is the database's.</summary>
    public static int Run(string[] args)
    {
        var counts = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).Select(a => long.Parse(a, CultureInfo.InvariantCulture)).ToList();
        var clients = Array.IndexOf(args, "--clients") is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 8;
        var limit = Array.IndexOf(args, "--memory-limit") is var place and >= 0 ? args[place + 1] : null;
        foreach (var count in counts.Count > 0 ? counts : [100_000, 1_000_000])
            Once(count, clients, limit);
        return 0;
    }

    private static void Once(long tickets, int clients, string? memoryLimit)
    {
        var folder = Directory.CreateTempSubdirectory("insights-linking-").FullName;
        try
        {
            var (list, file) = (Path.Combine(folder, "tickets.csv"), Path.Combine(folder, "linking.duckdb"));
            LargeExport.Write(list, "freshdesk", tickets, clients: clients);
            using (var warehouse = Warehouse.OpenForWriting(file))
            {
                new ExportLoader(warehouse, TimeProvider.System).Load(
                    new LoadRequest { File = list, Profile = KnownProfiles.Find("freshdesk"), Source = "freshdesk", Provider = Provider.Name });
                ReferenceLoader.Load(warehouse, Reference(folder, clients), DateTime.UnixEpoch);
            }

            Link(file, tickets, clients, memoryLimit);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The samples' reference data, and a row per client more, so that none is taken for another by its mail domain.</summary>
    private static string Reference(string folder, int clients)
    {
        var reference = Directory.CreateDirectory(Path.Combine(folder, "reference")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data", "reference"), "*.csv"))
            File.Copy(file, Path.Combine(reference, Path.GetFileName(file)));
        File.AppendAllLines(Path.Combine(reference, "clients.csv"), LargeExport.MoreClients(clients).Select(name => $"{name},{Provider.Name},Europe/Athens,office,20,25,,"));
        return reference;
    }

    /// <summary>What the step reads is built first and not timed; its memory is that of this process over the step, what the warehouse holds open included.</summary>
    private static void Link(string file, long tickets, int clients, string? memoryLimit)
    {
        var step = Models.InOrder().Single(m => m.Name == Step);
        var built = new HashSet<string>();
        using (var warehouse = Warehouse.OpenForWriting(file))
            new Models(warehouse).Build(null, step.Reads.ToHashSet(), built);
        GC.Collect();
        PeakMemory.Reset();
        using var opened = Warehouse.OpenForWriting(file);
        if (memoryLimit is not null)
            opened.Execute($"set memory_limit = '{memoryLimit}'");
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        new Models(opened).Build(null, step.Produces.ToHashSet(), built);
        var (seconds, cpu) = (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        var links = opened.Scalar<long>("select count(*) from computed.failure_links");
        var groups = opened.Scalar<long>("select count(distinct leader_key) from computed.failure_members");
        Console.WriteLine(FormattableString.Invariant(
            $"{tickets} tickets of {clients} clients: {links} links, {groups} groups; {seconds:0.0} s by the clock, {cpu:0.0} s of processor time, {1e6 * seconds / tickets:0.0} µs a ticket; peak memory {PeakMemory.Megabytes():0} MB"));
    }
}
