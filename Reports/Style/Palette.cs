using System.Globalization;
using SkiaSharp;

namespace Insights.Reports.Style;

/// <summary>One colour, as 0xRRGGBB, for charts, PDF pages and workbooks alike.</summary>
public readonly record struct Ink(uint Rgb)
{
    /// <summary>"#RRGGBB".</summary>
    public string Hex => "#" + Rgb.ToString("X6", CultureInfo.InvariantCulture);

    internal SKColor Skia => new(0xFF000000 | Rgb);

    internal ScottPlot.Color Plot => ScottPlot.Color.FromHex(Hex);

    /// <summary>The colour mixed with white; 0 is white, 1 the colour itself.</summary>
    public Ink Tint(double share)
    {
        static uint Mix(uint part, double share) => (uint)Math.Round(255 - ((255 - part) * share));
        return new((Mix(Rgb >> 16, share) << 16) | (Mix((Rgb >> 8) & 0xFF, share) << 8) | Mix(Rgb & 0xFF, share));
    }
}

/// <summary>
/// The colours no theme changes: text, paper, rules, and what carries no judgement. Those with a meaning a theme may give are <see cref="Colours"/>.
/// </summary>
public static class Palette
{
    /// <summary>Titles and figures.</summary>
    public static Ink Text { get; } = new(0x1F2933);

    /// <summary>Axis labels, notes and n.</summary>
    public static Ink Muted { get; } = new(0x5F6B7A);

    /// <summary>Grid and rules.</summary>
    public static Ink Grid { get; } = new(0xE3E7EC);

    /// <summary>The panel behind "not measurable".</summary>
    public static Ink Panel { get; } = new(0xF5F7F9);

    public static Ink Paper { get; } = new(0xFFFFFF);

    /// <summary>What the contract promises, and its target.</summary>
    public static Ink Promised { get; } = new(0x1F2933);

    /// <summary>Quiet background bars that carry a count.</summary>
    public static Ink Quiet { get; } = new(0xB8C4D0);

    /// <summary>Attention without blame: running, unknown.</summary>
    public static Ink Unsettled { get; } = new(0xE69F00);
}
