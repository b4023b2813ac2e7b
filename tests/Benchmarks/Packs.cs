using System.Globalization;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reference;
using Insights.Samples;

namespace Insights.Benchmarks;

/// <summary>
/// The packs of many clients: `insights review --all` as a process of its own, every file of a pack in one language, and beside it a pandas, openpyxl and
/// matplotlib script that writes a workbook of the same sheets, the same charts as PNG and a PDF from the same marts, which it is given as CSV. The script may
/// write fewer clients; both are told in seconds a client.
/// </summary>
internal sealed class PacksBenchmark(int clients, int scripted, int rounds)
{
    /// <summary>As many as the invented provider's clients have on average, over eighteen months.</summary>
    private const int TicketsOfClient = 500;

    private const string Month = "2026-09";

    private readonly string _folder = Directory.CreateTempSubdirectory("insights-packs-").FullName;

    /// <summary>The number of clients, a multiple of 8; --script-clients N, how many of them the script writes; --rounds N.</summary>
    public static int Run(string[] args)
    {
        int Option(string name, int usual) => Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;
        var clients = args.Length > 0 && !args[0].StartsWith('-') ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
        return new PacksBenchmark(clients, Math.Min(clients, Option("--script-clients", 12)), Option("--rounds", 1)).Run();
    }

    private string WarehouseFile => Path.Combine(_folder, "packs.duckdb");

    private string Reference => Path.Combine(_folder, "reference");

    private string MartsFolder => Path.Combine(_folder, "marts");

    private int Run()
    {
        try
        {
            Fill();
            Print($"{clients} clients, {TicketsOfClient * clients} tickets with histories and messages, {Environment.ProcessorCount} cores, medians of {rounds}");
            var ours = Enumerable.Range(0, rounds).Select(_ => Ours()).OrderBy(t => t.Seconds).ToList();
            var middle = ours[rounds / 2];
            var size = Files().Sum(f => new FileInfo(f).Length);
            Print($"insights: {middle.Seconds:0.0} s by the clock, {middle.Seconds / clients:0.000} s a client; {middle.Processor:0.0} s of processor time, {middle.Processor / clients:0.000} s a client; {Files().Count / clients} files and {size / 1e6 / clients:0.0} MB a client; peak memory {ours.Max(t => t.Megabytes):0} MB");
            Script(middle);
            return 0;
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Fill()
    {
        var list = Path.Combine(_folder, "tickets.csv");
        LargeExport.Write(list, "freshdesk", (long)TicketsOfClient * clients, clients: clients);
        WriteReference();
        using (var warehouse = Warehouse.OpenForWriting(WarehouseFile))
        {
            var loaded = new ExportLoader(warehouse, TimeProvider.System).Load(
                new LoadRequest { File = list, Profile = KnownProfiles.Find("freshdesk"), Source = "freshdesk", Provider = Provider.Name });
            MeasuresBenchmark.Histories(warehouse, loaded.LoadId);
            ReferenceLoader.Load(warehouse, Reference, DateTime.UnixEpoch);
        }

        using (var warehouse = Warehouse.OpenForWriting(WarehouseFile))
            new Models(warehouse).Refresh(null);
        Export();
    }

    /// <summary>The samples' reference data; each further client is promised what the one it was made after is.</summary>
    private void WriteReference()
    {
        var from = Path.Combine(AppContext.BaseDirectory, "data", "reference");
        Directory.CreateDirectory(Reference);
        foreach (var file in Directory.EnumerateFiles(from, "*.csv"))
            File.Copy(file, Path.Combine(Reference, Path.GetFileName(file)));
        var names = Provider.Clients(SampleSet.DefaultSeed).ToDictionary(c => c.Exported, c => c.Name);
        var more = LargeExport.MoreClients(clients).ToList();
        File.AppendAllLines(Path.Combine(Reference, "clients.csv"), more.Select(name => $"{name},{Provider.Name},Europe/Athens,office,20,25,,"));
        foreach (var table in new[] { "promises", "expectations", "critical_work", "answers" })
        {
            var rows = File.ReadLines(Path.Combine(from, table + ".csv")).Skip(1).ToLookup(line => line.Split(',')[0], line => line[line.IndexOf(',', StringComparison.Ordinal)..]);
            File.AppendAllLines(Path.Combine(Reference, table + ".csv"), more.SelectMany(name => rows[names[name[..name.LastIndexOf(' ')]]].Select(row => name + row)));
        }
    }

    private void Export()
    {
        Directory.CreateDirectory(MartsFolder);
        using var warehouse = Warehouse.OpenForReading(WarehouseFile);
        foreach (var mart in Marts.Names)
            warehouse.Execute($"copy (from marts.{mart} order by all) to '{Path.Combine(MartsFolder, mart + ".csv")}' (header)");
    }

    private ProgramRun Ours() => ProgramRun.Of(
        _folder, "review", "--all", "--month", Month, "--lang", "el", "--warehouse", WarehouseFile, "--reference", Reference, "--out", Path.Combine(_folder, "out"));

    private List<string> Files() => [.. Directory.EnumerateFiles(Path.Combine(_folder, "out"), "*", SearchOption.AllDirectories)];

    private void Script(ProgramRun ours)
    {
        if (Python() is not { } lines)
            return;
        var packs = lines[1].Split(' ').Select(Number).Order().ToList();
        var (reading, middle) = (Number(lines[0]), packs[packs.Count / 2]);
        var client = (reading / clients) + packs.Average();
        Print($"script: {packs.Count} packs of {scripted} of the clients on one core, scaled: {client:0.000} s a client (median pack {middle:0.000} s, marts read once in {reading:0.0} s); peak memory {Number(lines[2]) / 1e6:0} MB");
        Print($"ratio by the clock {client * clients / ours.Seconds:0.0}, of processor time {client * clients / ours.Processor:0.0}");
        Agree(lines[3]);
    }

    /// <summary>Both wrote the same clients' tickets, else the times compare different work.</summary>
    private void Agree(string counts)
    {
        var packs = Files().Count(f => Path.GetFileName(f) == "review-el.xlsx");
        if (counts.Split(' ')[1] != packs.ToString(CultureInfo.InvariantCulture) || packs != clients)
            throw new InvalidOperationException($"The script sees {counts} tickets and clients; {packs} of {clients} packs were written.");
    }

    private string[]? Python() => PythonScript.Lines(
        "script", Path.Combine(AppContext.BaseDirectory, "packs.py"), MartsFolder, Path.Combine(_folder, "script"), Month + "-01", $"{scripted}", $"{rounds}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
