using Insights.Analytics;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Packs.Slides;
using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Packs.Web;
using Insights.Reports.Style;
using Insights.Reports.Workbooks.Verdict;

namespace Insights.Reports.Packs;

/// <summary>Everything for the owner of one client in one language: is the provider good enough?</summary>
public static class VerdictPack
{
    /// <summary>
    /// Writes <c>OUT/CLIENT/yyyy-MM/</c>: verdict-LANG.pdf, .pptx, .html, .xlsx and manifest-verdict-LANG.json.
    /// </summary>
    /// <param name="marts">The marts to report on.</param>
    /// <param name="client">The client's name as the marts have it.</param>
    /// <param name="month">The first day of the last of the twelve months.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="outDirectory">The folder for the packs of all clients; created where missing.</param>
    /// <returns>The full paths of the files written, the manifest last.</returns>
    /// <exception cref="SetupException">Nothing of the client is in the warehouse, or not of that month, or no installed font has Greek letters.</exception>
    public static IReadOnlyList<string> Write(Marts marts, string client, DateOnly month, Language language, string outDirectory)
    {
        var data = VerdictData.Read(marts, client, month);
        var brief = VerdictBrief.Of(data, language, Fonts.Choose());
        var pack = new PackFolder(ReviewPack.FolderOf(marts, client, data.Month, outDirectory), $"manifest-verdict-{language.Code}.json");
        pack.Write($"verdict-{language.Code}.pdf", (Stream file) => BriefPdf.Write(file, brief));
        pack.Write($"verdict-{language.Code}.pptx", (Stream file) => BriefSlides.Write(file, brief));
        pack.Write($"verdict-{language.Code}.html", (Stream file) => BriefHtml.Write(file, brief));
        pack.Write($"verdict-{language.Code}.xlsx", (Stream file) => VerdictWorkbook.Write(file, data, language));
        return pack.Close(Manifest.Of(data, language, pack.Files));
    }

    /// <summary>The newest month the data of a client reach.</summary>
    /// <exception cref="SetupException">Nothing of the client is in the warehouse.</exception>
    public static DateOnly Latest(Marts marts, string client) => VerdictData.Latest(marts, client);
}
