using System.Text;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>The row of a sheet that names its columns.</summary>
/// <param name="Names">From column A on; empty where the row has no cell.</param>
/// <param name="Index">Which of the rows looked at it is.</param>
internal sealed record SheetHeader(string[] Names, int Index)
{
    /// <summary>How many filled rows are looked at.</summary>
    public const int RowsLooked = 40;

    private const int LastHeader = 20;
    private const double WideEnough = 0.6;

    /// <summary>
    /// The first of the first 20 filled rows whose cells are all text and at least 60 % as many as those of the widest row below;
    /// null where there is none. Titles and notes above it say nothing of the columns.
    /// </summary>
    public static SheetHeader? Find(SheetText rows)
    {
        for (var index = 0; index < Math.Min(rows.Rows.Count, LastHeader); index++)
        {
            var widest = rows.Rows.Skip(index + 1).Select(r => r.CellCount).DefaultIfEmpty(0).Max();
            if (IsText(rows, index) && rows.Rows[index].CellCount >= widest * WideEnough)
                return new SheetHeader(Written(rows, index), index);
        }
        return null;
    }

    /// <summary>The rows below the header.</summary>
    public SheetText Below(SheetText rows)
    {
        rows.Rows.RemoveRange(0, Index + 1);
        return rows;
    }

    private static bool IsText(SheetText rows, int index)
    {
        var (_, first, count) = rows.Rows[index];
        return rows.Cells.Skip(first).Take(count).All(c => c.IsText);
    }

    private static string[] Written(SheetText rows, int index)
    {
        var (_, first, count) = rows.Rows[index];
        var cells = rows.Cells.GetRange(first, count);
        var names = new string[cells.Max(c => c.Column) + 1];
        Array.Fill(names, "");
        foreach (var cell in cells)
            names[cell.Column] = Encoding.UTF8.GetString(rows.Text.WrittenSpan.Slice(cell.Start, cell.Length));
        return names;
    }
}
