using System.Globalization;
using static Insights.Analytics.Tests.RandomLoads;

namespace Insights.Analytics.Tests;

/// <summary>A refresh after new loads looks only at the tickets that changed, unless more than tickets did.</summary>
public sealed class RefreshWaysTests
{
    [Fact]
    public void A_day_of_new_tickets_leaves_settled_ones_alone()
    {
        var random = new Random(7);
        using var given = Given();
        Add(given, random, "tickets", 0, 200);
        given.RefreshAll();
        given.Run("update intermediate.assignments set team = 'left alone'");
        Add(given, random, "tickets", 61, 5);
        var models = new Models(given.Warehouse);
        Assert.True(models.Refresh(null) && models.OnlyChanged);
        Assert.True(int.Parse(given.Rows("select count(*) from intermediate.assignments where team = 'left alone'")[0], CultureInfo.InvariantCulture) > 100);
        Assert.False(models.Refresh(null));
    }

    [Fact]
    public void New_reference_data_or_another_as_of_build_everything_anew()
    {
        using var given = Given();
        Add(given, new Random(7), "tickets", 0, 50);
        given.RefreshAll();
        given.Run("insert into raw.loads (load_id, source, file, sha256, profile, row_count, new_count, changed_count, unchanged_count, reject_count, loaded_at, content) values (99, 'reference', 'f', 's', 'promises', 1, 1, 0, 0, 0, '2026-03-01', 'reference')");
        var models = new Models(given.Warehouse);
        Assert.True(models.Refresh(null) && !models.OnlyChanged);
        Assert.True(models.Refresh(new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc)) && !models.OnlyChanged);
    }

    [Fact]
    public void A_file_that_changes_what_a_source_can_show_builds_everything_anew()
    {
        using var given = Given();
        Add(given, new Random(7), "tickets", 0, 50);
        given.RefreshAll();
        Add(given, new Random(8), "events", 0, 30);
        var models = new Models(given.Warehouse);
        Assert.True(models.Refresh(null) && !models.OnlyChanged);
        Add(given, new Random(9), "events", 10, 30);
        Assert.True(models.Refresh(null) && models.OnlyChanged);
    }
}
