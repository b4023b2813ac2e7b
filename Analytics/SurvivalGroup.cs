using DuckDB.NET.Data;

namespace Insights.Analytics;

/// <summary>A row of intermediate.survival_groups: one measure, clock and client. Months are counted from FirstMonth (0).</summary>
internal sealed record SurvivalGroup(
    int Number, string Measure, string Clock, string Provider, string Client, DateOnly FirstMonth, DateOnly LastMonth)
{
    public int MonthCount => MonthNumber(LastMonth) + 1;

    public int MonthNumber(DateOnly month) => ((month.Year - FirstMonth.Year) * 12) + month.Month - FirstMonth.Month;

    /// <summary>
    /// Each group whose row satisfies the condition with its samples, one after the other: memory holds one client's tickets at a time.
    /// The samples are one object, filled anew for every group.
    /// </summary>
    public static IEnumerable<(SurvivalGroup Group, SurvivalSamples Samples)> Read(Warehouse warehouse, string condition)
    {
        var groups = Groups(warehouse, condition);
        using var command = warehouse.Command($"""
            select group_number, month_number, priority, kind, wait_key
            from intermediate.survival_waits
            where group_number in (select group_number from intermediate.survival_groups where {condition})
            order by group_number, wait_key
            """);
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        var samples = new SurvivalSamples();
        var number = 0;
        while (reader.Read())
        {
            if (reader.GetInt32(0) is var next && next != number)
            {
                if (samples.Count > 0)
                    yield return (groups[number], samples);
                samples.Clear();
                number = next;
            }

            samples.Add(reader.GetInt64(4), (short)reader.GetInt32(1), (byte)reader.GetInt32(2), (byte)reader.GetInt32(3));
        }

        if (samples.Count > 0)
            yield return (groups[number], samples);
    }

    private static Dictionary<int, SurvivalGroup> Groups(Warehouse warehouse, string condition)
    {
        using var command = warehouse.Command(
            $"select group_number, measure, clock, provider, client, first_month, last_month from intermediate.survival_groups where {condition}");
        using var reader = command.ExecuteReader();
        var groups = new Dictionary<int, SurvivalGroup>();
        while (reader.Read())
            groups[reader.GetInt32(0)] = Group(reader);
        return groups;
    }

    private static SurvivalGroup Group(DuckDBDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
        row.GetFieldValue<DateOnly>(5), row.GetFieldValue<DateOnly>(6));
}
