using Insights.Reports.Charts;
using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs;

/// <summary>A chart as a picture to paste into a mail or a slide: title above, plot, and the reading and definition below.</summary>
internal static class Pictures
{
    private const float Width = 960;
    private const float Height = 560;
    private const float Margin = 24;

    /// <summary>A PNG of twice the nominal size, 1920 × 1120 pixels.</summary>
    public static void WritePng(Stream file, Chart chart, Fonts fonts)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)Width * 2, (int)Height * 2, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Scale(2);
        Draw(surface.Canvas, chart, fonts);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        png.SaveTo(file);
    }

    public static void WriteSvg(Stream file, Chart chart, Fonts fonts)
    {
        using var canvas = SKSvgCanvas.Create(SKRect.Create(Width, Height), file);
        Draw(canvas, chart, fonts);
    }

    private static void Draw(SKCanvas canvas, Chart chart, Fonts fonts)
    {
        canvas.Clear(Palette.Paper.Skia);
        using var type = new Typesetter(fonts, canvas);
        const float Line = Width - (2 * Margin);
        var top = type.Paragraph(chart.Title, Margin, Margin - 4, Line, 21, Palette.Text, bold: true) + 8;
        var foot = type.Height(chart.Reading, Line, 13.5f) + type.Height(chart.Definition, Line, 11.5f) + 6;
        ChartCanvas.Draw(canvas, new SKRect(Margin - 4, top, Width - Margin, Height - Margin - foot), chart, fonts);
        var y = type.Paragraph(chart.Reading, Margin, Height - Margin - foot + 8, Line, 13.5f, Palette.Text);
        type.Paragraph(chart.Definition, Margin, y + 2, Line, 11.5f, Palette.Muted);
    }
}
