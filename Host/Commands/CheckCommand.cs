using System.CommandLine;
using Insights.Analytics;

namespace Insights.Host.Commands;

/// <summary>insights check: what was loaded, what it can support, what is missing, and what looks wrong.</summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("check", "Say what the loaded exports can and cannot support.");
        command.SetAction(parsed =>
        {
            var spoken = common.Spoken(parsed);
            using var warehouse = Warehouse.OpenExisting(common.Warehouse(parsed));
            Refreshing.Run(warehouse, common.Reference(parsed), common.AsOf(parsed), spoken, TimeProvider.System);
            var evidence = new Evidence(new Marts(warehouse), spoken);
            foreach (var line in evidence.Lines())
                Screen.Result(line);
            return ExitCode.Done;
        });
        return command;
    }
}
