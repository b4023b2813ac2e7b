using DuckDB.NET.Data;

namespace Insights.Analytics.Repeats;

/// <summary>Fills computed.failure_members and computed.failure_links: which tickets are the same failure, and why.</summary>
internal static class FailureTables
{
    private const int TermsShown = 3;

    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/failure_members.sql"));
        warehouse.Execute(SqlFiles.Text("computed/failure_links.sql"));
        var (lexicon, thresholds) = (LexiconRows.Read(warehouse), Thresholds(warehouse));
        using var members = warehouse.Connection.CreateAppender("computed", "failure_members");
        using var links = warehouse.Connection.CreateAppender("computed", "failure_links");
        using var command = warehouse.Command(SqlFiles.Text("queries/failure_reports.sql"));
        using var reader = command.ExecuteReader();
        var (provider, terms, clients) = (default(string), default(TicketTerms), new Dictionary<string, ClientFailures>(StringComparer.Ordinal));
        while (reader.Read())
        {
            if (terms is null || provider != reader.GetString(0))
            {
                (provider, terms) = (reader.GetString(0), new TicketTerms(new Vocabulary(lexicon)));
                clients.Clear();
            }

            if (!clients.TryGetValue(reader.GetString(1), out var client))
                clients[reader.GetString(1)] = client = new ClientFailures(terms, thresholds);
            Write(client.Place(Report(reader)), members, links);
        }
    }

    private static FailureReport Report(DuckDBDataReader row) => new(
        row.GetInt64(2), row.GetInt64(3), row.GetInt32(4), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10));

    private static string? Text(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static LinkThresholds Thresholds(Warehouse warehouse) => new(
        warehouse.Scalar<int>("select link_window_days from reference.settings"), warehouse.Scalar<double>("select link_asset_ratio from reference.settings"),
        warehouse.Scalar<double>("select link_requester_ratio from reference.settings"), warehouse.Scalar<double>("select link_category_ratio from reference.settings"),
        warehouse.Scalar<double>("select link_text_ratio from reference.settings"), warehouse.Scalar<double>("select link_group_ratio from reference.settings"));

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
    private static string Shared(RepeatTicket later, RepeatTicket earlier) => string.Join(" · ", LinkIndex.Shared(later, earlier).Take(TermsShown)
        .Select(s => string.Equals(s.Later, s.Earlier, StringComparison.OrdinalIgnoreCase) ? s.Later : $"{s.Later} = {s.Earlier}"));
}
