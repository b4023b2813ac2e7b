using DuckDB.NET.Data;

namespace Insights.Analytics.Loads;

/// <summary>Loads files of tickets into raw.*: the tickets, the rejects, the source and the ledger in one transaction a file.</summary>
public sealed class RawLoad(Warehouse warehouse)
{
    /// <summary>The load that read this very file (by its bytes) for this source; null when none did.</summary>
    public LoadCounts? Find(string source, string sha256)
    {
        using var command = warehouse.Command(
            """
            select load_id, row_count, new_count, changed_count, unchanged_count, reject_count, data_end_at
            from raw.loads where source = $source and sha256 = $sha
            """,
            ("source", source), ("sha", sha256));
        using var row = command.ExecuteReader();
        return row.Read()
            ? new LoadCounts(
                row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.IsDBNull(6) ? null : row.GetDateTime(6))
            : null;
    }

    /// <summary>The profile a loaded file was read with, and the zone its source's times are in.</summary>
    public (string Profile, string TimeZone) Reading(string source, string sha256)
    {
        using var command = warehouse.Command(
            """
            select loads.profile, sources.time_zone from raw.loads join raw.sources using (source)
            where source = $source and sha256 = $sha
            """,
            ("source", source), ("sha", sha256));
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetString(0), row.GetString(1));
    }

    /// <summary>The client of the source's tickets whose row names none.</summary>
    public void NameClient(string source, string client) => warehouse.Execute(
        "update raw.sources set default_client = $client where source = $source", ("source", source), ("client", client));

    /// <summary>True when tickets of the source are there.</summary>
    public bool HasSource(string source) =>
        warehouse.Scalar<bool>("select count(*) > 0 from raw.loads where source = $source", ("source", source));

    /// <summary>
    /// Loads one file, or, when anything throws, nothing of it. A row that says what its ticket's neighbouring version says
    /// is counted as unchanged and not kept.
    /// </summary>
    /// <param name="source">Replaces what the warehouse knew of the source.</param>
    /// <param name="file">For the ledger.</param>
    /// <param name="fill">Adds tickets to the chunk until it is full; leaves it empty when there are no more. Called from several threads
    /// at once.</param>
    /// <param name="facts">Called once after the last ticket.</param>
    public LoadCounts Load(SourceFacts source, FileFacts file, Action<TicketChunk> fill, Func<RowFacts> facts)
    {
        // Rows carry their line, so their order in the table need not be kept, and DuckDB may write from several threads.
        warehouse.Execute("set preserve_insertion_order = false");
        using var scan = TicketScan.Register(warehouse.Connection, fill);
        try
        {
            return warehouse.InTransaction(() => LoadAll(source, file, scan, facts));
        }
        finally
        {
            warehouse.Execute("set preserve_insertion_order = true");
        }
    }

    private LoadCounts LoadAll(SourceFacts source, FileFacts file, TicketScan scan, Func<RowFacts> facts)
    {
        var held = Held(source.Source);
        var loadId = warehouse.Scalar<long>("select coalesce(max(load_id), 0) + 1 from raw.loads");
        Describe(source);
        Append(loadId, source.Source, scan);
        var rows = facts();
        Reject(loadId, file.File, rows.Rejects);
        var dataEnd = file.ExportedAt ?? rows.NewestAt;
        Enter(loadId, source, file, dataEnd);
        var counts = KeepVersions(loadId, source.Source, held, rows.Rejects.Count) with { DataEnd = dataEnd };
        Count(counts);
        return counts;
    }

    private void Describe(SourceFacts source) => warehouse.Execute(
        """
        insert or replace into raw.sources (source, side, provider, profile, time_zone, response_semantics, fields, default_client)
        values ($source, $side, $provider, $profile, $zone, $semantics, $fields, $client)
        """,
        ("source", source.Source), ("side", source.Side), ("provider", source.Provider), ("profile", source.Profile),
        ("zone", source.TimeZone),
        ("semantics", source.ResponseSemantics), ("fields", string.Join(',', source.Fields)), ("client", source.DefaultClient));

    private void Append(long loadId, string source, TicketScan scan)
    {
        try
        {
            warehouse.Execute(SqlFiles.Text("load/append_tickets.sql"), ("load_id", loadId), ("source", source), ("scan", scan.Id));
        }
        catch (DuckDBException)
        {
            scan.ThrowIfFailed();
            throw;
        }
    }

    private void Reject(long loadId, string file, IReadOnlyCollection<RejectedRow> rejects)
    {
        using var appender = warehouse.Connection.CreateAppender("raw", "rejects");
        foreach (var reject in rejects.OrderBy(r => r.Line))
            appender.CreateRow().AppendValue(loadId).AppendValue(file).AppendValue(reject.Line)
                .AppendValue(reject.Column).AppendValue(reject.Value).AppendValue(reject.Reason.English).AppendValue(reject.RawRow).EndRow();
    }

    private void Enter(long loadId, SourceFacts source, FileFacts file, DateTime? dataEnd) => warehouse.Execute(
        """
        insert into raw.loads (load_id, source, file, sha256, profile, row_count, new_count, changed_count, unchanged_count, reject_count,
          exported_at, data_end_at, loaded_at)
        values ($id, $source, $file, $sha, $profile, 0, 0, 0, 0, 0, $exported, $end, $loaded)
        """,
        ("id", loadId), ("source", source.Source), ("file", file.File),
        ("sha", file.Sha256.GetAwaiter().GetResult()), ("profile", source.Profile),
        ("exported", file.ExportedAt), ("end", dataEnd), ("loaded", file.LoadedAt));

    private LoadCounts KeepVersions(long loadId, string source, long held, long rejected)
    {
        var (read, repeated) = CountRows(loadId);
        if (held == 0 && repeated == 0)
            return new LoadCounts(loadId, read + rejected, read, 0, 0, rejected, null);

        var isNew = warehouse.Scalar<long>(SqlFiles.Text("load/count_new.sql"), ("load_id", loadId), ("source", source));
        warehouse.Execute(SqlFiles.Text("load/delete_unchanged.sql"), ("load_id", loadId), ("source", source));
        var added = Held(source) - held;
        return new LoadCounts(loadId, read + rejected, isNew, added - isNew, read - added, rejected, null);
    }

    private long Held(string source) => warehouse.Scalar<long>(SqlFiles.Text("load/count_source.sql"), ("source", source));

    private (long Read, long Repeated) CountRows(long loadId)
    {
        using var command = warehouse.Command(SqlFiles.Text("load/count_rows.sql"), ("load_id", loadId));
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private void Count(LoadCounts counts) => warehouse.Execute(
        """
        update raw.loads
        set row_count = $rows, new_count = $new, changed_count = $changed, unchanged_count = $unchanged, reject_count = $rejects
        where load_id = $id
        """,
        ("rows", counts.RowCount), ("new", counts.NewCount), ("changed", counts.ChangedCount),
        ("unchanged", counts.UnchangedCount), ("rejects", counts.RejectCount), ("id", counts.LoadId));
}
