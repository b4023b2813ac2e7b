using System.Data.Common;
using DuckDB.NET.Data;
using Insights.Analytics.Repeats;

namespace Insights.Analytics;

/// <summary>Fills computed.told_fixes: of each failure ticket whose words are kept, whether the client named the fix before the provider did.</summary>
internal static class ToldFixTable
{
    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/told_fixes.sql"));
        var fixes = new ToldFixes(LexiconRows.Read(warehouse));
        using var appender = warehouse.Connection.CreateAppender("computed", "told_fixes");
        using var command = warehouse.Command(SqlFiles.Text("queries/told_fixes.sql"));
        using var reader = command.ExecuteReader();
        foreach (var (key, complaint, messages) in Tickets(reader))
            if (ToldFixes.IsAskable(messages))
                Append(appender, key, fixes.Of(complaint, messages));
    }

    private static IEnumerable<(long Key, string Complaint, List<SpokenMessage> Messages)> Tickets(DbDataReader reader)
    {
        (long Key, string Complaint, List<SpokenMessage> Messages)? ticket = null;
        while (reader.Read())
        {
            if (ticket?.Key != reader.GetInt64(0))
            {
                if (ticket is { } whole)
                    yield return whole;
                ticket = (reader.GetInt64(0), reader.GetString(1), []);
            }

            ticket.Value.Messages.Add(new SpokenMessage(reader.GetBoolean(2), reader.GetInt64(3), reader.GetString(4)));
        }

        if (ticket is { } last)
            yield return last;
    }

    private static void Append(DuckDBAppender appender, long key, ToldFix? fix) => appender.CreateRow().AppendValue((long?)key)
        .AppendValue(fix?.ToldAt).AppendValue(fix?.FixedAt).AppendValue(fix?.Quote).AppendValue(fix?.Words).EndRow();
}
