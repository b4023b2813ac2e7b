using DuckDB.NET.Data;

namespace Insights.Analytics.Repeats;

/// <summary>
/// Fills computed.failure_members and computed.failure_links (which tickets are the same failure, and why) and computed.shared_failures (the same
/// words on several devices of a client, and of several clients at once). First the words of all tickets are counted, then they are linked client by
/// client, so that what is held at once is one client's. While one slice is worked on the next is read and the one before is written.
/// </summary>
internal static class FailureTables
{
    private const int TermsShown = 3;

    public static void Build(Warehouse warehouse)
    {
        foreach (var table in new[] { "failure_members", "failure_links", "shared_failures" })
            warehouse.Execute(SqlFiles.Text($"computed/{table}.sql"));
        using var reports = new FailureReports(warehouse);
        using var terms = new ReportTerms(LexiconRows.Read(warehouse), TermThresholds.Read(warehouse), warehouse.File + ".terms");
        Read(reports, terms);
        Link(warehouse, reports, terms);
        Share(warehouse, reports, terms);
    }

    private static void Read(FailureReports reports, ReportTerms terms)
    {
        foreach (var _ in Worked(reports.WithTexts(), slice =>
        {
            slice.ForEach(terms.Add);
            return slice.Count;
        }))
        {
        }
    }

    private static void Link(Warehouse warehouse, FailureReports reports, ReportTerms terms)
    {
        var thresholds = LinkThresholds.Read(warehouse);
        var failures = new FailuresByClient(thresholds);
        var fleets = new FailuresByClient(OfWords(thresholds) with { Window = 86400L * warehouse.Scalar<int>("select fleet_days from reference.settings") });
        using var members = warehouse.Connection.CreateAppender("computed", "failure_members");
        using var links = warehouse.Connection.CreateAppender("computed", "failure_links");
        using var shared = warehouse.Connection.CreateAppender("computed", "shared_failures");
        foreach (var (placed, ofFleet) in Worked(reports.WithoutBodies(), slice => (
            slice.ConvertAll(report => failures.Place(report, terms.Of(report))),
            slice.FindAll(report => report.Asset is not null).ConvertAll(report => fleets.Place(WordsOnly(report), terms.Of(report))))))
        {
            placed.ForEach(placement => Write(placement, members, links));
            ofFleet.ForEach(placement => Write(placement, "fleet", shared));
        }
    }

    /// <summary>Of several clients at once.</summary>
    private static void Share(Warehouse warehouse, FailureReports reports, ReportTerms terms)
    {
        var window = 60L * warehouse.Scalar<int>("select upstream_minutes from reference.settings");
        var upstream = new FailuresByClient(OfWords(LinkThresholds.Read(warehouse)) with { Window = window, CommonShare = 1 }, comesByTime: true);
        using var shared = warehouse.Connection.CreateAppender("computed", "shared_failures");
        foreach (var placed in Worked(reports.ByTime(), slice => slice.ConvertAll(report => upstream.Place(report, terms.Of(report)))))
            placed.ForEach(placement => Write(placement, "upstream", shared));
    }

    /// <summary>Whose device it is and who reports it is left out of sight: what matters is that it happens to many.</summary>
    private static FailureReport WordsOnly(FailureReport report) => report with { Asset = null, Requester = null, Number = null, Subject = null, Related = [] };

    private static LinkThresholds OfWords(LinkThresholds thresholds) => thresholds with { Weakest = Tier.D };

    private static IEnumerable<T> Worked<T>(IEnumerable<List<FailureReport>> slices, Func<List<FailureReport>, T> work)
    {
        Task<T>? working = null;
        foreach (var slice in slices)
        {
            var before = working;
            var done = before is null ? default : before.GetAwaiter().GetResult();
            working = Task.Run(() => work(slice));
            if (before is not null)
                yield return done!;
        }

        if (working is not null)
            yield return working.GetAwaiter().GetResult();
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

    private static void Write(Placement placed, string scope, DuckDBAppender shared)
    {
        if (placed.By is not null)
            shared.CreateRow().AppendValue(placed.Ticket.Key).AppendValue(scope).AppendValue(placed.Leader).EndRow();
    }

    /// <summary>The words that made the link, as each ticket writes them.</summary>
    private static string Shared(RepeatTicket later, RepeatTicket earlier) => SharedWords.Said(later.Terms.Shared(earlier.Terms, TermsShown));
}
