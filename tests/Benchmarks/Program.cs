using Insights.Benchmarks;

return args switch
{
    ["loading", .. var rest] => LoadingBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run --project tests/Benchmarks -c Release -- loading [tickets]");
    return 2;
}
