using Insights.Analytics.Calendars;
using NodaTime;
using static Insights.Analytics.Tests.CalendarsCases;

namespace Insights.Analytics.Tests;

public sealed class CalendarsTests
{
    public static TheoryData<string> ElapsedNames => [.. ElapsedCases.Select(c => c.Name)];

    public static TheoryData<string> DeadlineNames => [.. DeadlineCases.Select(c => c.Name)];

    public static TheoryData<string> BusinessDayNames => [.. BusinessDayCases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(ElapsedNames))]
    public void Working_seconds_between_two_instants(string name)
    {
        var question = ElapsedCases.Single(c => c.Name == name);
        var calendar = Build(question.Calendar, question.From, question.To);
        Assert.Equal(question.Seconds, calendar.Elapsed(Epoch(question.From), Epoch(question.To)));
    }

    [Theory]
    [MemberData(nameof(DeadlineNames))]
    public void The_instant_a_promise_in_working_seconds_falls_due(string name)
    {
        var question = DeadlineCases.Single(c => c.Name == name);
        var calendar = Build(question.Calendar, question.From, question.Due);
        Assert.Equal(Epoch(question.Due), new Pauses(question.PausedTime).Due(calendar, Epoch(question.From), question.Seconds));
    }

    [Theory]
    [MemberData(nameof(BusinessDayNames))]
    public void The_instant_a_promise_in_business_days_falls_due(string name)
    {
        var question = BusinessDayCases.Single(c => c.Name == name);
        var calendar = Build(question.Calendar, question.From, question.Due);
        var due = question.UntilSecond is { } second
            ? calendar.DueAfterBusinessDays(Epoch(question.From), question.Days, second)
            : calendar.DueAfterBusinessDays(Epoch(question.From), question.Days);
        Assert.Equal(Epoch(question.Due), due);
    }

    [Theory]
    [InlineData("2013-06-04T09:00Z", "2013-06-04T10:45Z", "10:00-10:30", 75)]
    [InlineData("2013-06-04T09:00Z", "2013-06-04T12:00Z", "10:00-10:30", 150)]
    [InlineData("2013-06-04T09:00Z", "2013-06-04T12:00Z", "09:00-12:00", 0)]
    [InlineData("2013-06-04T09:00Z", "2013-06-04T12:00Z", "08:00-10:00; 09:30-10:30; 11:30-13:00", 60)]
    public void Pauses_inside_hours_are_taken_off_once(string from, string to, string pauses, int minutes)
    {
        var calendar = Build(Version("Europe/Berlin", "1234567 9-18"), from);
        Assert.Equal(minutes * 60, new Pauses(PausedTime("2013-06-04", pauses)).Elapsed(calendar, Epoch(from), Epoch(to)));
    }

    /// <summary>Other programs cut a pause at local midnights: 23:45 to 00:45 into 2, five days from noon into 6. In one piece it must be as long.</summary>
    [Theory]
    [InlineData("1234567 0-24", "2013-06-04T23:45+02:00", "2013-06-05T00:45+02:00", 2, 60)]
    [InlineData("1234567 9-18", "2013-06-04T23:45+02:00", "2013-06-05T00:45+02:00", 2, 0)]
    [InlineData("1234567 22-30", "2013-06-04T23:45+02:00", "2013-06-05T00:45+02:00", 2, 60)]
    [InlineData("1234567 0-24", "2013-06-04T12:00+02:00", "2013-06-09T12:00+02:00", 6, 5 * 24 * 60)]
    [InlineData("12345 9-17", "2013-06-04T12:00+02:00", "2013-06-09T12:00+02:00", 6, (5 + (3 * 8)) * 60)]
    [InlineData("1234567 0-24", "2013-10-25T12:00+02:00", "2013-10-30T12:00+01:00", 6, ((5 * 24) + 1) * 60)]
    [InlineData("1234567 22-30", "2013-10-26T23:45+02:00", "2013-10-27T03:45+01:00", 2, 300)]
    public void A_pause_over_local_midnights_is_as_long_as_its_days_together(string hours, string from, string to, int days, int minutes)
    {
        var (calendar, start, end) = (Build(Version("Europe/Berlin", hours), from), Epoch(from), Epoch(to));
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var first = Instant.FromUnixTimeSeconds(start).InZone(zone).Date;
        var midnights = Enumerable.Range(1, days - 1).Select(d => zone.AtStartOfDay(first.PlusDays(d)).ToInstant().ToUnixTimeSeconds()).ToList();
        var pieces = midnights.Prepend(start).Zip(midnights.Append(end)).ToList();
        Assert.All(pieces, piece => Assert.True(piece.First < piece.Second));
        var (life, promised) = (end + 86400, calendar.Elapsed(start - 3600, start) + 1800);
        var (whole, cut) = (new Pauses([(start, end)]), new Pauses(pieces));
        Assert.Equal(minutes * 60, calendar.Elapsed(start - 3600, life) - whole.Elapsed(calendar, start - 3600, life));
        Assert.Equal(whole.Elapsed(calendar, start - 3600, life), cut.Elapsed(calendar, start - 3600, life));
        Assert.Equal(whole.Due(calendar, start - 3600, promised), cut.Due(calendar, start - 3600, promised));
    }

    [Theory]
    [InlineData("09:00", "12:00", 90)]
    [InlineData("09:30", "12:00", 60)]
    [InlineData("09:00", "09:30", 30)]
    [InlineData("09:00", "11:00", 90)]
    public void Round_the_clock_with_half_an_hour_pending(string from, string to, int minutes)
    {
        // New 60 min, open 30... the state changes at 09:00 new, 10:00 pending, 10:30 open, 11:00 closed until 12:00.
        var calendar = Build(Version("UTC", "1234567 0-24"), "2013-06-04T09:00Z");
        var pauses = new Pauses(PausedTime("2013-06-04", "10:00-10:30; 11:00-12:00"));
        Assert.Equal(minutes * 60, pauses.Elapsed(calendar, Epoch($"2013-06-04T{from}Z"), Epoch($"2013-06-04T{to}Z")));
    }

    [Fact]
    public void Round_the_clock_is_one_segment()
    {
        var calendar = WorkingTime.Build(Version("Europe/Athens", "1234567 0-24"), 2020, 2030);
        var only = Assert.Single(calendar.Segments);
        Assert.Equal((calendar.CoversFromEpoch, calendar.CoversToEpoch), (only.StartsEpoch, only.EndsEpoch));
    }

    [Fact]
    public void Touching_shifts_are_one_segment_and_a_shift_inside_the_skipped_hour_is_none()
    {
        var touching = WorkingTime.Build(Version("UTC", "1 9-13; 1 13-17"), 2024, 2024);
        Assert.All(touching.Segments, s => Assert.Equal(8 * 3600, s.Seconds));

        var skipped = WorkingTime.Build(Version("America/Los_Angeles", "7 2:30-3:15"), 2006, 2006);
        Assert.Equal(52, skipped.Segments.Count);
        Assert.DoesNotContain(skipped.Segments, s => s.StartsEpoch / 86400 == Epoch("2006-04-02T00:00Z") / 86400);
    }

    [Theory]
    [InlineData("2024-12-31T23:59:59Z", "2025-06-01T00:00Z")]
    [InlineData("2025-06-01T00:00Z", "2027-01-01T00:00Z")]
    public void A_lookup_outside_the_built_years_is_an_error_that_names_the_calendar(string from, string to)
    {
        var calendar = WorkingTime.Build(Version("Europe/Athens", "12345 9-17"), 2025, 2026);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Elapsed(Epoch(from), Epoch(to)));
        Assert.Contains("'test' covers 2025-01-01T00:00:00Z to 2027-01-01T00:00:00Z", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_past_the_last_segment_is_an_error()
    {
        var calendar = WorkingTime.Build(Version("UTC", "12345 9-17"), 2025, 2025);
        var from = Epoch("2025-12-31T16:00Z");
        Assert.Equal(Epoch("2025-12-31T17:00Z"), calendar.Due(from, 3600));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Due(from, 3601));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.DueAfterBusinessDays(from, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.DueAfterBusinessDays(from, 1, 3600));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Due(from, -1));
    }

    [Theory]
    [InlineData("America/Los_Angeles", "2014-03-09", "2:30", "2014-03-09T03:30-07:00")]
    [InlineData("America/Los_Angeles", "2014-11-02", "1:30", "2014-11-02T01:30-07:00")]
    [InlineData("America/Sao_Paulo", "2015-10-17", "24:00", "2015-10-18T01:00-02:00")]
    public void A_skipped_time_moves_forward_and_a_repeated_one_is_its_first(string zone, string date, string time, string instant)
    {
        var day = LocalDay.Of(DateTimeZoneProviders.Tzdb[zone], LocalDate.FromDateOnly(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));
        var parts = time.Split(':');
        var second = (int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) * 3600) + (int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) * 60);
        Assert.Equal(Epoch(instant), day.Epoch(second));
    }

    [Theory]
    [InlineData("Europe/Athens")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("America/Havana")]
    [InlineData("Asia/Beirut")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    [InlineData("UTC")]
    public void A_local_day_is_the_zone_read_leniently_every_quarter_of_an_hour(string name)
    {
        var zone = DateTimeZoneProviders.Tzdb[name];
        for (var date = new LocalDate(2014, 1, 1); date.Year < 2026; date = date.PlusDays(1))
        {
            var day = LocalDay.Of(zone, date);
            for (var second = 0; second < 172800; second += 900)
            {
                var local = date.PlusDays(second / 86400) + LocalTime.FromSecondsSinceMidnight(second % 86400);
                var instant = local.InZoneLeniently(zone).ToInstant();
                Assert.Equal(instant.ToUnixTimeSeconds(), day.Epoch(second));
                var back = date.AtMidnight().PlusSeconds(day.Second(instant.ToUnixTimeSeconds()));
                Assert.Equal(instant.InZone(zone).LocalDateTime, back);
            }
        }
    }
}
