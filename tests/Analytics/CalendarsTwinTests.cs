using Insights.Analytics.Calendars;
using static Insights.Analytics.Tests.CalendarsCases;

namespace Insights.Analytics.Tests;

/// <summary>The SQL and the C# answer the same random questions over calendars drawn from a seed.</summary>
public sealed class CalendarsTwinTests
{
    private const int Drawn = 14;
    private const int Questions = 8_000;

    [Fact]
    public void Sql_and_binary_search_agree_on_128_000_clocks()
    {
        using var database = Filled(out var calendars, out var random);
        var expected = new Dictionary<long, long?>();
        using (var appender = database.Connection.CreateAppender("intermediate", "clock_questions"))
            foreach (var (id, version, calendar) in Asked(calendars))
            {
                // Some lie outside the cover, some at its edges, some are not answered yet.
                var (from, to) = (Near(random, calendar), Near(random, calendar));
                var isOpen = random.Random.Next(20) == 0;
                appender.CreateRow().AppendValue(id).AppendValue(version).AppendValue(from).AppendValue(isOpen ? null : (long?)to).EndRow();
                expected[id] = isOpen || !Covers(calendar, from) || !Covers(calendar, to) ? null : calendar.Elapsed(from, to);
            }

        AssertSame(expected, database.Elapsed());
    }

    [Fact]
    public void Sql_and_binary_search_agree_on_128_000_deadlines()
    {
        using var database = Filled(out var calendars, out var random);
        var expected = new Dictionary<long, long?>();
        using (var appender = database.Connection.CreateAppender("intermediate", "due_questions"))
            foreach (var (id, version, calendar) in Asked(calendars))
            {
                var from = Near(random, calendar);
                long? seconds = random.Random.Next(3) == 0 ? random.Random.Next(0, 3) * 14400 : random.Random.Next(0, 3_000_000);
                int? days = random.Random.Next(2) == 0 ? random.Random.Next(0, 30) : null;
                int? until = random.Random.Next(2) == 0 ? random.Random.Next(0, 24) * 3600 : null;
                appender.CreateRow().AppendValue(id).AppendValue(version).AppendValue(from).AppendValue(days is null ? seconds : null).AppendValue(days).AppendValue(until).EndRow();
                expected[id] = Due(calendar, from, seconds.Value, days, until);
            }

        AssertSame(expected, database.Due());
    }

    private static long? Due(WorkingTime calendar, long from, long seconds, int? days, int? until)
    {
        try
        {
            return (days, until) switch
            {
                (null, _) => calendar.Due(from, seconds),
                ({ } n, null) => calendar.DueAfterBusinessDays(from, n),
                ({ } n, { } second) => calendar.DueAfterBusinessDays(from, n, second),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static long Near(CalendarsRandom random, WorkingTime calendar) => random.Random.Next(25) switch
    {
        0 => calendar.CoversFromEpoch - random.Random.Next(0, 2),
        1 => calendar.CoversToEpoch - random.Random.Next(0, 2),
        2 => calendar.CoversToEpoch - random.Random.Next(0, 1_000_000),
        3 => calendar.Segments[random.Random.Next(calendar.Segments.Count)].EndsEpoch,
        4 => calendar.Segments[random.Random.Next(calendar.Segments.Count)].StartsEpoch,
        5 => calendar.BusinessDays[random.Random.Next(calendar.BusinessDays.Count)].ClosesEpoch,
        6 => calendar.BusinessDays[random.Random.Next(calendar.BusinessDays.Count)].Clock.MidnightEpoch,
        _ => random.Instant(calendar),
    };

    private static bool Covers(WorkingTime calendar, long epoch) => epoch >= calendar.CoversFromEpoch && epoch < calendar.CoversToEpoch;

    private static IEnumerable<(long Id, int Version, WorkingTime Calendar)> Asked(List<WorkingTime> calendars) =>
        calendars.SelectMany((calendar, i) => Enumerable.Range(0, Questions).Select(n => ((long)(i * Questions) + n, i + 1, calendar)));

    private static CalendarsDatabase Filled(out List<WorkingTime> calendars, out CalendarsRandom random)
    {
        random = new CalendarsRandom(2026);
        var database = new CalendarsDatabase();
        var versions = Enumerable.Range(0, Drawn).Select(random.Any)
            .Append(Version("Europe/Athens", "1234567 0-24") with { Calendar = "z always" })
            .Append(Version("Europe/Athens", "12345 9-17", breaks: "12345 10-10:15; 12345 11-11:15; 12345 14-14:30; 12345 16-16:10") with { Calendar = "z crowded" })
            .ToList();
        versions.ForEach(database.Add);
        CalendarTables.Fill(database.Connection, CalendarsRandom.FirstYear, CalendarsRandom.LastYear);
        Assert.InRange(database.Scalar<long>("select count(*) from computed.calendar_versions where has_crowded_days"), 1, versions.Count - 5);
        calendars = [.. versions.Select(v => WorkingTime.Build(v, CalendarsRandom.FirstYear, CalendarsRandom.LastYear))];
        return database;
    }

    private static void AssertSame(Dictionary<long, long?> expected, Dictionary<long, long?> answers)
    {
        Assert.Equal((Drawn + 2) * Questions, expected.Count);
        Assert.InRange(expected.Values.Count(v => v is null), 1, expected.Count / 5);
        Assert.Equal(expected.Values.Count(v => v is not null), answers.Count);
        Assert.Empty(expected.Where(e => answers.GetValueOrDefault(e.Key) != e.Value).Select(e => (e.Key / Questions, e.Value, answers.GetValueOrDefault(e.Key))).Take(5));
    }
}
