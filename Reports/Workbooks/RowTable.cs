using ClosedXML.Excel;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>One column of a long list.</summary>
/// <param name="Name">Latin letters and underscores.</param>
/// <param name="Unit">How its cells are shown.</param>
/// <param name="Width">In characters.</param>
/// <param name="Value">What a row shows in it; null leaves the cell empty.</param>
internal sealed record RowColumn(string Name, Unit Unit, double Width, Func<MartRow, Figure> Value);

/// <summary>A long list to filter and print, a row of a mart each: its head stays in sight and stands on every printed page.</summary>
/// <param name="Name">What formulas call the table.</param>
/// <param name="HeadKey">A column's head is the words of this and its name.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">From top to bottom.</param>
internal sealed record RowTable(string Name, string HeadKey, IReadOnlyList<RowColumn> Columns, IReadOnlyList<MartRow> Rows)
{
    /// <summary>Where the head stands; above it there is room for a title.</summary>
    public const int HeadRow = 4;

    public const int FirstRow = HeadRow + 1;

    /// <summary>A longer text is cut on paper; its cell holds all of it.</summary>
    private const int MostLines = 3;

    public int LastRow => HeadRow + Math.Max(1, Rows.Count);

    /// <summary>So many columns from the left are printed; the rest are for filters and formulas.</summary>
    public int Printed { get; init; } = Columns.Count;

    /// <summary>So many columns from the left stay in sight.</summary>
    public int Frozen { get; init; }

    /// <summary>Writes the list below a title, and makes the sheet ready for print.</summary>
    /// <param name="page">The sheet.</param>
    /// <param name="title">Writes what stands above the head.</param>
    /// <param name="foot">Of every printed page.</param>
    public void Write(Page page, Action title, string foot)
    {
        for (var i = 0; i < Columns.Count; i++)
            SetColumn(page, Columns[i], i + 1);
        title();
        for (var i = 0; i < Columns.Count; i++)
            page.Text(HeadRow, i + 1, page.Book.Language.Say(HeadKey + Columns[i].Name), Columns[i].Unit is Unit.Text ? Look.Head : Look.HeadRight);
        for (var r = 0; r < Rows.Count; r++)
            WriteRow(page, Rows[r], FirstRow + r);
        page.RaiseTo(HeadRow, 3);
        Finish(page, foot);
    }

    private void SetColumn(Page page, RowColumn column, int number)
    {
        page.Sheet.Column(number).Width = column.Width;
        var style = page.Sheet.Range(FirstRow, number, LastRow, number).Style;
        ExcelStyle.Apply(style, Look.Body, page.Book.Theme.Colours);
        style.NumberFormat.Format = ExcelStyle.Format(column.Unit, page.Book.Language);
        if (column.Unit is not Unit.Text)
            ExcelStyle.AlignRight(style);
        else if (number > 1)
            ExcelStyle.AlignLeft(style);
        style.Alignment.WrapText = column.Unit is Unit.Text;
    }

    private void WriteRow(Page page, MartRow row, int number)
    {
        var lines = 1;
        for (var i = 0; i < Columns.Count; i++)
        {
            var figure = Columns[i].Value(row);
            page.Fill(number, i + 1, figure);
            if (figure.Value is string text && i < Printed)
                lines = Math.Max(lines, Page.Lines(text, Columns[i].Width));
        }

        page.RaiseTo(number, Math.Min(lines, MostLines));
    }

    private void Finish(Page page, string foot)
    {
        ExcelStyle.Rule(page.Sheet.Range(FirstRow, 1, LastRow, Columns.Count));
        var table = page.Sheet.Range(HeadRow, 1, LastRow, Columns.Count).CreateTable(Name);
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = true;
        page.Sheet.SheetView.Freeze(HeadRow, Frozen);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, LastRow, Printed);
        ExcelStyle.Print(page.Sheet, page.Book.Language, foot, landscape: true, (HeadRow, HeadRow));
    }
}
