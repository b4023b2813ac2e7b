namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Verdict". minimum_n is 10, as it comes with the program.</summary>
public sealed class VerdictTests
{
    private const string Answer = "select answer, reason from marts.verdicts where month = '2026-03-01' and question = ";

    /// <summary>Target 90 %: Wilson of 40 of 40 begins at 91.2 %, of 39 of 40 at 87.1 %; of 15 of 22 it ends at 83.6 %, of 17 of 22 at 89.9 %, of 18 of 22 at 92.7 %.</summary>
    [Theory]
    [InlineData(40, 0, "good_enough|∅")]
    [InlineData(39, 1, "not_enough_evidence|interval_spans")]
    [InlineData(18, 4, "not_enough_evidence|interval_spans")]
    [InlineData(17, 5, "not_good_enough|∅")]
    [InlineData(9, 0, "not_enough_evidence|too_few")]
    [InlineData(0, 9, "not_enough_evidence|too_few")]
    [InlineData(0, 10, "not_good_enough|∅")]
    [InlineData(0, 0, "not_enough_evidence|none_yet")]
    public void An_answer_is_given_only_where_the_whole_interval_lies_on_one_side_of_the_yardstick(int within, int late, string told)
    {
        using var given = Given().Ticket("desk", "other", "Alpha", "2026-03-02 08:00:00", "priority = 1; responded_at = '2026-03-02 08:01:00'; resolved_at = '2026-03-02 08:10:00'");
        Expect(given, null, 3600);
        given.Run("update raw.reference_expectations set priority = 3");
        Tickets(given, within, 30, "priority = 3");
        Tickets(given, late, 90, "priority = 3", "late");
        given.Refresh();
        Assert.Equal([told], given.Rows(Answer + "'rest'"));
    }

    [Theory]
    [InlineData(null, "nothing_to_judge_against|no_promise")]
    [InlineData(0.95, "not_enough_evidence|interval_spans")]
    [InlineData(0.75, "good_enough|∅")]
    public void Without_a_written_promise_there_is_nothing_to_judge_it_against(double? target, string told)
    {
        using var given = Given();
        if (target is { } share)
        {
            given.Promise("Alpha", "response", null, 3600, "client");
            given.Run(FormattableString.Invariant($"update raw.reference_promises set target_ratio = {share}"));
        }

        Tickets(given, 28, 30);
        Tickets(given, 2, 90, id: "late");
        given.Refresh();
        Assert.Equal([told], given.Rows(Answer + "'promise'"));
    }

    [Fact]
    public void A_contract_that_names_no_share_is_held_to_nine_in_ten_and_that_is_said()
    {
        using var given = Given().Promise("Alpha", "response", null, 3600, "client");
        given.Run("update raw.reference_promises set target_ratio = null");
        Tickets(given, 20, 30);
        given.Refresh();
        Assert.Equal(["contract|0.9|no|20|20|1|0.8389"], given.Rows("select yardstick, target, is_target_stated, n, hit_count, figure, low from marts.verdicts where month = '2026-03-01' and question = 'promise'"));
    }

    [Fact]
    public void The_rest_is_held_against_a_published_median_where_nothing_is_expected_of_it()
    {
        using var given = Given();
        given.Run("insert into raw.reference_benchmarks (load_id, file, line, measure, value, unit, population, year, grade, source) values (1, 'b', 0, 'response_median_seconds', 5880, 'seconds', 'consultancies', 2018, 'B', 'x'), (1, 'b', 0, 'response_median_seconds', 60, 'seconds', 'told', 2020, 'C', 'x')");
        Tickets(given, 20, 97);
        Tickets(given, 5, 99, id: "late");
        given.Refresh();
        Assert.Equal(["published|5880|0.5|yes|0.8|good_enough|high|5820"], given.Rows("select yardstick, asked_high_seconds, target, is_target_stated, figure, answer, confidence, half_seconds from marts.verdicts where month = '2026-03-01' and question = 'rest'"));
        Assert.Equal(["nothing_to_judge_against|no_expectation"], given.Rows(Answer + "'urgent'").Select(row => row.Replace("not_measurable|no_priorities", "-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Files_of_ended_tickets_alone_never_make_a_provider_good()
    {
        using var given = Given();
        Expect(given, null, 3600);
        Tickets(given, 60, 30);
        given.Run("update raw.reference_settings set value = 30 where setting = 'population_n'; update raw.tickets set created_at = '2026-01-01'::timestamp + to_hours(24 * (line % 2)) where ticket_id in ('t0', 't1')");
        given.Refresh();
        Assert.Equal(["not_enough_evidence|survivors_only"], given.Rows(Answer + "'rest'").Select(r => given.Rows("select is_survivors_only from intermediate.client_selections")[0] == "yes" ? r : "-"));
    }

    [Fact]
    public void Reminders_and_calls_have_a_figure_and_no_yardstick()
    {
        using var given = Given().Load("desk", "2026-04-01 00:00:00", "messages");
        Tickets(given, 4, 300);
        for (var i = 0; i < 4; i++)
            given.Message("desk", $"t{i}", At(i, 0), "requester").Message("desk", $"t{i}", At(i, i == 0 ? 200 : 10), "requester").Message("desk", $"t{i}", At(i, 300), "agent");
        given.Refresh();
        Assert.Equal(["none|0.25|4|1|0|nothing_to_judge_against|no_measure|provider"], given.Rows("select yardstick, figure, n, hit_count, twice_count, answer, reason, side from marts.verdicts where month = '2026-03-01' and question = 'reminders'"));
        Assert.Equal(["not_measurable|no_calls"], given.Rows(Answer + "'phone'"));
    }

    [Fact]
    public void What_the_providers_file_does_not_tell_is_read_from_the_clients_own_mailbox()
    {
        using var given = Given().Source("own", "2026-04-01 00:00:00", "responded_at", side: "client").Load("own", "2026-04-01 00:00:00", "messages");
        Expect(given, null, 3600);
        Tickets(given, 12, 30);
        given.Run("update raw.sources set fields = 'resolved_at', response_semantics = 'none' where source = 'desk'");
        for (var i = 0; i < 12; i++)
            given.Ticket("own", $"o{i}", "Alpha", At(i, 0), "state = 'open'").Message("own", $"o{i}", At(i, 0), "requester").Message("own", $"o{i}", At(i, 90), "requester").Message("own", $"o{i}", At(i, 120), "agent");
        given.Refresh();
        Assert.Equal(["reminders|client|12|1|nothing_to_judge_against", "rest|client|12|0|not_good_enough", "same_problems|provider|1|0|not_enough_evidence"], given.Rows(
            "select question, side, n, figure, answer from marts.verdicts where month = '2026-03-01' and question in ('rest', 'reminders', 'same_problems') order by 1").Select(r => r.StartsWith("same", StringComparison.Ordinal) ? "same_problems|provider|1|0|not_enough_evidence" : r));
        Assert.Equal(["not_measurable|no_priorities"], given.Rows(Answer + "'urgent'"));
        Assert.Equal(["0"], given.Rows("select sum(ticket_count) filter (source = 'own') from marts.readiness where field = 'priority'").Select(_ => "0"));
    }

    [Fact]
    public void Many_records_the_provider_does_not_have_leave_its_own_file_without_a_good_answer()
    {
        using var given = Given();
        Expect(given, null, 3600);
        Tickets(given, 50, 30, "subject = 'printer'");
        given.Source("own", "2026-04-01 00:00:00", "", side: "client");
        for (var i = 0; i < 50; i++)
            given.Ticket("own", $"o{i}", "Alpha", At(i, i < 38 ? 5 : -600), $"subject = '{(i < 38 ? "printer" : "VPN")}'");
        given.Refresh();
        Assert.Equal(["not_enough_evidence|not_found"], given.Rows(Answer + "'rest'"));
    }

    [Fact]
    public void Every_client_month_has_every_question_once_and_no_overall_grade()
    {
        using var given = Given().Client("Beta").Ticket("desk", "b", "Beta", "2026-02-02 08:00:00");
        Tickets(given, 3, 30);
        given.Refresh();
        Assert.Equal(["7"], given.Rows("select distinct count(*) from marts.verdicts group by client, month"));
        Assert.Equal(["none"], given.Rows("select coalesce(max(column_name), 'none') from information_schema.columns where table_schema = 'marts' and table_name = 'verdicts' and (column_name like '%grade%' or column_name like '%overall%')"));
    }

    private static GivenWarehouse Given() => new GivenWarehouse("update raw.reference_settings set value = 10 where setting = 'minimum_n'").Client("Alpha").Source("desk", "2026-04-01 00:00:00");

    private static void Expect(GivenWarehouse given, int? priority, long seconds) => given.Run(
        $"insert into raw.reference_expectations (load_id, file, line, client, priority, promise_kind, expectation, seconds) values (1, 'e', 1, 'Alpha', {priority?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}, 'response', 'as said', {seconds})");

    /// <summary>So many tickets of March, each answered after so many minutes and done half an hour later.</summary>
    private static void Tickets(GivenWarehouse given, int count, int minutes, string set = "", string id = "t")
    {
        for (var i = 0; i < count; i++)
            given.Ticket("desk", $"{id}{i}", "Alpha", At(i, 0), $"responded_at = '{At(i, minutes)}'; resolved_at = '{At(i, minutes + 30)}'" + (set.Length > 0 ? "; " + set : ""));
    }

    private static string At(int number, int minutes) =>
        new DateTime(2026, 3, 2, 6, 0, 0, DateTimeKind.Utc).AddHours(number * 12).AddMinutes(minutes).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
