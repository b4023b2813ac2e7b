using System.Xml.Linq;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs.Slides;

/// <summary>The shapes of a slide. Places and sizes are points; a slide is 960 × 540.</summary>
internal static class DeckXml
{
    public const float Width = 960;
    public const float Height = 540;

    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const int EmuPerPoint = 12700;

    /// <summary>Text at a place, one paragraph a line.</summary>
    public static XElement Text(int id, string name, Box box, IEnumerable<TextLine> lines, string? placeholder = null) => new(P + "sp",
        new XElement(P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name)),
            placeholder is null ? new XElement(P + "cNvSpPr", new XAttribute("txBox", 1)) : new XElement(P + "cNvSpPr"),
            new XElement(P + "nvPr", placeholder is null ? null : new XElement(P + "ph", new XAttribute("type", placeholder)))),
        new XElement(P + "spPr", Transform(A, box), new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")), new XElement(A + "noFill")),
        new XElement(P + "txBody", Body(), new XElement(A + "lstStyle"), lines.Select(Paragraph)));

    /// <summary>A picture part of the slide at a place, told to a reader who cannot see it.</summary>
    public static XElement Picture(int id, string description, string relation, Box box) => new(P + "pic",
        new XElement(P + "nvPicPr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", "chart"), new XAttribute("descr", CellText.Of(description))),
            new XElement(P + "cNvPicPr"), new XElement(P + "nvPr")),
        new XElement(P + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", relation)), new XElement(A + "stretch", new XElement(A + "fillRect"))),
        new XElement(P + "spPr", Transform(A, box), new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"))));

    /// <summary>A chart part of the slide at a place.</summary>
    public static XElement Chart(int id, string description, string relation, Box box) => Frame(id, "chart", description, box,
        NativeChartXml.C.NamespaceName, new XElement(NativeChartXml.C + "chart", new XAttribute(R + "id", relation)));

    /// <summary>A table at a place, of rows of a height each.</summary>
    public static XElement Table(int id, Box box, IReadOnlyList<float> widths, IEnumerable<(float Height, IReadOnlyList<TextLine> Cells)> rows) =>
        Frame(id, "table", "", box, "http://schemas.openxmlformats.org/drawingml/2006/table", new XElement(A + "tbl",
            new XElement(A + "tblPr", new XAttribute("firstRow", 1)),
            new XElement(A + "tblGrid", widths.Select(w => new XElement(A + "gridCol", new XAttribute("w", Emu(w))))),
            rows.Select(row => new XElement(A + "tr", new XAttribute("h", Emu(row.Height)), row.Cells.Select(Cell)))));

    public static long Emu(float points) => (long)Math.Round(points * EmuPerPoint);

    private static XElement Frame(int id, string name, string description, Box box, string uri, XElement content) => new(P + "graphicFrame",
        new XElement(P + "nvGraphicFramePr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name), new XAttribute("descr", CellText.Of(description))),
            new XElement(P + "cNvGraphicFramePr"), new XElement(P + "nvPr")),
        Transform(P, box),
        new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", uri), content)));

    private static XElement Cell(TextLine line) => new(A + "tc",
        new XElement(A + "txBody", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), Paragraph(line)),
        new XElement(A + "tcPr", new XAttribute("marL", Emu(4)), new XAttribute("marR", Emu(4)), new XAttribute("marT", Emu(2)), new XAttribute("marB", Emu(2)),
            Edge("lnL", null), Edge("lnR", null), Edge("lnT", null), Edge("lnB", Palette.Grid), new XElement(A + "noFill")));

    private static XElement Edge(string side, Ink? ink) => new(A + side, new XAttribute("w", 9525), ink is { } colour ? Fill(colour) : new XElement(A + "noFill"));

    private static XElement Body() => new(A + "bodyPr", new XAttribute("wrap", "square"), new XAttribute("lIns", 0), new XAttribute("tIns", 0),
        new XAttribute("rIns", 0), new XAttribute("bIns", 0), new XElement(A + "noAutofit"));

    private static XElement Paragraph(TextLine line) => new(A + "p",
        new XElement(A + "pPr", new XAttribute("algn", line.IsRight ? "r" : "l"), new XElement(A + "spcAft", new XElement(A + "spcPts", new XAttribute("val", (int)(line.After * 100))))),
        new XElement(A + "r",
            new XElement(A + "rPr", new XAttribute("lang", line.Language), new XAttribute("sz", (int)Math.Round(line.Size * 100)), new XAttribute("b", line.IsBold ? 1 : 0), Fill(line.Ink)),
            new XElement(A + "t", CellText.Of(line.Text))));

    private static XElement Transform(XNamespace ns, Box box) => new(ns + "xfrm",
        new XElement(A + "off", new XAttribute("x", Emu(box.Left)), new XAttribute("y", Emu(box.Top))),
        new XElement(A + "ext", new XAttribute("cx", Emu(box.Width)), new XAttribute("cy", Emu(box.Height))));

    private static XElement Fill(Ink ink) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", ink.Hex[1..])));
}

/// <summary>A place on a slide in points.</summary>
internal readonly record struct Box(float Left, float Top, float Width, float Height);

/// <summary>A paragraph: its text, size in points, colour, language code, and points left free after it.</summary>
internal sealed record TextLine(string Text, float Size, Ink Ink, string Language, bool IsBold = false, float After = 0, bool IsRight = false);
