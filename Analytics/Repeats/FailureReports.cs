using DuckDB.NET.Data;

namespace Insights.Analytics.Repeats;

/// <summary>The failure reports of the warehouse, put in order once and read a slice at a time; disposed, the order is forgotten.</summary>
internal sealed class FailureReports : IDisposable
{
    private const int OfSlice = 5_000;
    private const string Columns = "provider, client, ticket_key, created_epoch, month_number, load_id";
    private const string Keys = "asset, requester, category, place, related_keys";

    private const string Related = "temp.failure_reports left join temp.failure_relations using (ticket_key)";

    private readonly Warehouse _warehouse;

    public FailureReports(Warehouse warehouse)
    {
        _warehouse = warehouse;
        warehouse.Execute(SqlFiles.Text("queries/failure_reports.sql"));
        warehouse.Execute(SqlFiles.Text("queries/failure_relations.sql"));
    }

    /// <summary>All of them in the order of their places, with their texts.</summary>
    public IEnumerable<List<FailureReport>> WithTexts() => Slices($"select {Columns}, number, subject, description, {Keys} from {Related}", "place");

    /// <summary>All of them in the order of their places, without the bodies.</summary>
    public IEnumerable<List<FailureReport>> WithoutBodies() => Slices($"select {Columns}, number, subject, null::varchar, {Keys} from {Related}", "place");

    /// <summary>All of them in the order they were created, as if all clients were one: without texts and keys.</summary>
    public IEnumerable<List<FailureReport>> ByTime()
    {
        _warehouse.Execute(SqlFiles.Text("queries/failure_reports_by_time.sql"));
        return Slices($"select {Columns.Replace("client", "''", StringComparison.Ordinal)}, null::varchar, null::varchar, null::varchar, null::varchar, null::varchar, null::varchar, place, null from temp.failure_reports_by_time", "by_time");
    }

    public void Dispose() => _warehouse.Execute("drop table if exists temp.failure_reports; drop table if exists temp.failure_reports_by_time; drop table if exists temp.failure_relations");

    private IEnumerable<List<FailureReport>> Slices(string select, string place)
    {
        var count = _warehouse.Scalar<long>("select count(*) from temp.failure_reports");
        for (var first = 0L; first < count; first += OfSlice)
            yield return Slice($"{select} where {place} > $first and {place} <= $last order by {place}", first);
    }

    private List<FailureReport> Slice(string select, long first)
    {
        using var command = _warehouse.Command(select, ("first", first), ("last", first + OfSlice));
        using var row = command.ExecuteReader();
        var reports = new List<FailureReport>(OfSlice);
        while (row.Read())
            reports.Add(new FailureReport(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt32(4), row.GetInt64(5),
                Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10), Text(row, 11), row.GetInt64(12),
                row.IsDBNull(13) ? [] : row.GetFieldValue<List<long>>(13)));
        return reports;
    }

    private static string? Text(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
