using static Insights.Analytics.Tests.RandomLoads;

namespace Insights.Analytics.Tests;

/// <summary>A refresh after new loads says what building everything anew would say.</summary>
public sealed class RefreshTests
{
    [Theory]
    [MemberData(nameof(RandomLoads.Seeds), MemberType = typeof(RandomLoads))]
    public void Loads_in_any_order_give_what_building_everything_anew_gives(int seed)
    {
        var random = new Random(seed);
        using var given = Given();
        Add(given, random, "tickets", 0, 40);
        given.RefreshAll();
        var waysTaken = new HashSet<bool>();
        for (var load = 1; load <= 4; load++)
        {
            Add(given, random, random.Next(3) switch { 0 => "tickets", 1 => "events", _ => "messages" }, random.Next(60), 12);
            var models = new Models(given.Warehouse);
            Assert.True(models.Refresh(null));
            waysTaken.Add(models.OnlyChanged);
            var changed = Contents(given, withViews: load == 4);
            given.Run("update computed.model_state set foundation = ''");
            var anew = new Models(given.Warehouse);
            Assert.True(anew.Refresh(null) && !anew.OnlyChanged);
            foreach (var (relation, rows) in Contents(given, withViews: load == 4))
                Assert.True(rows.SequenceEqual(changed[relation]), $"{relation} after load {load}, {(models.OnlyChanged ? "only changed" : "anew")}:\n{string.Join('\n', rows.Except(changed[relation]).Take(3))}\n--- was\n{string.Join('\n', changed[relation].Except(rows).Take(3))}");
        }

        Assert.Contains(true, waysTaken);
    }
}
