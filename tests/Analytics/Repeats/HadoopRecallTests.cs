using DuckDB.NET.Data;
using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>Recall on the labelled Hadoop issues: of 129 issues with a duplicate, for how many one is among the first 1, 5, 10 most similar.</summary>
public sealed class HadoopRecallTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(GivenWarehouse.Root(), "..", "shared", "data", "hadoop_issues"));

    [FactWithHadoop]
    public void Duplicates_are_found_clearly_more_often_than_by_similar_summaries_alone()
    {
        var issues = Issues();
        var vectors = issues.Zip(WeighedTexts.Of(new Lexicon([], Lexicon.KnownStopWords()), issues.Select(i => (i.Month, i.Subject, i.Body))), (i, terms) => (i.Key, Terms: terms)).ToList();
        var duplicates = Duplicates();
        var found = vectors.Where(v => duplicates.ContainsKey(v.Key)).Select(v => vectors.Where(o => o.Key != v.Key)
            .OrderByDescending(o => v.Terms.Dot(o.Terms)).Take(10).ToList().FindIndex(o => duplicates[v.Key].Contains(o.Key))).ToList();
        double Recall(int within) => found.Count(f => f >= 0 && f < within) / (double)found.Count;
        output.WriteLine(FormattableString.Invariant($"recall@1/5/10 of {found.Count}: {Recall(1):0.000} {Recall(5):0.000} {Recall(10):0.000}"));
        Assert.Equal(129, found.Count);
        Assert.True(Recall(1) > 0.409 && Recall(5) > 0.604 && Recall(10) > 0.654);
    }

    /// <summary>
    /// As the linker finds them: through its index and its rule that very similar words share a rare one, with the ten most similar kept and no least
    /// similarity. days: the window; null for all time. Of the 129 a duplicate was created at most 90 days earlier of 39, 365 days of 59, ever of 66; on
    /// either side 77, 116 and 129.
    /// </summary>
    [TheoryWithHadoop]
    [InlineData(90, true, 26, 29, 29)]
    [InlineData(365, true, 35, 45, 46)]
    [InlineData(null, true, 35, 48, 48)]
    [InlineData(90, false, 47, 58, 58)]
    [InlineData(365, false, 57, 84, 88)]
    [InlineData(null, false, 55, 85, 91)]
    public void The_linker_finds_the_duplicates_that_its_window_lets_it_see(int? days, bool onlyEarlier, int first, int firstFive, int firstTen)
    {
        var window = days * 86400L ?? long.MaxValue / 4;
        var thresholds = new LinkThresholds(window, 0, 0, 0, 0, 0, int.MaxValue) { CommonShare = 1, Kept = 10 };
        var (tickets, duplicates) = (Tickets(), Duplicates());
        var queries = tickets.Where(t => duplicates.ContainsKey(t.Key)).ToList();
        bool IsSeen(RepeatTicket query, RepeatTicket other) => query.Key != other.Key
            && other.CreatedAt >= query.CreatedAt - window && (onlyEarlier ? (other.CreatedAt, other.Key).CompareTo((query.CreatedAt, query.Key)) < 0 : other.CreatedAt <= query.CreatedAt + window);
        List<FailureLink> Links(RepeatTicket query)
        {
            var index = new LinkIndex(thresholds);
            tickets.Where(t => IsSeen(query, t)).ToList().ForEach(index.Add);
            return index.Find(query);
        }

        var found = queries.ConvertAll(q => Links(q).FindIndex(l => duplicates[q.Key].Contains(l.Earlier.Key)));
        int Within(int places) => found.Count(f => f >= 0 && f < places);
        var visible = queries.Count(q => tickets.Any(t => duplicates[q.Key].Contains(t.Key) && IsSeen(q, t)));
        output.WriteLine(FormattableString.Invariant($"{days} days, {(onlyEarlier ? "earlier" : "either side")}: {visible} to be found, {Within(1)} first, {Within(5)} of first five, {Within(10)} of first ten; recall {Within(1) / 129.0:0.000} {Within(5) / 129.0:0.000} {Within(10) / 129.0:0.000}"));
        Assert.Equal(129, found.Count);
        Assert.True(Within(1) >= first && Within(5) >= firstFive && Within(10) >= firstTen);
    }

    private static List<RepeatTicket> Tickets()
    {
        var issues = Issues();
        var terms = WeighedTexts.Of(new Lexicon([], Lexicon.KnownStopWords()), issues.Select(i => (i.Month, i.Subject, i.Body)));
        return [.. issues.Zip(terms, (i, of) => new RepeatTicket(i.Key, i.CreatedAt, null, null, null, null, [], [], of))];
    }

    private static List<FailureReport> Issues()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            select "Issue id"::bigint, epoch(strptime(Created, '%d/%b/%y %H:%M'))::bigint, (year(strptime(Created, '%d/%b/%y %H:%M')) * 12 + month(strptime(Created, '%d/%b/%y %H:%M')))::integer, Summary, Description
            from read_csv('{Path.Combine(Folder, "hadoop_bugs.csv")}', header = true, all_varchar = true, quote = '"', escape = '"', max_line_size = 10000000, parallel = false)
            order by 2, 1
            """;
        using var reader = command.ExecuteReader();
        var issues = new List<FailureReport>();
        while (reader.Read())
            issues.Add(new FailureReport("", "", reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), 0, null, reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4), null, null, null, issues.Count + 1, []));
        return issues;
    }

    private static Dictionary<long, HashSet<long>> Duplicates()
    {
        var clusters = new Dictionary<long, HashSet<long>>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "hadoop_bugs-combined.csv")).Skip(1))
        {
            var ids = line.Replace("\"", "", StringComparison.Ordinal).Split(',').Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            var cluster = ids.SelectMany(id => clusters.GetValueOrDefault(id) ?? [id]).ToHashSet();
            foreach (var id in cluster)
                clusters[id] = cluster;
        }

        return clusters.ToDictionary(c => c.Key, c => c.Value.Where(id => id != c.Key).ToHashSet());
    }

    private static string? Missing() => Directory.Exists(Folder) ? null : "The labelled issues of ../shared/data/hadoop_issues are not here.";

    private sealed class FactWithHadoopAttribute : FactAttribute
    {
        public FactWithHadoopAttribute() => Skip = Missing();
    }

    private sealed class TheoryWithHadoopAttribute : TheoryAttribute
    {
        public TheoryWithHadoopAttribute() => Skip = Missing();
    }
}
