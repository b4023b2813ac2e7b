using DuckDB.NET.Data;
using Insights.Analytics.Matches;
using Insights.Analytics.Repeats;

namespace Insights.Analytics;

/// <summary>Fills computed.ticket_pairs: which of a client's own records and of its provider's tickets are the same.</summary>
internal static class TicketPairTable
{
    private sealed record Side(string Provider, string Client, bool IsClient, MatchTicket Ticket);

    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/ticket_pairs.sql"));
        var rules = MatchRules.Read(warehouse);
        var sides = Sides(warehouse, rules);
        using var appender = warehouse.Connection.CreateAppender("computed", "ticket_pairs");
        foreach (var client in sides.GroupBy(side => (side.Provider, side.Client)))
            Append(appender, Matching.Of(client.Where(s => s.IsClient).Select(s => s.Ticket), client.Where(s => !s.IsClient).Select(s => s.Ticket), rules));
    }

    private static List<Side> Sides(Warehouse warehouse, MatchRules rules)
    {
        using var command = warehouse.Command(
            "select provider, client, side, source, ticket_id, created_epoch, number, named, mail, person, subject from intermediate.match_tickets order by all");
        using var reader = command.ExecuteReader();
        var vocabulary = new Vocabulary(LexiconRows.Read(warehouse));
        var sides = new List<Side>();
        while (reader.Read())
            sides.Add(new Side(reader.GetString(0), reader.GetString(1), reader.GetString(2) == "client", Ticket(reader, vocabulary, rules)));
        return sides;
    }

    private static MatchTicket Ticket(DuckDBDataReader row, Vocabulary vocabulary, MatchRules rules) => new(
        row.GetString(3), row.GetString(4), row.GetInt64(5), Text(row, 6), NamedNumbers.Of(Text(row, 7), rules.NumberDigits), Text(row, 8),
        Text(row, 9) is { } person ? Fold.Plain(person.Trim()) : null,
        vocabulary.Terms(Text(row, 10) ?? "").DistinctBy(word => word.Term).ToDictionary(word => word.Term, word => word.Written));

    private static string? Text(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static void Append(DuckDBAppender appender, Matched matched)
    {
        foreach (var pair in matched.Pairs)
            Append(appender, pair, null);
        foreach (var left in matched.ClientLeft)
            Append(appender, left, "client");
        foreach (var left in matched.ProviderLeft)
            Append(appender, left, "provider");
    }

    private static void Append(DuckDBAppender appender, Match match, string? lonelySide) => appender.CreateRow()
        .AppendValue(match.Client.Source).AppendValue(match.Client.Id).AppendValue(match.Provider.Source).AppendValue(match.Provider.Id)
        .AppendValue((bool?)(lonelySide is null)).AppendValue(lonelySide).AppendValue(Tier(match.Basis)).AppendValue(Name(match.Basis))
        .AppendValue((double?)match.Score).AppendValue(Shared(match)).AppendValue((long?)match.Gap).EndRow();

    private static string Tier(MatchBasis basis) => ((char)('A' + (int)basis)).ToString();

    private static string Name(MatchBasis basis) => basis switch
    {
        MatchBasis.Number => "number",
        MatchBasis.PersonWords => "person_words",
        MatchBasis.Words => "words",
        MatchBasis.PersonTime => "person_time",
        _ => "time",
    };

    private static string Shared(Match match) => SharedWords.Said(match.Client.Words
        .Where(word => match.Provider.Words.ContainsKey(word.Key)).Select(word => (word.Value, match.Provider.Words[word.Key])));
}
