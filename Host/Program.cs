using System.CommandLine;
using Insights.Analytics;
using Insights.Host;
using Insights.Host.Commands;

Console.OutputEncoding = System.Text.Encoding.UTF8;
var common = new CommonOptions();
var root = new RootCommand("Insights: what support promised, what clients expect, what was delivered, and what keeps coming back.")
{
    DemoCommand.Create(common),
    IngestCommand.Create(common),
    RefreshCommand.Create(common),
    CheckCommand.Create(common),
    ReviewCommand.Create(common),
    VerdictCommand.Create(common),
    BenchmarkCommand.Create(common),
    WhatIfCommand.Create(common),
    QueryCommand.Create(common),
    WatchCommand.Create(common),
    PullCommand.Create(common),
    StatusCommand.Create(common),
    ProfilesCommand.Create(common),
    InitCommand.Create(common),
    LabelCommand.Create(common),
    ForgetCommand.Create(common),
};
common.AddTo(root);

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
    return Screen.WrongUse(parsed.Errors.Select(e => e.Message));

try
{
    return parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (SetupException e)
{
    Screen.Say(e.What.In(common.SpokenCode(parsed)));
    return ExitCode.WrongSetup;
}
catch (Exception e)
{
    foreach (var line in Screen.Stopped(e))
        Screen.Say(line.In(common.SpokenCode(parsed)));
    if (Environment.GetEnvironmentVariable("INSIGHTS_DEBUG") == "1")
        Screen.Say(e.ToString());
    return ExitCode.Failed;
}
