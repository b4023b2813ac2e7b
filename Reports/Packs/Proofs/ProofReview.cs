using System.Globalization;
using System.Security.Cryptography;
using Insights.Analytics;
using Insights.Reports.Privacy;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs.Proofs;

/// <summary>A pack made again from its proof, and how it compares.</summary>
/// <param name="Written">The files made again.</param>
/// <param name="Said">What was found, in the reader's language, a line each.</param>
/// <param name="Agrees">Every figure follows from the tickets, and every file is the one the proof names.</param>
public sealed record ProofReview(IReadOnlyList<string> Written, IReadOnlyList<string> Said, bool Agrees)
{
    /// <summary>Makes the pack of a proof again in a folder and compares it, file by file and figure by figure.</summary>
    /// <exception cref="SetupException">The file is no proof, or was changed.</exception>
    public static ProofReview Of(string proof, string outDirectory, Language spoken)
    {
        var (head, theme, tables) = ProofFile.Read(proof);
        using var detached = new DetachedMarts(tables);
        var marts = detached.Marts.For(MartView.Whole);
        var month = DateOnly.ParseExact(head.Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var written = new ReviewPack(marts, Language.Of(head.Language), Audiences.Of(head.Audience), head.IsAnonymous) { Theme = theme }.Write(head.Client, month, outDirectory);
        var root = ReviewPack.FolderOf(marts, head.Client, month, outDirectory);
        var others = head.Files.Where(f => Hash(Path.Combine(root, f.Name)) != f.Sha256).Select(f => f.Name).ToList();
        var figures = Recount.Of(ReviewData.Read(marts, head.Client, month)).Where(f => f.Said is not null && f.Counted is not null).ToList();
        var unequal = figures.Where(f => f.Said != f.Counted).ToList();
        return new ProofReview(written, [.. Figures(figures.Count, unequal, spoken), .. Files(head, others, spoken)], unequal.Count == 0 && others.Count == 0);
    }

    private static IEnumerable<string> Figures(int count, List<(string Figure, long? Said, long? Counted)> unequal, Language spoken)
    {
        yield return spoken.Say(unequal.Count == 0 ? "proof.figures.equal" : "proof.figures.unequal", ("n", spoken.Whole(count)), ("unequal", spoken.Whole(unequal.Count)));
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
