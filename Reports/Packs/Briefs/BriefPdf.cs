using Insights.Reports.Charts;
using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs.Briefs;

/// <summary>
/// A brief as a vector PDF, A4 upright: whom it is about, then each question with its answer beside it, then two charts a page. What cannot be
/// measured comes last and takes little room.
/// </summary>
internal static class BriefPdf
{
    private const float Question = 128;
    private const float Answer = PdfFlow.Inner - Question;
    private const float Size = 9.5f;
    private const float ChartHeight = 236;
    private const float BlankLine = 24;
    private const float PanelHeight = 84;

    /// <summary>The logo ends above the title, which takes the whole width.</summary>
    private const float LogoWidth = 130;
    private const float LogoHeight = 36;
    private const float LogoRise = 21;

    /// <summary>Plots are drawn larger and scaled down, so that their 12-unit labels print at 9 points.</summary>
    private const float Scale = 0.74f;

    /// <summary>Writes the PDF. The same brief gives the same bytes: its dates are the moment the data end.</summary>
    public static void Write(Stream file, Brief brief)
    {
        using var drawn = new MemoryStream();
        Draw(drawn, brief);
        file.Write(PdfDates.InUtc(drawn.ToArray()));
    }

    private static void Draw(Stream file, Brief brief)
    {
        using var flow = new PdfFlow(brief.Fonts);
        WriteHead(flow, brief);
        foreach (var section in brief.Sections)
            WriteSection(flow, section);
        WriteFoot(flow, brief.Foot);
        WriteCharts(flow, brief);
        using var document = SKDocument.CreatePdf(file, Metadata(brief));
        for (var page = 0; page < flow.Pages.Count; page++)
            DrawPage(document, brief, flow, page);
        document.Close();
    }

    private static SKDocumentPdfMetadata Metadata(Brief brief) => new()
    {
        Title = brief.Title,
        Subject = brief.Subject,
        Author = brief.Author,
        Creator = "Insights",
        Producer = "Insights",
        Creation = brief.AsOf,
        Modified = brief.AsOf,
        RasterDpi = 144,
        EncodingQuality = 101,
    };

    private static void DrawPage(SKDocument document, Brief brief, PdfFlow flow, int page)
    {
        var language = brief.Language;
        var canvas = document.BeginPage(PdfFlow.Width, PdfFlow.Height);
        using var type = new Typesetter(brief.Fonts, canvas);
        foreach (var draw in flow.Pages[page])
            draw(canvas, type);
        var foot = language.Say(brief.PageFootKey, ("page", language.Whole(page + 1)), ("pages", language.Whole(flow.Pages.Count)),
            ("until", language.Moment(brief.AsOf, brief.Zone)));
        type.Line(foot, PdfFlow.Margin, PdfFlow.Height - 24, 8, Palette.Muted);
        if (brief.Theme.Name is { } name)
            type.Line(name, PdfFlow.Margin, PdfFlow.Height - 13, 8, Palette.Muted);
        document.EndPage();
    }

    private static void WriteHead(PdfFlow flow, Brief brief)
    {
        if (brief.Theme.Logo is { } logo)
            flow.Block(0, (canvas, _, y) => logo.Draw(canvas, SKRect.Create(PdfFlow.Width - PdfFlow.Margin - LogoWidth, y - LogoRise, LogoWidth, LogoHeight)));
        Paragraph(flow, brief.Kind, 11, brief.Theme.Colours.Delivered, bold: true, brief.Theme.Logo is null ? PdfFlow.Inner : PdfFlow.Inner - LogoWidth - LogoRise);
        Paragraph(flow, brief.Title, 21, Palette.Text, bold: true);
        if (brief.By.Length > 0)
            Paragraph(flow, brief.By, 10, Palette.Muted);
        Paragraph(flow, brief.Facts, Size, Palette.Muted);
        flow.Space(10);
    }

    private static void WriteFoot(PdfFlow flow, string text)
    {
        if (text.Length == 0)
            return;
        flow.Space(4);
        Paragraph(flow, text, 8, Palette.Muted);
    }

    /// <summary>A paragraph, by default over the whole width.</summary>
    private static void Paragraph(PdfFlow flow, string text, float size, Ink ink, bool bold = false, float width = PdfFlow.Inner) => flow.Block(
        flow.Measure(type => type.Height(text, width, size, bold)) + 2,
        (_, type, y) => type.Paragraph(text, PdfFlow.Margin, y, width, size, ink, bold));

    /// <summary>The question stands beside the first line of its answer, and on the same page; so do the lines to write on.</summary>
    private static void WriteSection(PdfFlow flow, BriefSection section)
    {
        var heading = flow.Measure(type => type.Height(section.Heading, Question - 14, Size, bold: true));
        var lines = section.Lines.Select(line => (Text: line, Height: flow.Measure(type => type.Height(line, Answer, Size)) + 2.5f)).ToList();
        flow.Keep(6 + Math.Max(heading, lines.Select(l => l.Height).FirstOrDefault() + (section.Table is null ? 0 : 40) + (section.BlankLines * BlankLine)));
        flow.Block(6, (canvas, type, y) => DrawOpening(canvas, type, section.Heading, y));
        foreach (var (text, height) in lines)
            flow.Block(height, (_, type, y) => type.Paragraph(text, PdfFlow.Margin + Question, y, Answer, Size, Palette.Text));
        flow.Space(Math.Max(0, heading - lines.Sum(l => l.Height)));
        if (section.Table is { } table)
            PdfTable.Write(flow, table);
        for (var i = 0; i < section.BlankLines; i++)
            flow.Block(BlankLine, (canvas, _, y) => Rule(canvas, PdfFlow.Margin + Question, y + 20, Palette.Quiet));
        flow.Space(6);
    }

    private static void DrawOpening(SKCanvas canvas, Typesetter type, string heading, float y)
    {
        Rule(canvas, PdfFlow.Margin, y, Palette.Grid);
        type.Paragraph(heading, PdfFlow.Margin, y + 6, Question - 14, Size, Palette.Text, bold: true);
    }

    private static void Rule(SKCanvas canvas, float left, float y, Ink ink)
    {
        using var paint = new SKPaint { Color = ink.Skia, StrokeWidth = 0.75f, IsAntialias = true };
        canvas.DrawLine(left, y, PdfFlow.Width - PdfFlow.Margin, y, paint);
    }

    private static void WriteCharts(PdfFlow flow, Brief brief)
    {
        if (brief.Charts.Count > 0)
            flow.Break();
        foreach (var chart in brief.Charts.OrderBy(c => c.Plot is null))
            WriteChart(flow, chart, brief.Fonts);
    }

    private static void WriteChart(PdfFlow flow, Chart chart, Fonts fonts)
    {
        var picture = chart.Plot is null ? PanelHeight : ChartHeight;
        var texts = new[] { (chart.Title, 12.5f, Palette.Text, true), (chart.Reading, 9f, Palette.Text, false), (chart.Definition, 7.5f, Palette.Muted, false) }
            .Where(t => t.Item1.Length > 0).ToList();
        var heights = texts.ConvertAll(t => flow.Measure(type => type.Height(t.Item1, PdfFlow.Inner, t.Item2, t.Item4)) + 3);
        flow.Block(picture + heights.Sum() + 22, (canvas, type, y) =>
        {
            y = Draw(type, texts.Take(1), y);
            DrawPlot(canvas, chart, fonts, SKRect.Create(PdfFlow.Margin, y, PdfFlow.Inner, picture - 6));
            Draw(type, texts.Skip(1), y + picture);
        });
    }

    private static float Draw(Typesetter type, IEnumerable<(string Text, float Size, Ink Ink, bool Bold)> texts, float y)
    {
        foreach (var (text, size, ink, bold) in texts)
            y = type.Paragraph(text, PdfFlow.Margin, y, PdfFlow.Inner, size, ink, bold) + 3;
        return y;
    }

    private static void DrawPlot(SKCanvas canvas, Chart chart, Fonts fonts, SKRect area)
    {
        canvas.Save();
        canvas.Translate(area.Left, area.Top);
        canvas.Scale(Scale);
        ChartCanvas.Draw(canvas, SKRect.Create(area.Width / Scale, area.Height / Scale), chart, fonts);
        canvas.Restore();
    }
}
