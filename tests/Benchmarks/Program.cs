using Insights.Benchmarks;

return args switch
{
    ["clocks", .. var rest] => ClocksBenchmark.Run(rest),
    ["demo"] => DemoBenchmark.Run(),
    ["mailbox", .. var rest] => MailboxBenchmark.Run(rest),
    ["workbook", .. var rest] => WorkbookBenchmark.Run(rest),
    ["loading", .. var rest] => LoadingBenchmark.Run(rest),
    ["measures", .. var rest] => MeasuresBenchmark.Run(rest),
    ["linking", .. var rest] => LinkingBenchmark.Run(rest),
    ["packs", .. var rest] => PacksBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run --project tests/Benchmarks -c Release -- clocks [tickets ...] | loading [tickets [rounds]] | mailbox [messages] | workbook [tickets] | measures [tickets [rounds]] [--memory-limit 2GB] | linking [tickets ...] [--clients N] [--memory-limit 1GB] | packs [clients] [--script-clients N] [--rounds N] | demo");
    return 2;
}
