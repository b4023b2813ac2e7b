using System.Diagnostics;
using DuckDB.NET.Data;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Samples;

namespace Insights.Benchmarks;

/// <summary>
/// From a CSV to committed DuckDB rows on disk: the loader (mapping, typing, validation, hash, versions, ledger) beside DuckDB's own
/// <c>read_csv</c> of the same file into a table, in one process, the runs taking turns.
/// </summary>
internal static class LoadingBenchmark
{
    private const int Rounds = 5;

    public static int Run(string[] args)
    {
        var tickets = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("insights-loading-").FullName;
        try
        {
            var csv = Path.Combine(folder, "tickets.csv");
            LargeExport.Write(csv, "freshdesk", tickets);
            Console.WriteLine($"{tickets} tickets, {new FileInfo(csv).Length / 1e6:0} MB, {Environment.ProcessorCount} cores, medians of {Rounds} after one to warm up");
            Compare(folder, csv);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(string folder, string csv)
    {
        (string Name, Action<string> Load)[] ways = [("read_csv", file => ReadCsv(file, csv)), ("select", file => SelectOverReadCsv(file, csv)), ("insights", file => Insights(file, csv))];
        var wall = ways.ToDictionary(w => w.Name, _ => new List<double>());
        var cpu = ways.ToDictionary(w => w.Name, _ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
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
