using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Reference;

namespace Insights.Host.Commands;

/// <summary>insights init: a person's own exports in, the workbook they begin their reference data with out.</summary>
internal static class InitCommand
{
    private static readonly Argument<string[]> Files = new("files") { Description = "The exports.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> ProfileName = new("--profile") { Description = "The tool they came from; without it, recognised from each header.", HelpName = "NAME|FILE" };
    private static readonly Option<string?> Source = new("--source") { Description = "The name of this tool of this provider; without it, the profile's name.", HelpName = "NAME" };
    private static readonly Option<string> Provider = new("--provider") { Description = "The IT-support company.", HelpName = "NAME", DefaultValueFactory = _ => "provider" };
    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "The zone of the files' times; without it, as the profile says.", HelpName = "ZONE" };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("init", "Read your exports and write the workbook your reference data begins with: clients, words, promises to fill in.")
        {
            Files, ProfileName, Source, Provider, TimeZone,
        };
        command.SetAction(parsed =>
        {
            var facts = ExportFactsReader.Read([.. parsed.GetRequiredValue(Files).Select(file => Request(parsed, file))]);
            var path = Path.Combine(common.ReferenceToWrite(parsed), ReferenceFolder.WorkbookName);
            InitWorkbook.Write(path, facts, common.SpokenCode(parsed));
            Screen.Result(Written(path, facts).In(common.SpokenCode(parsed)));
            return ExitCode.Done;
        });
        return command;
    }

    private static LoadRequest Request(ParseResult parsed, string file)
    {
        var profile = Loads.Profile(file, parsed.GetValue(ProfileName));
        return new LoadRequest
        {
            File = file,
            Profile = profile,
            Source = parsed.GetValue(Source) ?? profile.Name,
            Provider = parsed.GetRequiredValue(Provider),
            TimeZone = parsed.GetValue(TimeZone),
        };
    }

    private static Message Written(string path, ExportFacts facts)
    {
        var tickets = facts.Files.Sum(file => file.Tickets);
        return new(
            $"{path}: tickets {tickets}, clients found {facts.Clients.Count}, addresses to assign {facts.Addresses.Count}. "
            + "Fill the yellow cells; the file is read from where it is.",
            $"{path}: αιτήματα {tickets}, πελάτες που βρέθηκαν {facts.Clients.Count}, διευθύνσεις προς αντιστοίχιση {facts.Addresses.Count}. "
            + "Συμπληρώστε τα κίτρινα κελιά· το αρχείο διαβάζεται από εκεί που βρίσκεται.");
    }
}
