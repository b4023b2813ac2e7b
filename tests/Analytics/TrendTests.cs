using System.Globalization;

namespace Insights.Analytics.Tests;

public sealed class TrendTests
{
    private const string Columns = "month, value, n, centre, lower_limit, upper_limit, signal, direction, basis";

    [Fact]
    public void Months_are_judged_from_themselves_and_those_before()
    {
        // 2 and 4 tickets in turn for 12 months (mean 3, range 2: limits 0 and 8.32), then 9.
        using var given = Tickets([2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 9]);
        var rows = given.Rows($"select {Columns} from marts.trends where series = 'tickets' order by month");
        Assert.Equal("2024-05-01|2|∅|∅|∅|∅|∅|∅|none", rows[4]);
        Assert.Equal("2024-06-01|4|∅|3|∅|∅|∅|∅|run", rows[5]);
        Assert.Equal("2024-12-01|4|∅|3|0|8.32|∅|∅|xmr", rows[11]);
        Assert.Equal("2025-01-01|9|∅|3|0|8.32|outside|∅|xmr", rows[12]);

        // The data end within February: its tickets are not all there yet.
        Assert.Equal("2025-02-01|0|∅|∅|∅|∅|∅|∅|none", rows[13]);
        Assert.Equal(14, rows.Count);
    }

    [Fact]
    public void A_share_of_promises_kept_that_falls_out_of_its_limits_is_worse()
    {
        using var given = Answers([(9, 10), (10, 10), (9, 10), (10, 10), (9, 10), (10, 10), (9, 10), (10, 10), (9, 10), (10, 10), (9, 10), (10, 10), (3, 10)]);
        var rows = given.Rows($"select {Columns} from marts.trends where series = 'response_attainment' order by month");

        // Centre .95; months one tenth apart, .1 / .0689 = 1.451 deviations: sigma z 1.2863, limits .95 -+ 3 * .0689 * 1.2863.
        Assert.Equal("2024-12-01|1|10|0.95|0.684|1|∅|∅|laney", rows[11]);
        Assert.Equal("2025-01-01|0.3|10|0.95|0.684|1|outside|worse|laney", rows[12]);
        Assert.Equal("2025-02-01|∅|∅|∅|∅|∅|∅|∅|none", rows[13]);
        Assert.Equal(["1.2863"], given.Rows("select spread from marts.trends where series = 'response_attainment' and month = '2025-01-01'"));
        Assert.Equal(["∅|none"], given.Rows("select distinct value, basis from marts.trends where series = 'resolve_attainment'"));
    }

    [Fact]
    public void Waiting_longer_is_worse_and_a_month_without_answers_is_passed_over()
    {
        using var given = Medians([60, 62, 60, 62, 60, 62, null, 60, 62, 60, 62, 60, 62, 30, 90]);
        var rows = given.Rows($"select month, value, n, centre, signal, direction, basis from marts.trends where series = 'response_median' order by month");
        Assert.Equal("2024-07-01|∅|∅|∅|∅|∅|none", rows[6]);
        Assert.Equal("2025-01-01|3720|2|3660|∅|∅|xmr", rows[12]);
        Assert.Equal("2025-02-01|1800|2|3660|outside|better|xmr", rows[13]);
        Assert.Equal("2025-03-01|5400|2|3660|outside|worse|xmr", rows[14]);
    }

    [Fact]
    public void A_backlog_that_keeps_growing_is_worse_and_kinds_nobody_stated_are_no_series()
    {
        using var given = Tickets([1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal("2024-07-01|7|drift|worse|run", given.Rows("select month, value, signal, direction, basis from marts.trends where series = 'backlog' order by month")[6]);
        Assert.Equal(["incidents|∅|none", "requests|∅|none"], given.Rows("select distinct series, value, basis from marts.trends where series in ('incidents', 'requests') order by 1"));
    }

    [Fact]
    public void A_file_of_tickets_that_ended_has_no_trend()
    {
        using var given = Tickets([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 30], state: "closed");
        Assert.Equal(["yes"], given.Rows("select is_survivors_only from intermediate.client_selections"));
        Assert.Equal(["none|∅"], given.Rows("select distinct basis, signal from marts.trends"));
        Assert.Equal(["yes"], given.Rows("select count(value) > 0 from marts.trends where series = 'tickets'"));
    }

    /// <summary>That many tickets in each month from January 2024, answered at once; the data end on the 10th of the month after.</summary>
    private static GivenWarehouse Tickets(int[] counts, string state = "open")
    {
        var given = Given(counts.Length);
        for (var month = 0; month < counts.Length; month++)
            for (var i = 0; i < counts[month]; i++)
                given.Ticket("desk", $"{month}-{i}", "Alpha", Month(month), $"responded_at = '{Month(month)}'; state = '{state}'");
        return given.Refresh();
    }

    /// <summary>In each month, so many of so many promises of an hour kept.</summary>
    private static GivenWarehouse Answers((int Met, int All)[] months)
    {
        var given = Given(months.Length).Promise("Alpha", "response", null, 3600, "client");
        for (var month = 0; month < months.Length; month++)
            for (var i = 0; i < months[month].All; i++)
                given.Ticket("desk", $"{month}-{i}", "Alpha", Month(month), $"responded_at = '{Month(month, i < months[month].Met ? 30 : 90)}'; state = 'open'");
        return given.Refresh();
    }

    /// <summary>In each month two tickets answered after so many minutes, or none.</summary>
    private static GivenWarehouse Medians(int?[] minutes)
    {
        var given = Given(minutes.Length);
        for (var month = 0; month < minutes.Length; month++)
            for (var i = 0; i < 2 && minutes[month] is not null; i++)
                given.Ticket("desk", $"{month}-{i}", "Alpha", Month(month), $"responded_at = '{Month(month, minutes[month]!.Value)}'; state = 'open'");
        return given.Refresh();
    }

    private static GivenWarehouse Given(int months) => new GivenWarehouse().Client("Alpha").Source("desk", new DateTime(2024, 1, 10, 12, 0, 0).AddMonths(months).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    private static string Month(int month, int minutes = 0) =>
        new DateTime(2024, 1, 5, 9, 0, 0).AddMonths(month).AddMinutes(minutes).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
