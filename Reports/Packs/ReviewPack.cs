using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Packs.Proofs;
using Insights.Reports.Packs.Web;
using Insights.Reports.Privacy;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs;

/// <summary>Everything for one client's monthly review in one language.</summary>
/// <param name="Marts">As its reader may see them.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Audience">Who will hold it.</param>
/// <param name="IsAnonymous">Nobody and no business is named.</param>
public sealed record ReviewPack(Marts Marts, Language Language, Audience Audience, bool IsAnonymous)
{
    /// <summary>As far as its reader may see it.</summary>
    public Theme Theme { get; init; } = Theme.House;

    /// <summary>The pack of marts and of a theme that show all, as far as its reader may see them.</summary>
    public static ReviewPack Of(Marts marts, Language language, Disclosure disclosure, Theme? theme = null) =>
        new(marts.For(disclosure), language, disclosure.Audience, disclosure.IsAnonymous) { Theme = (theme ?? Theme.House).Shown(disclosure.IsAnonymous) };

    /// <summary>
    /// Writes <c>OUT/CLIENT/yyyy-MM/</c>: review-LANG.xlsx, review-LANG.pdf, review-LANG.pptx, review-LANG.html, charts-LANG/NN-name.png and .svg,
    /// proof-LANG.zip and manifest-LANG.json.
    /// </summary>
    /// <param name="client">The client's name as the marts have it.</param>
    /// <param name="month">The first day of the month.</param>
    /// <param name="outDirectory">The folder for the packs of all clients; created where missing.</param>
    /// <returns>The full paths of the files written, the manifest last.</returns>
    /// <exception cref="SetupException">The client has no tickets in the month, or no installed font has Greek letters.</exception>
    public IReadOnlyList<string> Write(string client, DateOnly month, string outDirectory)
    {
        var scope = ReviewScope.Of(Marts, client, month, Language, Fonts.Choose(), Theme);
        var data = ReviewData.Read(Marts, client, month);
        var brief = ReviewBrief.Of(scope, data, [.. ReviewCharts.All.Select(c => c.Draw(scope))]);
        var pack = new PackFolder(FolderOf(Marts, client, month, outDirectory), $"manifest-{Language.Code}.json");

        BriefFiles.Write(pack, "review", brief, file => ReviewWorkbook.Write(file, data, Language, Theme), WebTickets.Of(data, Language));
        ProofFile.Write(pack, Proof.Of(scope, Audience, IsAnonymous));
        return pack.Close(Manifest.Of(scope, pack.Files));
    }

    /// <summary>The folder of a client's month below the output folder.</summary>
    public static string FolderOf(Marts marts, string client, DateOnly month, string outDirectory)
    {
        var names = SafeName.ForAll(Clients(marts).Append(client));
        return Path.GetFullPath(Path.Combine(outDirectory, names[client], Iso.Month(month)));
    }

    /// <summary>The names of the clients' folders by client.</summary>
    internal static IReadOnlyDictionary<string, string> FoldersOf(Marts marts) => SafeName.ForAll(Clients(marts));

    private static IEnumerable<string> Clients(Marts marts) => marts.Rows("client_months").Select(r => r.Text("client") ?? "");
}
