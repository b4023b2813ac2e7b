using System.Globalization;
using System.Xml.Linq;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>The DrawingML of a chart.</summary>
internal static class NativeChartXml
{
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private const string CategoryAxis = "111111111";
    private const string ValueAxis = "222222222";

    /// <param name="chart">What is drawn.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="textSize">Of axes and legend, in hundredths of a point.</param>
    public static XDocument Of(NativeChart chart, Language language, int textSize = 900) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        new XElement(C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A),
            Val("roundedCorners", "0"),
            new XElement(C + "chart",
                Title(chart.Title, language),
                Val("autoTitleDeleted", "0"),
                PlotArea(chart, textSize),
                new XElement(C + "legend", Val("legendPos", "b"), Val("overlay", "0"), TextOf(textSize, Palette.Muted)),
                Val("plotVisOnly", "1"),
                Val("dispBlanksAs", "gap")),
            new XElement(C + "spPr", Fill(Palette.Paper), new XElement(A + "ln", new XElement(A + "noFill"))),
            TextOf(textSize, Palette.Muted)));

    private static XElement Title(string text, Language language) => new(C + "title",
        new XElement(C + "tx", new XElement(C + "rich",
            new XElement(A + "bodyPr"),
            new XElement(A + "p",
                new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", 1100), new XAttribute("b", 1))),
                new XElement(A + "r",
                    new XElement(A + "rPr", new XAttribute("lang", language.Code), new XAttribute("sz", 1100), new XAttribute("b", 1),
                        Fill(Palette.Text), Face()),
                    new XElement(A + "t", text))))),
        Val("overlay", "0"));

    private static XElement PlotArea(NativeChart chart, int textSize)
    {
        var indexed = chart.Series.Select((series, index) => (series, index)).ToList();
        var columns = indexed.Where(s => s.series.Shape == SeriesShape.Columns).Select(s => Series(s.series, s.index, chart)).ToList();
        var lines = indexed.Where(s => s.series.Shape != SeriesShape.Columns).Select(s => Series(s.series, s.index, chart)).ToList();
        return new XElement(C + "plotArea",
            new XElement(C + "layout"),
            columns.Count == 0 ? null : new XElement(C + "barChart",
                Val("barDir", "col"), Val("grouping", "clustered"), Val("varyColors", "0"), columns, Val("gapWidth", "60"), Axes()),
            lines.Count == 0 ? null : new XElement(C + "lineChart",
                Val("grouping", "standard"), Val("varyColors", "0"), lines, Val("marker", "1"), Axes()),
            CategoryAxisOf(textSize),
            ValueAxisOf(chart, textSize));
    }

    private static XElement[] Axes() => [Val("axId", CategoryAxis), Val("axId", ValueAxis)];

    private static XElement Series(ChartSeries series, int index, NativeChart chart)
    {
        var isColumn = series.Shape == SeriesShape.Columns;
        return new XElement(C + "ser",
            Val("idx", index), Val("order", index),
            new XElement(C + "tx", Texts(series.Name)),
            new XElement(C + "spPr", isColumn ? Fill(series.Colour) : Stroke(series)),
            isColumn ? Val("invertIfNegative", "0") : Marker(series),
            new XElement(C + "cat", Texts(chart.Categories)),
            new XElement(C + "val", Numbers(series.Numbers, chart.Unit)),
            isColumn ? null : Val("smooth", "0"));
    }

    private static XElement Stroke(ChartSeries series) => new(A + "ln",
        new XAttribute("w", series.Shape == SeriesShape.Line ? 28575 : 15875), new XAttribute("cap", "rnd"),
        Fill(series.Colour),
        series.Shape == SeriesShape.DashedLine ? new XElement(A + "prstDash", new XAttribute("val", "dash")) : null);

    private static XElement Marker(ChartSeries series) => series.Shape == SeriesShape.DashedLine
        ? new XElement(C + "marker", Val("symbol", "none"))
        : new XElement(C + "marker", Val("symbol", "circle"), Val("size", "6"), new XElement(C + "spPr", Fill(series.Colour)));

    private static XElement Texts(ChartTexts texts) => new(C + "strRef",
        new XElement(C + "f", texts.Range),
        new XElement(C + "strCache", Val("ptCount", texts.Values.Count), texts.Values.Select((t, i) => Point(i, t))));

    private static XElement Numbers(ChartNumbers numbers, Unit unit) => new(C + "numRef",
        new XElement(C + "f", numbers.Range),
        new XElement(C + "numCache",
            new XElement(C + "formatCode", FormatOf(unit)),
            Val("ptCount", numbers.Values.Count),
            numbers.Values.Select((v, i) => v is { } value ? Point(i, CellText.Invariant(value)) : null)));

    private static XElement Point(int index, string text) => new(C + "pt", new XAttribute("idx", index), new XElement(C + "v", text));

    private static XElement CategoryAxisOf(int textSize) => new(C + "catAx",
        Val("axId", CategoryAxis), new XElement(C + "scaling", Val("orientation", "minMax")), Val("delete", "0"), Val("axPos", "b"),
        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "low"),
        new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 9525), Fill(Palette.Muted))),
        TextOf(textSize, Palette.Muted), Val("crossAx", ValueAxis), Val("crosses", "autoZero"));

    private static XElement ValueAxisOf(NativeChart chart, int textSize) => new(C + "valAx",
        Val("axId", ValueAxis),
        new XElement(C + "scaling", Val("orientation", "minMax"), chart.Unit == Unit.Ratio ? Val("max", "1") : null, Val("min", "0")),
        Val("delete", "0"), Val("axPos", "l"),
        new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 6350), Fill(Palette.Grid)))),
        new XElement(C + "numFmt", new XAttribute("formatCode", FormatOf(chart.Unit)), new XAttribute("sourceLinked", 0)),
        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "nextTo"),
        new XElement(C + "spPr", new XElement(A + "ln", new XElement(A + "noFill"))),
        TextOf(textSize, Palette.Muted), Val("crossAx", CategoryAxis), Val("crosses", "autoZero"));

    private static string FormatOf(Unit unit) => unit == Unit.Ratio ? "0%" : "0";

    private static XElement TextOf(int size, Ink colour) => new(C + "txPr",
        new XElement(A + "bodyPr"),
        new XElement(A + "p",
            new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", size), Fill(colour), Face())),
            new XElement(A + "endParaRPr", new XAttribute("lang", "en-US"))));

    private static XElement Face() => new(A + "latin", new XAttribute("typeface", ExcelStyle.Face));

    private static XElement Fill(Ink colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour.Hex[1..])));

    private static XElement Val(string name, object value) =>
        new(C + name, new XAttribute("val", Convert.ToString(value, CultureInfo.InvariantCulture)!));
}
