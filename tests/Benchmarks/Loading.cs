using System.Diagnostics;
using DuckDB.NET.Data;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Samples;

namespace Insights.Benchmarks;

/// <summary>
/// From a CSV to committed DuckDB rows on disk: the loader (mapping, typing, validation, hash, versions, ledger) beside DuckDB's own
/// <c>read_csv</c> of the same file into a table, in one process, the runs taking turns; then the same file again, unchanged; and what a
/// ticket costs in a file a tenth as long.
/// </summary>
internal static class LoadingBenchmark
{
    /// <summary>The way that was not taken is timed on files up to this size.</summary>
    private const long LongestForSelect = 1L << 30;

    private static int _rounds = 5;

    /// <summary>The number of tickets, and of rounds.</summary>
    public static int Run(string[] args)
    {
        var tickets = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
        _rounds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : _rounds;
        var folder = Directory.CreateTempSubdirectory("insights-loading-").FullName;
        try
        {
            var csv = Path.Combine(folder, "tickets.csv");
            LargeExport.Write(csv, "freshdesk", tickets);
            Console.WriteLine($"{tickets} tickets, {new FileInfo(csv).Length / 1e6:0} MB, {Environment.ProcessorCount} cores, medians of {_rounds} after one to warm up");
            var (first, cost) = Compare(folder, csv);
            var again = Again(folder, csv);
            Console.WriteLine($"the same file again {again:0.000} s, {again / first:0.0%} of the first load");
            var tenth = Path.Combine(folder, "tenth.csv");
            LargeExport.Write(tenth, "freshdesk", tickets / 10);
            var small = Enumerable.Range(0, _rounds + 1).Select(_ => Time(folder, file => Insights(file, tenth)).Cpu).Skip(1).ToList();
            Console.WriteLine($"processor time a ticket: {cost / tickets * 1e6:0.00} µs, of {tickets / 10} tickets {Median(small) / tickets * 1e7:0.00} µs, ratio {cost / Median(small) / 10:0.00}");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Seconds by the clock from the first read to the last, of a file its source knows.</summary>
    private static double Again(string folder, string csv)
    {
        var file = Path.Combine(folder, "again.duckdb");
        Insights(file, csv);
        var watch = Stopwatch.StartNew();
        Insights(file, csv);
        return watch.Elapsed.TotalSeconds;
    }

    /// <returns>Of the loader: seconds by the clock and of processor time.</returns>
    private static (double Wall, double Cpu) Compare(string folder, string csv)
    {
        List<(string Name, Action<string> Load)> ways = [("read_csv", file => ReadCsv(file, csv)), ("insights", file => Insights(file, csv))];
        if (new FileInfo(csv).Length < LongestForSelect)
            ways.Add(("select", file => SelectOverReadCsv(file, csv)));
        var wall = ways.ToDictionary(w => w.Name, _ => new List<double>());
        var cpu = ways.ToDictionary(w => w.Name, _ => new List<double>());
        for (var round = 0; round <= _rounds; round++)
            foreach (var (name, load) in ways)
                if (Time(folder, load) is var taken && round > 0)
                {
                    wall[name].Add(taken.Wall);
                    cpu[name].Add(taken.Cpu);
                }
        foreach (var (name, _) in ways)
            Console.WriteLine(
                $"{name,-10} {Median(wall[name]):0.000} s   ratio {Median(wall[name]) / Median(wall["read_csv"]):0.00}"
                + $"   processor {Median(cpu[name]):0.000} s   ratio {Median(cpu[name]) / Median(cpu["read_csv"]):0.00}");
        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        return (Median(wall["insights"]), Median(cpu["insights"]));
    }

    /// <summary>Seconds by the clock, and of both processors' time, which other programs on the machine disturb less.</summary>
    private static (double Wall, double Cpu) Time(string folder, Action<string> load)
    {
        var file = Path.Combine(folder, "run.duckdb");
        File.Delete(file);
        File.Delete(file + ".wal");
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        load(file);
        return (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }

    private static void ReadCsv(string file, string csv) => Execute(file, $"create table tickets as select * from read_csv('{csv}')");

    private static void SelectOverReadCsv(string file, string csv) => Execute(file, LoadingSelect.Sql(csv));

    private static void Execute(string file, string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Insights(string file, string csv)
    {
        using var warehouse = Warehouse.OpenForWriting(file);
        new ExportLoader(warehouse, TimeProvider.System).Load(
            new LoadRequest { File = csv, Profile = KnownProfiles.Find("freshdesk"), Source = "bench", Provider = "Provider" });
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
