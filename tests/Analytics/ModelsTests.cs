namespace Insights.Analytics.Tests;

public sealed class ModelsTests
{
    [Fact]
    public void Every_model_is_built_after_everything_it_reads()
    {
        var seen = new HashSet<string>();
        foreach (var model in Models.InOrder())
        {
            Assert.All(model.Reads.Except(model.Produces).Where(r => r != "computed.as_of"), read => Assert.Contains(read, seen));
            seen.UnionWith(model.Produces);
        }
    }

    [Fact]
    public void An_empty_warehouse_gives_no_mart_of_tickets_any_rows()
    {
        using var given = new GivenWarehouse().RefreshAll();
        Assert.All(Marts.Names.Except(["settings"]), mart => Assert.Empty(new Marts(given.Warehouse).Rows(mart)));
    }

    [Fact]
    public void A_refresh_with_nothing_new_does_nothing()
    {
        using var given = new GivenWarehouse();
        Assert.True(new Models(given.Warehouse).Refresh(null));
        Assert.False(new Models(given.Warehouse).Refresh(null));
        Assert.True(new Models(given.Warehouse).Refresh(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void A_refresh_that_stops_halfway_shows_no_figures_and_the_next_one_makes_all_of_them()
    {
        using var given = new GivenWarehouse().RefreshAll();
        var query = new Query(given.Warehouse);
        given.Source("desk", "2026-03-01 00:00:00").Client("A").Ticket("desk", "1", "A", "2026-02-02 08:00:00");
        given.Run("alter table raw.calls rename source to origin");
        Assert.Throws<InvalidOperationException>(() => new Models(given.Warehouse).Refresh(null));
        Assert.Contains("insights refresh", Assert.Throws<SetupException>(() => query.Run("select count(*) from marts.tickets")).Message, StringComparison.Ordinal);
        given.Run("alter table raw.calls rename origin to source");
        Assert.True(new Models(given.Warehouse).Refresh(null));
        Assert.Equal(["1"], given.Rows("select count(*) from marts.tickets"));
    }

    [Fact]
    public void Every_relation_says_its_grain_first_and_holds_only_a_select()
    {
        foreach (var path in new[] { "reference", "staging", "intermediate", "marts" }.SelectMany(SqlFiles.In))
        {
            var sql = SqlFiles.Text(path);
            Assert.StartsWith("-- One row", sql, StringComparison.Ordinal);
            Assert.DoesNotContain(";", string.Join('\n', sql.Split('\n').Where(l => !l.StartsWith("--", StringComparison.Ordinal))).Replace("[\\s;,]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }
}
