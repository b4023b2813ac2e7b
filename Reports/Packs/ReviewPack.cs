using System.Globalization;
using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Packs.Slides;
using Insights.Reports.Packs.Web;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs;

/// <summary>Everything for one client's monthly review in one language.</summary>
public static class ReviewPack
{
    /// <summary>
    /// Writes <c>OUT/CLIENT/yyyy-MM/</c>: review-LANG.xlsx, review-LANG.pdf, review-LANG.pptx,
    /// review-LANG.html, charts-LANG/NN-name.png and .svg, and manifest-LANG.json.
    /// </summary>
    /// <param name="marts">The marts to report on.</param>
    /// <param name="client">The client's name as the marts have it.</param>
    /// <param name="month">The first day of the month.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="outDirectory">The folder for the packs of all clients; created where missing.</param>
    /// <returns>The full paths of the files written, the manifest last.</returns>
    /// <exception cref="SetupException">The client has no tickets in the month, or no installed font has Greek letters.</exception>
    public static IReadOnlyList<string> Write(Marts marts, string client, DateOnly month, Language language, string outDirectory)
    {
        var scope = ReviewScope.Of(marts, client, month, language, Fonts.Choose());
        var charts = ReviewCharts.All.Select(c => c.Draw(scope)).ToList();
        var pack = new PackFolder(FolderOf(marts, client, month, outDirectory), $"manifest-{language.Code}.json");

        var data = ReviewData.Read(marts, client, month);
        var brief = ReviewBrief.Of(scope, data, charts);
        pack.Write($"review-{language.Code}.xlsx", (Stream file) => ReviewWorkbook.Write(file, data, language));
        pack.Write($"review-{language.Code}.pdf", (Stream file) => BriefPdf.Write(file, brief));
        pack.Write($"review-{language.Code}.pptx", (Stream file) => BriefSlides.Write(file, brief));
        pack.Write($"review-{language.Code}.html", (Stream file) => BriefHtml.Write(file, brief, WebTickets.Of(data, language)));
        for (var i = 0; i < charts.Count; i++)
            WritePictures(pack, charts[i],
                $"charts-{language.Code}/{(i + 1).ToString("00", CultureInfo.InvariantCulture)}-{charts[i].Name}", scope.Fonts);
        return pack.Close(Manifest.Of(scope, pack.Files));
    }

    /// <summary>The folder of a client's month below the output folder.</summary>
    public static string FolderOf(Marts marts, string client, DateOnly month, string outDirectory)
    {
        var names = SafeName.ForAll(marts.Rows("client_months").Select(r => r.Text("client") ?? "").Append(client));
        return Path.GetFullPath(Path.Combine(outDirectory, names[client], month.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
    }

    private static void WritePictures(PackFolder pack, Chart chart, string name, Fonts fonts)
    {
        pack.Write(name + ".png", file => Pictures.WritePng(file, chart, fonts));
        pack.Write(name + ".svg", file => Pictures.WriteSvg(file, chart, fonts));
    }
}
