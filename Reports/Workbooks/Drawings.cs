using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>Puts native charts and logos onto the sheets of a written workbook.</summary>
internal static class Drawings
{
    private const string DrawingId = "rIdDrawing";
    private const string LogoId = "rIdLogo";

    /// <summary>A logo is no higher and no wider, in points: it stands beside two lines of text.</summary>
    private const float LogoHeight = 34;
    private const float LogoWidth = 110;

    private const int EmuPerPoint = 12700;

    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static void Add(WorkbookPart workbook, Book book)
    {
        foreach (var name in book.Charts.Select(c => c.Place.Sheet).Concat(book.Logos.Select(l => l.Sheet)).Distinct())
        {
            var sheet = workbook.Workbook.Descendants<Sheet>().Single(s => s.Name == name);
            AddTo((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!), [.. book.Charts.Where(c => c.Place.Sheet == name)], book.Logos.SingleOrDefault(l => l.Sheet == name), book.Language);
        }
    }

    private static void AddTo(WorksheetPart sheet, IReadOnlyList<PlacedChart> charts, PlacedLogo? logo, Language language)
    {
        var drawings = sheet.AddNewPart<DrawingsPart>(DrawingId);
        var anchors = charts.Select((placed, i) => Anchor(placed.Place, placed.Chart, i + 1)).ToList();
        for (var i = 0; i < charts.Count; i++)
            Save(NativeChartXml.Of(charts[i].Chart, language), drawings.AddNewPart<ChartPart>(ChartId(i + 1)));
        if (logo is not null)
            anchors.Add(Picture(drawings, logo, charts.Count + 1, language));
        Save(new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(Xdr + "wsDr",
            new XAttribute(XNamespace.Xmlns + "xdr", Xdr), new XAttribute(XNamespace.Xmlns + "a", NativeChartXml.A), anchors)), drawings);
        Reference(sheet.Worksheet);
    }

    private static XElement Picture(DrawingsPart drawings, PlacedLogo placed, int number, Language language)
    {
        using (var png = new MemoryStream(placed.Logo.Png))
            drawings.AddImagePart(ImagePartType.Png, LogoId).FeedData(png);
        var (width, height) = placed.Logo.Within(LogoWidth, LogoHeight);
        return new XElement(Xdr + "oneCellAnchor", LeftOf(placed, width), Extent(Xdr, width, height),
            new XElement(Xdr + "pic",
                new XElement(Xdr + "nvPicPr",
                    new XElement(Xdr + "cNvPr", new XAttribute("id", number + 1), new XAttribute("name", "logo"), new XAttribute("descr", language.Say("pack.logo"))),
                    new XElement(Xdr + "cNvPicPr")),
                new XElement(Xdr + "blipFill",
                    new XElement(NativeChartXml.A + "blip", new XAttribute(XNamespace.Xmlns + "r", R), new XAttribute(R + "embed", LogoId)),
                    new XElement(NativeChartXml.A + "stretch", new XElement(NativeChartXml.A + "fillRect"))),
                new XElement(Xdr + "spPr",
                    new XElement(NativeChartXml.A + "xfrm", new XElement(NativeChartXml.A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), Extent(NativeChartXml.A, width, height)),
                    new XElement(NativeChartXml.A + "prstGeom", new XAttribute("prst", "rect"), new XElement(NativeChartXml.A + "avLst")))),
            new XElement(Xdr + "clientData"));
    }

    /// <summary>The cell, and the place in it, from which a picture of a width ends with the last column.</summary>
    private static XElement LeftOf(PlacedLogo placed, float width)
    {
        var (column, offset) = (placed.Widths.Count, (double)-width);
        while (offset < 0 && column > 0)
            offset += placed.Widths[--column];
        return Corner("from", column, 0, Emu((float)Math.Max(offset, 0)));
    }

    private static XElement Extent(XNamespace ns, float width, float height) => new(ns + "ext", new XAttribute("cx", Emu(width)), new XAttribute("cy", Emu(height)));

    private static long Emu(float points) => (long)Math.Round(points * EmuPerPoint);

    /// <summary>The drawing stands after the page breaks and before the tables: Excel repairs a sheet with any other order.</summary>
    private static void Reference(Worksheet sheet)
    {
        var before = sheet.ChildElements.Last(e => e is RowBreaks or ColumnBreaks or HeaderFooter or PageSetup or PageMargins or SheetData);
        sheet.InsertAfter(new Drawing { Id = DrawingId }, before);
        sheet.Save();
    }

    private static XElement Anchor(ChartPlace place, NativeChart chart, int number) => new(Xdr + "twoCellAnchor",
        new XAttribute("editAs", "oneCell"),
        Corner("from", place.FromColumn, place.FromRow),
        Corner("to", place.ToColumn, place.ToRow),
        new XElement(Xdr + "graphicFrame", new XAttribute("macro", ""),
            new XElement(Xdr + "nvGraphicFramePr",
                new XElement(Xdr + "cNvPr", new XAttribute("id", number + 1), new XAttribute("name", chart.Title),
                    new XAttribute("descr", chart.Description)),
                new XElement(Xdr + "cNvGraphicFramePr")),
            new XElement(Xdr + "xfrm",
                new XElement(NativeChartXml.A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                new XElement(NativeChartXml.A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
            new XElement(NativeChartXml.A + "graphic",
                new XElement(NativeChartXml.A + "graphicData", new XAttribute("uri", NativeChartXml.C.NamespaceName),
                    new XElement(NativeChartXml.C + "chart", new XAttribute(XNamespace.Xmlns + "c", NativeChartXml.C),
                        new XAttribute(XNamespace.Xmlns + "r", R), new XAttribute(R + "id", ChartId(number)))))),
        new XElement(Xdr + "clientData"));

    private static XElement Corner(string name, int column, int row, long offset = 0) => new(Xdr + name,
        new XElement(Xdr + "col", column), new XElement(Xdr + "colOff", offset), new XElement(Xdr + "row", row),
            new XElement(Xdr + "rowOff", 0));

    private static string ChartId(int number) => "rIdChart" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Save(XDocument document, OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        document.Save(stream);
    }
}
