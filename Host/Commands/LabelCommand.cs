using System.CommandLine;
using Insights.Analytics;
using Insights.Analytics.Repeats;
using Insights.Ingest.Reference;
using Insights.Reports;
using Insights.Reports.Style;

namespace Insights.Host.Commands;

/// <summary>insights label: a person says of linked tickets whether they report the same failure, and what the labels say of the links.</summary>
internal static class LabelCommand
{
    private static readonly Option<bool> Report = new("--report") { Description = "Instead: how many of the labelled links of each tier are right, and from which similarity on." };

    private static readonly Option<bool> Words = new("--propose-words")
    {
        Description = "Instead: words that stand for each other in tickets of one device and person, as rows of lexicon.csv to look through.",
    };

    private static readonly Option<string?> Client = new("--client") { Description = "Ask about one client, as clients.csv names it.", HelpName = "NAME" };
    private static readonly Option<string?> By = new("--by") { Description = "Who labels, kept with each label.", HelpName = "NAME" };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("label", "Show pairs of linked tickets and keep your yes or no in labels.csv of the reference folder.") { Report, Words, Client, By };
        command.SetAction(parsed =>
        {
            var spoken = common.Spoken(parsed);
            using var warehouse = Warehouse.OpenExisting(common.Warehouse(parsed));
            Refreshing.Run(warehouse, common.Reference(parsed), common.AsOf(parsed), spoken, TimeProvider.System);
            if (parsed.GetValue(Report))
                return Tell(LinkPrecision.Lines(new Marts(warehouse), spoken));
            if (parsed.GetValue(Words))
                return Propose(warehouse, spoken);
            var pairs = Labelling.Open(new Marts(warehouse), parsed.GetValue(Client));
            warehouse.Dispose();
            return Ask(pairs, LabelFile.In(common.ReferenceToWrite(parsed)), parsed.GetValue(By), spoken);
        });
        return command;
    }

    private static int Ask(IReadOnlyList<MartRow> pairs, LabelFile file, string? by, Language spoken)
    {
        var kept = pairs.Count == 0 ? 0 : new Labelling(file, by, spoken, TimeProvider.System).Ask(pairs, Console.In);
        Screen.Result(pairs.Count == 0 ? spoken.Say("label.none_left") : spoken.Count("label.kept", kept));
        return ExitCode.Done;
    }

    private static int Propose(Warehouse warehouse, Language spoken)
    {
        var rows = WordProposals.Of(warehouse).Select(p => new object?[] { p.Concept ?? "?", string.Join(';', p.Words), spoken.Count("label.words", p.PairCount) });
        Listing.Write("csv", [.. ReferenceContract.Named("lexicon").Columns.Select(c => c.Key)], [.. rows]);
        return ExitCode.Done;
    }

    private static int Tell(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Screen.Result(line);
        return ExitCode.Done;
    }
}
