namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Intensity".</summary>
public sealed class IntensityTests
{
    private const string March = "from marts.intensity where month = '2026-03-01'";

    [Fact]
    public void Faults_are_counted_per_user_and_month_over_three_months_with_their_exact_interval()
    {
        using var given = Given("users = 10");
        for (var i = 0; i < 9; i++)
            Fault(given, $"{i}", $"2026-0{1 + (i % 3)}-1{i % 3} 09:00");
        Assert.Equal(["9|30|0.300|0.137|0.569|normal|tickets"], given.Refresh().Rows(
            $"select fault_count, user_months, format('{{:.3f}}', faults_per_user_month), format('{{:.3f}}', faults_low), format('{{:.3f}}', faults_high), load_class, load_basis {March}"));
    }

    [Fact]
    public void A_size_that_changes_counts_from_its_day_and_none_is_not_zero()
    {
        using var given = Given("users = 10");
        given.Run("insert into raw.reference_sizes (load_id, file, line, client, valid_from, users) values (1, 's', 1, 'Alpha', '2026-02-28', 20), (1, 's', 2, 'Alpha', '2026-03-31', 40), (1, 's', 3, 'Alpha', '2026-04-01', 80)");
        Fault(given, "1", "2026-01-05 09:00");
        Fault(given, "2", "2026-03-05 09:00");
        Assert.Equal(["70|40|very_low"], given.Refresh().Rows($"select user_months, users, load_class {March}"));
        using var unknown = Given("users = null");
        Fault(unknown, "1", "2026-03-05 09:00");
        Assert.Equal(["∅|∅|∅|∅"], unknown.Refresh().Rows($"select user_months, faults_per_user_month, load_class, intensity_class {March}"));
    }

    [Fact]
    public void Few_faults_of_a_client_that_needs_an_answer_in_ten_minutes_are_high_intensity_and_an_office_promise_is_slower()
    {
        using var given = Given("users = 100");
        given.Run("insert into raw.reference_expectations (load_id, file, line, client, priority, promise_kind, expectation, seconds, clock) values (1, 'e', 1, 'Alpha', 1, 'response', '10m', 600, 'client')");
        given.Run("insert into raw.reference_promises (load_id, file, line, client, priority, promise_kind, promise, seconds, clock, calendar) values (1, 'p', 1, 'Alpha', 1, 'response', '30m', 1800, 'contract', 'support')");
        Fault(given, "1", "2026-03-05 09:00");
        Assert.Equal(["very_low|high|stated|high|very_low|slower"], given.Refresh().Rows(
            $"select load_class, immediacy_class, immediacy_basis, intensity_class, setup_class, fit {March}"));
    }

    [Fact]
    public void A_client_without_any_ticket_is_classed_by_its_answers_and_three_answers_are_too_few()
    {
        using var given = Given("users = 10");
        Answer(given, "immediacy_answer", "high", "immediacy_hours", "low", "immediacy_cost", "low", "immediacy_season", "low", "load_faults", "middle", "load_age", "middle", "load_again", "middle");
        Assert.Equal(["∅|∅|high|answers|high|none_promised"], given.Refresh().Rows(
            "select month, load_class, immediacy_class, immediacy_basis, intensity_class, fit from marts.intensity"));
        Answer(given, "load_places", "low");
        Assert.Equal(["normal|answers"], given.Refresh().Rows("select load_class, load_basis from marts.intensity"));
    }

    [Fact]
    public void What_was_expected_and_promised_in_a_month_counts_for_it_and_not_what_is_today()
    {
        using var given = Given("users = 100");
        given.Run("insert into raw.reference_expectations (load_id, file, line, client, priority, promise_kind, expectation, seconds, clock, valid_to) values (1, 'e', 1, 'Alpha', 1, 'response', '10m', 600, 'client', '2026-02-28')");
        given.Run("insert into raw.reference_expectations (load_id, file, line, client, priority, promise_kind, expectation, seconds, clock, valid_from) values (1, 'e', 2, 'Alpha', 1, 'response', '1d', 86400, 'client', '2026-03-01')");
        given.Promise("Alpha", "response", 1, 1800, more: "valid_to = '2026-02-27'");
        Fault(given, "1", "2026-01-05 09:00");
        Assert.Equal(["2026-01-01|600|1800|slower", "2026-02-01|600|∅|none_promised", "2026-03-01|86400|∅|fits"],
            given.Refresh().Rows("select month, needed_seconds, promised_seconds, fit from marts.intensity where month <= '2026-03-01' order by 1"));
    }

    [Theory]
    [InlineData(2, 1, "∅|∅")]
    [InlineData(25, 1, "very_low|tickets")]
    [InlineData(5, 6, "normal|tickets")]
    public void Of_few_faults_load_is_told_only_where_chance_leaves_one_class(int users, int faults, string expected)
    {
        using var given = Given($"users = {users}");
        for (var i = 0; i < faults; i++)
            Fault(given, $"{i}", $"2026-0{1 + (i % 3)}-1{i % 3} 09:00");
        Assert.Equal([expected], given.Refresh().Rows($"select load_class, load_basis {March}"));
    }

    [Fact]
    public void A_promise_in_business_days_is_a_promise_of_their_working_time_and_the_day_it_is_asked_on()
    {
        using var given = Given("users = 100");
        given.Promise("Alpha", "response", 1, null, more: "business_days = 1");
        given.Run("insert into raw.reference_expectations (load_id, file, line, client, priority, promise_kind, expectation, seconds, clock) values (1, 'e', 1, 'Alpha', 1, 'response', '4h', 14400, 'client')");
        Fault(given, "1", "2026-01-05 09:00");
        Assert.Equal(["57600|40|very_low|slower"], given.Refresh().Rows($"select promised_seconds, covered_hours, setup_class, fit {March}"));
    }

    [Fact]
    public void Terciles_go_by_rates_drawn_towards_all_so_two_faults_of_one_user_do_not_lead()
    {
        using var given = new GivenWarehouse().Client("c00").Source("desk", "2026-04-01 00:00:00");
        for (var i = 1; i < 12; i++)
            given.Client($"c{i:00}");
        given.Run("update raw.reference_clients set users = case client when 'c00' then 1 else 20 end");
        for (var i = 0; i < 12; i++)
            for (var n = 0; n < (i == 0 ? 2 : 1 + (3 * i)); n++)
                given.Ticket("desk", $"{i}-{n}", $"c{i:00}", "2026-03-05 09:00:00", $"kind = 'incident'; subject = 'x'; requester = 'p{i}-{n}'; state = 'open'");
        given.Refresh();
        Assert.Equal(["c11"], given.Rows($"select client {March} order by faults_shrunk desc limit 1"));
        Assert.Equal(["c00"], given.Rows($"select client {March} order by faults_per_user_month desc limit 1"));
        Assert.Equal(["1|4", "2|4", "3|4"], given.Rows($"select tercile, count(*) {March} group by all order by 1"));
    }

    private static GivenWarehouse Given(string set)
    {
        var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-05-01 00:00:00");
        given.Run($"update raw.reference_clients set {set}");
        return given;
    }

    private static void Fault(GivenWarehouse given, string id, string created) =>
        given.Ticket("desk", id, "Alpha", created + ":00", $"kind = 'incident'; subject = 'fault {id}'; state = 'resolved'; resolved_at = '{created}:30'");

    private static void Answer(GivenWarehouse given, params string[] pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
            given.Run($"insert into raw.reference_answers (load_id, file, line, client, question, answer) values (1, 'a', {i}, 'Alpha', '{pairs[i]}', '{pairs[i + 1]}')");
    }
}
