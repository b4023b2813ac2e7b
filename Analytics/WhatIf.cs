using DuckDB.NET.Data;

namespace Insights.Analytics;

/// <summary>What the promises of the last months would have been under other hours, holidays, targets and rules: two refreshed warehouses of the same tickets, compared.</summary>
public static class WhatIf
{
    /// <summary>One row per client, promise kind and priority (null: all together), columns as in Sql/queries/what_if.sql.</summary>
    /// <param name="file">The warehouse as it is, refreshed.</param>
    /// <param name="proposal">A copy of it, refreshed with the proposed reference data.</param>
    /// <param name="month">The last month looked at.</param>
    /// <param name="client">One client; null for all.</param>
    /// <exception cref="SetupException">A file is no warehouse of this program, or is in use.</exception>
    public static (IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows) Compare(string file, string proposal, DateOnly month, string? client)
    {
        using (Warehouse.OpenForReading(file))
        {
        }

        using var warehouse = Warehouse.OpenForReading(proposal);
        warehouse.Attach(file, "was");
        using var command = warehouse.Command(
            SqlFiles.Text("queries/what_if.sql"), ("month", month), ("months", warehouse.Scalar<int>("select trailing_months from reference.settings")), ("client", client));
        using var reader = command.ExecuteReader();
        return Query.Read(reader);
    }
}
