using DuckDB.NET.Data;

namespace Insights.Analytics.Loads;

/// <summary>Loads files into raw.*: the rows, the rejects, the source and the ledger in one transaction a file.</summary>
public sealed class RawLoad(Warehouse warehouse)
{
    private static readonly Dictionary<string, string> OwnIds = new(StringComparer.Ordinal)
    {
        ["events"] = "event_id",
        ["messages"] = "message_id",
        ["calls"] = "call_id",
        ["time_entries"] = "entry_id",
    };

    /// <summary>True when the source has loaded a file of that size: only then can it be the same.</summary>
    public bool HasFileOf(string source, long bytes) => warehouse.Scalar<bool>(
        "select count(*) > 0 from raw.loads where source = $source and file_bytes = $bytes", ("source", source), ("bytes", bytes));

    /// <summary>The loads that read this very file (by size and fingerprint) for this source; empty when none did.</summary>
    public IReadOnlyList<LoadCounts> Find(string source, long bytes, string fingerprint)
    {
        using var command = warehouse.Command(
            """
            select load_id, file, content, row_count, new_count, changed_count, unchanged_count, reject_count, data_end_at
            from raw.loads where source = $source and file_bytes = $bytes and fingerprint = $fingerprint
            order by load_id
            """,
            ("source", source), ("bytes", bytes), ("fingerprint", fingerprint));
        using var row = command.ExecuteReader();
        var loads = new List<LoadCounts>();
        while (row.Read())
            loads.Add(new LoadCounts(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
                row.GetInt64(6), row.GetInt64(7), row.IsDBNull(8) ? null : row.GetDateTime(8)));
        return loads;
    }

    /// <summary>The profile a load was read with, and the zone its source's times are in.</summary>
    public (string Profile, string TimeZone) Reading(long loadId)
    {
        using var command = warehouse.Command(
            "select loads.profile, sources.time_zone from raw.loads join raw.sources using (source) where load_id = $id", ("id", loadId));
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetString(0), row.GetString(1));
    }

    /// <summary>The client of the source's tickets whose row names none.</summary>
    public void NameClient(string source, string client) => warehouse.Execute(
        "update raw.sources set default_client = $client where source = $source", ("source", source), ("client", client));

    /// <summary>
    /// Loads one file, or, when anything throws, nothing of it. A row that says what its ticket's neighbouring version says, or what
    /// an event, message, call or time entry already held says, is counted as unchanged and not kept.
    /// </summary>
    /// <param name="source">Replaces what the warehouse knew of the source.</param>
    /// <param name="file">For the ledger.</param>
    /// <param name="parts">The tables of the file, opened one after another.</param>
    /// <param name="pulled">How far the source is pulled with these rows, kept with them; null: the file was not pulled.</param>
    public IReadOnlyList<LoadCounts> Load(SourceFacts source, FileFacts file, IEnumerable<LoadPart> parts, PullState? pulled = null)
    {
        // Rows carry their line, so their order in the table need not be kept, and DuckDB may write from several threads.
        warehouse.Execute("set preserve_insertion_order = false");
        RowScan.Register(warehouse.Connection);
        try
        {
            return warehouse.InTransaction(() => LoadAll(source, file, parts, pulled));
        }
        finally
        {
            warehouse.Execute("set preserve_insertion_order = true");
        }
    }

    private List<LoadCounts> LoadAll(SourceFacts source, FileFacts file, IEnumerable<LoadPart> parts, PullState? pulled)
    {
        var loads = new List<LoadCounts>();
        string? fields = null;
        foreach (var part in parts)
        {
            loads.Add(LoadPart(source, file, part));
            if (pulled is not null)
                RemoveIdleBefore(loads[^1].LoadId, part.Table);
            fields = part.Table == RawTable.Tickets ? string.Join(',', part.Fields) : fields;
        }
        Describe(source, fields);
        if (pulled is not null)
            new Pulls(warehouse).Save(pulled);
        return loads;
    }

    private LoadCounts LoadPart(SourceFacts source, FileFacts file, LoadPart part)
    {
        var held = Held(part.Table, source.Source);
        var loadId = warehouse.Scalar<long>("select coalesce(max(load_id), 0) + 1 from raw.loads");
        Append(loadId, source.Source, part);
        var rows = part.Facts();
        Reject(loadId, part.Name, rows.Rejects);
        foreach (var (code, count) in rows.Notices)
            warehouse.Execute("insert into raw.notices values ($id, $code, $count)", ("id", loadId), ("code", code), ("count", count));
        Enter(loadId, source, file, part, rows);
        if (part.Table == RawTable.Tickets && (held > 0 || file.Full is not null))
            warehouse.Execute(SqlFiles.Text("load/list_tickets.sql"), ("load_id", loadId));
        var counts = Keep(new OneLoad(loadId, source.Source, part, held, rows));
        Count(counts);
        return counts;
    }

    /// <summary>A source that is asked every hour and has nothing new must not fill the ledger: of idle pulls one after another the last stays.</summary>
    private void RemoveIdleBefore(long loadId, RawTable table)
    {
        if (warehouse.Scalar<long?>(Sql("load/idle_before.sql", table), ("load_id", loadId)) is not { } idle)
            return;
        foreach (var held in new[] { "listed", "notices", "loads" })
            warehouse.Execute($"delete from raw.{held} where load_id = $id", ("id", idle));
    }

    private sealed record OneLoad(long Id, string Source, LoadPart Part, long Held, RowFacts Rows);

    /// <summary>The fields of the source's tickets stay as they were when a file brings only their history.</summary>
    private void Describe(SourceFacts source, string? fields) => warehouse.Execute(
        """
        insert into raw.sources (source, side, provider, profile, time_zone, response_semantics, stop_states, default_client, fields)
        values ($source, $side, $provider, $profile, $zone, $semantics, $stop, $client, coalesce($fields, ''))
        on conflict do update set
          side = excluded.side, provider = excluded.provider, profile = excluded.profile, time_zone = excluded.time_zone,
          response_semantics = excluded.response_semantics, stop_states = excluded.stop_states,
          default_client = coalesce(excluded.default_client, default_client), fields = coalesce($fields, fields)
        """,
        ("source", source.Source), ("side", source.Side), ("provider", source.Provider), ("profile", source.Profile),
        ("zone", source.TimeZone), ("semantics", source.ResponseSemantics), ("stop", string.Join(',', source.StopStates)),
        ("client", source.DefaultClient), ("fields", fields));

    private void Append(long loadId, string source, LoadPart part)
    {
        using var scan = RowScan.Of(part.Table, part.Fill);
        try
        {
            warehouse.Execute(Sql("load/append.sql", part.Table), ("load_id", loadId), ("source", source), ("scan", scan.Id));
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

    private void Enter(long loadId, SourceFacts source, FileFacts file, LoadPart part, RowFacts rows) => warehouse.Execute(
        """
        insert into raw.loads (load_id, source, file, sha256, profile, row_count, new_count, changed_count, unchanged_count, reject_count,
          exported_at, data_end_at, loaded_at, content, file_bytes, fingerprint, exported_by, full_from_at, full_until_at)
        values ($id, $source, $file, $sha, $profile, 0, 0, 0, 0, 0, $exported, $end, $loaded, $content, $bytes, $fingerprint, $by, $from, $until)
        """,
        ("id", loadId), ("source", source.Source), ("file", part.Name), ("sha", file.Sha256.GetAwaiter().GetResult()),
        ("profile", source.Profile), ("exported", rows.ExportedAt), ("end", DataEnd(rows)), ("loaded", file.LoadedAt),
        ("content", part.Table.Name), ("bytes", file.Bytes), ("fingerprint", file.Fingerprint.GetAwaiter().GetResult()), ("by", rows.ExportedBy),
        ("from", FullOf(file, part)?.From), ("until", FullOf(file, part) is { } full ? full.Until ?? DataEnd(rows) : null));

    /// <summary>It is the list of tickets that is full: the messages beside it list none.</summary>
    private static FullPeriod? FullOf(FileFacts file, LoadPart part) => part.Table == RawTable.Tickets ? file.Full : null;

    private LoadCounts Keep(OneLoad load) =>
        load.Part.Table == RawTable.Tickets ? KeepVersions(load) : KeepOthers(load);

    private LoadCounts KeepVersions(OneLoad load)
    {
        var (read, repeated) = CountRows(load.Id);
        if (load.Held == 0 && repeated == 0)
            return Counts(load, read, read, 0);

        var isNew = warehouse.Scalar<long>(SqlFiles.Text("load/count_new.sql"), ("load_id", load.Id), ("source", load.Source));
        warehouse.Execute(SqlFiles.Text("load/delete_unchanged.sql"), ("load_id", load.Id), ("source", load.Source));
        var added = Held(load.Part.Table, load.Source) - load.Held;
        return Counts(load, read, isNew, added - isNew);
    }

    private LoadCounts KeepOthers(OneLoad load)
    {
        var table = load.Part.Table;
        var read = Held(table, load.Source) - load.Held;
        if (load.Held == 0)
            return Counts(load, read, read, 0);

        warehouse.Execute(Sql("load/delete_repeated.sql", table), ("load_id", load.Id), ("source", load.Source));
        var changed = warehouse.Scalar<long>(Sql("load/count_changed.sql", table), ("load_id", load.Id), ("source", load.Source));
        var added = Held(table, load.Source) - load.Held;
        return Counts(load, read, added - changed, changed);
    }

    private static LoadCounts Counts(OneLoad load, long read, long isNew, long changed) => new(
        load.Id, load.Part.Name, load.Part.Table.Name, read + load.Rows.Rejects.Count, isNew, changed, read - isNew - changed,
        load.Rows.Rejects.Count, DataEnd(load.Rows));

    private static DateTime? DataEnd(RowFacts rows) => rows.ExportedAt ?? rows.NewestAt;

    private long Held(RawTable table, string source) => warehouse.Scalar<long>(Sql("load/count_source.sql", table), ("source", source));

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

    /// <summary>The text of a file that serves every raw table; both names are this program's own.</summary>
    private static string Sql(string path, RawTable table) => SqlFiles.Text(path)
        .Replace("{table}", table.Name, StringComparison.Ordinal)
        .Replace("{id}", OwnIds.GetValueOrDefault(table.Name, ""), StringComparison.Ordinal);
}
