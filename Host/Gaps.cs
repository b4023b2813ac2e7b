using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>What reference data does not say yet, in one list, each with the row to paste.</summary>
internal static class Gaps
{
    public static IEnumerable<string> Lines(Marts marts, Language spoken)
    {
        var rows = marts.Rows("gaps");
        if (rows.Count > 0)
            yield return spoken.Say("gaps.title");
        foreach (var file in rows.GroupBy(File))
        {
            yield return "  " + spoken.Say("gaps.file", ("file", file.Key));
            foreach (var row in file)
                yield return $"    {Paste(row)}    # {spoken.Count("gaps.tickets", row.Whole("ticket_count") ?? 0)}";
        }
    }

    private static string File(MartRow gap) => gap.Text("kind") switch
    {
        "client" => "aliases.csv (source,name,client,note)",
        "promise" => "promises.csv (client,priority,promise_kind,promise,clock,calendar,target_ratio,valid_from,valid_to,sentence)",
        _ => "vocabulary.csv (source,field,text,value,note)",
    };

    private static string Paste(MartRow gap) => gap.Text("kind") switch
    {
        "client" => Csv(gap.Text("source"), gap.Text("text"), "?", ""),
        "promise" => Csv(gap.Text("client"), Priority(gap), gap.Text("promise_kind"), "?", "", "?", "", "", "", ""),
        var field => Csv(gap.Text("source"), field, gap.Text("text"), "?", ""),
    };

    private static string Priority(MartRow gap) => gap.Whole("priority")?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "*";

    private static string Csv(params string?[] cells) => string.Join(',', cells.Select(c => c is null ? "" : c.AsSpan().IndexOfAny(",\"\r\n") < 0 ? c : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}
