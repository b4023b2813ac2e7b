using Insights.Benchmarks;

return args switch
{
    ["clocks", .. var rest] => ClocksBenchmark.Run(rest),
    ["demo"] => DemoBenchmark.Run(),
    ["loading", .. var rest] => LoadingBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run --project tests/Benchmarks -c Release -- clocks [tickets ...] | loading [tickets] | demo");
    return 2;
}
