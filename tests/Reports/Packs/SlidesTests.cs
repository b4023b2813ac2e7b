using System.Text;
using System.Xml.Linq;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Packs.Slides;
using Insights.Reports.Style;
using Insights.Reports.Tests.Workbooks;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Insights.Reports.Tests.Packs;

public sealed class SlidesTests(ChartsInvented invented) : IClassFixture<ChartsInvented>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-slides-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ChartsInvented.Busy)]
    [InlineData(ChartsInvented.Small)]
    [InlineData(ChartsInvented.Uncontracted)]
    [InlineData(ChartsInvented.Blind)]
    public void The_slides_keep_to_the_standard_in_both_languages(string client)
    {
        foreach (var language in Language.All)
        {
            using var file = Written(Briefly.Of(invented, client, language));
            using var slides = PresentationDocument.Open(file, isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(slides).Select(e => $"{e.Part?.Uri}: {e.Description}"));
        }
    }

    [Fact]
    public void Hostile_text_stays_text_on_slides_that_still_keep_to_the_standard()
    {
        using var file = Written(Briefly.Hostile(Language.English));
        using var slides = PresentationDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(slides).Select(e => e.Description));
        Assert.Contains(Texts(slides), t => t.Contains(Briefly.Script, StringComparison.Ordinal));
        Assert.Contains(Texts(slides), t => t.StartsWith("… and ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_native_chart_shows_the_figures_of_its_chart_and_the_workbook_to_edit_them_in_holds_the_same()
    {
        var brief = Briefly.Of(invented, ChartsInvented.Busy, Language.Greek);
        using var file = Written(brief);
        using var slides = PresentationDocument.Open(file, isEditable: false);
        var drawn = slides.PresentationPart!.SlideParts.SelectMany(s => s.ChartParts).ToDictionary(Names, p => p);
        var charts = brief.Charts.Where(c => c.Plot is not null && c.Figures is not null).ToList();

        Assert.Equal(charts.Count, drawn.Count);
        foreach (var figures in charts.Select(c => c.Figures!))
        {
            var part = drawn[string.Join('|', figures.Series.Select(s => s.Name))];
            Assert.Equal(figures.Series.SelectMany(s => s.Values).OfType<double>(), part.ChartSpace.Descendants<C.NumericPoint>().Select(p => double.Parse(p.InnerText, System.Globalization.CultureInfo.InvariantCulture)));
            using var data = part.EmbeddedPackagePart!.GetStream();
            using var workbook = new XLWorkbook(data);
            for (var s = 0; s < figures.Series.Count; s++)
                for (var i = 0; i < figures.Categories.Count; i++)
                    Assert.Equal(Rounded(figures.Series[s].Values[i]), Rounded(workbook.Worksheet(1).Cell(i + 2, s + 2).Value as double?));
        }
    }

    [Fact]
    public void The_same_brief_gives_the_same_slides_and_carries_the_date_the_data_end()
    {
        var brief = Briefly.Of(invented, ChartsInvented.Small, Language.Greek);
        using var first = Written(brief);
        using var second = Written(brief);
        Assert.Equal(first.ToArray(), second.ToArray());
        using var slides = PresentationDocument.Open(first, isEditable: false);
        Assert.Equal(brief.AsOf, slides.PackageProperties.Created!.Value.ToUniversalTime());
        Assert.Equal($"{brief.Title} · {brief.Kind}", slides.PackageProperties.Title);
    }

    [FactWithImpress]
    public void The_slides_open_in_LibreOffice_with_a_page_for_each()
    {
        var brief = Briefly.Of(invented, ChartsInvented.Busy, Language.Greek);
        var path = Path.Combine(_folder, "review.pptx");
        using (var file = File.Create(path))
            BriefSlides.Write(file, brief);
        LibreOffice.Convert("pdf", _folder, path);
        using var slides = PresentationDocument.Open(path, isEditable: false);
        var pages = Encoding.Latin1.GetString(File.ReadAllBytes(Path.ChangeExtension(path, ".pdf"))).Split("/Type/Page/").Length - 1;
        Assert.Equal(slides.PresentationPart!.SlideParts.Count(), pages);
    }

    /// <summary>A cell keeps fifteen digits.</summary>
    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 12) : null;

    private static MemoryStream Written(Brief brief)
    {
        var file = new MemoryStream();
        BriefSlides.Write(file, brief);
        file.Position = 0;
        return file;
    }

    private static string Names(ChartPart part) => string.Join('|', part.ChartSpace.Descendants<C.SeriesText>().Select(t => t.InnerText[(t.Descendants<C.Formula>().Single().Text.Length)..]));

    private static IEnumerable<string> Texts(PresentationDocument slides) => slides.PresentationPart!.SlideParts
        .SelectMany(s => XDocument.Parse(s.Slide.OuterXml).Descendants(XName.Get("t", "http://schemas.openxmlformats.org/drawingml/2006/main"))).Select(t => t.Value);
}
