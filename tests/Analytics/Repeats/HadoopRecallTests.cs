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
            issues.Add(new FailureReport("", "", reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), 0, null, reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4), null, null, null, issues.Count + 1));
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

    private sealed class FactWithHadoopAttribute : FactAttribute
    {
        public FactWithHadoopAttribute()
        {
            if (!Directory.Exists(Folder))
                Skip = "The labelled issues of ../shared/data/hadoop_issues are not here.";
        }
    }
}
