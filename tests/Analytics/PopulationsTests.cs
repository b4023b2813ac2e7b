using System.Globalization;

namespace Insights.Analytics.Tests;

/// <summary>Who is in the file, what that does to the numbers, and what looks wrong in it.</summary>
public sealed class PopulationsTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 8, 0, 0);

    [Fact]
    public void A_file_of_closed_tickets_only_gives_no_backlog_no_curves_and_an_upper_bound()
    {
        using var closed = Given(120, i => Ended(i, TimeSpan.FromHours(60)));
        Assert.Equal(["closed_only|0"], Found(closed));
        Assert.Equal(["∅|yes"], closed.Rows("select distinct backlog_count, is_survivors_only from marts.client_months"));
        Assert.Empty(closed.Rows("from marts.resolve_times union all by name from marts.response_times"));
        Assert.Equal(["upper_bound|1|yes"], closed.Rows("select reading, attained_ratio, is_upper_bound from marts.attainment_trailing where promise_kind = 'response' and priority is null order by month desc limit 1"));
        Assert.Empty(closed.Rows("from marts.findings where is_favourable"));

        using var whole = Given(120, i => i == 110 ? "responded_at = " + Sql(Start.AddHours((i * 18) + 1)) + "; state = 'open'" : Ended(i, TimeSpan.FromHours(60)));
        Assert.Empty(Found(whole));
        Assert.Equal(["met|no"], whole.Rows("select reading, is_upper_bound from marts.attainment_trailing where promise_kind = 'response' and priority is null order by month desc limit 1"));
        Assert.NotEmpty(whole.Rows("from marts.resolve_times"));
    }

    [Fact]
    public void A_desk_so_quick_that_nothing_need_be_open_is_not_called_closed_only()
    {
        using var given = Given(120, i => Ended(i, TimeSpan.FromHours(2)));
        Assert.Empty(Found(given));
    }

    [Fact]
    public void Tickets_chosen_by_the_date_they_closed_are_told_by_the_old_ones_among_them()
    {
        using var given = Given(120, i => i % 10 == 9 ? "state = 'open'" : Ended(i, TimeSpan.FromHours(2)));
        for (var i = 0; i < 3; i++)
            given.Ticket("desk", $"old{i}", "Alpha", $"2025-0{i + 6}-01 08:00:00", "state = 'closed'; closed_at = '2026-01-06 09:00:00'; resolved_at = '2026-01-06 09:00:00'");
        Assert.Contains("selected_by_close|3", Found(given));
    }

    [Fact]
    public void One_priority_on_nine_of_ten_tickets_lets_the_promise_for_every_priority_go_first()
    {
        using var given = Given(120, i => $"priority = {(i % 10 == 0 ? 1 : 3)}; state = 'open'").Promise("Alpha", "response", 3, 600, "client");
        Assert.Equal(["one_priority|108"], Found(given));
        Assert.Equal(["3600"], given.Rows("select distinct response_promise_seconds from marts.tickets"));
        using var several = Given(120, i => $"priority = {(i % 5 == 0 ? 1 : 3)}; state = 'open'").Promise("Alpha", "response", 3, 600, "client").Refresh();
        Assert.Equal(["1|3600", "3|600"], several.Rows("select distinct priority_final, response_promise_seconds from marts.tickets order by 1"));
    }

    [Fact]
    public void A_hole_in_a_steady_stream_and_a_full_page_of_rows_are_shown()
    {
        using var given = Given(120, i => "state = 'open'", i => i < 60 ? 0 : 20);
        given.Run("update raw.loads set row_count = 1000");
        Assert.Equal(["archived_gap|21", "row_cap|1000"], Found(given));
        using var sparse = Given(40, i => "state = 'open'", i => i * 9);
        Assert.DoesNotContain(Found(sparse), f => f.StartsWith("archived_gap", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_thing_that_looks_wrong_is_counted_with_an_example()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:01:00", "responded_at = '2026-03-02 08:00:00'; asset = 'N/A'; requester = 'E'")
            .Ticket("desk", "2", "Alpha", "2026-03-02 08:02:00", "resolved_at = '2026-03-02 07:00:00'; closed_at = '2026-03-02 06:00:00'; asset = 'άγνωστο'")
            .Ticket("desk", "3", "Alpha", "2026-03-02 08:03:00", "resolved_at = '2026-03-02 08:03:10'; asset = 'PC-1'")
            .Ticket("desk", "4", "Alpha", "2026-04-02 08:03:00");
        given.Run("insert into raw.notices values (1, 'broken_characters', 7); update raw.loads set reject_count = 2, row_count = 10; update raw.tickets set is_time_ambiguous = true where ticket_id = '3'");
        Assert.Equal(
            ["ambiguous_time|1|3", "broken_characters|7|∅", "closed_before_resolution|1|2", "future|1|4", "placeholder_asset|1|1", "rejects|2|∅",
             "resolved_before_creation|1|2", "response_before_creation|1|1", "typed_after|1|3"],
            given.Refresh().Rows("select code, ticket_count, example_ticket_id from marts.suspicions order by 1"));
        using var dates = Given(40, i => "requester = 'desk'; state = 'open'", i => -i / 24.0);
        dates.Run("update raw.tickets set created_at = date_trunc('day', created_at) - interval 2 hours");
        Assert.Equal(["midnight_created|40|1", "one_requester|40|1"], dates.Refresh().Rows("select code, ticket_count, share from marts.suspicions order by 1"));
    }

    [Fact]
    public void Times_two_hours_off_are_told_by_the_opening_hours_and_times_that_fit_are_left_alone()
    {
        using var right = Given(120, i => Replied(i, 0));
        Assert.Equal(["0|no"], right.Refresh().Rows("select best_shift_seconds, is_proposed from marts.zone_checks"));
        using var off = Given(120, i => Replied(i, -2));
        Assert.Equal(["7200|yes|1"], off.Refresh().Rows("select best_shift_seconds, is_proposed, best_ratio from marts.zone_checks"));
        using var few = Given(99, i => Replied(i, -2));
        Assert.Equal(["7200|no"], few.Refresh().Rows("select best_shift_seconds, is_proposed from marts.zone_checks"));
        Assert.Equal(["1188"], off.Rows("select sum(created_count * 0 + responded_count) * 9 + sum(created_count) * 0.9 from marts.hours"));

        // Replies spread over the Athens day of 09:00 to 17:00 (07:00 to 15:00 UTC), Monday to Friday; the ticket a minute before.
        static string Replied(int i, int hours) => "state = 'open'; responded_at = " + Sql(new DateTime(2026, 1, 5 + (i % 5), 7, 0, 0).AddDays(i / 5 * 7 % 70).AddMinutes(4 * (i % 120)).AddHours(hours));
    }

    [Theory]
    [InlineData("vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 08:30:00'; state = 'closed'", "∅")]
    [InlineData("vendor_resolve_outcome = 'met'; state = 'closed'", "not_known")]
    [InlineData("vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 11:00:00'; state = 'closed'", "erased")]
    [InlineData("vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 09:00:30'; vendor_resolve_due_at = '2026-03-02 09:01:00'", "rounding")]
    [InlineData("vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 11:00:00'; vendor_resolve_due_at = '2026-03-02 09:00:00'; reopen_count = 1", "reopened")]
    [InlineData("vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 11:00:00'; vendor_resolve_due_at = '2026-03-02 09:00:00'; paused_seconds = 7200", "paused")]
    [InlineData("vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 11:00:00'; vendor_resolve_due_at = '2026-03-02 12:00:00'; paused_seconds = 7199", "other_due")]
    [InlineData("vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 11:00:00'; vendor_resolve_due_at = '2026-03-02 09:00:00'", "contradicts_due")]
    [InlineData("vendor_resolve_outcome = 'met'; state = 'open'; vendor_resolve_due_at = '2026-03-02 09:00:00'", "contradicts_due")]
    public void A_difference_from_the_tools_verdict_has_one_reason_the_first_that_holds(string ticket, string reason)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00").Promise("Alpha", "resolve", null, 3600, "contract", "pauses = ''")
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", ticket)
            .Ticket("desk", "2", "Alpha", "2026-03-02 08:00:00", "vendor_resolve_outcome = 'met'; resolved_at = '2026-03-02 08:30:00'; vendor_resolve_due_at = '2026-03-02 09:00:00'").Refresh();
        Assert.Equal(["2"], given.Rows("select sum(ticket_count) from marts.vendor_differences"));
        Assert.Contains(reason, given.Rows("select reason from marts.vendor_differences"));
        Assert.All(given.Rows("select reason from marts.vendor_differences"), r => Assert.True(r == "∅" || r == reason, r));
    }

    [Fact]
    public void A_tool_that_says_in_time_and_shows_no_answer_is_not_explained()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00").Promise("Alpha", "response", null, 3600)
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "vendor_response_outcome = 'met'; vendor_response_due_at = '2026-03-02 09:00:00'; state = 'closed'; closed_at = '2026-03-02 12:00:00'").Refresh();
        Assert.Equal(["response|met|breached|unexplained"], given.Rows("select promise_kind, vendor_outcome, our_outcome, reason from marts.vendor_differences"));
    }

    [Fact]
    public void On_the_other_clock_the_tool_may_be_right()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00").Promise("Alpha", "response", null, 1800)
            .Ticket("desk", "1", "Alpha", "2026-02-27 15:50:00", "responded_at = '2026-03-02 07:05:00'; vendor_response_outcome = 'breached'").Refresh();
        Assert.Equal(["response|breached|met|other_clock"], given.Rows("select promise_kind, vendor_outcome, our_outcome, reason from marts.vendor_differences"));
    }

    [Fact]
    public void What_is_missing_is_named_for_each_measure()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-03-10 12:00:00", "resolved_at,state", "none").Promise("Alpha", "response", null, 1800)
            .Ticket("desk", "1", "Alpha", "2026-03-02 08:00:00", "state = 'open'").Refresh();
        Assert.Equal(
            ["backlog|yes|∅", "pauses_with_reason|no|messages,state_history", "repeats|no|asset|requester,subject|category", "response_attainment|no|responded_at"],
            given.Rows("select measure, is_measurable, missing from marts.measures where measure in ('backlog', 'pauses_with_reason', 'repeats', 'response_attainment') order by 1"));
    }

    [Fact]
    public void An_operators_bill_says_nothing_of_reachability_and_a_telephone_system_does()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("phone", "2026-03-10 12:00:00", "client").Load("phone", "2026-03-10 12:00:00", "calls");
        given.Run("""
            insert into raw.calls (load_id, line, source, row_hash, log_kind, started_at, direction, ring_seconds, is_answered, client_text, is_time_ambiguous) values
              (2, 1, 'phone', 1, 'pbx', '2026-03-02 08:00:00', 'in', 10, true, 'Alpha', false), (2, 2, 'phone', 2, 'pbx', '2026-03-02 09:00:00', 'in', 30, false, 'Alpha', false),
              (2, 3, 'phone', 3, 'pbx', '2026-03-02 10:00:00', 'out', null, true, 'Alpha', false), (2, 4, 'phone', 4, 'bill', '2026-03-02 08:00:00', 'in', null, true, 'Alpha', false)
            """);
        Assert.Equal(["bill|1|1|∅|∅|∅", "pbx|3|2|1|0.5|20"], given.Refresh().Rows("select log_kind, call_count, in_count, answered_count, answered_ratio, median_ring_seconds from marts.calls order by 1"));
    }

    /// <summary>A client promised an answer in an hour; tickets 18 hours apart from the start, moved by so many days.</summary>
    private static GivenWarehouse Given(int count, Func<int, string> set, Func<int, double>? days = null)
    {
        var last = Start.AddHours((count - 1) * 18).AddDays(days?.Invoke(count - 1) ?? 0);
        var given = new GivenWarehouse().Client("Alpha").Source("desk", $"{last.AddDays(5):yyyy-MM-dd} 23:00:00").Promise("Alpha", "response", null, 3600, "client").Promise("Alpha", "resolve", null, null, "contract", "business_days = 30");
        for (var i = 0; i < count; i++)
            given.Ticket("desk", i.ToString(CultureInfo.InvariantCulture), "Alpha", $"{Start.AddHours(i * 18).AddDays(days?.Invoke(i) ?? 0):yyyy-MM-dd HH:mm:ss}", set(i));
        return given;
    }

    private static string Ended(int i, TimeSpan after) =>
        $"state = 'closed'; responded_at = {Sql(Start.AddHours((i * 18) + 0.5))}; resolved_at = {Sql(Start.AddHours(i * 18) + after)}; closed_at = {Sql(Start.AddHours(i * 18) + after)}";

    private static string Sql(DateTime at) => $"'{at:yyyy-MM-dd HH:mm:ss}'";

    private static IReadOnlyList<string> Found(GivenWarehouse given) =>
        given.Refresh().Rows("select code, found_count from marts.populations where is_found and code not in ('last_month_cut', 'one_client') order by 1");
}
