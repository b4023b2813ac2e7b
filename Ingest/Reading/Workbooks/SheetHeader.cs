using System.Text;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>The row of a sheet that names its columns.</summary>
/// <param name="Names">From column A on; empty where the row has no cell.</param>
/// <param name="Index">Which of the rows looked at it is.</param>
/// <param name="IsPlain">True where it is the first row and no cell in it is empty: then merged cells have no say.</param>
internal sealed record SheetHeader(string[] Names, int Index, bool IsPlain)
{
    /// <summary>How many filled rows are looked at.</summary>
    public const int RowsLooked = 40;

    private const int LastHeader = 20;
    private const double WideEnough = 0.6;

    /// <summary>
    /// The first of the first 20 filled rows whose cells are all text and at least 60 % as many as those of the widest row below;
    /// null where there is none. Titles above it say nothing of the columns. In a header of several rows the last counts: a cell merged
    /// downwards stands in its lowest row, one merged sideways above the header goes before the names below it that are not unique.
    /// </summary>
    public static SheetHeader? Find(SheetText rows, IReadOnlyList<MergedCells> merged)
    {
        var grid = Grid(rows, merged);
        for (var index = 0; index < grid.Count; index++)
        {
            var widest = Math.Max(Widest(grid, index + 1), rows.Rows.Skip(LastHeader).Select(r => r.CellCount).DefaultIfEmpty(0).Max());
            if (grid[index].Count > 0 && grid[index].Count >= widest * WideEnough && grid[index].Values.All(c => c.IsText))
                return Of(grid, index, rows, merged);
        }
        return null;
    }

    /// <summary>The rows below the header.</summary>
    public SheetText Below(SheetText rows)
    {
        rows.Rows.RemoveRange(0, Index + 1);
        return rows;
    }

    private static int Widest(List<Dictionary<int, (string Text, bool IsText)>> grid, int from) =>
        grid.Skip(from).Select(r => r.Count).DefaultIfEmpty(0).Max();

    private static SheetHeader Of(
        List<Dictionary<int, (string Text, bool IsText)>> grid, int index, SheetText rows, IReadOnlyList<MergedCells> merged)
    {
        var cells = grid[index];
        var names = new string[cells.Keys.Max() + 1];
        for (var column = 0; column < names.Length; column++)
            names[column] = cells.TryGetValue(column, out var cell) ? cell.Text : "";
        var repeated = names.GroupBy(HeaderNames.Fold).Where(g => g.Key.Length > 0 && g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        for (var column = 0; column < names.Length; column++)
            if (repeated.Contains(HeaderNames.Fold(names[column])) && Group(grid, index, column, rows, merged) is { } group)
                names[column] = $"{group} {names[column]}";
        return new SheetHeader(names, index, index == 0 && cells.Count == names.Length && cells.Count >= Widest(grid, 1));
    }

    /// <summary>The text of the nearest cell above that is merged sideways over the column.</summary>
    private static string? Group(
        List<Dictionary<int, (string Text, bool IsText)>> grid, int index, int column, SheetText rows, IReadOnlyList<MergedCells> merged)
    {
        for (var above = index - 1; above >= 0; above--)
            foreach (var area in merged)
                if (area.FirstRow == rows.Rows[above].Number && area.FirstColumn <= column && column <= area.LastColumn
                    && area.LastColumn > area.FirstColumn && grid[above].TryGetValue(area.FirstColumn, out var cell))
                    return cell.Text;
        return null;
    }

    private static List<Dictionary<int, (string Text, bool IsText)>> Grid(SheetText rows, IReadOnlyList<MergedCells> merged)
    {
        var grid = rows.Rows.Take(LastHeader).Select(row => rows.Cells.GetRange(row.FirstCell, row.CellCount).GroupBy(c => c.Column).ToDictionary(
            g => g.Key, g => (Encoding.UTF8.GetString(rows.Text.WrittenSpan.Slice(g.Last().Start, g.Last().Length)), g.Last().IsText))).ToList();
        foreach (var area in merged.Where(m => m.LastRow > m.FirstRow))
        {
            var (top, bottom) = (IndexOf(rows, area.FirstRow, grid.Count), IndexOf(rows, area.LastRow, grid.Count));
            if (top >= 0 && bottom > top && grid[top].Remove(area.FirstColumn, out var cell))
                grid[bottom][area.FirstColumn] = cell;
        }
        return grid;
    }

    private static int IndexOf(SheetText rows, long number, int count)
    {
        for (var index = 0; index < count; index++)
            if (rows.Rows[index].Number == number)
                return index;
        return -1;
    }
}
