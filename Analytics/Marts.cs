using DuckDB.NET.Data;

namespace Insights.Analytics;

/// <summary>Reads the public marts, as far as a reader may see them; all that Reports ever sees of the warehouse.</summary>
public sealed class Marts
{
    private readonly Warehouse _warehouse;
    private readonly MartView _view;
    private readonly string _order;
    private readonly Lazy<ILookup<string, MartColumn>> _columns;

    /// <summary>The rows of a client's marts that were read already; null where each is read anew.</summary>
    private readonly Dictionary<(string Mart, string Client), IReadOnlyList<MartRow>>? _known;

    /// <summary>Reads everything.</summary>
    public Marts(Warehouse warehouse)
        : this(warehouse, MartView.Whole, "all", null)
    {
    }

    private Marts(Warehouse warehouse, MartView view, string order, Dictionary<(string Mart, string Client), IReadOnlyList<MartRow>>? known)
    {
        _warehouse = warehouse;
        _view = view;
        _order = order;
        _known = known;
        _columns = new(ReadColumns);
    }

    /// <summary>The same marts for a reader, to whom each mart of a client is read once: what a refresh changes meanwhile is not seen.</summary>
    public Marts For(MartView reader) => new(_warehouse, reader, _order, []);

    /// <summary>Marts that are tables, whose rows keep the order they were put in: shown names may sort otherwise than the names they stand for.</summary>
    internal static Marts AsPut(Warehouse warehouse) => new(warehouse, MartView.Whole, "rowid", []);

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

        return _known is null || client is null ? Read(mart, client, month)
            : month is null ? Known(mart, client) : [.. Known(mart, client).Where(r => r.Date("month") == month)];
    }

    /// <summary>Rows of a mart with the types of their columns.</summary>
    public MartTable Table(string mart, IEnumerable<MartRow> rows)
    {
        var columns = Columns(mart);
        return new MartTable(mart, columns, [.. rows.Select(r => columns.Select(c => c.Type == "DATE" ? r.Date(c.Name) : r[c.Name]).ToList())]);
    }

    /// <summary>The columns of a mart; none where these marts lack it.</summary>
    public IReadOnlyList<MartColumn> Columns(string mart) => [.. _columns.Value[mart]];

    private ILookup<string, MartColumn> ReadColumns()
    {
        using var command = _warehouse.Command(
            "select table_name, column_name, data_type from information_schema.columns where table_schema = 'marts' order by table_name, ordinal_position");
        using var reader = command.ExecuteReader();
        var columns = new List<(string Mart, MartColumn Column)>();
        while (reader.Read())
            columns.Add((reader.GetString(0), new MartColumn(reader.GetString(1), reader.GetString(2))));
        return columns.ToLookup(c => c.Mart, c => c.Column);
    }

    private IReadOnlyList<MartRow> Known(string mart, string client)
    {
        if (!_known!.TryGetValue((mart, client), out var rows))
            _known.Add((mart, client), rows = Read(mart, client, null));
        return rows;
    }

    private List<MartRow> Read(string mart, string? client, DateOnly? month)
    {
        var filter = (client is null ? "" : " and client = $client") + (month is null ? "" : " and month = $month");
        using var command = _warehouse.Command($"from marts.{mart} where true{filter} order by {_order}");
        if (client is not null)
            command.Parameters.Add(new DuckDBParameter("client", _view.Client(client)));
        if (month is { } first)
            command.Parameters.Add(new DuckDBParameter("month", first));
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.Ordinal);
        var rows = new List<MartRow>();
        while (reader.Read())
        {
            var values = new object?[reader.FieldCount];
            for (var i = 0; i < values.Length; i++)
                values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            var row = new MartRow(columns, values);
            if (_view.Shows(mart, row))
                rows.Add(Shown(row, columns, values));
        }

        return rows;
    }

    private MartRow Shown(MartRow row, Dictionary<string, int> columns, object?[] values)
    {
        if (ReferenceEquals(_view, MartView.Whole))
            return row;
        foreach (var (column, place) in columns)
            if (values[place] is string text)
                values[place] = _view.Text(column, text);
        return row;
    }
}
