using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Reference;
using Insights.Reports;

namespace Insights.Host.Commands;

/// <summary>
/// insights check: what was loaded, what it can support, what is missing, and what looks wrong; of clients who answered the questions and have
/// no tickets, how much support they need by their own account, for which no warehouse need be there yet.
/// </summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("check", "Say what the loaded exports can and cannot support.");
        command.SetAction(parsed =>
        {
            var (file, folder, spoken) = (common.Warehouse(parsed), common.Reference(parsed), common.Spoken(parsed));
            using var empty = File.Exists(file) || folder is null || ReferenceReader.Read(folder).Data.Answers.Count == 0 ? null : new EmptyWarehouse();
            using var warehouse = Warehouse.OpenExisting(empty?.File ?? file);
            Refreshing.Run(warehouse, folder, common.AsOf(parsed), spoken, TimeProvider.System);
            var marts = new Marts(warehouse);
            foreach (var line in new Evidence(marts, spoken).Lines().Concat(SelfAssessments.Lines(marts, spoken)))
                Screen.Result(line);
            return ExitCode.Done;
        });
        return command;
    }
}
