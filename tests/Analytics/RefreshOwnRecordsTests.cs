using static Insights.Analytics.Tests.RandomLoads;

namespace Insights.Analytics.Tests;

/// <summary>As <see cref="RefreshTests"/>, with a client's own records beside its provider's tickets.</summary>
public sealed class RefreshOwnRecordsTests
{
    [Theory]
    [MemberData(nameof(RandomLoads.Seeds), MemberType = typeof(RandomLoads))]
    public void A_clients_own_records_beside_its_providers_tickets_give_what_building_everything_anew_gives(int seed)
    {
        var random = new Random(seed);
        using var given = Given().Source("own", "2026-03-01 00:00:00", "responded_at", side: "client");
        Add(given, random, "tickets", 0, 40);
        AddOwn(given, random, 0, 30);
        given.RefreshAll();
        var waysTaken = new HashSet<bool>();
        for (var load = 1; load <= 3; load++)
        {
            if (load % 2 == 0)
                AddOwn(given, random, load, 10);
            else
                Add(given, random, "tickets", random.Next(60), 12);
            var models = new Models(given.Warehouse);
            Assert.True(models.Refresh(null));
            waysTaken.Add(models.OnlyChanged);
            var changed = Contents(given, withViews: load == 3);
            given.Run("update computed.model_state set foundation = ''");
            Assert.True(new Models(given.Warehouse).Refresh(null));
            foreach (var (relation, rows) in Contents(given, withViews: load == 3))
                Assert.True(rows.SequenceEqual(changed[relation]), $"{relation} after load {load}");
        }

        Assert.Contains(true, waysTaken);
        Assert.NotEqual(["0"], given.Rows("select count(*) from marts.ticket_matches where is_matched"));
        Assert.NotEqual(["0"], given.Rows("select count(*) from marts.verdicts where side = 'client'"));
    }
}
