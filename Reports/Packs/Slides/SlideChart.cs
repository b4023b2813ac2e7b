using System.Globalization;
using System.Xml.Linq;
using Insights.Reports.Charts;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs.Slides;

/// <summary>A chart a presentation draws itself, with the small workbook its numbers are edited in.</summary>
internal static class SlideChart
{
    /// <summary>Adds the chart and its workbook under a number.</summary>
    /// <returns>The chart as a slide refers to it.</returns>
    public static string Add(Deck deck, int number, Chart chart, ChartFigures figures, Brief brief)
    {
        var (part, data) = (FormattableString.Invariant($"ppt/charts/chart{number}.xml"), FormattableString.Invariant($"data{number}.xlsx"));
        var sheet = brief.Language.Say("sheet.figures");
        var xml = NativeChartXml.Of(Native(chart, figures, sheet), brief.Language, textSize: 1200).Root!;
        xml.Element(NativeChartXml.C + "chart")!.Element(NativeChartXml.C + "title")!.Remove();
        xml.Element(NativeChartXml.C + "chart")!.Element(NativeChartXml.C + "autoTitleDeleted")!.SetAttributeValue("val", 1);
        xml.Add(new XAttribute(XNamespace.Xmlns + "r", DeckXml.R), new XElement(NativeChartXml.C + "externalData", new XAttribute(DeckXml.R + "id", "rIdData"), new XElement(NativeChartXml.C + "autoUpdate", new XAttribute("val", 0))));
        deck.Add(part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", xml);
        deck.Relate(part, ("rIdData", DeckFrame.Relations + "package", "../embeddings/" + data));
        deck.Add("ppt/embeddings/" + data, Workbook(figures, brief));
        return FormattableString.Invariant($"../charts/chart{number}.xml");
    }

    private static NativeChart Native(Chart chart, ChartFigures figures, string sheetName)
    {
        var (sheet, last) = (CellText.SheetName(sheetName), figures.Categories.Count + 1);
        string Column(int index) => ((char)('A' + index)).ToString(CultureInfo.InvariantCulture);
        string Range(int column) => FormattableString.Invariant($"{sheet}!${Column(column)}$2:${Column(column)}${last}");
        return new NativeChart(chart.Title, chart.Reading, figures.Unit, new ChartTexts(Range(0), figures.Categories),
            [.. figures.Series.Select((s, i) => new ChartSeries(s.Shape, new ChartTexts(FormattableString.Invariant($"{sheet}!${Column(i + 1)}$1"), [s.Name]), new ChartNumbers(Range(i + 1), s.Values), s.Ink))]);
    }

    private static byte[] Workbook(ChartFigures figures, Brief brief)
    {
        using var book = new Book(brief.Language, brief.Theme);
        var page = book.Add("sheet.figures");
        for (var row = 0; row < figures.Categories.Count; row++)
            page.Text(row + 2, 1, figures.Categories[row]);
        for (var column = 0; column < figures.Series.Count; column++)
            WriteSeries(page, column + 2, figures.Series[column], figures.Unit);
        book.Workbook.Properties.Title = CellText.Of(brief.Title);
        book.Workbook.Properties.Author = CellText.Of(brief.Author);
        book.Workbook.Properties.LastModifiedBy = CellText.Of(brief.Author);
        using var bytes = new MemoryStream();
        Package.Write(bytes, book, brief.AsOf);
        return bytes.ToArray();
    }

    private static void WriteSeries(Page page, int column, ChartRow series, Unit unit)
    {
        page.Text(1, column, series.Name);
        for (var row = 0; row < series.Values.Count; row++)
            if (series.Values[row] is { } value)
                page.Put(row + 2, column, new Figure(value, unit));
    }
}
