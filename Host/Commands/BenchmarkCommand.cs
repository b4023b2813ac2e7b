using System.CommandLine;
using System.Globalization;
using Insights.Analytics;
using Insights.Reports.Packs;

namespace Insights.Host.Commands;

/// <summary>insights benchmark: a provider's clients side by side, its own past, published figures and its peers.</summary>
internal static class BenchmarkCommand
{
    private static readonly Option<string?> Month = new("--month") { Description = "The month, for example 2026-10; without it the newest that is over.", HelpName = "YYYY-MM" };
    private static readonly Option<bool> Anonymous = new("--anonymous") { Description = "Name no business and nobody." };
    private static readonly Option<string?> Export = new("--export") { Description = "Write the exchange file (aggregates only, no names) instead of the pack.", HelpName = "FILE" };
    private static readonly Option<string[]> Peers = new("--peers") { Description = "Exchange files of other providers for the same month.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> ReferenceSheet = new("--reference-sheet") { Description = "Write the anonymous one-page sheet for prospects, and the file that proves it, instead of the pack." };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("benchmark", "Compare a provider's clients, its months and its peers.") { Month, Anonymous, Export, Peers, ReferenceSheet };
        ThemeOption.AddTo(command);
        ProofOption.SetAction(command, PackKind.Benchmark, common, parsed =>
        {
            var theme = ThemeOption.Of(parsed, common.Reference(parsed));
            var asked = parsed.GetValue(Month) is { } text ? ReviewMonth.Parse(text) : (DateOnly?)null;
            var file = Refreshing.Run(common, parsed);
            using var read = Warehouse.OpenForReading(file);
            var marts = new Marts(read);
            var pack = new BenchmarkPack(marts, asked ?? ReviewMonth.Latest(marts)) { Theme = theme };
            RefuseEmpty(pack);
            return parsed.GetValue(Export) is { } export ? WriteExchange(pack, export, parsed, common) : WritePack(pack, parsed, common);
        });
        return command;
    }

    private static int WritePack(BenchmarkPack pack, ParseResult parsed, CommonOptions common)
    {
        var peers = parsed.GetValue(Peers) ?? [];
        foreach (var language in common.Languages(parsed))
        {
            var written = Screen.Step(language.Say("console.benchmark", ("month", language.Month(pack.Month))), () => parsed.GetValue(ReferenceSheet)
                ? pack.WriteReferenceSheet(language, parsed.GetValue(Anonymous), common.Out(parsed))
                : pack.Write(language, parsed.GetValue(Anonymous), peers, common.Out(parsed)));
            foreach (var path in written)
                Screen.Result(path);
        }

        return ExitCode.Done;
    }

    private static int WriteExchange(BenchmarkPack pack, string file, ParseResult parsed, CommonOptions common)
    {
        if (pack.Providers.Count > 1)
            throw new SetupException(
                $"--export {file}: the warehouse holds several providers ({string.Join(", ", pack.Providers)}); an exchange file is of one.",
                $"--export {file}: η βάση έχει πολλές εταιρείες ({string.Join(", ", pack.Providers)})· ένα αρχείο ανταλλαγής αφορά μία.");
        var left = pack.Export(pack.Providers[0], file);
        Screen.Result(Path.GetFullPath(file));
        Screen.Say(common.Spoken(parsed).Count("console.left_out", left));
        return ExitCode.Done;
    }

    private static void RefuseEmpty(BenchmarkPack pack)
    {
        if (pack.Providers.Count == 0)
            throw new SetupException(
                string.Create(CultureInfo.InvariantCulture, $"--month {pack.Month:yyyy-MM}: no client has figures in it. The benchmark knows the twelve newest months of the data."),
                string.Create(CultureInfo.InvariantCulture, $"--month {pack.Month:yyyy-MM}: κανένας πελάτης δεν έχει στοιχεία. Η σύγκριση καλύπτει τους δώδεκα νεότερους μήνες των στοιχείων."));
    }
}
