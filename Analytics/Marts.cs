using DuckDB.NET.Data;

namespace Insights.Analytics;

/// <summary>Reads the public marts, as far as a reader may see them; all that Reports ever sees of the warehouse.</summary>
public sealed class Marts(Warehouse warehouse, MartView view)
{
    /// <summary>Reads everything.</summary>
    public Marts(Warehouse warehouse)
        : this(warehouse, MartView.Whole)
    {
    }

    /// <summary>The same marts for another reader.</summary>
    public Marts For(MartView reader) => new(warehouse, reader);

    /// <summary>The names of the marts, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. SqlFiles.In("marts").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    /// <summary>
    /// The rows of a mart, narrowed to a client and a month where given, ordered by every key-like column from the left,
    /// so the same warehouse always gives the same rows in the same order.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such mart.</exception>
    public IReadOnlyList<MartRow> Rows(string mart, string? client = null, DateOnly? month = null)
    {
        if (!Names.Contains(mart))
            throw new ArgumentException($"There is no mart '{mart}'; there are {string.Join(", ", Names)}.");

        var filter = (client is null ? "" : " and client = $client") + (month is null ? "" : " and month = $month");
        using var command = warehouse.Command($"from marts.{mart} where true{filter} order by all");
        if (client is not null)
            command.Parameters.Add(new DuckDBParameter("client", view.Client(client)));
        if (month is { } first)
            command.Parameters.Add(new DuckDBParameter("month", first));
        return Read(mart, command);
    }

    /// <summary>The rows of a mart as this reader sees them, narrowed to a client where the mart tells of clients, and to the months up to one where it tells of months; with the types of their columns.</summary>
    public MartTable Table(string mart, string client, DateOnly firstMonth, DateOnly month)
    {
        var columns = Columns(mart);
        var rows = Rows(mart, columns.Any(c => c.Name == "client") ? client : null)
            .Where(r => !columns.Any(c => c.Name == "month") || (r.Date("month") is { } of && of >= firstMonth && of <= month));
        return new MartTable(mart, columns, [.. rows.Select(r => columns.Select(c => c.Type == "DATE" ? r.Date(c.Name) : r[c.Name]).ToList())]);
    }

    /// <summary>The columns of a mart; none where these marts lack it.</summary>
    public IReadOnlyList<MartColumn> Columns(string mart)
    {
        using var command = warehouse.Command(
            "select column_name, data_type from information_schema.columns where table_schema = 'marts' and table_name = $mart order by ordinal_position", ("mart", mart));
        using var reader = command.ExecuteReader();
        var columns = new List<MartColumn>();
        while (reader.Read())
            columns.Add(new MartColumn(reader.GetString(0), reader.GetString(1)));
        return columns;
    }

    private List<MartRow> Read(string mart, DuckDBCommand command)
    {
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.Ordinal);
        var rows = new List<MartRow>();
        while (reader.Read())
        {
            var values = new object?[reader.FieldCount];
            for (var i = 0; i < values.Length; i++)
                values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            var row = new MartRow(columns, values);
            if (view.Shows(mart, row))
                rows.Add(Shown(row, columns, values));
        }

        return rows;
    }

    private MartRow Shown(MartRow row, Dictionary<string, int> columns, object?[] values)
    {
        if (ReferenceEquals(view, MartView.Whole))
            return row;
        foreach (var (column, place) in columns)
            if (values[place] is string text)
                values[place] = view.Text(column, text);
        return row;
    }
}
