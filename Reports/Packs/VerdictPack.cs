using Insights.Analytics;
using Insights.Reports.Packs.Proofs;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Privacy;
using Insights.Reports.Style;
using Insights.Reports.Workbooks.Verdict;

namespace Insights.Reports.Packs;

/// <summary>Everything for the owner of one client in one language: is the provider good enough?</summary>
/// <param name="Marts">As its reader may see them.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Audience">Who will hold it.</param>
/// <param name="IsAnonymous">Nobody and no business is named.</param>
public sealed record VerdictPack(Marts Marts, Language Language, Audience Audience, bool IsAnonymous)
{
    /// <summary>As far as its reader may see it.</summary>
    public Theme Theme { get; init; } = Theme.House;

    /// <summary>The pack of marts and of a theme that show all, as far as its reader may see them.</summary>
    public static VerdictPack Of(Marts marts, Language language, Disclosure disclosure, Theme theme) =>
        new(marts.For(disclosure), language, disclosure.Audience, disclosure.IsAnonymous) { Theme = theme.Shown(disclosure.IsAnonymous) };

    /// <summary>
    /// Writes <c>OUT/CLIENT/yyyy-MM/</c>: verdict-LANG.xlsx, verdict-LANG.pdf, verdict-LANG.pptx, verdict-LANG.html, proof-verdict-LANG.zip and
    /// manifest-verdict-LANG.json.
    /// </summary>
    /// <param name="client">The client's name as the marts have it.</param>
    /// <param name="month">The first day of the last of the twelve months.</param>
    /// <param name="outDirectory">The folder for the packs of all clients; created where missing.</param>
    /// <returns>The full paths of the files written, the manifest last.</returns>
    /// <exception cref="SetupException">Nothing of the client is in the warehouse, or not of that month, or no installed font has Greek letters.</exception>
    public IReadOnlyList<string> Write(string client, DateOnly month, string outDirectory)
    {
        var data = VerdictData.Read(Marts, client, month);
        var fonts = Fonts.Choose();
        var brief = VerdictBrief.Of(data, Language, fonts, Theme);
        var pack = new PackFolder(ReviewPack.FolderOf(Marts, client, data.Month, outDirectory), $"manifest-verdict-{Language.Code}.json");
        BriefFiles.Write(pack, "verdict", brief, file => VerdictWorkbook.Write(file, data, Language, Theme));
        ProofFile.Write(pack, Proof.Of(data, Language, fonts, Theme, Audience, IsAnonymous));
        return pack.Close(Manifest.Of(data, Language, pack.Files));
    }

    /// <summary>The newest month the data of a client reach.</summary>
    /// <exception cref="SetupException">Nothing of the client is in the warehouse.</exception>
    public static DateOnly Latest(Marts marts, string client) => VerdictData.Latest(marts, client);
}
