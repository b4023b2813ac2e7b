using System.Text.RegularExpressions;

namespace Insights.Analytics;

/// <summary>Marts that came without their warehouse, in a warehouse of their own that is gone when this is disposed.</summary>
public sealed partial class DetachedMarts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-marts-").FullName;
    private readonly Warehouse _warehouse;

    /// <exception cref="SetupException">A table is no mart of this program, or has a column or type no mart has.</exception>
    public DetachedMarts(IEnumerable<MartTable> tables)
    {
        _warehouse = Warehouse.OpenForWriting(Path.Combine(_folder, "detached.duckdb"));
        _warehouse.Execute("create schema marts");
        foreach (var table in tables)
            Add(table);
        Marts = Marts.AsPut(_warehouse);
    }

    public Marts Marts { get; }

    public void Dispose()
    {
        _warehouse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Names and types become SQL, so only those that marts have are let through.</summary>
    private void Add(MartTable table)
    {
        if (!Marts.Names.Contains(table.Name))
            throw Unknown(table.Name);
        foreach (var column in table.Columns)
            if (!ColumnName().IsMatch(column.Name) || !MartColumn.Types.Contains(column.Type))
                throw Unknown($"{table.Name}.{column.Name} {column.Type}");
        _warehouse.Execute($"create table marts.{table.Name} ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\" {c.Type}"))})");
        using var appender = _warehouse.Connection.CreateAppender("marts", table.Name);
        foreach (var values in table.Rows)
        {
            var row = appender.CreateRow();
            foreach (var value in values)
                row.AppendAny(value);
            row.EndRow();
        }
    }

    private static SetupException Unknown(string what) => new(
        $"'{what}' is nothing this version of the program knows. It was written by another version, or is no proof.",
        $"Το '{what}' δεν το γνωρίζει αυτή η έκδοση του προγράμματος. Γράφτηκε από άλλη έκδοση, ή δεν είναι απόδειξη.");

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex ColumnName();
}
