using CsvHelper;

namespace Insights.Ingest.Reading;

/// <summary>Where the header of a delimited text stands when a title or notes are written above it.</summary>
internal static class TitleLines
{
    private const int LinesLooked = 10;
    private const int RecordsLooked = 40;
    private const double WideEnough = 0.6;

    /// <summary>
    /// The header's line, counted from the start of the text, and the delimiter told from below the titles; null where the first line
    /// is the header. A title is a line of one filled cell, or of two where the table is at least five wide; the header is the first of
    /// the first 10 lines that is at least 60 % as wide as the widest record below.
    /// </summary>
    public static (char Delimiter, long HeaderLine)? Find(ReadOnlySpan<byte> text, char delimiter)
    {
        var sample = text.ToArray();
        var asFound = Widths(sample, delimiter);
        if (asFound is [] || !MayBeTitle(asFound[0].Filled, asFound))
            return asFound is [{ Filled: 1 }, ..] ? Other(sample, delimiter) : null;
        return Header(asFound) is { } line ? (delimiter, line) : null;
    }

    /// <summary>The delimiter told from a title may be none of the table's.</summary>
    private static (char Delimiter, long HeaderLine)? Other(byte[] sample, char delimiter)
    {
        var best = ",;\t|".Where(other => other != delimiter).Select(other => (other, Widths: Widths(sample, other)))
            .Where(o => o.Widths is not [] && MayBeTitle(o.Widths[0].Filled, o.Widths))
            .OrderByDescending(o => o.Widths.Max(w => w.Filled)).FirstOrDefault();
        return best.Widths is not null && Header(best.Widths) is { } line ? (best.other, line) : null;
    }

    private static bool MayBeTitle(int filled, List<(long Line, int Filled)> records)
    {
        var widest = records.Skip(1).Select(r => r.Filled).DefaultIfEmpty(0).Max();
        return widest > 1 && (filled == 1 || (filled == 2 && widest >= 5));
    }

    private static long? Header(List<(long Line, int Filled)> records)
    {
        for (var at = 1; at < records.Count && records[at].Line <= LinesLooked; at++)
        {
            var widest = records.Skip(at).Max(r => r.Filled);
            if (records[at].Filled > 1 && records[at].Filled >= widest * WideEnough)
                return records[at].Line;
        }
        return null;
    }

    /// <summary>The first records that have a filled cell: their lines and how many cells are filled.</summary>
    private static List<(long Line, int Filled)> Widths(byte[] sample, char delimiter)
    {
        using var reader = CsvReader.Create(sample, new CsvReaderOptions { HasHeader = false, Separator = delimiter, TrackLineNumbers = true });
        var widths = new List<(long, int)>();
        while (widths.Count < RecordsLooked && reader.Read())
        {
            var filled = 0;
            for (var cell = 0; cell < reader.FieldCount; cell++)
                filled += reader.GetSpan(cell).IndexOfAnyExcept(" \t"u8) >= 0 ? 1 : 0;
            if (filled > 0)
                widths.Add((reader.LineNumber, filled));
        }
        return widths;
    }
}
