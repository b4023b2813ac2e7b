using System.Globalization;
using Insights.Samples;

const string Usage = """
    Samples [--out data/samples] [--seed N]                                the small set
    Samples --out DIR --tickets N --format freshdesk|zendesk|osticket      one large export, DIR/FORMAT-N.csv
            [--clients 8]                                                  spread over that many clients, a multiple of 8
    Samples --check                                                        writes the small set twice and compares every byte
    """;

var options = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--check")
        options["--check"] = "";
    else if (args[i] is "--out" or "--seed" or "--tickets" or "--format" or "--clients" && i + 1 < args.Length)
        options[args[i]] = args[++i];
    else
        return Wrong($"'{args[i]}' is not an option, or has no value.");
}

var seedText = options.GetValueOrDefault("--seed", $"{SampleSet.DefaultSeed}");
if (!ulong.TryParse(seedText, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
    return Wrong($"--seed '{seedText}' is not a whole number.");
if (options.ContainsKey("--check"))
    return SelfCheck.Run(seed);

var output = options.GetValueOrDefault("--out", Path.Combine("data", "samples"));
if (!options.TryGetValue("--tickets", out var wanted))
{
    SampleSet.Write(output, seed);
    return 0;
}

if (!long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var tickets) || tickets == 0)
    return Wrong($"--tickets '{wanted}' is not a whole number above zero.");
var format = options.GetValueOrDefault("--format", "freshdesk");
if (format is not ("freshdesk" or "zendesk" or "osticket"))
    return Wrong($"There is no format '{format}'; freshdesk, zendesk or osticket.");
Directory.CreateDirectory(output);
var clientsText = options.GetValueOrDefault("--clients", "8");
if (!int.TryParse(clientsText, NumberStyles.None, CultureInfo.InvariantCulture, out var clients) || clients < 8 || clients % 8 != 0)
    return Wrong($"--clients '{clientsText}' is not a multiple of 8.");
LargeExport.Write(Path.Combine(output, $"{format}-{tickets}.csv"), format, tickets, seed, clients);
return 0;

static int Wrong(string message)
{
    Console.Error.WriteLine(message);
    Console.Error.WriteLine(Usage);
    return 2;
}
