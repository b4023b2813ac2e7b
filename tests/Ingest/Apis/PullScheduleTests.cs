using System.Globalization;
using Cronos;
using Insights.Ingest.Sources;
using NodaTime;

namespace Insights.Ingest.Tests.Apis;

/// <summary>Schedules by the clock of a place.</summary>
public sealed class PullScheduleTests
{
    [Theory]
    [InlineData("0 6 1 * *", "2026-10-15T00:00:00Z", "2026-11-01T04:00:00Z")]
    [InlineData("0 6 1 * *", "2026-07-15T00:00:00Z", "2026-08-01T03:00:00Z")]
    [InlineData("*/30 * * * *", "2026-11-28T13:30:00Z", "2026-11-28T14:00:00Z")]
    // On 29 March 2026 the clock of Athens goes from 3 to 4: half past three is never; the run is an hour later, not lost.
    [InlineData("30 3 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z")]
    // On 25 October it is half past three twice: one run.
    [InlineData("30 3 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    public void The_next_run_is_by_the_clock_on_the_wall(string cron, string after, string next) =>
        Assert.Equal(At(next), Schedule(cron).Next(At(after)));

    [Fact]
    public void However_long_ago_the_last_run_was_one_is_missed_not_many()
    {
        var schedule = Schedule("0 6 1 * *");
        var missed = schedule.Next(At("2026-03-15T00:00:00Z"));
        Assert.True(missed < At("2026-11-28T00:00:00Z"));
        Assert.True(schedule.Next(At("2026-11-28T00:00:00Z")) > At("2026-11-28T00:00:00Z"));
    }

    private static PullSchedule Schedule(string cron) => new(CronExpression.Parse(cron), DateTimeZoneProviders.Tzdb["Europe/Athens"]);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
