using DuckDB.NET.Data;

namespace Insights.Analytics.Repeats;

/// <summary>
/// Fills computed.shared_failures: the same words on several devices of a client, and of several clients at once. Whose device it is and who
/// reports it is left out of sight: what matters is that it happens to many.
/// </summary>
internal static class SharedFailureTable
{
    public static void Build(Warehouse warehouse)
    {
        warehouse.Execute(SqlFiles.Text("computed/shared_failures.sql"));
        var (lexicon, thresholds) = (LexiconRows.Read(warehouse), LinkThresholds.Read(warehouse) with { Weakest = Tier.D });
        var terms = new ReportTerms(lexicon);
        var fleets = new ProviderFailures(thresholds with { Window = 86400L * warehouse.Scalar<int>("select fleet_days from reference.settings") });
        var upstream = new ProviderFailures(thresholds with { Window = 60L * warehouse.Scalar<int>("select upstream_minutes from reference.settings"), CommonShare = 1 });
        using var appender = warehouse.Connection.CreateAppender("computed", "shared_failures");
        foreach (var report in FailureReport.SlicesByTime(warehouse).SelectMany(slice => slice))
        {
            var ofReport = terms.Of(report);
            var wordsOnly = report with { Asset = null, Requester = null, Number = null, Subject = null };
            if (report.Asset is not null)
                Append(appender, "fleet", fleets.Place(wordsOnly, ofReport));
            Append(appender, "upstream", upstream.Place(wordsOnly with { Client = "" }, ofReport));
        }
    }

    private static void Append(DuckDBAppender appender, string scope, Placement placed)
    {
        if (placed.By is not null)
            appender.CreateRow().AppendValue(placed.Ticket.Key).AppendValue(scope).AppendValue(placed.Leader).EndRow();
    }
}
