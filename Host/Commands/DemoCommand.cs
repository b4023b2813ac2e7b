using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Reports.Style;

namespace Insights.Host.Commands;

/// <summary>insights demo: the whole way through, on the bundled exports of an invented provider.</summary>
internal static class DemoCommand
{
    private const string Provider = "Αίολος Πληροφορική";
    private static readonly string[] Tools = ["freshdesk", "zendesk", "osticket"];

    public static Command Create(CommonOptions common)
    {
        var command = new Command("demo", "Load the bundled exports of an invented provider and write every client's review.");
        command.SetAction(parsed =>
        {
            var folder = common.Out(parsed);
            var spoken = common.Spoken(parsed);
            var file = common.HasWarehouse(parsed) ? common.Warehouse(parsed) : Path.Combine(folder, "demo.duckdb");
            if (File.Exists(file))
                File.Delete(file);
            using (var warehouse = Warehouse.OpenForWriting(file))
            {
                foreach (var tool in Tools)
                    Loads.Run(warehouse, Request(tool), spoken);
                Refreshing.Run(warehouse, Bundled.Reference, common.AsOf(parsed), spoken, TimeProvider.System);
            }

            var written = Reviews.Write(file, null, null, common.Languages(parsed), folder);
            Tell(file, written, folder, spoken);
            return ExitCode.Done;
        });
        return command;
    }

    private static LoadRequest Request(string tool)
    {
        var file = Path.Combine(Bundled.Samples, tool, "tickets.csv");
        return new LoadRequest { File = file, Profile = Loads.Profile(file, null), Source = tool, Provider = Provider };
    }

    private static void Tell(string file, IReadOnlyList<string> written, string folder, Language spoken)
    {
        Screen.Result(spoken.Say("console.wrote", ("n", spoken.Whole(written.Count)), ("folder", folder)));
        foreach (var line in Listed(written))
            Screen.Result("  " + line);
        Screen.Result("");
        using var warehouse = Warehouse.OpenForReading(file);
        foreach (var line in FindingLines(new Marts(warehouse), spoken))
            Screen.Result(line);
    }

    /// <summary>The pictures of a pack are one line, the folder they are in.</summary>
    private static IEnumerable<string> Listed(IEnumerable<string> written) => written
        .Select(path => Path.GetExtension(path) is ".png" or ".svg" ? Path.GetDirectoryName(path)! + Path.DirectorySeparatorChar : path)
        .GroupBy(line => line)
        .Select(group => group.Count() == 1 ? group.Key : $"{group.Key} ({group.Count()})");

    private static IEnumerable<string> FindingLines(Marts marts, Language spoken)
    {
        var month = ReviewMonth.Latest(marts);
        yield return spoken.Say("console.findings", ("month", spoken.Month(month)));
        foreach (var client in marts.Rows("client_months", month: month).OrderBy(r => r.Text("client"), StringComparer.Ordinal))
        {
            yield return client.Text("client")!;
            var findings = marts.Rows("findings", client.Text("client"), month).OrderBy(f => f.Whole("rank")).Take(3).ToList();
            foreach (var finding in findings)
                yield return $"  {Mark(finding, spoken)} {Findings.Sentence(finding, spoken)}";
            if (findings.Count < 3)
                yield return "    " + spoken.Say("console.findings.few", ("n", spoken.Whole(findings.Count)), ("minimum", spoken.Whole(client.Whole("minimum_n")!.Value)));
        }
    }

    private static string Mark(MartRow finding, Language spoken) => spoken.Say(finding.Flag("is_favourable") switch
    {
        true => "console.favourable",
        false => "console.unfavourable",
        null => "console.neutral",
    });
}
