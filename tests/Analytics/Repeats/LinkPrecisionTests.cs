using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "Labels".</summary>
public sealed class LinkPrecisionTests
{
    [Fact]
    public void A_pair_counts_in_either_order_and_of_two_labels_the_last()
    {
        using var given = Given(4);
        Label(given, 2, "2", "1", true);
        Label(given, 3, "2", "3", false);
        Label(given, 4, "4", "3", false);
        Label(given, 5, "4", "3", true);
        Label(given, 6, "4", "1", true);
        given.Refresh();
        Assert.Equal(["2|1|true", "3|2|false", "4|3|true"], given.Rows("select ticket_id, earlier_ticket_id, is_same::varchar from marts.label_pairs order by 1"));
        Assert.Equal(["A|0|0", "B|3|2", "C|0|0", "D|0|0"], given.Rows("select tier, labelled_count, same_count from marts.link_precision order by 1"));
    }

    [Fact]
    public void Without_labels_nothing_is_said_and_with_few_no_score_is_safe()
    {
        using var given = Given(12);
        Assert.Equal(["11|0|true|true"], given.Refresh().Rows("select link_count, labelled_count, (precision_ratio is null)::varchar, (safe_score is null)::varchar from marts.link_precision where tier = 'B'"));
        for (var i = 2; i <= 12; i++)
            Label(given, i, $"{i}", $"{i - 1}", true);
        given.Refresh();
        Assert.Equal(["1|0.741|true"], given.Rows("select precision_ratio, round(wilson_low, 3), (safe_score is null)::varchar from marts.link_precision where tier = 'B'"));
        given.Run("update raw.reference_settings set value = 0.7 where setting = 'label_precision_ratio'");
        Assert.Equal(["true"], given.Refresh().Rows("select (safe_score = (select min(score) from marts.label_pairs where is_same))::varchar from marts.link_precision where tier = 'B'"));
    }

    [Fact]
    public void The_pairs_asked_first_come_from_every_quarter_of_the_scores()
    {
        using var given = Given(13);
        Assert.Equal(["1", "2", "3", "4"], given.Refresh().Rows("select quarter from marts.label_pairs where tier = 'B' and place <= 4 order by 1"));
    }

    [Fact]
    public void Words_that_stand_for_each_other_between_tickets_of_one_device_and_person_are_proposed_and_others_are_not()
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-12-01 00:00:00");
        for (var i = 0; i < 10; i++)
        {
            var set = $"requester = 'p{i}'; asset = 'X{i}'; category = 'c{i}'";
            Report(given, $"{2 * i}", $"2026-0{(i % 5) + 1}-05 09:00", (i < 5 ? "Μαραφέτι" : "") + $" a{i}b", set);
            Report(given, $"{(2 * i) + 1}", $"2026-0{(i % 5) + 1}-15 09:00", (i < 5 ? "Γκάτζετ" : "") + $" b{i}a", set);
        }

        Report(given, "20", "2026-06-05 09:00", "Άσχετο αγγούρι", "requester = 'q'; asset = 'Y'; category = 'c9'");
        Assert.Equal(["10"], given.Refresh().Rows("select count(*) from marts.repeat_links where is_joined"));
        var proposal = Assert.Single(WordProposals.Of(given.Warehouse));
        Assert.Null(proposal.Concept);
        Assert.Equal(["γκάτζετ", "μαραφέτι"], proposal.Words.Order(StringComparer.Ordinal));
        Assert.Equal(5, proposal.PairCount);
    }

    /// <summary>So many tickets of one device and kind of fault a week apart, each linked to the one before.</summary>
    private static GivenWarehouse Given(int count)
    {
        var given = new GivenWarehouse("update raw.reference_settings set value = 8 where setting = 'link_window_days'").Client("Alpha").Source("desk", "2026-12-01 00:00:00");
        for (var i = 1; i <= count; i++)
            Report(given, $"{i}", $"{new DateTime(2026, 1, 5).AddDays(7 * i):yyyy-MM-dd} 09:00", $"Router restart {(char)('a' + i)}{i}x", $"asset = 'R1'; category = 'network'; requester = 'p{i}'");
        return given;
    }

    private static void Label(GivenWarehouse given, int line, string id, string earlier, bool isSame) => given.Run(
        $"insert into raw.reference_labels (load_id, file, line, source, ticket_id, earlier_source, earlier_ticket_id, is_same) values (1, 'labels.csv', {line}, 'desk', '{id}', 'desk', '{earlier}', {isSame})");

    private static void Report(GivenWarehouse given, string id, string created, string subject, string set) =>
        given.Ticket("desk", id, "Alpha", created + ":00", $"subject = '{subject}'; state = 'resolved'; resolved_at = '{created}:30'; {set}");
}
