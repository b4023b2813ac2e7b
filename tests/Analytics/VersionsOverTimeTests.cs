namespace Insights.Analytics.Tests;

/// <summary>What later exports change: deletions by absence, and values rewritten after the fact.</summary>
public sealed class VersionsOverTimeTests
{
    private const string Full = "exported_at = '2026-03-01 00:00:00'; full_from_at = '2026-02-01'; full_until_at = '2026-03-01'";

    public static TheoryData<string> Orders => [.. Permutations("ABC")];

    /// <summary>A: January's and February's tickets; B: a full export of February that lacks 2 and 3; C: a later one that shows 3 again.</summary>
    [Theory]
    [MemberData(nameof(Orders))]
    public void A_ticket_missing_from_a_full_export_is_deleted_unless_a_later_one_shows_it_in_any_order_of_loading(string order)
    {
        using var given = new GivenWarehouse().Client("Alpha").Source("desk", "2026-01-01 00:00:00");
        foreach (var file in order)
            _ = file switch
            {
                'A' => given.Load("desk", "2026-02-20 00:00:00", set: "exported_at = '2026-02-20 00:00:00'")
                    .Ticket("desk", "0", "Alpha", "2026-01-31 23:00:00").Ticket("desk", "1", "Alpha", "2026-02-02 08:00:00")
                    .Ticket("desk", "2", "Alpha", "2026-02-03 08:00:00").Ticket("desk", "3", "Alpha", "2026-02-04 08:00:00"),
                'B' => given.Load("desk", "2026-03-01 00:00:00", set: Full).Listed("1"),
                _ => given.Load("desk", "2026-03-10 00:00:00", set: "exported_at = '2026-03-10 00:00:00'").Ticket("desk", "3", "Alpha", "2026-02-04 08:00:00", "state = 'open'"),
            };
        Assert.Equal(["0|∅|yes", "1|∅|yes", "2|deleted|no", "3|open|yes"], given.Refresh().Rows("select ticket_id, state, is_counted from marts.tickets order by 1"));
        given.Refresh(new DateTime(2026, 2, 28, 0, 0, 0, DateTimeKind.Utc));
        Assert.Empty(given.Rows("from marts.tickets where not is_counted"));
    }

    [Fact]
    public void A_value_rewritten_after_the_end_is_shown_with_both_files_and_a_first_filling_is_not()
    {
        using var given = Two(
            "responded_at = '2026-02-02 12:00:00'; resolved_at = '2026-02-02 13:00:00'; priority = 2; state = 'closed'",
            "responded_at = '2026-02-02 08:10:00'; resolved_at = '2026-02-02 13:00:00'; priority = 3; state = 'closed'; closed_at = '2026-02-03 00:00:00'");
        Assert.Equal(
            ["Provider|Alpha|2026-02-01|desk|1|priority|rewritten|2|3|less_urgent|f2|2026-02-10|f3|2026-03-10|yes|∅",
             "Provider|Alpha|2026-02-01|desk|1|responded_at|rewritten|2026-02-02T12:00:00Z|2026-02-02T08:10:00Z|earlier|f2|2026-02-10|f3|2026-03-10|yes|yes"],
            given.Rows("from marts.revisions order by field"));
    }

    [Fact]
    public void A_solution_cleared_because_the_ticket_came_back_and_a_priority_changed_in_time_say_so()
    {
        using var reopened = Two("resolved_at = '2026-02-02 13:00:00'; state = 'resolved'", "state = 'open'");
        Assert.Equal(["resolved_at|reopened|cleared|∅"], reopened.Rows("select field, kind, direction, new_value from marts.revisions"));
        using var raised = Two("priority = 3; state = 'open'", "priority = 1; state = 'open'; resolved_at = null");
        Assert.Equal(["priority|in_progress|more_urgent|no"], raised.Rows("select field, kind, direction, is_after_end from marts.revisions"));
    }

    [Fact]
    public void A_client_that_moves_is_a_revision_and_another_spelling_of_the_same_client_is_none()
    {
        using var given = Two("client_text = 'ALPHA '", "client_text = 'Beta'", client: false);
        Assert.Equal(["client|Alpha|Beta|changed"], given.Rows("select field, old_value, new_value, direction from marts.revisions"));
        using var same = Two("client_text = 'ALPHA '", "client_text = 'Alpha'", client: false);
        Assert.Empty(same.Rows("from marts.revisions"));
    }

    private static GivenWarehouse Two(string first, string second, bool client = true)
    {
        var given = new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", "2026-01-01 00:00:00").Promise("Alpha", "response", null, 3600, "client");
        return Ticket(Ticket(given, "2026-02-10 00:00:00", first), "2026-03-10 00:00:00", second).Refresh();

        GivenWarehouse Ticket(GivenWarehouse into, string moment, string set)
        {
            into.Load("desk", moment, set: $"exported_at = '{moment}'").Ticket("desk", "1", "Alpha", "2026-02-02 08:00:00", client ? set : "");
            if (!client)
                into.Run($"update raw.tickets set {set} where load_id = (select max(load_id) from raw.loads)");
            return into;
        }
    }

    private static IEnumerable<string> Permutations(string items) => items.Length == 1
        ? [items]
        : items.SelectMany(first => Permutations(items.Replace(first.ToString(), "", StringComparison.Ordinal)).Select(rest => first + rest));
}
