using System.Globalization;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>The times by priority and kind, and the promise by kind, team, technician, channel, category and hour, on both clocks, over twelve months.</summary>
internal static class BreakdownSheet
{
    internal const int LastColumn = 17;

    private const int FirstBlock = 2;

    private const int BlockWidth = 4;

    private const int MostValues = 15;

    /// <summary>A table that would not end within so many rows of a page begins the next, so that none is torn.</summary>
    internal const int RowsOfPage = 44;

    private static readonly string[] Dimensions = ["kind", "team", "agent", "channel", "category", "hour"];

    internal static readonly (string Kind, string Clock)[] Blocks =
        [("response", "contract"), ("response", "client"), ("resolve", "contract"), ("resolve", "client")];

    public static void Write(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        page.Widths([30, .. Enumerable.Repeat(new[] { 8, 8.5, 8.5, 12.5 }, Blocks.Length).SelectMany(w => w)]);
        page.Title("sheet.breakdown");
        page.Text(2, 1, $"{data.Client} · {language.Say("trailing")} – {language.Month(data.Month)} · {data.Provider}", Look.Subtitle);
        var row = WritePromises(page, data, TimesByTables.Write(page, data, 4));
        page.Sentence(row, 1, LastColumn, language.Say("delivered.foot"), Look.Note);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row, LastColumn);
        ExcelStyle.Print(page.Sheet, language, SheetFoot.Of(page, data), landscape: true);
    }

    private static int WritePromises(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var hasPromises = data.Card.Flag("has_promises") == true;
        page.Sentence(row, 1, LastColumn, hasPromises ? language.Say("breakdown.text", ("minimum", language.Whole(data.MinimumN))) : language.Say("delivered.unpromised"));
        var (first, next) = (1, row + (hasPromises ? 2 : 1));
        foreach (var dimension in hasPromises ? Dimensions : [])
        {
            if (next + RowsOf(Values(data, dimension), dimension) - first > RowsOfPage)
            {
                page.Sheet.PageSetup.AddHorizontalPageBreak(next - 1);
                first = next;
            }

            next = WriteDimension(page, data, dimension, next) + 1;
        }

        return next;
    }

    private static List<IGrouping<string?, MartRow>> Values(ReviewData data, string dimension) =>
        [.. data.Delivered.AttainmentBy.Where(r => r.Text("dimension") == dimension).GroupBy(r => r.Text("value"))];

    private static int RowsOf(List<IGrouping<string?, MartRow>> values, string dimension) => values.All(v => v.Key is null) ? 2 : 3 + Shown(values.Count, dimension) + 1;

    private static int Shown(int values, string dimension) => dimension == "hour" ? values : Math.Min(values, MostValues);

    private static int WriteDimension(Page page, ReviewData data, string dimension, int row)
    {
        var language = page.Book.Language;
        var values = Values(data, dimension);
        if (values.All(v => v.Key is null))
            return page.Heading(row, LastColumn, "breakdown." + dimension, language.Say("delivered.needs", ("needs", language.Say("breakdown.needs." + dimension))));

        page.Say(row, 1, "breakdown." + dimension, Look.Section);
        page.Sheet.Row(row).Height = 21;
        WriteHeads(page, row + 1, [language.Say("delivered.head.met"), language.Say("delivered.head.of"), "%", language.Say("head.interval")]);
        row += 3;
        var (first, ordered) = (row, Ordered(values, dimension));
        foreach (var value in ordered.Take(Shown(ordered.Count, dimension)))
            WriteValue(page, data, Label(dimension, value.Key, language), [.. value], row++);
        for (var i = 0; i < Blocks.Length; i++)
            page.Bars(first, row - 1, ColumnOf(i) + 2, isRatio: true);
        if (ordered.Count > Shown(ordered.Count, dimension))
            page.Sentence(row++, 1, LastColumn, language.Count("breakdown.more", ordered.Count - Shown(ordered.Count, dimension)), Look.Note);
        return row;
    }

    /// <summary>The hours in their order; all else with the most promised tickets first, what is not stated last.</summary>
    private static List<IGrouping<string?, MartRow>> Ordered(List<IGrouping<string?, MartRow>> values, string dimension) => dimension == "hour"
        ? [.. values.OrderBy(v => v.Key is null ? int.MaxValue : int.Parse(v.Key, CultureInfo.InvariantCulture))]
        : [.. values.OrderBy(v => v.Key is null).ThenByDescending(v => v.Max(r => r.Whole("promised_count"))).ThenBy(v => v.Key, StringComparer.Ordinal)];

    private static string Label(string dimension, string? value, Language language) => (dimension, value) switch
    {
        (_, null) => Language.Capitalised(language.Say("not_stated")),
        ("kind" or "channel", _) when language.Has($"{dimension}.{value}") => Language.Capitalised(language.Say($"{dimension}.{value}")),
        ("hour", _) => Language.HourOfDay(value),
        _ => value,
    };

    /// <summary>Over each block its promise and clock, and under that the heads of its columns.</summary>
    internal static void WriteHeads(Page page, int row, IReadOnlyList<string> heads)
    {
        var language = page.Book.Language;
        page.Text(row, 1, "", Look.Head);
        page.Text(row + 1, 1, "", Look.Head);
        for (var i = 0; i < Blocks.Length; i++)
        {
            var column = ColumnOf(i);
            for (var c = column; c < column + BlockWidth; c++)
                page.Text(row, c, "", Look.Head);
            page.Text(row, column, $"{language.Say(Blocks[i].Kind)} · {language.Say("clock." + Blocks[i].Clock)}", Look.Head);
            page.Sheet.Range(row, column, row, column + BlockWidth - 1).Merge();
            page.Heads(row + 1, column, [.. heads.Select(head => (head, true))]);
        }

        page.RaiseTo(row + 1, 2);
    }

    private static void WriteValue(Page page, ReviewData data, string label, List<MartRow> value, int row) =>
        WriteBlocks(page, label, value, row, (kept, column) => WriteBlock(page, data, kept, row, column));

    /// <summary>The label, and of each block what its row of the value says; a dash where there is none.</summary>
    internal static void WriteBlocks(Page page, string label, List<MartRow> value, int row, Action<MartRow, int> write)
    {
        page.Text(row, 1, label, Look.Label);
        page.RaiseTo(row, Math.Min(3, Page.Lines(label, 28)));
        for (var i = 0; i < Blocks.Length; i++)
            if (value.Find(r => r.Text("promise_kind") == Blocks[i].Kind && r.Text("clock") == Blocks[i].Clock) is { } kept)
                write(kept, ColumnOf(i));
            else
                PutRight(page, row, ColumnOf(i), Figure.Text(Page.None));
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, LastColumn));
    }

    /// <summary>In time, of how many, and where they are enough the share with its interval.</summary>
    private static void WriteBlock(Page page, ReviewData data, MartRow kept, int row, int column)
    {
        var decided = Reading.Decided(kept);
        PutRight(page, row, column, Figure.Count(kept.Whole("met_count")).Calculated());
        PutRight(page, row, column + 1, Figure.Count(decided).Calculated());
        if (decided < data.MinimumN)
            return;

        PutRight(page, row, column + 2, Figure.Ratio(kept.Number("attained_ratio")).Live(FormattableString.Invariant($"{Letter(column)}{row}/{Letter(column + 1)}{row}")));
        PutRight(page, row, column + 3, Shares.Interval(kept, "wilson", page.Book.Language));
    }

    private static int ColumnOf(int block) => FirstBlock + (block * BlockWidth);

    internal static void PutRight(Page page, int row, int column, Figure figure)
    {
        page.Put(row, column, figure);
        ExcelStyle.AlignRight(page.Sheet.Cell(row, column).Style);
    }

    private static char Letter(int column) => (char)('A' + column - 1);
}
