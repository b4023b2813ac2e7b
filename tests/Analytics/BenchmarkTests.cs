namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Benchmark".</summary>
public sealed class BenchmarkTests
{
    private const string March = "from marts.benchmark_clients where month = '2026-03-01'";

    [Fact]
    public void Three_clients_that_differ_far_more_than_chance_lie_far_outside_their_funnel()
    {
        using var given = Given(("desk", "public_reply", "Alpha", 20, 20), ("desk", "public_reply", "Beta", 20, 20), ("desk", "public_reply", "Gamma", 4, 20));
        Assert.Equal(["Alpha|3|20|20|0.7333|above|yes", "Beta|3|20|20|0.7333|above|yes", "Gamma|3|4|20|0.7333|below|yes"], given.Rows(
            $"select client, client_count, hit_count, n, average_ratio, position, is_far {March} and measure = 'response_attainment' order by client"));
    }

    [Fact]
    public void Clients_whose_first_response_means_something_else_share_no_funnel()
    {
        using var given = Given(
            ("desk", "public_reply", "Alpha", 10, 10), ("desk", "public_reply", "Beta", 10, 10), ("desk", "public_reply", "Gamma", 10, 10),
            ("other", "status_change", "Delta", 0, 10), ("other", "status_change", "Epsilon", 0, 10));
        Assert.Equal(["Alpha|3|1|within", "Beta|3|1|within", "Gamma|3|1|within", "Delta|∅|∅|none", "Epsilon|∅|∅|none"], given.Rows(
            $"select client, client_count, average_ratio, position {March} and measure = 'response_attainment' order by response_semantics, client"));
    }

    [Fact]
    public void A_cell_of_too_few_clients_is_not_published()
    {
        using var given = Given(("desk", "public_reply", "Alpha", 10, 20), ("desk", "public_reply", "Beta", 20, 20), ("desk", "public_reply", "Gamma", 20, 20));
        Assert.Equal(["no"], given.Rows("select distinct is_published from marts.benchmark_cells"));
        given.Run("update raw.reference_settings set value = 3 where setting = 'exchange_clients'");
        Assert.Equal(["3|60|50|yes"], given.Refresh().Rows(
            "select client_count, n, numerator, is_published from marts.benchmark_cells where month = '2026-03-01' and measure = 'response_attainment' and size_band is null"));
    }

    [Fact]
    public void A_providers_own_past_adds_its_clients_up()
    {
        using var given = Given(("desk", "public_reply", "Alpha", 10, 20), ("desk", "public_reply", "Beta", 20, 20));
        Assert.Equal(["public_reply|0.75|40"], given.Rows(
            "select response_semantics, value, n from marts.provider_trends where month = '2026-03-01' and series = 'response_attainment'"));
    }

    /// <summary>Tickets of March, each promised an answer in an hour: so many of n are answered in ten minutes, the others after five hours.</summary>
    private static GivenWarehouse Given(params (string Source, string Semantics, string Client, int Met, int N)[] clients)
    {
        var given = new GivenWarehouse();
        foreach (var source in clients.GroupBy(c => (c.Source, c.Semantics)))
        {
            given.Source(source.Key.Source, "2026-04-02 00:00:00", semantics: source.Key.Semantics);
            foreach (var (name, _, client, met, n) in source)
            {
                given.Client(client).Promise(client, "response", null, 3600, "client");
                for (var i = 0; i < n; i++)
                    given.Ticket(name, $"{client}{i}", client, $"2026-03-{(i % 20) + 1:00} 09:00:00", $"responded_at = '2026-03-{(i % 20) + 1:00} {(i < met ? "09:10:00" : "14:00:00")}'");
            }
        }

        return given.Refresh();
    }
}
