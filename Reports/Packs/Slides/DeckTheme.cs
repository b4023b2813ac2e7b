using System.Xml.Linq;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Slides;

/// <summary>The colours and face of the pack as a presentation theme, so that what a reader adds looks alike.</summary>
internal static class DeckTheme
{
    private static readonly XNamespace A = DeckXml.A;

    public static XElement Of(Colours own) => new(A + "theme", new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute("name", "Insights"),
        new XElement(A + "themeElements", Scheme(own), Faces(), Formats()));

    private static XElement Scheme(Colours own)
    {
        (string Name, Ink Ink)[] colours =
        [
            ("dk1", Palette.Text), ("lt1", Palette.Paper), ("dk2", Palette.Muted), ("lt2", Palette.Panel), ("accent1", own.Delivered), ("accent2", own.Expected),
            ("accent3", own.Met), ("accent4", Palette.Unsettled), ("accent5", Palette.Quiet), ("accent6", own.Breached), ("hlink", own.Delivered), ("folHlink", Palette.Muted),
        ];
        return new XElement(A + "clrScheme", new XAttribute("name", "Insights"),
            colours.Select(c => new XElement(A + c.Name, new XElement(A + "srgbClr", new XAttribute("val", c.Ink.Hex[1..])))));
    }

    private static XElement Faces()
    {
        XElement Face(string name) => new(A + name, new XElement(A + "latin", new XAttribute("typeface", ExcelStyle.Face)),
            new XElement(A + "ea", new XAttribute("typeface", "")), new XElement(A + "cs", new XAttribute("typeface", "")));
        return new XElement(A + "fontScheme", new XAttribute("name", "Insights"), Face("majorFont"), Face("minorFont"));
    }

    /// <summary>The standard asks for three of each.</summary>
    private static XElement Formats()
    {
        static XElement[] Three(Func<XElement> one) => [one(), one(), one()];
        static XElement Fill() => new(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", "phClr")));
        return new XElement(A + "fmtScheme", new XAttribute("name", "Insights"),
            new XElement(A + "fillStyleLst", Three(Fill)),
            new XElement(A + "lnStyleLst", Three(() => new XElement(A + "ln", new XAttribute("w", 9525), Fill()))),
            new XElement(A + "effectStyleLst", Three(() => new XElement(A + "effectStyle", new XElement(A + "effectLst")))),
            new XElement(A + "bgFillStyleLst", Three(Fill)));
    }
}
