using Insights.Reports.Style;
using ScottPlot;
using SkiaSharp;

namespace Insights.Reports.Charts;

/// <summary>A dashed line drawn dash by dash: the path effect usual for it is lost in an SVG, where the line would be solid.</summary>
internal sealed class DashedLine(Coordinates from, Coordinates to, Ink ink, float width) : IPlottable
{
    private const float Dash = 9;
    private const float Gap = 7;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => new(Math.Min(from.X, to.X), Math.Max(from.X, to.X), Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));

    public void Render(RenderPack rp)
    {
        var (start, end) = (Axes.GetPixel(from), Axes.GetPixel(to));
        var length = start.DistanceFrom(end);
        using var paint = new SKPaint { IsAntialias = true, Color = ink.Skia, StrokeWidth = width };
        for (var at = 0f; at < length; at += Dash + Gap)
            rp.Canvas.DrawLine(Along(start, end, at / length), Along(start, end, Math.Min(1, (at + Dash) / length)), paint);
    }

    private static SKPoint Along(Pixel start, Pixel end, float share) => new(start.X + ((end.X - start.X) * share), start.Y + ((end.Y - start.Y) * share));
}
