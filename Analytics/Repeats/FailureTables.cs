using DuckDB.NET.Data;

namespace Insights.Analytics.Repeats;

/// <summary>
/// Fills computed.failure_members and computed.failure_links: which tickets are the same failure, and why. While one slice of the tickets is
/// being linked, the next is read and the one before is written.
/// </summary>
internal static class FailureTables
{
    private const int TermsShown = 3;

    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/failure_members.sql"));
        warehouse.Execute(SqlFiles.Text("computed/failure_links.sql"));
        using var members = warehouse.Connection.CreateAppender("computed", "failure_members");
        using var links = warehouse.Connection.CreateAppender("computed", "failure_links");
        foreach (var placed in Placed(warehouse))
            foreach (var placement in placed)
                Write(placement, members, links);
    }

    private static IEnumerable<List<Placement>> Placed(Warehouse warehouse)
    {
        var (terms, failures) = (new ReportTerms(LexiconRows.Read(warehouse)), new ProviderFailures(LinkThresholds.Read(warehouse)));
        var linking = Task.FromResult(new List<Placement>());
        foreach (var slice in FailureReport.Slices(warehouse))
        {
            var placed = linking.GetAwaiter().GetResult();
            linking = Task.Run(() => slice.ConvertAll(report => failures.Place(report, terms.Of(report))));
            yield return placed;
        }

        yield return linking.GetAwaiter().GetResult();
    }

    private static void Write(Placement placed, DuckDBAppender members, DuckDBAppender links)
    {
        var joined = members.CreateRow().AppendValue(placed.Ticket.Key).AppendValue(placed.Leader);
        if (placed.By is { } by)
            joined.AppendValue(by.Tier.ToString()).AppendValue((double?)by.Score).AppendValue(by.Earlier.Key).EndRow();
        else
            joined.AppendNullValue().AppendNullValue().AppendNullValue().EndRow();
        for (var i = 0; i < placed.Links.Count; i++)
            links.CreateRow().AppendValue(placed.Ticket.Key).AppendValue(i + 1).AppendValue(placed.Links[i].Earlier.Key).AppendValue(placed.Links[i].Tier.ToString())
                .AppendValue((double?)placed.Links[i].Score).AppendValue(Shared(placed.Ticket, placed.Links[i].Earlier)).EndRow();
    }

    /// <summary>The words that made the link, as each ticket writes them.</summary>
    private static string Shared(RepeatTicket later, RepeatTicket earlier) => string.Join(" · ", later.Terms.Shared(earlier.Terms, TermsShown)
        .ConvertAll(s => string.Equals(s.Here, s.There, StringComparison.OrdinalIgnoreCase) ? s.Here : $"{s.Here} = {s.There}"));
}
