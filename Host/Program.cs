using Insights.Analytics;
using Insights.Host;

Console.OutputEncoding = System.Text.Encoding.UTF8;
var command = Commands.Root().Parse(args);
if (command.Errors.Count > 0)
    return Screen.WrongUse(command.Errors.Select(e => e.Message));

try
{
    return command.Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (SetupException e)
{
    Screen.Say(e.Message);
    return ExitCode.WrongSetup;
}
catch (Exception e)
{
    Screen.Say($"insights stopped: {e.Message}");
    Screen.Say("Nothing half-done was kept. If the message does not help, run the command again with INSIGHTS_DEBUG=1 and report what it prints.");
    if (Environment.GetEnvironmentVariable("INSIGHTS_DEBUG") == "1")
        Screen.Say(e.ToString());
    return ExitCode.Failed;
}
