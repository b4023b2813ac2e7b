using System.CommandLine;
using Insights.Analytics;

namespace Insights.Host.Commands;

/// <summary>insights ingest: exports in, through the ledger.</summary>
internal static class IngestCommand
{
    public static Command Create(CommonOptions common)
    {
        var exports = new ExportOptions();
        var command = new Command("ingest", "Load exports. The same file twice changes nothing.");
        exports.AddTo(command);
        var loads = new LoadOptions();
        loads.AddTo(command);
        command.SetAction(parsed =>
        {
            var spoken = common.Spoken(parsed);
            using var requests = exports.Requests(parsed);
            foreach (var notice in requests.Notices)
                Screen.Say(notice.Text.In(spoken.Code));
            using var warehouse = Warehouse.OpenForWriting(common.Warehouse(parsed));
            foreach (var request in requests.All)
                Loads.Run(warehouse, loads.Apply(request, parsed), spoken);
            return ExitCode.Done;
        });
        return command;
    }
}
