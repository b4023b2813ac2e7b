using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Insights.Reports.Charts;
using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs;

/// <summary>A chart as a picture to paste into a mail or a slide: title above, plot, and the reading and definition below.</summary>
internal static partial class Pictures
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
        Encode(surface, file, chart);
    }

    private static void Encode(SKSurface surface, Stream file, Chart chart)
    {
        using var pixels = surface.PeekPixels();
        if (!pixels.Encode(file, new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, 6)))
            throw new IOException($"The picture of {chart.Name} could not be encoded.");
    }

    /// <summary>A PNG of the plot and its keys alone, of twice the size given in points.</summary>
    public static void WritePlot(Stream file, Chart chart, Fonts fonts, float width, float height)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)width * 2, (int)height * 2, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Scale(2);
        surface.Canvas.Clear(Palette.Paper.Skia);
        ChartCanvas.Draw(surface.Canvas, SKRect.Create(width, height), chart, fonts);
        Encode(surface, file, chart);
    }

    public static void WriteSvg(Stream file, Chart chart, Fonts fonts) => WriteSvg(file, Width, Height, canvas => Draw(canvas, chart, fonts));

    /// <summary>The plot and its keys alone.</summary>
    public static void WritePlotSvg(Stream file, Chart chart, Fonts fonts, float width, float height) =>
        WriteSvg(file, width, height, canvas => ChartCanvas.Draw(canvas, SKRect.Create(width, height), chart, fonts));

    private static void WriteSvg(Stream file, float width, float height, Action<SKCanvas> draw)
    {
        using var drawn = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(width, height), drawn))
            draw(canvas);
        file.Write(Encoding.UTF8.GetBytes(Renumbered(Encoding.UTF8.GetString(drawn.ToArray()))));
    }

    /// <summary>
    /// Skia numbers what it refers to through the life of the process; counted from one in each file, the same chart is the same
    /// text.
    /// </summary>
    private static string Renumbered(string svg)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Reference().Replace(svg, m =>
        {
            numbers.TryAdd(m.Value, numbers.Count + 1);
            return string.Create(CultureInfo.InvariantCulture, $"{m.Groups["kind"].Value}_{numbers[m.Value]}");
        });
    }

    [GeneratedRegex("(?<=(?:id=\"|url\\(#|href=\"#))(?<kind>[a-z]+)_[0-9a-f]+")]
    private static partial Regex Reference();

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
