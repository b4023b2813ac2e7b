using ClosedXML.Excel;

namespace Insights.Reports.Style;

/// <summary>How a cell reads.</summary>
internal enum Look
{
    Body,
    Title,
    Subtitle,
    Section,
    Head,
    HeadRight,
    Label,
    Strong,
    Note,
    Calculated,
    Missing,
}

/// <summary>What a number means, which decides how Excel shows it.</summary>
internal enum Unit
{
    Text,
    Count,
    Ratio,
    Duration,
    Moment,
    Date,
    Month,
}

/// <summary>The house look of a workbook: one accent colour, one face, quiet rules.</summary>
internal static class ExcelStyle
{
    /// <summary>Covers Greek on every office machine, and where it is missing a face of the same widths stands in for it.</summary>
    public const string Face = "Arial";
    public const double BodySize = 10;

    /// <summary>Stands behind every figure the program calculated rather than a formula of the sheet.</summary>
    public const string Mark = "†";

    private static readonly XLColor Ink = XLColor.FromHtml(Palette.Text.Hex);
    private static readonly XLColor Muted = XLColor.FromHtml(Palette.Muted.Hex);
    private static readonly XLColor Grey = XLColor.FromHtml(Palette.Grid.Hex);
    private static readonly XLColor Panel = XLColor.FromHtml(Palette.Panel.Hex);

    /// <summary>The number format of a unit. Separators are left to the reader's own Excel; month names to the report's language.</summary>
    public static string Format(Unit unit, Language language) => unit switch
    {
        Unit.Text => "@",
        Unit.Count => "#,##0",
        Unit.Ratio => "0%",
        Unit.Duration => "[h]:mm",
        Unit.Moment => language.Code == "el" ? "dd/mm/yyyy hh:mm" : "[$-409]d mmm yyyy hh:mm",
        Unit.Date => language.Code == "el" ? "dd/mm/yyyy" : "[$-409]d mmm yyyy",
        Unit.Month => language.Code == "el" ? "[$-408]mmm yyyy" : "[$-409]mmm yyyy",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "No such unit."),
    };

    public static void Apply(IXLStyle style, Look look, Colours colours)
    {
        style.Font.FontName = Face;
        style.Font.FontSize = Size(look);
        style.Font.FontColor = Colour(look, colours);
        style.Font.Bold = look is Look.Title or Look.Section or Look.Head or Look.HeadRight or Look.Strong;
        style.Font.Italic = look is Look.Calculated or Look.Missing;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        style.Alignment.WrapText = look is Look.Head or Look.HeadRight or Look.Label;
        if (look == Look.HeadRight)
            AlignRight(style);
        if (look is Look.Head or Look.HeadRight)
            UnderlineHead(style, colours);
    }

    /// <summary>Numbers to the right.</summary>
    public static void AlignRight(IXLStyle style)
    {
        style.Alignment.Indent = 0;
        style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
    }

    /// <summary>Text to the left, with room after the number that may stand before it.</summary>
    public static void AlignLeft(IXLStyle style)
    {
        style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        style.Alignment.Indent = 1;
    }

    /// <summary>A quiet line below a row of a table.</summary>
    public static void Rule(IXLRange row)
    {
        row.Style.Border.BottomBorder = XLBorderStyleValues.Thin;
        row.Style.Border.BottomBorderColor = Grey;
    }

    /// <summary>A4, one page wide, rows of the head repeated, page numbers in the foot.</summary>
    public static void Print(IXLWorksheet sheet, Language language, string foot, bool landscape, (int First, int Last)? head = null)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, 0);
        page.Margins.SetLeft(0.45).SetRight(0.45).SetTop(0.6).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        page.CenterHorizontally = true;
        page.Footer.Left.AddText(Printable(foot)).SetFontName(Face).SetFontSize(8);
        page.Footer.Right.AddText(language.Say("page_of", ("page", "&P"), ("pages", "&N"))).SetFontName(Face).SetFontSize(8);
        if (head is { } rows)
            page.SetRowsToRepeatAtTop(rows.First, rows.Last);
        sheet.ShowGridLines = false;
    }

    /// <summary>In a page foot an ampersand begins a command, so one of the text is doubled; a foot holds 255 characters.</summary>
    private static string Printable(string text) =>
        (text.Length > 120 ? text[..119] + "…" : text).Replace("&", "&&", StringComparison.Ordinal);

    private static void UnderlineHead(IXLStyle style, Colours colours)
    {
        style.Fill.BackgroundColor = Panel;
        style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.Border.BottomBorderColor = Accent(colours);
    }

    private static XLColor Accent(Colours colours) => XLColor.FromHtml(colours.Delivered.Hex);

    private static double Size(Look look) => look switch
    {
        Look.Title => 18,
        Look.Subtitle => 11,
        Look.Section => 12.5,
        Look.Note => 9,
        _ => BodySize,
    };

    private static XLColor Colour(Look look, Colours colours) => look switch
    {
        Look.Title or Look.Section => Accent(colours),
        Look.Subtitle or Look.Note or Look.Calculated or Look.Missing => Muted,
        _ => Ink,
    };
}
