using Insights.Analytics.Statistics;

namespace Insights.Analytics;

/// <summary>Fills computed.agreements: weighted kappa and the sign test of each group of marts.priority_matrix.</summary>
internal static class AgreementTable
{
    private const int Levels = 5;

    private sealed record Group(string Provider, string Client, DateOnly Month, string Span, string View);

    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/agreements.sql"));
        var smallest = warehouse.Scalar<int>("select kappa_n from reference.settings");
        var groups = Groups(warehouse);
        using var appender = warehouse.Connection.CreateAppender("computed", "agreements");
        foreach (var (group, counts) in groups)
            Append(appender, group, counts, smallest);
    }

    /// <summary>A table of counts per group: a row per priority asked, a column per priority given. A few thousand groups at most.</summary>
    private static List<(Group Group, long[,] Counts)> Groups(Warehouse warehouse)
    {
        using var command = warehouse.Command(
            "select provider, client, month, span, view, priority_asked, priority, ticket_count from marts.priority_matrix order by all");
        using var reader = command.ExecuteReader();
        var groups = new List<(Group Group, long[,] Counts)>();
        while (reader.Read())
        {
            var group = new Group(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetString(3), reader.GetString(4));
            if (groups.Count == 0 || groups[^1].Group != group)
                groups.Add((group, new long[Levels, Levels]));
            groups[^1].Counts[reader.GetInt16(5) - 1, reader.GetInt16(6) - 1] = reader.GetInt64(7);
        }

        return groups;
    }

    private static void Append(DuckDB.NET.Data.DuckDBAppender appender, Group group, long[,] counts, int smallest)
    {
        var isMeasurable = counts.Cast<long>().Sum() >= smallest && UsesTwoLevels(counts);
        var linear = isMeasurable ? WeightedKappa.Of(counts, KappaWeight.Linear) : null;
        var quadratic = isMeasurable ? WeightedKappa.Of(counts, KappaWeight.Quadratic) : null;
        appender.CreateRow().AppendValue(group.Provider).AppendValue(group.Client).AppendValue((DateOnly?)group.Month).AppendValue(group.Span).AppendValue(group.View)
            .AppendValue(linear?.Value).AppendValue(linear?.StandardError).AppendValue(quadratic?.Value).AppendValue(quadratic?.StandardError)
            .AppendValue((double?)SignTest.PValue(Count(counts, (asked, given) => given > asked), Count(counts, (asked, given) => given < asked))).EndRow();
    }

    /// <summary>Both sides, each at least two: a side that knows one priority only neither agrees nor disagrees.</summary>
    private static bool UsesTwoLevels(long[,] counts)
    {
        var levels = Enumerable.Range(0, Levels).ToList();
        return levels.Count(i => levels.Any(j => counts[i, j] > 0)) >= 2 && levels.Count(j => levels.Any(i => counts[i, j] > 0)) >= 2;
    }

    private static int Count(long[,] counts, Func<int, int, bool> isCounted)
    {
        var count = 0L;
        for (var asked = 0; asked < Levels; asked++)
            for (var given = 0; given < Levels; given++)
                count += isCounted(asked, given) ? counts[asked, given] : 0;
        return checked((int)count);
    }
}
