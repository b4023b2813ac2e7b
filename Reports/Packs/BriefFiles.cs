using System.Globalization;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Packs.Slides;
using Insights.Reports.Packs.Web;

namespace Insights.Reports.Packs;

/// <summary>The files every pack gives a brief: its workbook, paper, slides, browser page, and each chart twice.</summary>
internal static class BriefFiles
{
    /// <summary>Writes NAME-LANG.xlsx, .pdf, .pptx and .html, and charts-LANG/NN-chart.png and .svg.</summary>
    /// <param name="pack">Where to.</param>
    /// <param name="name">What the files are called: review.</param>
    /// <param name="brief">What they say.</param>
    /// <param name="workbook">Writes the workbook.</param>
    /// <param name="tickets">What the browser page lists; null: nothing.</param>
    public static void Write(PackFolder pack, string name, Brief brief, Action<Stream> workbook, WebTickets? tickets = null)
    {
        var code = brief.Language.Code;
        pack.Write($"{name}-{code}.xlsx", workbook);
        pack.Write($"{name}-{code}.pdf", (Stream file) => BriefPdf.Write(file, brief));
        pack.Write($"{name}-{code}.pptx", (Stream file) => BriefSlides.Write(file, brief));
        pack.Write($"{name}-{code}.html", (Stream file) => BriefHtml.Write(file, brief, tickets));
        for (var i = 0; i < brief.Charts.Count; i++)
        {
            var (chart, picture) = (brief.Charts[i], $"charts-{code}/{(i + 1).ToString("00", CultureInfo.InvariantCulture)}-{brief.Charts[i].Name}");
            pack.Write(picture + ".png", (Stream file) => Pictures.WritePng(file, chart, brief.Fonts));
            pack.Write(picture + ".svg", (Stream file) => Pictures.WriteSvg(file, chart, brief.Fonts));
        }
    }
}
