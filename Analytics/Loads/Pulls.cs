using DuckDB.NET.Data;

namespace Insights.Analytics.Loads;

/// <summary>What raw.pulls and raw.pack_runs hold.</summary>
public sealed class Pulls(Warehouse warehouse)
{
    private const string Columns = "source, cursor_at, newest_at, next_place, started_at, ended_at, error, error_at, page_count, ticket_count";

    /// <summary>How far a source has been pulled; of one never pulled, nowhere.</summary>
    public PullState Find(string source) => All().FirstOrDefault(state => state.Source == source) ?? new PullState(source);

    /// <summary>Every source that was ever pulled, by name.</summary>
    public IReadOnlyList<PullState> All()
    {
        using var command = warehouse.Command($"select {Columns} from raw.pulls order by source");
        using var reader = command.ExecuteReader();
        var states = new List<PullState>();
        while (reader.Read())
            states.Add(State(reader));
        return states;
    }

    /// <summary>Every source, pulled or loaded from files, with the moment up to which its newest file or page shows it (UTC).</summary>
    public IReadOnlyList<(string Source, DateTime? Until)> Held()
    {
        using var command = warehouse.Command("""
            select source, max(data_end_at)
            from (select source, data_end_at from raw.loads semi join raw.sources using (source) union all select source, null from raw.pulls)
            group by source order by source
            """);
        using var reader = command.ExecuteReader();
        var held = new List<(string, DateTime?)>();
        while (reader.Read())
            held.Add((reader.GetString(0), At(reader, 1)));
        return held;
    }

    public void Save(PullState state) => warehouse.Execute(
        $"""
        insert or replace into raw.pulls ({Columns})
        values ($source, $cursor, $newest, $next, $started, $ended, $error, $error_at, $pages, $tickets)
        """,
        ("source", state.Source), ("cursor", state.CursorAt), ("newest", state.NewestAt), ("next", state.Next), ("started", state.StartedAt),
        ("ended", state.EndedAt), ("error", state.Error), ("error_at", state.ErrorAt), ("pages", state.PageCount), ("tickets", state.TicketCount));

    /// <summary>When a scheduled pack last began (UTC); null: never.</summary>
    public DateTime? PackStartedAt(string pack) => warehouse.Scalar<DateTime?>("select started_at from raw.pack_runs where pack = $pack", ("pack", pack));

    public void PackStarts(string pack, DateTime at) =>
        warehouse.Execute("insert or replace into raw.pack_runs (pack, started_at) values ($pack, $at)", ("pack", pack), ("at", at));

    private static PullState State(DuckDBDataReader reader) => new(reader.GetString(0))
    {
        CursorAt = At(reader, 1),
        NewestAt = At(reader, 2),
        Next = reader.IsDBNull(3) ? null : reader.GetString(3),
        StartedAt = At(reader, 4),
        EndedAt = At(reader, 5),
        Error = reader.IsDBNull(6) ? null : reader.GetString(6),
        ErrorAt = At(reader, 7),
        PageCount = reader.GetInt64(8),
        TicketCount = reader.GetInt64(9),
    };

    private static DateTime? At(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDateTime(column);
}
