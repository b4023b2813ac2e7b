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
