using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Reports.Style;

namespace Insights.Host.Commands;

/// <summary>insights demo: the whole way through, on the bundled exports of an invented provider.</summary>
internal static class DemoCommand
{
    private const string Provider = "Αίολος Πληροφορική";

    /// <summary>The tickets of each tool, then what else it tells of them; last the provider's telephone exchange.</summary>
    private static readonly (string Source, string Profile, string File)[] Exports =
    [
        ("freshdesk", "freshdesk", "freshdesk/tickets.csv"), ("freshdesk", "freshdesk", "freshdesk/conversations.json.gz"),
        ("freshdesk", "freshdesk", "freshdesk/time_entries.json.gz"),
        ("zendesk", "zendesk", "zendesk/tickets.csv"), ("zendesk", "zendesk", "zendesk/audits.json.gz"), ("zendesk", "zendesk", "zendesk/comments.json.gz"),
        ("osticket", "osticket", "osticket/tickets.csv"), ("osticket", "osticket", "osticket/events.csv"), ("osticket", "osticket", "osticket/messages.csv"),
        ("pbx", "phone-log-pbx", "phone/pbx.csv"),
    ];

    public static Command Create(CommonOptions common)
    {
        var command = new Command("demo", "Load the bundled exports of an invented provider and write every client's review.");
        ThemeOption.AddTo(command);
        command.SetAction(parsed =>
        {
            var folder = common.Out(parsed);
            var spoken = common.Spoken(parsed);
            var theme = ThemeOption.Of(parsed, Bundled.Reference);
            var file = common.HasWarehouse(parsed) ? common.Warehouse(parsed) : Path.Combine(folder, "demo.duckdb");
            if (File.Exists(file))
                File.Delete(file);
            using (var warehouse = Warehouse.OpenForWriting(file))
            {
                foreach (var (source, profile, export) in Exports)
                    Loads.Run(warehouse, Request(source, profile, export), spoken);
                Refreshing.Run(warehouse, Bundled.Reference, common.AsOf(parsed), spoken, TimeProvider.System);
            }

            var written = new Reviews(common.Languages(parsed), folder, theme).Write(file, null, null);
            Tell(file, written, folder, spoken);
            return ExitCode.Done;
        });
        return command;
    }

    private static LoadRequest Request(string source, string profile, string export)
    {
        var file = Path.Combine([Bundled.Samples, .. export.Split('/')]);
        return new LoadRequest { File = file, Profile = Loads.Profile(file, profile), Source = source, Provider = Provider, Side = "provider" };
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
