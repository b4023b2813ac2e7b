using ScottPlot;
using SkiaSharp;

namespace Insights.Reports.Style;

/// <summary>Gives ScottPlot the chosen faces and nothing else: it asks by family, and gets regular or bold.</summary>
internal sealed class PlotFonts(Fonts fonts) : IFontResolver
{
    private static readonly Lock Gate = new();

    public static void Use(Fonts fonts)
    {
        lock (Gate)
        {
            ScottPlot.Fonts.FontResolvers.RemoveAll(r => r is PlotFonts);
            ScottPlot.Fonts.FontResolvers.Insert(0, new PlotFonts(fonts));
            ScottPlot.Fonts.Default = ScottPlot.Fonts.Sans = ScottPlot.Fonts.Serif = ScottPlot.Fonts.Monospace = fonts.Family;
        }
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        weight >= FontWeight.SemiBold ? fonts.Bold : fonts.Regular;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => bold ? fonts.Bold : fonts.Regular;
}
