namespace Insights.Analytics;

/// <summary>The rows of one reference table as they were read: the values follow the columns of raw.reference_{Name} after load_id, file and line.</summary>
/// <param name="Name">The table without its prefix: clients, promises, calendars …</param>
/// <param name="File">The file the rows stand in.</param>
/// <param name="Sha256">The lower-case hex SHA-256 of that file.</param>
/// <param name="Rows">The line each row stands on (1-based, the header is 1) and its values.</param>
public sealed record ReferenceTable(string Name, string File, string Sha256, IReadOnlyList<(int Line, object?[] Values)> Rows);

/// <summary>Writes reference data into raw.reference_*: each table is replaced as a whole, through the ledger.</summary>
public sealed class RawReference(Warehouse warehouse)
{
    public const string Source = "reference";

    /// <summary>True when reference data was ever loaded.</summary>
    public bool IsLoaded => warehouse.Scalar<long>("select count(*) from raw.loads where source = $source", ("source", Source)) > 0;

    /// <summary>
    /// Replaces the tables whose file differs from what the warehouse holds, all in one transaction. A table that is not
    /// given is emptied: reference data is what the files say now.
    /// </summary>
    /// <returns>The names of the tables that changed.</returns>
    public IReadOnlyList<string> Replace(IReadOnlyList<ReferenceTable> tables, DateTime loadedAt) => warehouse.InTransaction(() =>
    {
        var changed = tables.Where(t => Held(t.Name) != t.Sha256).ToList();
        var dropped = AllNames().Except(tables.Select(t => t.Name)).Where(name => Held(name) is not null).ToList();
        foreach (var name in dropped)
            Record(new ReferenceTable(name, "", "", []), loadedAt);
        foreach (var table in changed)
            Record(table, loadedAt);
        return (IReadOnlyList<string>)[.. changed.Select(t => t.Name), .. dropped];
    });

    private List<string> AllNames()
    {
        using var command = warehouse.Command("select substr(table_name, 11) from information_schema.tables where table_schema = 'raw' and table_name like 'reference\\_%' escape '\\' order by 1");
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>The hash of the file a table was last filled from; null when it is empty or never was.</summary>
    private string? Held(string name) => warehouse.Scalar<string>(
        "select nullif(arg_max(sha256, load_id), '') from raw.loads where source = $source and profile = $name", ("source", Source), ("name", name));

    private void Record(ReferenceTable table, DateTime loadedAt)
    {
        var loadId = warehouse.Scalar<long>("select coalesce(max(load_id), 0) + 1 from raw.loads");
        warehouse.Execute($"delete from raw.reference_{table.Name}");
        using (var appender = warehouse.Connection.CreateAppender("raw", "reference_" + table.Name))
            foreach (var (line, values) in table.Rows)
                Append(appender.CreateRow().AppendValue(loadId).AppendValue(table.File).AppendValue((long)line), values);
        warehouse.Execute(
            """
            insert into raw.loads (load_id, source, file, sha256, profile, row_count, new_count, changed_count, unchanged_count, reject_count,
              loaded_at, content)
            values ($id, $source, $file, $sha, $name, $rows, $rows, 0, 0, 0, $at, 'reference')
            """,
            ("id", loadId), ("source", Source), ("file", table.File), ("sha", table.Sha256), ("name", table.Name), ("rows", (long)table.Rows.Count), ("at", loadedAt));
    }

    private static void Append(DuckDB.NET.Data.IDuckDBAppenderRow row, object?[] values)
    {
        foreach (var value in values)
            row.AppendAny(value);
        row.EndRow();
    }
}
