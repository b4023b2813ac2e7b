using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Insights.Analytics.Calendars;
using Insights.Analytics.Tests;

namespace Insights.Benchmarks;

/// <summary>
/// Both clocks (wall seconds and working seconds) of many tickets: our day table, ASOF over the segments, and numpy's
/// busday_count, which holds one shift, no zone, no holiday. All three must give the same sums.
/// </summary>
internal static class ClocksBenchmark
{
    private const int Rounds = 3;
    private const string OneShift = "12345 9-17";

    private static readonly string Folder = AppContext.BaseDirectory;

    private sealed record Way(string Name, Timing Timing, double PeakMegabytes, string Sums);

    /// <summary>Wall seconds and processor seconds; the second hardly minds what else the machine does.</summary>
    private readonly record struct Timing(double Wall, double Processor);

    public static int Run(string[] args)
    {
        Console.WriteLine(CalendarsBoston.File() is { } file ? $"Boston: {CalendarsBoston.Measure(file)}" : "Boston: no folder shared/data above this one");
        foreach (var tickets in args.Length > 0 ? args.Select(a => int.Parse(a, CultureInfo.InvariantCulture)) : [1_000_000, 10_000_000])
        {
            Console.WriteLine($"{tickets} tickets, {Environment.ProcessorCount} cores, medians of {Rounds} after one to warm up");
            OneCalendar(tickets);
            EightCalendars(tickets);
        }

        return 0;
    }

    private static void OneCalendar(int tickets)
    {
        using var database = Filled(tickets, [CalendarsCases.Version("UTC", OneShift)]);
        var days = Measure(database, "day table", "from computed.working_seconds('intermediate.clock_questions')");
        var asof = Measure(database, "ASOF", File.ReadAllText(Path.Combine(Folder, "clocks_asof.sql")));
        Print("one shift, UTC, no holidays", days, [days, asof, .. Numpy(database) is { } numpy ? new[] { numpy } : []]);
        Print("deadlines, 8 working hours", days, [Deadlines(database)]);
    }

    /// <summary>What numpy cannot do: zones with clock changes, breaks, night shifts, holidays, one calendar of them crowded.</summary>
    private static void EightCalendars(int tickets)
    {
        const string greek = "01-01; 01-06; easter-48; 03-25; easter-2; easter+1; 05-01; easter+50; 08-15; 10-28; 12-25; 12-26";
        using var database = Filled(
            tickets,
            [
                CalendarsCases.Version("Europe/Athens", OneShift, greek), CalendarsCases.Version("Europe/Athens", "12345 8-20; 6 9-14", greek),
                CalendarsCases.Version("Europe/Athens", "1234567 22-30", greek), CalendarsCases.Version("Europe/Athens", "1234567 0-24"),
                CalendarsCases.Version("Europe/Berlin", OneShift, "01-01; 12-25", "12345 12-13"), CalendarsCases.Version("America/New_York", "12345 8:30-17", "07-04"),
                CalendarsCases.Version("Europe/London", "12345 9-17:30; 6 10-14", "12-25; 12-26"), CalendarsCases.Version("Asia/Kolkata", "123456 9-13; 123456 14-18", "01-26; 08-15"),
            ]);
        var days = Measure(database, "day table", "from computed.working_seconds('intermediate.clock_questions')");
        var asof = Measure(database, "ASOF", File.ReadAllText(Path.Combine(Folder, "clocks_asof.sql")));
        Print("eight calendars with zones, breaks, nights, holidays", days, [days, asof]);
        Print("deadlines, 8 working hours", days, [Deadlines(database)]);
    }

    private static CalendarsDatabase Filled(int tickets, IReadOnlyList<CalendarVersion> versions)
    {
        var database = new CalendarsDatabase();
        for (var i = 0; i < versions.Count; i++)
            database.Add(versions[i] with { Calendar = $"calendar {i}", Holidays = versions[i].Holidays is { } set ? set with { Name = $"holidays {i}" } : null });
        var watch = Stopwatch.StartNew();
        CalendarTables.Fill(database.Connection, 2022, 2027);
        Console.WriteLine($"  built {versions.Count} calendars of six years in {watch.Elapsed.TotalSeconds:0.00} s");
        using var questions = database.Connection.CreateCommand();
        questions.CommandText = File.ReadAllText(Path.Combine(Folder, "clocks_questions.sql"));
        questions.Parameters.Add(new DuckDBParameter("tickets", (long)tickets));
        questions.Parameters.Add(new DuckDBParameter("calendars", versions.Count));
        questions.ExecuteNonQuery();
        return database;
    }

    private static Way Measure(CalendarsDatabase database, string name, string contract)
    {
        PeakMemory.Reset();
        var timing = Median(() =>
        {
            database.Run("create or replace table client_clock as select question_id, to_epoch - from_epoch as wall_seconds from intermediate.clock_questions");
            database.Run($"create or replace table contract_clock as {contract}");
        });
        var sums = database.Scalar<string>("select (select sum(wall_seconds) from client_clock) || ' ' || (select sum(working_seconds) from contract_clock)");
        return new Way(name, timing, PeakMemory.Megabytes(), sums);
    }

    private static Way Deadlines(CalendarsDatabase database)
    {
        database.Run("insert into intermediate.due_questions select question_id, calendar_version_id, from_epoch, 28800, null, null from intermediate.clock_questions");
        PeakMemory.Reset();
        var timing = Median(() => database.Run("create or replace table due as from intermediate.due_answers"));
        if (database.Scalar<long>("select count(*) from intermediate.calendar_gaps") > 0)
            throw new InvalidOperationException("A deadline was not found.");
        return new Way("due table", timing, PeakMemory.Megabytes(), "");
    }

    private static Timing Median(Action work)
    {
        work();
        var times = new List<Timing>();
        for (var round = 0; round < Rounds; round++)
        {
            var (watch, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            work();
            times.Add(new Timing(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - busy).TotalSeconds));
        }

        return Median(times);
    }

    private static Timing Median(IReadOnlyCollection<Timing> times) =>
        new(times.Select(t => t.Wall).Order().ElementAt(Rounds / 2), times.Select(t => t.Processor).Order().ElementAt(Rounds / 2));

    private static Way? Numpy(CalendarsDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("insights-clocks-").FullName;
        try
        {
            var (from, to) = (Path.Combine(folder, "from.bin"), Path.Combine(folder, "to.bin"));
            Write(database, from, to);
            return RunPython([Path.Combine(Folder, "busday.py"), from, to, (Rounds + 1).ToString(CultureInfo.InvariantCulture)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(CalendarsDatabase database, string from, string to)
    {
        using var froms = new BinaryWriter(File.Create(from));
        using var tos = new BinaryWriter(File.Create(to));
        using var command = database.Connection.CreateCommand();
        command.CommandText = "select from_epoch, to_epoch from intermediate.clock_questions";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            froms.Write(reader.GetInt64(0));
            tos.Write(reader.GetInt64(1));
        }
    }

    private static Way? RunPython(string[] arguments) => PythonScript.Lines("  numpy", arguments) is { } lines ? FromPython(lines) : null;

    private static Way FromPython(string[] lines)
    {
        var (wall, busy) = (Numbers(lines[0]), Numbers(lines[1]));
        return new Way("numpy busday_count", Median([.. wall.Zip(busy, (w, b) => new Timing(w, b)).Skip(1)]), Numbers(lines[4])[0] / 1e6, $"{lines[2]} {lines[3]}");
    }

    private static List<double> Numbers(string line) => [.. line.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

    private static void Print(string title, Way floor, IReadOnlyList<Way> ways)
    {
        Console.WriteLine($"  {title}");
        foreach (var way in ways)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {way.Name,-20} {way.Timing.Wall,8:0.000} s  {way.Timing.Wall / floor.Timing.Wall,6:0.00} x  processor {way.Timing.Processor,7:0.000} s  peak {way.PeakMegabytes,6:0} MB"));
        if (ways.Select(w => w.Sums).Distinct().Count() > 1)
            throw new InvalidOperationException($"The sums differ: {string.Join("; ", ways.Select(w => $"{w.Name} {w.Sums}"))}");
    }
}
