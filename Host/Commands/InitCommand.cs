using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Reference;

namespace Insights.Host.Commands;

/// <summary>insights init: a person's own exports in, the workbook they begin their reference data with out.</summary>
internal static class InitCommand
{
    public static Command Create(CommonOptions common)
    {
        var exports = new ExportOptions();
        var command = new Command("init", "Read your exports and write the workbook your reference data begins with: clients, words, promises to fill in.");
        exports.AddTo(command);
        command.SetAction(parsed =>
        {
            using var requests = exports.Requests(parsed);
            var facts = ExportFactsReader.Read(requests.All);
            var path = Path.Combine(common.ReferenceToWrite(parsed), ReferenceFolder.WorkbookName);
            InitWorkbook.Write(path, facts, common.SpokenCode(parsed));
            Screen.Result(Written(path, facts).In(common.SpokenCode(parsed)));
            return ExitCode.Done;
        });
        return command;
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
