using System.CommandLine;
using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Packs.Proofs;

namespace Insights.Host;

/// <summary>The other side of the commands that write packs: --from, a pack made again from its proof and compared.</summary>
internal static class ProofOption
{
    private static readonly Option<string?> From = new("--from")
    {
        Description = "A pack's proof: make the pack again from it, as it was written, and compare. No warehouse is needed.",
        HelpName = "PROOF",
    };

    /// <summary>Adds the option and, where it is not given, what the command does otherwise.</summary>
    public static void SetAction(Command command, PackKind pack, CommonOptions common, Func<ParseResult, int> otherwise)
    {
        command.Add(From);
        command.SetAction(parsed => parsed.GetValue(From) is { } proof ? Compare(proof, pack, command, parsed, common) : otherwise(parsed));
    }

    private static int Compare(string proof, PackKind pack, Command command, ParseResult parsed, CommonOptions common)
    {
        if (command.Options.FirstOrDefault(o => o != From && parsed.GetResult(o) is { Implicit: false }) is { } other)
            throw new SetupException(
                $"{other.Name}: a proof makes its pack again as it was written. Leave {other.Name} out, or --from.",
                $"{other.Name}: μια απόδειξη ξαναφτιάχνει το πακέτο όπως γράφτηκε. Παραλείψτε το {other.Name} ή το --from.");
        var again = RemadePack.Of(proof, pack, common.Out(parsed), common.Spoken(parsed));
        foreach (var path in again.Written)
            Screen.Result(path);
        foreach (var line in again.Said)
            Screen.Say(line);
        return again.Agrees ? ExitCode.Done : ExitCode.Failed;
    }
}
