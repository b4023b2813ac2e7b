using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>Puts native charts onto the sheets of a written workbook.</summary>
internal static class NativeChartParts
{
    private const string DrawingId = "rIdDrawing";

    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static void Add(WorkbookPart workbook, IReadOnlyList<PlacedChart> charts, Language language)
    {
        foreach (var onSheet in charts.GroupBy(c => c.Place.Sheet))
        {
            var sheet = workbook.Workbook.Descendants<Sheet>().Single(s => s.Name == onSheet.Key);
            AddTo((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!), [.. onSheet], language);
        }
    }

    private static void AddTo(WorksheetPart sheet, IReadOnlyList<PlacedChart> charts, Language language)
    {
        var drawings = sheet.AddNewPart<DrawingsPart>(DrawingId);
        var anchors = charts.Select((placed, i) => Anchor(placed.Place, placed.Chart, i + 1)).ToList();
        for (var i = 0; i < charts.Count; i++)
            Save(NativeChartXml.Of(charts[i].Chart, language), drawings.AddNewPart<ChartPart>(ChartId(i + 1)));
        Save(new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(Xdr + "wsDr",
            new XAttribute(XNamespace.Xmlns + "xdr", Xdr), new XAttribute(XNamespace.Xmlns + "a", NativeChartXml.A), anchors)), drawings);
        Reference(sheet.Worksheet);
    }

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

    private static XElement Corner(string name, int column, int row) => new(Xdr + name,
        new XElement(Xdr + "col", column), new XElement(Xdr + "colOff", 0), new XElement(Xdr + "row", row),
            new XElement(Xdr + "rowOff", 0));

    private static string ChartId(int number) => "rIdChart" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Save(XDocument document, OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        document.Save(stream);
    }
}
