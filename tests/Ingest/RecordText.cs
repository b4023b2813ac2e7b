using System.Text;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>Record sets as text a test can compare.</summary>
internal static class RecordText
{
    /// <summary>The rows of a set: <c>line: cell|cell</c>, and for a broken one <c>line! raw</c>.</summary>
    public static List<string> Rows(this RecordSet records)
    {
        var rows = new List<string>();
        while (records.NextBatch() is { } batch)
            using (batch)
                while (batch.Read())
                    rows.Add(batch.Broken is null
                        ? $"{batch.Line}: {string.Join('|', Enumerable.Range(0, batch.Count).Select(i => Encoding.UTF8.GetString(batch.Cell(i))))}"
                        : $"{batch.Line}! {Encoding.UTF8.GetString(batch.Raw)}");
        return rows;
    }

    /// <summary>Every set of a file: its name, its header, its rows.</summary>
    public static List<string> Read(string file)
    {
        var all = new List<string>();
        foreach (var set in Export.Open(file).RecordSets())
            using (set)
                all.AddRange([set.Name, string.Join('|', set.Header), .. set.Rows()]);
        return all;
    }
}
