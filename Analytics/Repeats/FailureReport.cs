using DuckDB.NET.Data;

namespace Insights.Analytics.Repeats;

/// <summary>A ticket that reports a failure, as the warehouse tells it: its first known text, its keys as compared (null: not stated, or they name nothing).</summary>
/// <param name="Provider">Whose tickets it is weighed among.</param>
/// <param name="Client">Whose tickets it is compared with.</param>
/// <param name="Key">The ticket_key.</param>
/// <param name="CreatedAt">UTC epoch second.</param>
/// <param name="Month">Months since year 0.</param>
/// <param name="Number">The number people call it by, as text.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Body">The first message.</param>
/// <param name="Asset">The device or service; null for a placeholder.</param>
/// <param name="Requester">Who reported; null for a machine.</param>
/// <param name="Category">The kind of fault.</param>
internal sealed record FailureReport(
    string Provider, string Client, long Key, long CreatedAt, int Month, string? Number, string? Subject, string? Body, string? Asset, string? Requester, string? Category)
{
    private const int OfSlice = 5_000;

    /// <summary>All of them in the order they became known, a slice at a time.</summary>
    public static IEnumerable<List<FailureReport>> Slices(Warehouse warehouse) => Slices(warehouse, "queries/failure_reports.sql");

    /// <summary>All of them in the order they were created, a slice at a time.</summary>
    public static IEnumerable<List<FailureReport>> SlicesByTime(Warehouse warehouse) => Slices(warehouse, "queries/failure_reports_by_time.sql");

    private static IEnumerable<List<FailureReport>> Slices(Warehouse warehouse, string ordered)
    {
        warehouse.Execute(SqlFiles.Text(ordered));
        var count = warehouse.Scalar<long>("select count(*) from temp.failure_reports");
        for (var first = 0L; first < count; first += OfSlice)
            yield return Slice(warehouse, first);
        warehouse.Execute("drop table temp.failure_reports");
    }

    private static List<FailureReport> Slice(Warehouse warehouse, long first)
    {
        using var command = warehouse.Command("select * from temp.failure_reports where place > $first and place <= $last order by place", ("first", first), ("last", first + OfSlice));
        using var row = command.ExecuteReader();
        var reports = new List<FailureReport>(OfSlice);
        while (row.Read())
            reports.Add(new FailureReport(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt32(4),
                Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10)));
        return reports;
    }

    private static string? Text(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
