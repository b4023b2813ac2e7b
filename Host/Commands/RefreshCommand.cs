using System.CommandLine;

namespace Insights.Host.Commands;

/// <summary>insights refresh: reference data in, models rebuilt.</summary>
internal static class RefreshCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("refresh", "Read the reference data again and rebuild every number.");
        command.SetAction(parsed =>
        {
            Refreshing.Run(common, parsed);
            return ExitCode.Done;
        });
        return command;
    }
}
