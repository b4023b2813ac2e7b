using Insights.Reports.Charts;
using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs;

/// <summary>
/// The charts of a client review as one vector PDF, A4 landscape: a first page of key sentences, then two charts a page,
/// each beside its finding, its reading with n, and its definition.
/// </summary>
public static class ChartPack
{
    private const float Width = 842;
    private const float Height = 595;
    private const float Margin = 40;
    private const float Foot = 30;
    private const float TextColumn = 196;
    private const float Gutter = 22;

    /// <summary>Plots are drawn larger and scaled down, so that their 12-unit labels print at 9 points.</summary>
    private const float Scale = 0.74f;

    /// <summary>Writes the PDF. The same marts give the same bytes: its dates are the moment the data ends.</summary>
    public static void WritePdf(Stream file, ReviewScope scope, IReadOnlyList<Chart> charts)
    {
        using var document = SKDocument.CreatePdf(file, Metadata(scope));
        var pairs = charts.Chunk(2).ToList();
        Page(document, scope, 1, pairs.Count + 1, type => FrontPage.Draw(type, scope, SKRect.Create(Margin, Margin, Width - (2 * Margin), Height - Margin - Foot)));
        for (var i = 0; i < pairs.Count; i++)
            Page(document, scope, i + 2, pairs.Count + 1, (canvas, type) => DrawPair(canvas, type, scope, pairs[i]));
        document.Close();
    }

    private static SKDocumentPdfMetadata Metadata(ReviewScope scope) => new()
    {
        Title = scope.Client,
        Subject = scope.Language.Say("pack.subject", ("month", scope.Language.Month(scope.Month))),
        Author = scope.Provider,
        Creator = "Insights",
        Producer = "Insights",
        Creation = scope.DataEnd,
        Modified = scope.DataEnd,
        RasterDpi = 144,
        EncodingQuality = 101,
    };

    private static void Page(SKDocument document, ReviewScope scope, int page, int pages, Action<Typesetter> draw) =>
        Page(document, scope, page, pages, (_, type) => draw(type));

    private static void Page(SKDocument document, ReviewScope scope, int page, int pages, Action<SKCanvas, Typesetter> draw)
    {
        var canvas = document.BeginPage(Width, Height);
        using var type = new Typesetter(scope.Fonts, canvas);
        draw(canvas, type);
        DrawFoot(type, scope, page, pages);
        document.EndPage();
    }

    private static void DrawFoot(Typesetter type, ReviewScope scope, int page, int pages)
    {
        var language = scope.Language;
        var words = language.Say("pack.footer", ("page", language.Whole(page)), ("pages", language.Whole(pages)), ("until", language.Moment(scope.DataEnd, scope.Zone)));
        type.Line(words, Margin, Height - 20, 8, Palette.Muted);
    }

    private static void DrawPair(SKCanvas canvas, Typesetter type, ReviewScope scope, Chart[] charts)
    {
        var height = (Height - Margin - Foot - 24) / 2;
        for (var i = 0; i < charts.Length; i++)
        {
            var top = Margin - 10 + (i * (height + 20));
            DrawText(type, charts[i], top);
            DrawChart(canvas, scope.Fonts, charts[i], SKRect.Create(Margin + TextColumn + Gutter, top, Width - (2 * Margin) - TextColumn - Gutter, height));
        }
    }

    private static void DrawText(Typesetter type, Chart chart, float top)
    {
        var y = type.Paragraph(chart.Title, Margin, top, TextColumn, 12.5f, Palette.Text, bold: true) + 5;
        if (chart.Reading.Length > 0)
            y = type.Paragraph(chart.Reading, Margin, y, TextColumn, 9, Palette.Text) + 5;
        type.Paragraph(chart.Definition, Margin, y, TextColumn, 7.5f, Palette.Muted);
    }

    private static void DrawChart(SKCanvas canvas, Fonts fonts, Chart chart, SKRect area)
    {
        canvas.Save();
        canvas.Translate(area.Left, area.Top);
        canvas.Scale(Scale);
        ChartCanvas.Draw(canvas, SKRect.Create(area.Width / Scale, area.Height / Scale), chart, fonts);
        canvas.Restore();
    }
}
