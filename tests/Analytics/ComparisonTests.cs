using System.Globalization;

namespace Insights.Analytics.Tests;

public sealed class ComparisonTests
{
    private const string Attainment = "select n, before_n, ratio, before_ratio, difference_ratio, difference_ratio_low, difference_ratio_high, reading from marts.comparisons where measure = 'response_attainment'";
    private const string Times = "select n, before_n, median_seconds, before_median_seconds, difference_seconds, p_value < 0.05, reading from marts.comparisons where measure = 'response_time'";

    [Fact]
    public void Promises_kept_are_compared_with_the_month_before()
    {
        using var given = Given(2).Promise("Alpha", "response", null, 3600, "client");
        Tickets(given, 0, 48, "1800");
        Tickets(given, 0, 32, "5400");
        Tickets(given, 1, 56, "1800");
        Tickets(given, 1, 14, "5400");
        given.Refresh();
        Assert.Equal(["70|80|0.8|0.6|0.2|0.0524|0.3339|better"], given.Rows($"{Attainment} and span = 'month' and month = '2024-02-01'"));
        Assert.Equal(["0|70|∅|0.8|∅|∅|∅|too_few"], given.Rows($"{Attainment} and span = 'month' and month = '2024-03-01'"));

        // January has no month before it in the data, and nothing reaches back over twelve months.
        Assert.Equal(["2024-02-01|month", "2024-03-01|month"], given.Rows("select distinct month, span from marts.comparisons order by 1"));
    }

    [Fact]
    public void A_month_of_longer_waits_is_worse_by_as_many_seconds_as_the_medians_differ()
    {
        using var given = Given(4);
        Tickets(given, 0, 40, "1000 + 10 * i");
        Tickets(given, 1, 40, "3000 + 10 * i");
        Tickets(given, 2, 40, "3000 + 10 * i");
        Tickets(given, 3, 40, "2000 + 10 * i");
        given.Refresh();
        Assert.Equal(["40|40|3190|1190|2000|yes|worse", "40|40|3190|3190|∅|no|not_distinguishable", "40|40|2190|3190|-1000|yes|better", "0|40|∅|2190|∅|∅|too_few"],
            given.Rows($"{Times} and span = 'month' order by month"));
        Assert.Equal(["yes"], given.Rows("select bool_and(difference_seconds_low < difference_seconds and difference_seconds < difference_seconds_high) from marts.comparisons where difference_seconds is not null"));
    }

    [Fact]
    public void Where_half_are_still_waiting_the_shares_answered_in_time_are_compared()
    {
        using var given = Given(2).Promise("Alpha", "response", null, 3600, "client");
        Tickets(given, 0, 40, "1000 + 10 * i");
        Tickets(given, 1, 12, "1000 + 10 * i");
        Tickets(given, 1, 28, "null");
        given.Refresh();
        Assert.Equal(["∅|1190|∅|3600|0.3|1|-0.7|worse"], given.Rows(
            "select median_seconds, before_median_seconds, difference_seconds, within_seconds, ratio, before_ratio, difference_ratio, reading from marts.comparisons where measure = 'response_time' and month = '2024-02-01'"));
        Assert.Equal(["yes"], given.Rows("select difference_ratio_low < -0.7 and difference_ratio_high between -0.7 and 0 from marts.comparisons where measure = 'response_time' and month = '2024-02-01'"));
    }

    [Fact]
    public void Half_years_are_compared_once_the_data_reach_back_over_both()
    {
        using var given = Given(12);
        for (var month = 0; month < 12; month++)
            Tickets(given, month, 5, month < 6 ? "1000 + 10 * i" : "2000 + 10 * i");
        given.Refresh();
        Assert.Equal(["2024-12-01|30|30|2020|1020|1000|worse", "2025-01-01|25|30|2020|1020|1000|worse"],
            given.Rows("select month, n, before_n, median_seconds, before_median_seconds, difference_seconds, reading from marts.comparisons where measure = 'response_time' and span = 'half' order by month"));
    }

    [Fact]
    public void Files_of_tickets_that_ended_cannot_be_compared()
    {
        using var given = Given(2);
        Tickets(given, 0, 40, "1000 + i", "closed");
        Tickets(given, 1, 40, "3000 + i", "closed");
        given.Refresh();
        Assert.Equal(["yes"], given.Rows("select is_survivors_only from intermediate.client_selections"));
        Assert.Empty(given.Rows("from marts.comparisons"));
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing()
    {
        var found = new[] { "i", "-i", "hash(i)" }.Select(order =>
        {
            using var given = Given(2).Promise("Alpha", "response", null, 3600, "client");
            given.Run($"create table drawn as select (hash(i) % 2)::integer as month, i, 1000 + hash(i, 1) % (3000 + 2000 * (hash(i) % 2)) as seconds from range(200) as r(i) order by {order}");
            Insert(given, "drawn", "month", "seconds", "open");
            return string.Join('\n', given.Refresh().Rows("from marts.comparisons order by all"));
        }).Distinct();
        Assert.Single(found);
    }

    private static GivenWarehouse Given(int months) => new GivenWarehouse().Client("Alpha").Source("desk", new DateTime(2024, 1, 10, 12, 0, 0).AddMonths(months).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>That many tickets in a month counted from January 2024, answered after so many seconds (SQL of i; null: not yet).</summary>
    private static void Tickets(GivenWarehouse given, int month, int count, string seconds, string state = "open") =>
        Insert(given, $"range({count}) as r(i)", month.ToString(CultureInfo.InvariantCulture), seconds, state);

    private static void Insert(GivenWarehouse given, string rows, string month, string seconds, string state) => given.Run($"""
        insert into raw.tickets (load_id, line, source, ticket_id, row_hash, client_text, created_at, is_time_ambiguous, responded_at, state)
        select 1, 1, 'desk', concat({month}, '-', i, '-', ({seconds})), hash({month}, i, ({seconds})), 'Alpha', created_at, false, created_at + to_seconds(({seconds})::bigint), '{state}'
        from (select *, timestamp '2024-01-05 09:00:00' + to_months({month}) + to_minutes(i) as created_at from {rows})
        """);
}
