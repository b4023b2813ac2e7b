using System.Diagnostics;
using System.Globalization;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reference;
using Insights.Samples;

namespace Insights.Benchmarks;

/// <summary>
/// From a ticket list with a history and messages to every mart: the load, the whole refresh model by model, and the refresh after one
/// more day; beside them a plain pandas script that computes the same measures from the same list. The list is a CSV read by the loader;
/// the five changes and three messages a ticket are made of it by SQL, straight into raw.
/// </summary>
internal sealed class MeasuresBenchmark(int tickets, string? memoryLimit, bool hasHistories)
{
    private const int DaysOfList = 548;
    private const int Shown = 12;

    /// <summary>What the script computes; the models these need are timed as one figure.</summary>
    private static readonly string[] SameMeasures = ["marts.attainment", "marts.response_times", "marts.failure_groups"];

    private readonly string _folder = Directory.CreateTempSubdirectory("insights-measures-").FullName;

    private sealed record Round(double Load, double Refresh, double Same, double DayLoad, double DayRefresh, double PeakMegabytes, IReadOnlyList<(string Name, double Seconds)> Models, IReadOnlyList<(string Name, double Seconds)> DayModels);

    /// <summary>The number of tickets, of rounds; --memory-limit SIZE; --list-only.</summary>
    public static int Run(string[] args)
    {
        var numbers = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
        var limit = Array.IndexOf(args, "--memory-limit") is var at and >= 0 ? args[at + 1] : null;
        var benchmark = new MeasuresBenchmark(numbers.Count > 0 ? numbers[0] : 1_000_000, limit, !args.Contains("--list-only"));
        return benchmark.Run(numbers.Count > 1 ? numbers[1] : 1);
    }

    private int Run(int rounds)
    {
        try
        {
            var (list, day) = (Path.Combine(_folder, "tickets.csv"), Path.Combine(_folder, "day.csv"));
            LargeExport.Write(list, "freshdesk", tickets);
            LargeExport.Write(day, "freshdesk", tickets + (tickets / DaysOfList), from: tickets);
            Print($"{tickets} tickets, {new FileInfo(list).Length / 1e6:0} MB{(hasHistories ? $", {5L * tickets} changes, {3L * tickets} messages" : "")}, {tickets / DaysOfList} tickets more in a day, {Environment.ProcessorCount} cores, medians of {rounds}{(memoryLimit is null ? "" : $", memory limit {memoryLimit}")}");
            var taken = Enumerable.Range(0, rounds).Select(_ => Once(list, day)).ToList();
            Tell(taken);
            Script(list, rounds, Median(taken, r => r.Load + r.Same), Median(taken, r => r.Load + r.Refresh), Median(taken, r => r.DayLoad + r.DayRefresh));
            return 0;
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private Round Once(string list, string day)
    {
        var file = Path.Combine(_folder, "measures.duckdb");
        File.Delete(file);
        PeakMemory.Reset();
        var load = Load(file, list);
        var models = new List<(string Name, double Seconds)>();
        var refresh = Refresh(file, models);
        var dayLoad = Load(file, day);
        var dayModels = new List<(string Name, double Seconds)>();
        var dayRefresh = Refresh(file, dayModels);
        return new Round(load, refresh, Same(models), dayLoad, dayRefresh, PeakMemory.Megabytes(), models, dayModels);
    }

    /// <summary>Seconds by the clock to load the list; its histories, which no tool exported, are not timed.</summary>
    private double Load(string file, string csv)
    {
        using var warehouse = Open(file);
        var watch = Stopwatch.StartNew();
        var loaded = new ExportLoader(warehouse, TimeProvider.System).Load(
            new LoadRequest { File = csv, Profile = KnownProfiles.Find("freshdesk"), Source = "freshdesk", Provider = Provider.Name });
        var seconds = watch.Elapsed.TotalSeconds;
        if (hasHistories)
            Histories(warehouse, loaded.LoadId);
        ReferenceLoader.Load(warehouse, Path.Combine(AppContext.BaseDirectory, "data", "reference"), DateTime.UnixEpoch);
        return seconds;
    }

    /// <summary>Changes and messages of the tickets of a load, as two loads after it.</summary>
    internal static void Histories(Warehouse warehouse, long load)
    {
        foreach (var sql in File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "measures_histories.sql")).Split(';'))
            warehouse.Execute(sql.Replace("$tickets", $"{load}", StringComparison.Ordinal).Replace("$events", $"{load + 1}", StringComparison.Ordinal).Replace("$messages", $"{load + 2}", StringComparison.Ordinal));
    }

    private double Refresh(string file, List<(string Name, double Seconds)> models)
    {
        using var warehouse = Open(file);
        var watch = Stopwatch.StartNew();
        new Models(warehouse) { Timed = (name, taken) => models.Add((name, taken.TotalSeconds)) }.Refresh(null);
        return watch.Elapsed.TotalSeconds;
    }

    private Warehouse Open(string file)
    {
        var warehouse = Warehouse.OpenForWriting(file);
        if (memoryLimit is not null)
            warehouse.Execute($"set memory_limit = '{memoryLimit}'");
        return warehouse;
    }

    /// <summary>The seconds of the models the script's measures need.</summary>
    private static double Same(List<(string Name, double Seconds)> taken)
    {
        var needed = Models.NeededFor(new HashSet<string>(SameMeasures)).Select(m => m.Name).ToHashSet();
        return taken.Where(t => needed.Contains(t.Name)).Sum(t => t.Seconds);
    }

    private static void Tell(List<Round> rounds)
    {
        Print($"load {Median(rounds, r => r.Load):0.0} s; every mart {Median(rounds, r => r.Refresh):0.0} s, of it the script's measures {Median(rounds, r => r.Same):0.0} s; one more day: load {Median(rounds, r => r.DayLoad):0.00} s, refresh {Median(rounds, r => r.DayRefresh):0.00} s; peak memory {rounds.Max(r => r.PeakMegabytes):0} MB");
        TellSlowest("every mart", rounds[0].Models);
        TellSlowest("one more day", rounds[0].DayModels);
    }

    private static void TellSlowest(string what, IReadOnlyList<(string Name, double Seconds)> models)
    {
        Print($"slowest of {what}, first round:");
        foreach (var (name, seconds) in models.OrderByDescending(m => m.Seconds).Take(Shown))
            Print($"  {name,-45} {seconds,8:0.00} s");
    }

    private void Script(string list, int rounds, double same, double all, double day)
    {
        if (PythonScript.Lines("pandas", Path.Combine(AppContext.BaseDirectory, "measures.py"), list, $"{rounds + 1}") is not { } lines)
            return;
        var times = lines[0].Split(' ').Skip(1).Select(s => double.Parse(s, CultureInfo.InvariantCulture)).Order().ToList();
        var seconds = times[times.Count / 2];
        Print($"pandas {seconds:0.0} s, peak memory {long.Parse(lines[1], CultureInfo.InvariantCulture) / 1e6:0} MB; ratio of load and the script's measures {same / seconds:0.00}, of load and every mart {all / seconds:0.00}, of one more day {day / seconds:0.00}");
        Agree(lines[2]);
    }

    /// <summary>Both had the same tickets and answers, else the times compare different work. Answers as exported: one in the hour that comes twice in October may be none to the marts.</summary>
    private void Agree(string counts)
    {
        var file = Path.Combine(_folder, "measures.duckdb");
        using var warehouse = Warehouse.OpenForReading(file);
        var ours = warehouse.Scalar<string>("select format('{} {}', count(*), count(r.responded_at)) from marts.tickets as t join raw.tickets as r using (source, ticket_id) where r.load_id = (select min(load_id) from raw.loads where content = 'tickets')");
        if (ours != counts)
            throw new InvalidOperationException($"The script counts {counts} tickets and answers, the marts {ours}.");
    }

    private static double Median(List<Round> rounds, Func<Round, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
