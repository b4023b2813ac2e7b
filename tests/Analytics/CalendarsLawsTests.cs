using Insights.Analytics.Calendars;
using NodaTime;
using static Insights.Analytics.Tests.CalendarsCases;

namespace Insights.Analytics.Tests;

/// <summary>Laws of working time, f(a, b) its seconds from a to b, over calendars and instants drawn from a seed.</summary>
public sealed class CalendarsLawsTests
{
    private const int Calendars = 40;
    private const int Rounds = 250;

    [Fact]
    public void Working_time_adds_up() => Over(1, (c, r) =>
    {
        var (a, b, d) = (r.Instant(c), r.Instant(c), r.Instant(c));
        Assert.Equal(c.Elapsed(a, d), c.Elapsed(a, b) + c.Elapsed(b, d));
    });

    [Fact]
    public void Working_time_backwards_is_negative() => Over(2, (c, r) =>
    {
        var (a, b) = (r.Instant(c), r.Instant(c));
        Assert.Equal(c.Elapsed(a, b), -c.Elapsed(b, a));
    });

    [Fact]
    public void Exactly_the_promise_has_passed_when_it_falls_due() => Over(3, (c, r) =>
    {
        var (a, promise) = (r.EarlyInstant(c), (long)r.Random.Next(0, 400_000));
        Assert.Equal(promise, c.Elapsed(a, c.Due(a, promise)));
    });

    [Fact]
    public void A_promise_falls_due_at_the_first_instant_it_can() => Over(4, (c, r) =>
    {
        var (a, promise) = (r.EarlyInstant(c), (long)r.Random.Next(1, 400_000));
        Assert.Equal(promise - 1, c.Elapsed(a, c.Due(a, promise) - 1));
    });

    [Fact]
    public void Later_is_never_less() => Over(5, (c, r) =>
    {
        var (a, b, later) = (r.Instant(c), r.Instant(c), r.Random.Next(0, 100_000));
        if (b + later < c.CoversToEpoch)
            Assert.True(c.Elapsed(a, b + later) >= c.Elapsed(a, b));
    });

    [Fact]
    public void Working_time_is_between_nothing_and_wall_time() => Over(6, (c, r) =>
    {
        var (a, b) = (r.Instant(c), r.Instant(c));
        Assert.InRange(c.Elapsed(Math.Min(a, b), Math.Max(a, b)), 0, Math.Abs(b - a));
    });

    [Fact]
    public void Round_the_clock_is_subtraction()
    {
        var random = new CalendarsRandom(7);
        var calendar = WorkingTime.Build(Version("Europe/Athens", "1234567 0-24"), CalendarsRandom.FirstYear, CalendarsRandom.LastYear);
        for (var round = 0; round < 10_000; round++)
        {
            var (a, b, promise) = (random.Instant(calendar), random.Instant(calendar), random.Random.Next(0, 30_000_000));
            Assert.Equal(b - a, calendar.Elapsed(a, b));
            a = random.EarlyInstant(calendar);
            Assert.Equal(a + promise, calendar.Due(a, promise));
        }
    }

    [Fact]
    public void A_promise_in_business_days_falls_due_within_a_business_day_and_later_for_more_days() => Over(8, (c, r) =>
    {
        var (a, n) = (r.EarlyInstant(c), r.Random.Next(0, 20));
        var due = c.DueAfterBusinessDays(a, n);
        Assert.NotEqual(default, c.BusinessDays.FirstOrDefault(d => d.OpensEpoch <= due && due <= d.ClosesEpoch));
        Assert.True(due >= a || n == 0);
        Assert.True(c.DueAfterBusinessDays(a, n + 1, 43200) > c.DueAfterBusinessDays(a, n, 43200) || n == 0);
    });

    /// <summary>Counts the quarters of an hour whose wall clock is open, without building a segment.</summary>
    [Fact]
    public void Working_time_is_the_quarters_the_wall_clock_calls_open()
    {
        var random = new CalendarsRandom(9);
        for (var number = 0; number < 20; number++)
        {
            var version = random.Daytime(number);
            var calendar = WorkingTime.Build(version, CalendarsRandom.FirstYear, CalendarsRandom.LastYear);
            var from = calendar.CoversFromEpoch + (86400 * random.Random.NextInt64(1, 1000));
            var holidays = Enumerable.Range(CalendarsRandom.FirstYear, 4).SelectMany(y => version.Holidays?.In(y) ?? []).ToLookup(h => h.Date);
            var open = 0;
            for (var quarter = from; quarter < from + (200 * 86400); quarter += 900)
                if (IsOpen(version, holidays, quarter))
                    open++;
            Assert.Equal(open * 900, calendar.Elapsed(from, from + (200 * 86400)));
        }
    }

    private static bool IsOpen(CalendarVersion version, ILookup<LocalDate, Holiday> holidays, long epoch)
    {
        var local = Instant.FromUnixTimeSeconds(epoch).InZone(version.Zone).LocalDateTime;
        var second = (int)(local.TimeOfDay.NanosecondOfDay / NodaConstants.NanosecondsPerSecond);
        var (today, yesterday) = (local.Date, local.Date.PlusDays(-1));
        return (HoursOf(version, holidays, today).Any(h => In(h, second)) || HoursOf(version, holidays, yesterday).Any(h => In(h, second + 86400)))
            && !version.Breaks.Any(b => (b.IsOn(today.DayOfWeek) && In(b, second)) || (b.IsOn(yesterday.DayOfWeek) && In(b, second + 86400)));
    }

    private static IEnumerable<WeeklyHours> HoursOf(CalendarVersion version, ILookup<LocalDate, Holiday> allHolidays, LocalDate date)
    {
        var weekly = version.Open.Where(h => h.IsOn(date.DayOfWeek)).ToList();
        var holidays = allHolidays[date].ToList();
        return weekly.Count == 0 || holidays.Exists(h => h.IsClosed) ? []
            : holidays.Count == 0 ? weekly
            : holidays.Select(h => new WeeklyHours("1234567", h.OpensSecond!.Value, h.ClosesSecond!.Value));
    }

    private static bool In(WeeklyHours hours, int second) => hours.OpensSecond <= second && second < hours.ClosesSecond;

    private static void Over(int seed, Action<WorkingTime, CalendarsRandom> law)
    {
        var random = new CalendarsRandom(seed);
        for (var number = 0; number < Calendars; number++)
        {
            var calendar = WorkingTime.Build(random.Any(number), CalendarsRandom.FirstYear, CalendarsRandom.LastYear);
            for (var round = 0; round < Rounds && calendar.BusinessDays.Count > 200 && calendar.TotalSeconds > 4_000_000; round++)
                law(calendar, random);
        }
    }
}
