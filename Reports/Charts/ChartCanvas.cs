using Insights.Reports.Style;
using ScottPlot;
using SkiaSharp;

namespace Insights.Reports.Charts;

/// <summary>Draws a chart's keys and plot into a rectangle of any Skia canvas: a PDF page, a picture, an SVG.</summary>
internal static class ChartCanvas
{
    private const float KeySize = 12.5f;
    private const float KeyRow = 22;

    public static void Draw(SKCanvas canvas, SKRect area, Chart chart, Fonts fonts)
    {
        using var type = new Typesetter(fonts, canvas);
        if (chart.Plot is null)
        {
            DrawPanel(canvas, area, chart.Instead ?? "", type);
            return;
        }

        var top = DrawKeys(canvas, area, chart.Keys, type);
        canvas.Save();
        canvas.Translate(area.Left, top);
        chart.Plot.Render(canvas, new PixelRect(0, area.Width, area.Bottom - top, 0));
        canvas.Restore();
    }

    private static float DrawKeys(SKCanvas canvas, SKRect area, IReadOnlyList<ChartKey> keys, Typesetter type)
    {
        var (x, y) = (area.Left + 4, area.Top + KeySize);
        foreach (var key in keys)
        {
            var width = 18 + type.Width(key.Text, KeySize) + 18;
            if (x > area.Left + 4 && x + width - 18 > area.Right)
                (x, y) = (area.Left + 4, y + KeyRow - 4);
            DrawMark(canvas, key, x + 6, y - (KeySize * 0.36f));
            type.Line(key.Text, x + 18, y, KeySize, Palette.Text);
            x += width;
        }

        return y + 8;
    }

    private static void DrawMark(SKCanvas canvas, ChartKey key, float x, float y)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = key.Ink.Skia, StrokeWidth = 2 };
        paint.Style = key.Mark is KeyMark.HollowDot or KeyMark.HollowSquare or KeyMark.Diamond ? SKPaintStyle.Stroke : SKPaintStyle.Fill;
        switch (key.Mark)
        {
            case KeyMark.Dot or KeyMark.HollowDot:
                canvas.DrawCircle(x, y, 5, paint);
                break;
            case KeyMark.Block or KeyMark.HollowSquare:
                canvas.DrawRect(SKRect.Create(x - 5, y - 5, 10, 10), paint);
                break;
            case KeyMark.Diamond:
                using (var path = new SKPath())
                {
                    path.AddPoly([new(x, y - 6), new(x + 6, y), new(x, y + 6), new(x - 6, y)], close: true);
                    canvas.DrawPath(path, paint);
                }

                break;
            case KeyMark.DashedLine:
                canvas.DrawRect(SKRect.Create(x - 7, y - 1, 6, 2), paint);
                canvas.DrawRect(SKRect.Create(x + 1, y - 1, 6, 2), paint);
                break;
            default:
                canvas.DrawRect(SKRect.Create(x - 6, y - 2, 12, 4), paint);
                break;
        }
    }

    private static void DrawPanel(SKCanvas canvas, SKRect area, string text, Typesetter type)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Palette.Panel.Skia };
        canvas.DrawRoundRect(area, 8, 8, paint);
        var width = Math.Min(area.Width - 60, 460);
        var height = type.Height(text, width, 16);
        type.Paragraph(text, area.MidX - (width / 2), area.MidY - (height / 2), width, 16, Palette.Muted);
    }
}
