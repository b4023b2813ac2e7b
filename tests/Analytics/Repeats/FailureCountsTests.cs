using System.Globalization;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "Too many this month".</summary>
public sealed class FailureCountsTests
{
    [Theory]
    [InlineData(4, "4|6|1|no|5|no")]
    [InlineData(5, "5|6|1|no|5|yes")]
    public void Five_failures_where_one_a_month_is_usual_are_too_many_and_four_are_not(int count, string expected)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-07-31 00:00:00");
        for (var month = 1; month <= 6; month++)
            Failure(given, $"m{month}", month, 3);
        for (var i = 0; i < count; i++)
            Failure(given, $"x{i}", 7, 3 + i);
        Assert.Equal([expected], given.Refresh().Rows("select episode_count, month_count, expected_count, is_dispersed, alarming_count, is_many from marts.failure_counts where month = '2026-07-01'"));
    }

    [Fact]
    public void With_fewer_months_before_nothing_is_expected_and_months_that_vary_much_expect_more()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-07-31 00:00:00");
        for (var i = 0; i < 12; i++)
            Failure(given, $"j{i}", 1, 2 + (2 * i));
        Failure(given, "f", 2, 3);
        Failure(given, "k", 7, 3);
        given.Refresh();
        Assert.Equal(["0|5|∅|∅|∅|∅"], given.Rows("select episode_count, month_count, expected_count, is_dispersed, alarming_count, is_many from marts.failure_counts where month = '2026-06-01'"));
        Assert.Equal(["1|6|2.1667|yes|no"], given.Rows("select episode_count, month_count, expected_count, is_dispersed, is_many from marts.failure_counts where month = '2026-07-01'"));
        Assert.Equal(["yes"], given.Rows("select alarming_count > 12 from marts.failure_counts where month = '2026-07-01'"));
    }

    private static void Failure(GivenWarehouse given, string id, int month, int day) => given.Ticket("desk", id, "Alpha", string.Create(CultureInfo.InvariantCulture, $"2026-{month:00}-{day:00} 08:00:00"),
        $"subject = '{id}'; asset = '{id}'; requester = '{id}'; kind = 'incident'; state = 'resolved'; resolved_at = '2026-{month:00}-{day:00} 09:00:00'");
}
