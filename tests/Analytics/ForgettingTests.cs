namespace Insights.Analytics.Tests;

/// <summary>Time entries name people and clients: what is forgotten leaves them too.</summary>
public sealed class ForgettingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-forget-").FullName;

    public ForgettingTests()
    {
        using var warehouse = Warehouse.OpenForWriting(WarehouseFile);
        warehouse.Execute($"""
            insert into raw.reference_settings (load_id, file, line, setting, value, unit)
              select 1, 's', row_number() over (), setting, value, unit from read_csv('{Path.Combine(GivenWarehouse.Root(), "data", "reference", "settings.csv")}');
            insert into raw.reference_clients (load_id, file, line, client, provider, zone) values (1, 'c', 2, 'Alpha', 'Provider', 'Europe/Athens'), (1, 'c', 3, 'Beta', 'Provider', 'Europe/Athens');
            insert into raw.reference_included_hours (load_id, file, line, client, hours, per, valid_from) values (1, 'h', 2, 'Alpha', 10, 'month', '2026-01-01'), (1, 'h', 3, 'Beta', 10, 'month', '2026-01-01');
            insert into raw.sources (source, side, provider, profile, time_zone, response_semantics, fields, default_client) values ('desk', 'provider', 'Provider', 'p', 'Europe/Athens', 'none', '', null);
            insert into raw.loads (load_id, source, file, sha256, profile, row_count, new_count, changed_count, unchanged_count, reject_count, data_end_at, loaded_at)
              values (1, 'desk', 'f', 'sha', 'p', 0, 0, 0, 0, 0, '2026-03-01', '2026-03-01');
            insert into raw.tickets (load_id, line, source, ticket_id, row_hash, client_text, created_at, is_time_ambiguous)
              values (1, 1, 'desk', '1', 1, 'Alpha', '2026-01-05', false), (1, 2, 'desk', '2', 2, 'Beta', '2026-02-05', false);
            insert into raw.time_entries (load_id, line, source, row_hash, entry_id, ticket_id, client_text, worked_at, worked_seconds, agent, is_time_ambiguous) values
              (1, 1, 'desk', 1, null, '1', null, '2026-02-06', 60, 'Νίκος', false), (1, 2, 'desk', 2, '7', null, 'alpha', '2026-02-06', 60, 'Maria', false),
              (1, 3, 'desk', 3, null, '2', null, '2026-01-06', 60, 'νικοσ', false), (1, 4, 'desk', 4, null, '2', null, '2026-02-07', 60, 'Maria', false)
            """);
        new Models(warehouse).Refresh(null);
    }

    private string WarehouseFile => Path.Combine(_folder, "forget.duckdb");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_client_takes_its_entries_and_included_hours_along_on_a_ticket_or_not()
    {
        Forgetting.Client(WarehouseFile, "Alpha").Run();
        Assert.Equal("3 4|Beta", Left("string_agg(line::varchar, ' ' order by line)") + "|" + Asked("select string_agg(client) from raw.reference_included_hours"));
    }

    [Fact]
    public void A_person_leaves_the_entries_whatever_the_accents_and_the_time_stays()
    {
        Assert.Equal(2, Forgetting.Person(WarehouseFile, "ΝΙΚΟΣ").Run());
        Assert.Equal("Maria Maria 240", Left("string_agg(agent, ' ' order by line) || ' ' || sum(worked_seconds)"));
    }

    [Fact]
    public void What_is_older_goes_with_its_ticket_or_by_itself()
    {
        Forgetting.Before(WarehouseFile, new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc)).Run();
        Assert.Equal("2 4", Left("string_agg(line::varchar, ' ' order by line)"));
    }

    private string? Left(string what) => Asked($"select {what} from raw.time_entries");

    private string? Asked(string sql)
    {
        using var warehouse = Warehouse.OpenForReading(WarehouseFile);
        return warehouse.Scalar<string>(sql);
    }
}
