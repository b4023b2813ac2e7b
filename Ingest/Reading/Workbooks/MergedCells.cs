using System.Globalization;
using System.Text;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>A rectangle of cells shown as one; its text is its first cell's. Rows are the sheet's own, columns count from 0.</summary>
internal readonly record struct MergedCells(long FirstRow, int FirstColumn, long LastRow, int LastColumn)
{
    private const int Most = 10_000;
    private const int LongestTag = 256;

    /// <summary>
    /// The rectangles that begin in the first rows. They are written behind all the rows, so the whole part is searched, as bytes: much
    /// faster than reading it.
    /// </summary>
    public static List<MergedCells> Read(Stream part, long lastRow)
    {
        var merged = new List<MergedCells>();
        var buffer = new byte[1 << 17];
        var kept = 0;
        while (part.Read(buffer, kept, buffer.Length - kept) is > 0 and var read && merged.Count < Most)
        {
            var text = buffer.AsSpan(0, kept + read);
            var rest = Collect(text, merged, lastRow);
            kept = Math.Min(LongestTag, text.Length - rest);
            text[^kept..].CopyTo(buffer);
        }
        return merged;
    }

    /// <summary>Adds the rectangles of whole tags; gives where the last of them ended.</summary>
    private static int Collect(ReadOnlySpan<byte> text, List<MergedCells> merged, long lastRow)
    {
        var at = 0;
        for (var found = text.IndexOf("mergeCell "u8); found >= 0; found = text[at..].IndexOf("mergeCell "u8))
        {
            var tag = text[(at + found)..];
            var end = tag.IndexOf((byte)'>');
            if (end < 0)
                return at;
            at += found + end;
            if (Parse(Encoding.UTF8.GetString(tag[..Math.Min(end, LongestTag)])) is { } cells && cells.FirstRow <= lastRow && merged.Count < Most)
                merged.Add(cells);
        }
        return at;
    }

    private static MergedCells? Parse(string tag)
    {
        var parts = tag.Split('"') is [_, var reference, ..] ? reference.Split(':') : [];
        return parts is [var first, var last] && Cell(first) is { } from && Cell(last) is { } to ? new(from.Row, from.Column, to.Row, to.Column) : null;
    }

    private static (long Row, int Column)? Cell(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetter).Count();
        return letters is > 0 and < 4 && long.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (row, SheetRows.Column(reference, 0)) : null;
    }
}
