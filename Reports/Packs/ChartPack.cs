using Insights.Reports.Charts;
using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs;

/// <summary>
/// The charts of a client review as one vector PDF, A4 landscape: a first page of key sentences, then two charts a page,
/// each beside its finding, its reading with n, and its definition. What cannot be measured comes last and takes half the room.
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
        using var drawn = new MemoryStream();
        Draw(drawn, scope, charts);
        file.Write(PdfDates.InUtc(drawn.ToArray()));
    }

    private static void Draw(Stream file, ReviewScope scope, IReadOnlyList<Chart> charts)
    {
        using var document = SKDocument.CreatePdf(file, Metadata(scope));
        var pages = Pages(charts);
        Page(document, scope, 1, pages.Count + 1, type =>
            FrontPage.Draw(type, scope, SKRect.Create(Margin, Margin, Width - (2 * Margin), Height - Margin - Foot)));
        for (var i = 0; i < pages.Count; i++)
            Page(document, scope, i + 2, pages.Count + 1, (canvas, type) => DrawCharts(canvas, type, scope, pages[i]));
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
        var until = language.Moment(scope.DataEnd, scope.Zone);
        var words = language.Say("pack.footer", ("page", language.Whole(page)), ("pages", language.Whole(pages)), ("until", until));
        type.Line(words, Margin, Height - 20, 8, Palette.Muted);
    }

    /// <summary>A chart takes two of a page's four quarters, a panel that says what is missing takes one.</summary>
    private static List<List<Chart>> Pages(IReadOnlyList<Chart> charts)
    {
        List<List<Chart>> pages = [];
        var free = 0;
        foreach (var chart in charts.OrderBy(c => c.Plot is null))
        {
            if (free < Quarters(chart))
                (pages, free) = ([.. pages, []], 4);
            pages[^1].Add(chart);
            free -= Quarters(chart);
        }

        return pages;
    }

    private static int Quarters(Chart chart) => chart.Plot is null ? 1 : 2;

    private static void DrawCharts(SKCanvas canvas, Typesetter type, ReviewScope scope, List<Chart> charts)
    {
        const float Quarter = (Height - Margin - Foot + 6) / 4;
        var top = Margin - 10;
        foreach (var chart in charts)
        {
            var height = (Quarter * Quarters(chart)) - 22;
            DrawText(type, chart, top, height);
            DrawChart(canvas, scope.Fonts, chart,
                SKRect.Create(Margin + TextColumn + Gutter, top, Width - (2 * Margin) - TextColumn - Gutter, height));
            top += height + 22;
        }
    }

    private static void DrawText(Typesetter type, Chart chart, float top, float height)
    {
        (string Text, float Size, Ink Ink, bool Bold)[] parts =
        [
            (chart.Title, 12.5f, Palette.Text, true),
            (chart.Reading, 9, Palette.Text, false),
            (chart.Definition, 7.5f, Palette.Muted, false),
        ];
        float[] shares = [1, 0.94f, 0.88f, 0.82f, 0.76f];
        var share =
            shares.FirstOrDefault(s => parts.Sum(p => type.Height(p.Text, TextColumn, p.Size * s, p.Bold) + 5) <= height, shares[^1]);
        foreach (var part in parts.Where(p => p.Text.Length > 0))
            top = type.Paragraph(part.Text, Margin, top, TextColumn, part.Size * share, part.Ink, part.Bold) + 5;
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
