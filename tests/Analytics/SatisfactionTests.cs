namespace Insights.Analytics.Tests;

/// <summary>What clients thought of the answers, where they were asked.</summary>
public sealed class SatisfactionTests : IDisposable
{
    private const string Counts = "span, offered_count, answered_count, response_ratio, good_count, neutral_count, bad_count, good_ratio, net_ratio";

    private readonly GivenWarehouse _given = new();

    public void Dispose() => _given.Dispose();

    [Fact]
    public void Answers_are_shares_of_the_answered_and_answering_a_share_of_the_asked()
    {
        Alpha("provider");
        foreach (var (word, n) in new[] { ("good", 6), ("neutral", 1), ("bad", 1), ("offered", 8) })
            for (var i = 0; i < n; i++)
                Ticket($"{word}{i}", "2026-03-02", word);
        _given.Refresh();
        Assert.Equal(["month|16|8|0.5|6|1|1|0.75|0.625", "trailing|16|8|0.5|6|1|1|0.75|0.625"], _given.Rows($"select {Counts} from marts.satisfaction order by 1"));
        Assert.Equal(["0.4093|0.9285|0.28|0.72"], _given.Rows("select wilson_low, wilson_high, response_low, response_high from marts.satisfaction where span = 'month'"));
    }

    [Fact]
    public void Where_an_export_tells_of_answers_only_it_is_not_known_how_many_were_asked()
    {
        Alpha("provider");
        Ticket("1", "2026-03-02", "good");
        Ticket("2", "2026-03-02", null);
        _given.Refresh();
        Assert.Equal(["month|∅|1|∅|1|0|0|1|1"], _given.Rows($"select {Counts} from marts.satisfaction where span = 'month'"));
    }

    [Fact]
    public void Nobody_answering_is_no_ratio_and_nobody_asked_is_no_row()
    {
        Alpha("provider");
        Ticket("1", "2026-02-02", "offered");
        Ticket("2", "2026-03-02", null);
        _given.Refresh();
        Assert.Equal(["2026-02-01|month|1|0|0|0|0|0|∅|∅", "2026-02-01|trailing|1|0|0|0|0|0|∅|∅", "2026-03-01|trailing|1|0|0|0|0|0|∅|∅"],
            _given.Rows($"select month, {Counts} from marts.satisfaction order by 1, 2"));
    }

    [Fact]
    public void Tickets_still_open_or_left_out_do_not_count()
    {
        Alpha("provider");
        Ticket("1", "2026-03-02", "bad", "state = 'open'");
        Ticket("2", "2026-03-02", "bad", "state = 'merged'");
        Ticket("3", "2026-03-02", "good");
        _given.Refresh();
        Assert.Equal(["month|∅|1|∅|1|0|0|1|1"], _given.Rows($"select {Counts} from marts.satisfaction where span = 'month'"));
    }

    [Fact]
    public void The_trailing_window_adds_the_months()
    {
        Alpha("provider");
        Ticket("1", "2026-01-02", "good");
        Ticket("2", "2026-03-02", "bad");
        Ticket("3", "2026-03-03", "offered");
        _given.Refresh();
        Assert.Equal(["3|2|1|0|1|0.5|0"], _given.Rows("select offered_count, answered_count, good_count, neutral_count, bad_count, good_ratio, net_ratio from marts.satisfaction where span = 'trailing' and month = '2026-03-01'"));
    }

    private void Alpha(string side) => _given.Client("Alpha").Source("desk", "2026-03-31", side: side);

    private void Ticket(string id, string day, string? satisfaction, string state = "state = 'closed'; resolved_at = '2026-03-05'") =>
        _given.Ticket("desk", id, "Alpha", day + " 08:00:00", state + (satisfaction is null ? "" : $"; satisfaction = '{satisfaction}'"));
}
