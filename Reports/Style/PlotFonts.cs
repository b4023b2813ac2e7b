using ScottPlot;
using SkiaSharp;

namespace Insights.Reports.Style;

/// <summary>Gives ScottPlot the chosen faces and nothing else: whatever family it asks for, it gets regular or bold.</summary>
internal sealed class PlotFonts(SKTypeface regular, SKTypeface bold) : IFontResolver
{
    private static readonly Lock Gate = new();

    /// <returns>The faces ScottPlot draws with. It keeps the first it was given for a family, and a page set in any others would embed
    /// both.</returns>
    public static (SKTypeface Regular, SKTypeface Bold) Use(string family, SKTypeface regular, SKTypeface bold)
    {
        lock (Gate)
        {
            ScottPlot.Fonts.FontResolvers.RemoveAll(r => r is PlotFonts);
            ScottPlot.Fonts.FontResolvers.Insert(0, new PlotFonts(regular, bold));
            ScottPlot.Fonts.Default = ScottPlot.Fonts.Sans = ScottPlot.Fonts.Serif = ScottPlot.Fonts.Monospace = family;
            return (ScottPlot.Fonts.GetTypeface(family, false, false), ScottPlot.Fonts.GetTypeface(family, true, false));
        }
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        weight >= FontWeight.SemiBold ? bold : regular;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        CreateTypeface(fontName, bold ? FontWeight.Bold : FontWeight.Normal, default, default);
}
