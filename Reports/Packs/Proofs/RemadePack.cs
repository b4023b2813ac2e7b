using System.Security.Cryptography;
using Insights.Analytics;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Privacy;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs.Proofs;

/// <summary>A pack made again from its proof, and how it compares.</summary>
/// <param name="Written">The files made again.</param>
/// <param name="Said">What was found, in the reader's language, a line each.</param>
/// <param name="Agrees">Every figure is what it comes to when counted again, and every file is the one the proof names.</param>
public sealed record RemadePack(IReadOnlyList<string> Written, IReadOnlyList<string> Said, bool Agrees)
{
    /// <summary>Makes the pack of a proof again in a folder and compares it, file by file and figure by figure.</summary>
    /// <param name="file">The proof.</param>
    /// <param name="pack">What it must be the proof of.</param>
    /// <param name="outDirectory">Where to, as for the pack itself.</param>
    /// <param name="spoken">The reader's language; the pack keeps its own.</param>
    /// <exception cref="SetupException">The file is no proof of such a pack, or was changed.</exception>
    public static RemadePack Of(string file, PackKind pack, string outDirectory, Language spoken)
    {
        var proof = ProofFile.Read(file, pack);
        using var detached = new DetachedMarts(proof.Tables);
        var written = Write(proof, detached.Marts, outDirectory);
        var root = Path.GetDirectoryName(written[^1])!;
        var others = proof.Head.Files.Where(f => Hash(Path.Combine(root, f.Name)) != f.Sha256).Select(f => f.Name).ToList();
        var figures = Counted(proof, detached.Marts).Where(f => f.Said is not null && f.Counted is not null).ToList();
        var unequal = figures.Where(f => f.Said != f.Counted).ToList();
        List<string> said = [.. Figures(pack, figures.Count, unequal, spoken), .. Files(proof.Head, others, spoken)];
        return new RemadePack(written, said, unequal.Count == 0 && others.Count == 0);
    }

    private static IReadOnlyList<string> Write(Proof proof, Marts marts, string outDirectory)
    {
        var (head, theme, language, audience) = (proof.Head, proof.Theme, Language.Of(proof.Head.Language), Audiences.Of(proof.Head.Audience));
        return head.Kind switch
        {
            PackKind.Review => new ReviewPack(marts, language, audience, head.IsAnonymous) { Theme = theme }.Write(head.Client!, head.FirstDay, outDirectory),
            PackKind.Verdict => new VerdictPack(marts, language, audience, head.IsAnonymous) { Theme = theme }.Write(head.Client!, head.FirstDay, outDirectory),
            _ => new BenchmarkPack(marts, head.FirstDay) { Theme = theme }.WriteShown(language, head.IsAnonymous, proof.Peers, outDirectory),
        };
    }

    private static IEnumerable<(string Figure, long? Said, long? Counted)> Counted(Proof proof, Marts marts) => proof.Head.Kind switch
    {
        PackKind.Review => Recount.Of(ReviewData.Read(marts, proof.Head.Client!, proof.Head.FirstDay)),
        PackKind.Verdict => Recount.Of(VerdictData.Read(marts, proof.Head.Client!, proof.Head.FirstDay)),
        _ => new BenchmarkPack(marts, proof.Head.FirstDay).Scopes(Language.Of(proof.Head.Language), proof.Head.IsAnonymous, []).SelectMany(Recount.Of),
    };

    private static IEnumerable<string> Figures(PackKind pack, int count, List<(string Figure, long? Said, long? Counted)> unequal, Language spoken)
    {
        var key = count == 0 ? "none" : unequal.Count == 0 ? "equal" : "unequal";
        var basis = spoken.Say(pack == PackKind.Benchmark ? "proof.from.parts" : "proof.from.tickets");
        yield return spoken.Say("proof.figures." + key, ("n", spoken.Whole(count)), ("unequal", spoken.Whole(unequal.Count)), ("from", basis));
        foreach (var (figure, said, counted) in unequal)
            yield return "  " + spoken.Say("proof.figure", ("figure", figure), ("said", spoken.Whole(said!.Value)), ("counted", spoken.Whole(counted!.Value)));
    }

    private static IEnumerable<string> Files(ProofHead head, List<string> others, Language spoken)
    {
        yield return spoken.Say(others.Count == 0 ? "proof.files.equal" : "proof.files.unequal", ("n", spoken.Whole(head.Files.Count)), ("unequal", spoken.Whole(others.Count)));
        foreach (var name in others)
            yield return "  " + name;
        if (others.Count > 0 && Manifest.Version() != head.ProgramVersion)
            yield return spoken.Say("proof.version", ("there", head.ProgramVersion), ("here", Manifest.Version()));
        if (others.Count > 0 && Fonts.Choose().Family != head.Font)
            yield return spoken.Say("proof.font", ("there", head.Font), ("here", Fonts.Choose().Family));
    }

    private static string Hash(string file)
    {
        if (!File.Exists(file))
            return "";
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
