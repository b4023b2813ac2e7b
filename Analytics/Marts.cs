using DuckDB.NET.Data;

namespace Insights.Analytics;

/// <summary>Reads the public marts; all that Reports ever sees of the warehouse.</summary>
public sealed class Marts(Warehouse warehouse)
{
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
            command.Parameters.Add(new DuckDBParameter("client", client));
        if (month is { } first)
            command.Parameters.Add(new DuckDBParameter("month", first));
        return Read(command);
    }

    private static List<MartRow> Read(DuckDBCommand command)
    {
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.Ordinal);
        var rows = new List<MartRow>();
        while (reader.Read())
        {
            var values = new object?[reader.FieldCount];
            for (var i = 0; i < values.Length; i++)
                values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(new MartRow(columns, values));
        }

        return rows;
    }
}
