using ClosedXML.Excel;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>One sheet while it is written: the few ways a cell may be filled.</summary>
internal sealed class Page(IXLWorksheet sheet, Book book)
{
    /// <summary>Stands where too few tickets allow no figure.</summary>
    public const string None = "–";

    /// <summary>Of a column's width: a digit of the body's face at ten points, and its share of the cell's edges.</summary>
    private const double PointsPerUnit = 5.6;

    public IXLWorksheet Sheet { get; } = sheet;

    public Book Book { get; } = book;

    public string Name => Sheet.Name;

    private Language Language => Book.Language;

    public void Widths(params double[] widths)
    {
        for (var i = 0; i < widths.Length; i++)
            Sheet.Column(i + 1).Width = widths[i];
    }

    public void Text(int row, int column, string text, Look look = Look.Body) => SetText(Sheet.Cell(row, column), text, look);

    public void Say(int row, int column, string key, Look look = Look.Body) => Text(row, column, Language.Say(key), look);

    public void Heads(int row, int firstColumn, params (string Text, bool IsNumber)[] heads)
    {
        for (var i = 0; i < heads.Length; i++)
            Text(row, firstColumn + i, heads[i].Text, heads[i].IsNumber ? Look.HeadRight : Look.Head);
    }

    /// <summary>Bars behind the figures of a column, where there are some to compare.</summary>
    public void Bars(int firstRow, int lastRow, int column, bool isRatio = false)
    {
        if (lastRow > firstRow)
            Book.Add(new DataBars(Name, Sheet.Range(firstRow, column, lastRow, column).RangeAddress.ToStringRelative(), isRatio));
    }

    /// <summary>The logo of the theme, where there is one, above the right end of a column.</summary>
    public void Logo(int lastColumn)
    {
        if (Book.Theme.Logo is { } logo)
            Book.Add(new PlacedLogo(logo, Name, [.. Enumerable.Range(1, lastColumn).Select(c => Sheet.Column(c).Width * PointsPerUnit)]));
    }

    /// <summary>The title of the sheet, in its first row.</summary>
    public void Title(string key)
    {
        Say(1, 1, key, Look.Title);
        Sheet.Row(1).Height = 28;
    }

    /// <summary>The heading of a section, and below it a sentence across the page.</summary>
    /// <returns>The row after both.</returns>
    public int Heading(int row, int lastColumn, string key, string sentence)
    {
        Say(row, 1, key, Look.Section);
        Sheet.Row(row).Height = 21;
        Sentence(row + 1, 1, lastColumn, sentence);
        return row + 2;
    }

    /// <summary>A sentence across columns, its row as high as the text needs at those widths.</summary>
    public void Sentence(int row, int firstColumn, int lastColumn, string text, Look look = Look.Body)
    {
        var range = Sheet.Range(row, firstColumn, row, lastColumn);
        range.Merge();
        SetText(Sheet.Cell(row, firstColumn), text, look);
        range.Style.Alignment.WrapText = true;
        var width = Enumerable.Range(firstColumn, lastColumn - firstColumn + 1).Sum(c => Sheet.Column(c).Width);
        var lines = Lines(text, width * ExcelStyle.BodySize / Sheet.Cell(row, firstColumn).Style.Font.FontSize);
        RaiseTo(row, lines, look);
        if (lines > 1)
            Sheet.Row(row).Height += 4;
    }

    /// <summary>Makes a row high enough for so many lines; never lower than it is.</summary>
    public void RaiseTo(int row, int lines, Look look = Look.Body)
    {
        var height = (lines * (look == Look.Subtitle ? 14.5 : 12.75)) + 3;
        Sheet.Row(row).Height = Math.Max(height, Sheet.Row(row).Height);
    }

    /// <summary>A column's width counts digits of the widest kind; of running text a little more fits.</summary>
    private const double CharactersPerUnit = 1.18;

    /// <summary>Lines a text takes in a width of so many characters, counting words as Excel breaks them.</summary>
    public static int Lines(string text, double width)
    {
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            (lines, used) = used > 0 && used + 1 + word.Length > width * CharactersPerUnit ? (lines + 1, word.Length)
                : (lines, used + word.Length + 1);
        }

        return lines;
    }

    public void Put(int row, int column, Figure figure, Look? look = null)
    {
        var cell = Sheet.Cell(row, column);
        if (figure.Value is null)
            SetText(cell, Language.Say("not_measurable"), Look.Missing);
        else if (figure.Value is string text)
            SetText(cell, figure.IsCalculated ? text + ExcelStyle.Mark : text, look ?? LookOf(figure));
        else
            SetNumber(cell, figure, look ?? LookOf(figure));
        if (figure.Unit != Unit.Text || figure.Value is None)
            ExcelStyle.AlignRight(cell.Style);
    }

    /// <summary>A figure in a column whose style is already set: for long lists, where styling cell by cell is slow.</summary>
    public void Fill(int row, int column, Figure figure)
    {
        var cell = Sheet.Cell(row, column);
        if (figure.Value is string text)
            WriteText(cell, text);
        else if (figure.Value is not null)
            WriteValue(cell, figure.Value);
    }

    private static Look LookOf(Figure figure) => figure.IsCalculated ? Look.Calculated : Look.Body;

    private void SetNumber(IXLCell cell, Figure figure, Look look)
    {
        if (figure.Formula is { } formula)
        {
            cell.FormulaA1 = formula;
            Book.Formulas.Add(Name, cell.Address.ToString()!, figure.Value!);
        }
        else
        {
            WriteValue(cell, figure.Value!);
        }

        ExcelStyle.Apply(cell.Style, look, Book.Theme.Colours);
        cell.Style.NumberFormat.Format = FormatOf(figure) + (figure.IsCalculated ? "\"" + ExcelStyle.Mark + "\"" : "");
    }

    private string FormatOf(Figure figure) => figure is { Unit: Unit.Ratio, Value: double ratio } && Style.Language.NeedsDecimal(ratio)
        ? "0.0%" : ExcelStyle.Format(figure.Unit, Language);

    private static void WriteValue(IXLCell cell, object value)
    {
        if (value is DateTime moment)
            cell.SetValue(moment);
        else
            cell.SetValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private void SetText(IXLCell cell, string text, Look look)
    {
        ExcelStyle.Apply(cell.Style, look, Book.Theme.Colours);
        if (cell.Address.ColumnNumber > 1 && look != Look.HeadRight)
            ExcelStyle.AlignLeft(cell.Style);
        WriteText(cell, text);
    }

    /// <summary>Text that stays text, whatever it begins with.</summary>
    private static void WriteText(IXLCell cell, string text)
    {
        var safe = CellText.Of(text);
        cell.SetValue(safe);
        cell.DataType = XLDataType.Text;
        if (!CellText.LooksLikeFormula(safe))
            return;

        cell.Style.NumberFormat.Format = "@";
        cell.Style.IncludeQuotePrefix = true;
    }
}
