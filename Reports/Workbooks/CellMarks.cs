using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Insights.Reports.Style;
using X14 = DocumentFormat.OpenXml.Office2010.Excel;
using Xm = DocumentFormat.OpenXml.Office.Excel;

namespace Insights.Reports.Workbooks;

/// <summary>Bars behind the figures of a column, from nothing on.</summary>
/// <param name="Sheet">Its name.</param>
/// <param name="Range">For example F12:F20.</param>
/// <param name="IsRatio">A full cell is 1; else it is the largest figure of the range.</param>
internal sealed record DataBars(string Sheet, string Range, bool IsRatio);

/// <summary>Columns in a cell, from nothing on, the last one marked.</summary>
/// <param name="Sheet">The name of the sheet it stands on.</param>
/// <param name="Cell">For example F12.</param>
/// <param name="Range">The cells it draws: 'Figures'!C4:C15.</param>
internal sealed record Sparkline(string Sheet, string Cell, string Range);

/// <summary>Puts bars and small columns into the cells of a written workbook: the older form every program draws, and the newer one with plain bars and edges.</summary>
internal static class CellMarks
{
    private const string BarsUri = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";
    private const string BarUri = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
    private const string SparklinesUri = "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}";
    private const string X14Namespace = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

    /// <summary>A share of the quiet colour on which the muted text of figures can still be read; the edge carries the bar's end.</summary>
    private const double FillShare = 0.35;

    public static void Add(WorkbookPart workbook, Book book)
    {
        foreach (var sheet in workbook.Workbook.Descendants<Sheet>())
        {
            var bars = book.Bars.Where(b => b.Sheet == sheet.Name).ToList();
            var sparklines = book.Sparklines.Where(l => l.Sheet == sheet.Name).ToList();
            if (bars.Count + sparklines.Count > 0)
                AddTo(((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)).Worksheet, bars, sparklines, book.Theme.Colours);
        }
    }

    private static void AddTo(Worksheet sheet, List<DataBars> bars, List<Sparkline> sparklines, Colours colours)
    {
        OpenXmlElement before = sheet.ChildElements.Last(e => e is SheetData or AutoFilter or MergeCells);
        for (var i = 0; i < bars.Count; i++)
            before = sheet.InsertAfter(Bars(bars[i], i + 1), before);
        var extensions = sheet.GetFirstChild<WorksheetExtensionList>() ?? sheet.AppendChild(new WorksheetExtensionList());
        if (bars.Count > 0)
            extensions.Append(Extension(BarsUri, new X14.ConditionalFormattings(bars.Select((b, i) => PlainBars(b, i + 1)))));
        if (sparklines.Count > 0)
            extensions.Append(Extension(SparklinesUri, new X14.SparklineGroups(Columns(sparklines, colours))));
        sheet.Save();
    }

    private static WorksheetExtension Extension(string uri, OpenXmlElement content)
    {
        var extension = new WorksheetExtension(content) { Uri = uri };
        extension.AddNamespaceDeclaration("x14", X14Namespace);
        return extension;
    }

    private static ConditionalFormatting Bars(DataBars bars, int number)
    {
        var link = new ConditionalFormattingRuleExtension(new X14.Id(IdOf(number))) { Uri = BarUri };
        link.AddNamespaceDeclaration("x14", X14Namespace);
        return new ConditionalFormatting(new ConditionalFormattingRule(
            new DataBar(
                new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "0" },
                bars.IsRatio ? new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "1" } : new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Max },
                new Color { Rgb = Argb(Palette.Quiet.Tint(FillShare)) }),
            new ConditionalFormattingRuleExtensionList(link))
        { Type = ConditionalFormatValues.DataBar, Priority = number })
        { SequenceOfReferences = new ListValue<StringValue>([bars.Range]) };
    }

    private static X14.ConditionalFormatting PlainBars(DataBars bars, int number)
    {
        var most = bars.IsRatio ? new X14.ConditionalFormattingValueObject(new Xm.Formula("1")) { Type = X14.ConditionalFormattingValueObjectTypeValues.Numeric }
            : new X14.ConditionalFormattingValueObject { Type = X14.ConditionalFormattingValueObjectTypeValues.Max };
        var formatting = new X14.ConditionalFormatting(
            new X14.ConditionalFormattingRule(new X14.DataBar(
                new X14.ConditionalFormattingValueObject(new Xm.Formula("0")) { Type = X14.ConditionalFormattingValueObjectTypeValues.Numeric }, most,
                new X14.FillColor { Rgb = Argb(Palette.Quiet.Tint(FillShare)) }, new X14.BorderColor { Rgb = Argb(Palette.Quiet) },
                new X14.NegativeFillColor { Rgb = Argb(Palette.Quiet.Tint(FillShare)) }, new X14.BarAxisColor { Rgb = Argb(Palette.Quiet) })
            { MinLength = 0, MaxLength = 100, Gradient = false, Border = true })
            { Type = ConditionalFormatValues.DataBar, Id = IdOf(number) },
            new Xm.ReferenceSequence(bars.Range));
        formatting.AddNamespaceDeclaration("xm", "http://schemas.microsoft.com/office/excel/2006/main");
        return formatting;
    }

    private static X14.SparklineGroup Columns(List<Sparkline> sparklines, Colours colours)
    {
        var group = new X14.SparklineGroup(
            new X14.SeriesColor { Rgb = Argb(Palette.Muted) },
            new X14.LastMarkerColor { Rgb = Argb(colours.Delivered) },
            new X14.Sparklines(sparklines.Select(s => new X14.Sparkline(new Xm.Formula(s.Range), new Xm.ReferenceSequence(s.Cell)))))
        {
            DisplayEmptyCellsAs = X14.DisplayBlanksAsValues.Gap,
            MinAxisType = X14.SparklineAxisMinMaxValues.Custom,
            ManualMin = 0,
            Type = X14.SparklineTypeValues.Column,
            Last = true,
        };
        group.AddNamespaceDeclaration("xm", "http://schemas.microsoft.com/office/excel/2006/main");
        return group;
    }

    /// <summary>The two forms of a bar find each other by it; it stands for its sheet only.</summary>
    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{{00000000-0000-4000-8000-{number:X12}}}");

    private static HexBinaryValue Argb(Ink ink) => "FF" + ink.Hex[1..];
}
