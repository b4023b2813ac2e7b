using System.Diagnostics;
using System.Globalization;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reference;
using Insights.Samples;

namespace Insights.Benchmarks;

/// <summary>Every mart of many tickets, model by model.</summary>
internal static class MeasuresBenchmark
{
    public static int Run(string[] args)
    {
        var tickets = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("insights-measures-").FullName;
        try
        {
            var csv = Path.Combine(folder, "tickets.csv");
            LargeExport.Write(csv, "freshdesk", tickets);
            var file = Path.Combine(folder, "measures.duckdb");
            Load(file, csv);
            Refresh(file);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Load(string file, string csv)
    {
        var watch = Stopwatch.StartNew();
        using var warehouse = Warehouse.OpenForWriting(file);
        new ExportLoader(warehouse, TimeProvider.System).Load(
            new LoadRequest { File = csv, Profile = KnownProfiles.Find("freshdesk"), Source = "freshdesk", Provider = "Αίολος Πληροφορική" });
        ReferenceLoader.Load(warehouse, Path.Combine(AppContext.BaseDirectory, "data", "reference"), DateTime.UnixEpoch);
        Console.WriteLine($"load {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static void Refresh(string file)
    {
        var models = new List<(string Name, TimeSpan Taken)>();
        PeakMemory.Reset();
        var watch = Stopwatch.StartNew();
        using (var warehouse = Warehouse.OpenForWriting(file))
            new Models(warehouse) { Timed = (name, taken) => models.Add((name, taken)) }.Refresh(null);
        Console.WriteLine($"refresh {watch.Elapsed.TotalSeconds:0.0} s, peak memory {PeakMemory.Megabytes():0} MB, file {new FileInfo(file).Length / 1e6:0} MB");
        foreach (var (name, taken) in models.OrderByDescending(m => m.Taken).Where(m => m.Taken.TotalSeconds > 0.05))
            Console.WriteLine($"  {name,-45} {taken.TotalSeconds,8:0.00} s");
    }
}
