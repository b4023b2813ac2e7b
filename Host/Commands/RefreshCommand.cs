using System.CommandLine;
using Insights.Analytics;

namespace Insights.Host.Commands;

/// <summary>insights refresh: reference data in, models rebuilt.</summary>
internal static class RefreshCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("refresh", "Read the reference data again and rebuild every number.");
        command.SetAction(parsed =>
        {
            using var warehouse = Warehouse.OpenExisting(common.Warehouse(parsed));
            Refreshing.Run(warehouse, common.Reference(parsed), common.AsOf(parsed), common.Spoken(parsed), TimeProvider.System);
            return ExitCode.Done;
        });
        return command;
    }
}
