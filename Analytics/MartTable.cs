namespace Insights.Analytics;

/// <summary>Rows of a mart away from the warehouse.</summary>
/// <param name="Name">The mart's, without its schema.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">One value per column: string, long, int, short, double, bool, DateOnly, DateTime (UTC) or null.</param>
public sealed record MartTable(string Name, IReadOnlyList<MartColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <param name="Name">As the mart names it.</param>
/// <param name="Type">One of <see cref="Types"/>.</param>
public sealed record MartColumn(string Name, string Type)
{
    /// <summary>The types marts have, as DuckDB names them.</summary>
    public static IReadOnlyList<string> Types { get; } = ["VARCHAR", "BIGINT", "INTEGER", "SMALLINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"];
}
