using System.Globalization;
using Insights.Analytics.Calendars;
using NodaTime;
using static Insights.Analytics.Tests.CalendarsCases;

namespace Insights.Analytics.Tests;

public sealed class CalendarsSqlTests
{
    [Fact]
    public void Working_seconds_of_every_case_in_one_query()
    {
        using var database = Filled(ElapsedCases.Select(c => c.Calendar), 2001, 2027);
        for (var i = 0; i < ElapsedCases.Count; i++)
            database.Ask(i, database.VersionId(Name(i)), Epoch(ElapsedCases[i].From), Epoch(ElapsedCases[i].To));

        var answers = database.Elapsed();
        Assert.Equal(ElapsedCases.Select(c => (c.Name, (long?)c.Seconds)), ElapsedCases.Select((c, i) => (c.Name, answers[i])));
        Assert.Equal(0L, database.Scalar<long>("select count(*) from intermediate.calendar_gaps"));
    }

    [Fact]
    public void Deadlines_of_every_case_in_one_query()
    {
        var cases = DeadlineCases.Where(c => c.Pauses.Length == 0).ToList();
        using var database = Filled(cases.Select(c => c.Calendar), 2001, 2027);
        for (var i = 0; i < cases.Count; i++)
            database.AskDue(i, database.VersionId(Name(i)), Epoch(cases[i].From), cases[i].Seconds);

        var answers = database.Due();
        Assert.Equal(cases.Select(c => (c.Name, (long?)Epoch(c.Due))), cases.Select((c, i) => (c.Name, answers[i])));
    }

    /// <summary>A pause moves the deadline when the working time outside pauses before it is below the promise.</summary>
    [Fact]
    public void Deadlines_with_pauses_are_the_promise_plus_every_pause_that_begins_before_it_is_used_up()
    {
        var cases = DeadlineCases.Where(c => c.Pauses.Length > 0).ToList();
        using var database = Filled(cases.Select(c => c.Calendar), 2001, 2027);
        for (var i = 0; i < cases.Count; i++)
        {
            var (version, from) = (database.VersionId(Name(i)), Epoch(cases[i].From));
            foreach (var (pause, n) in MergedPauses(cases[i]).Select((p, n) => (p, n)))
            {
                database.Ask((i * 1000) + (n * 2), version, from, pause.From);
                database.Ask((i * 1000) + (n * 2) + 1, version, pause.From, pause.To);
            }
        }

        var clock = database.Elapsed();
        for (var i = 0; i < cases.Count; i++)
        {
            var paused = 0L;
            for (var n = 0; clock.TryGetValue((i * 1000) + (n * 2), out var before); n++)
                if (before - paused < cases[i].Seconds)
                    paused += clock[(i * 1000) + (n * 2) + 1]!.Value;
            database.AskDue(i, database.VersionId(Name(i)), Epoch(cases[i].From), cases[i].Seconds + paused);
        }

        var answers = database.Due();
        Assert.Equal(cases.Select(c => (c.Name, (long?)Epoch(c.Due))), cases.Select((c, i) => (c.Name, answers[i])));
    }

    [Fact]
    public void Business_day_deadlines_of_every_case_in_one_query()
    {
        using var database = Filled(BusinessDayCases.Select(c => c.Calendar), 2005, 2027);
        for (var i = 0; i < BusinessDayCases.Count; i++)
            database.AskDue(i, database.VersionId(Name(i)), Epoch(BusinessDayCases[i].From), null, BusinessDayCases[i].Days, BusinessDayCases[i].UntilSecond);

        var answers = database.Due();
        Assert.Equal(BusinessDayCases.Select(c => (c.Name, (long?)Epoch(c.Due))), BusinessDayCases.Select((c, i) => (c.Name, answers[i])));
    }

    [Fact]
    public void A_lookup_outside_the_built_years_has_no_answer_and_is_counted_as_a_gap()
    {
        using var database = Filled([Version("Europe/Athens", "12345 9-17"), Version("UTC", "12345 9-10; 12345 11-12; 12345 13-14; 12345 15-16")], 2025, 2026);
        for (var version = 1; version <= 2; version++)
        {
            database.Ask((version * 10) + 1, version, Epoch("2024-12-31T23:59:59Z"), Epoch("2025-06-01T00:00Z"));
            database.Ask((version * 10) + 2, version, Epoch("2025-06-01T00:00Z"), Epoch("2027-01-01T00:00Z"));
            database.Ask((version * 10) + 3, version, Epoch("2025-06-01T00:00Z"), null);
            database.Ask((version * 10) + 4, version, Epoch("2025-01-01T00:00Z"), Epoch("2026-12-31T23:59:59Z"));
            database.AskDue((version * 10) + 5, version, Epoch("2026-12-31T12:00Z"), 86400);
            database.AskDue((version * 10) + 6, version, Epoch("2026-12-31T12:00Z"), null, 1);
            database.AskDue((version * 10) + 7, version, Epoch("2026-12-31T12:00Z"), null, 1, 3600);
            database.AskDue((version * 10) + 8, version, Epoch("2027-01-01T00:00Z"), 1);
            database.AskDue((version * 10) + 9, version, Epoch("2024-12-31T23:59:59Z"), null, 1);
        }

        database.Ask(99, 77, Epoch("2025-06-01T00:00Z"), Epoch("2025-06-02T00:00Z"));
        Assert.Equal([14, 24], database.Elapsed().Keys.Order());
        Assert.Empty(database.Due());
        Assert.Equal(
            new Dictionary<long, long?> { [1] = 2 + 5, [2] = 2 + 5, [77] = 2 },
            database.Answers("select calendar_version_id::bigint, sum(question_count)::bigint from intermediate.calendar_gaps group by all"));
    }

    [Fact]
    public void Each_version_of_a_calendar_is_valid_until_the_next_on_the_local_clock()
    {
        using var database = new CalendarsDatabase();
        database.Add(Version("Europe/Athens", "12345 9-17") with { ValidFrom = new LocalDate(2025, 7, 1) });
        database.Add(Version("Europe/Athens", "12345 8-20") with { ValidFrom = new LocalDate(2026, 1, 1) });
        Assert.Equal(2, CalendarTables.Fill(database.Connection, 2025, 2026));
        Assert.Equal(
            new Dictionary<long, long?> { [Epoch("2025-06-30T21:00Z")] = Epoch("2025-12-31T22:00Z"), [Epoch("2025-12-31T22:00Z")] = Epoch("9999-12-30T22:00Z") },
            database.Answers("select valid_from_epoch, valid_to_epoch from computed.calendar_versions"));
    }

    [Fact]
    public void Filling_twice_gives_the_same_rows()
    {
        using var database = Filled([Version("Europe/Athens", "12345 9-17", closed: "easter-2")], 2025, 2026);
        var before = database.Scalar<string>("select string_agg(md5(s::varchar), ',' order by s) from computed.calendar_segments as s");
        CalendarTables.Fill(database.Connection, 2025, 2026);
        Assert.Equal(before, database.Scalar<string>("select string_agg(md5(s::varchar), ',' order by s) from computed.calendar_segments as s"));
    }

    [Theory]
    [InlineData("'Europe/Athina', null, date '2025-01-01', 'open', '12345', 0, 60", "calendars.csv, line 2: calendar 'x' has the unknown zone 'Europe/Athina'")]
    [InlineData("'UTC', 'gr', date '2025-01-01', 'open', '12345', 0, 60", "uses holidays 'gr', which no row of the holidays describes")]
    [InlineData("'UTC', null, date '2025-01-01', 'break', '12345', 0, 60", "has breaks but no opening hours valid from 2025-01-01")]
    [InlineData("'UTC', null, date '2025-01-01', 'open', '80', 0, 60", "has the days '80'")]
    [InlineData("'UTC', null, date '2025-01-01', 'open', '12345', 60, 60", "opens at second 60 and closes at second 60")]
    [InlineData("'UTC', null, date '2025-01-01', 'shut', '12345', 0, 60", "has the kind 'shut'")]
    public void A_calendar_row_that_cannot_be_true_is_refused_by_file_and_line(string values, string message)
    {
        using var database = new CalendarsDatabase();
        database.Run($"insert into raw.reference_calendars values (1, 'calendars.csv', 2, 'x', {values}, null)");
        var error = Assert.Throws<SetupException>(() => CalendarTables.Fill(database.Connection, 2025, 2026));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_one_version_that_disagree_are_refused_by_file_and_line()
    {
        using var database = new CalendarsDatabase();
        database.Run("insert into raw.reference_calendars values (1, 'c.csv', 2, 'x', 'UTC', null, date '2025-01-01', 'open', '1', 0, 60, null), (1, 'c.csv', 3, 'x', 'Europe/Athens', null, date '2025-01-01', 'open', '2', 0, 60, null)");
        var error = Assert.Throws<SetupException>(() => CalendarTables.Fill(database.Connection, 2025, 2026));
        Assert.StartsWith("c.csv, line 3: calendar 'x' says zone 'Europe/Athens'", error.Message, StringComparison.Ordinal);
    }

    private static List<(long From, long To)> MergedPauses(Deadline question)
    {
        // Whoever asks in SQL merges overlapping pauses first.
        var merged = new List<(long From, long To)>();
        foreach (var pause in question.PausedTime.Order())
            if (merged.Count > 0 && pause.From <= merged[^1].To)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, pause.To));
            else
                merged.Add(pause);
        return merged;
    }

    private static CalendarsDatabase Filled(IEnumerable<CalendarVersion> versions, int firstYear, int lastYear)
    {
        var database = new CalendarsDatabase();
        foreach (var (version, i) in versions.Select((v, i) => (v, i)))
            database.Add(version with { Calendar = Name(i), Holidays = version.Holidays is null ? null : version.Holidays with { Name = Name(i) } });
        CalendarTables.Fill(database.Connection, firstYear, lastYear);
        return database;
    }

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"calendar {i:000}");
}
