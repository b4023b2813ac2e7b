using System.Buffers.Text;
using System.Text;
using Insights.Analytics;
using Insights.Analytics.Loads;
using NodaTime;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Makes a ticket of a row, or says why it is none. No file and no database; the same row always makes the same ticket.
/// Keeps what it learned of words and zone from row to row, so one thread at a time.
/// </summary>
public sealed class TicketMapper
{
    /// <summary>The longest cell kept, in bytes.</summary>
    public const int LongestCell = 1 << 20;

    private readonly TicketLayout _layout;
    private readonly Vocabulary?[] _words;
    private readonly TimeReader _times;
    private readonly bool _respondsInMinutes;
    private readonly byte[][] _empty;
    private readonly Vocabulary _mergedWords;

    public TicketMapper(TicketLayout layout, DateTimeZone zone)
    {
        _layout = layout;
        _words = [.. TicketColumns.All.Select(c => layout.Profile.Words.TryGetValue(c, out var words) ? new Vocabulary(words) : null)];
        _times = new TimeReader(layout.Profile.DateFormats, zone);
        _empty = [.. layout.Profile.Empty.Select(Encoding.UTF8.GetBytes)];
        _mergedWords = new Vocabulary((layout.Profile.Merged?.Words ?? []).ToDictionary(word => word, _ => "merged"));
        _respondsInMinutes = layout.Profile.FirstResponse.Mode == "minutes_from_created";
    }

    /// <summary>Fills <paramref name="row"/>, cleared first; its line and hash are the caller's to add.</summary>
    /// <returns>Null when the row is a ticket.</returns>
    public Reject? Map(IRecord record, TicketRow row)
    {
        row.Clear();
        row.SetNumber(TicketColumn.IsTimeAmbiguous, 0);
        if (Misshapen(record) is { } misshapen)
            return misshapen;

        foreach (var (column, cells) in _layout.Fields)
        {
            var cell = FirstFilled(record, cells, out var at);
            if (!cell.IsEmpty && Set(row, column, cell) is { } reason)
                return new Reject(_layout.Header[at], Shown(cell), reason);
        }
        MarkMerged(record, row);
        return Incomplete(record, row);
    }

    private ReadOnlySpan<byte> FirstFilled(IRecord record, int[] cells, out int at)
    {
        foreach (var cell in cells)
        {
            at = cell;
            var text = Trim(record.Cell(cell));
            if (!text.IsEmpty && !MeansEmpty(text))
                return text;
        }
        at = cells[0];
        return [];
    }

    private bool MeansEmpty(ReadOnlySpan<byte> text)
    {
        foreach (var word in _empty)
            if (text.SequenceEqual(word))
                return true;
        return false;
    }

    private void MarkMerged(IRecord record, TicketRow row)
    {
        foreach (var cell in _layout.MergedMarks)
        {
            var tags = record.Cell(cell);
            foreach (var tag in tags.IsEmpty ? default : tags.SplitAny(" ,;"u8))
                if (_mergedWords.Meaning(tags[tag]) is { } merged)
                    row.SetText(TicketColumn.State, merged);
        }
    }

    /// <summary>Sets a column from its cell; says why when it cannot.</summary>
    private Message? Set(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell)
    {
        if (column == TicketColumn.RespondedAt && _respondsInMinutes)
            return SetRespondedAfter(row, cell);
        if (column.IsInstant())
            return SetInstant(row, column, cell);
        switch (column)
        {
            case TicketColumn.State:
                SetMeaning(row, column, cell);
                row.SetText(TicketColumn.StateText, cell);
                return null;
            case TicketColumn.Priority:
                SetPriority(row, cell);
                row.SetText(TicketColumn.PriorityText, cell);
                return null;
            case TicketColumn.Channel when Meaning(column, cell) is null:
                row.SetText(column, cell);
                return null;
            case TicketColumn.Kind or TicketColumn.Channel or TicketColumn.VendorResponseOutcome or TicketColumn.VendorResolveOutcome:
                SetMeaning(row, column, cell);
                return null;
            case TicketColumn.PausedSeconds:
                return SetDuration(row, column, cell);
            case TicketColumn.ReopenCount:
                return SetCount(row, column, cell);
            default:
                row.SetText(column, cell);
                return null;
        }
    }

    private Message? SetInstant(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell)
    {
        var found = _times.Read(column, cell, out var seconds, out var isAmbiguous);
        if (found == TimeFound.Unreadable)
            return new($"is no date of the form {_times.Forms}", $"δεν είναι ημερομηνία της μορφής {_times.Forms}");
        if (found == TimeFound.OutOfRange)
            return new("lies before 1990 or after 2100", "είναι πριν το 1990 ή μετά το 2100");
        if (found == TimeFound.None)
            return null;

        row.SetInstant(column, seconds);
        if (isAmbiguous)
            row.SetNumber(TicketColumn.IsTimeAmbiguous, 1);
        return null;
    }

    /// <summary>
    /// created_at stands before responded_at in the table's order, so it is there, or the row is rejected for lacking it.
    /// </summary>
    private static Message? SetRespondedAfter(TicketRow row, ReadOnlySpan<byte> cell)
    {
        if (!Durations.TryRead(cell, "minutes", out var seconds))
            return new("is no number of minutes", "δεν είναι αριθμός λεπτών");
        if (row.Number(TicketColumn.CreatedAt) is { } created)
            row.SetInstant(TicketColumn.RespondedAt, created + seconds);
        return null;
    }

    private Message? SetDuration(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell)
    {
        var unit = _layout.Profile.Units[column];
        if (!Durations.TryRead(cell, unit, out var seconds))
            return new($"is no duration in {unit}", $"δεν είναι διάρκεια σε {unit}");
        row.SetNumber(column, seconds);
        return null;
    }

    private static Message? SetCount(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell)
    {
        if (!Utf8Parser.TryParse(cell, out int count, out var used) || used != cell.Length || count < 0)
            return new("is no whole number", "δεν είναι ακέραιος αριθμός");
        row.SetNumber(column, count);
        return null;
    }

    private void SetMeaning(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell) => row.SetText(column, Meaning(column, cell));

    private void SetPriority(TicketRow row, ReadOnlySpan<byte> cell)
    {
        if (Meaning(TicketColumn.Priority, cell) is { } rank)
            row.SetNumber(TicketColumn.Priority, rank[0] - '0');
    }

    private byte[]? Meaning(TicketColumn column, ReadOnlySpan<byte> cell) => _words[(int)column]?.Meaning(cell);

    /// <summary>Cells beyond the header may be there when empty (a delimiter at the line's end); a short row is a cut one.</summary>
    private Reject? Misshapen(IRecord record)
    {
        var count = record.Count;
        if (count < _layout.Header.Count)
            return new Reject(null, null, new(
                $"the row has {count} cells and the header {_layout.Header.Count}: it is cut short, or a line break in a cell is not quoted",
                $"η γραμμή έχει {count} κελιά και η επικεφαλίδα {_layout.Header.Count}: είναι κομμένη, ή αλλαγή γραμμής σε κελί χωρίς εισαγωγικά"));
        for (var cell = _layout.Header.Count; cell < count; cell++)
            if (!record.Cell(cell).IsEmpty)
                return new Reject(null, Shown(record.Cell(cell)), new(
                    $"the row has {count} cells and the header {_layout.Header.Count}: a delimiter in a cell is not quoted",
                    $"η γραμμή έχει {count} κελιά και η επικεφαλίδα {_layout.Header.Count}: διαχωριστικό σε κελί χωρίς εισαγωγικά"));
        return record.Raw.Length > LongestCell ? TooLong(record) : null;
    }

    private Reject? TooLong(IRecord record)
    {
        for (var cell = 0; cell < _layout.Header.Count; cell++)
            if (record.Cell(cell).Length > LongestCell)
                return new Reject(_layout.Header[cell], Shown(record.Cell(cell)), new(
                    $"the cell holds {record.Cell(cell).Length} bytes, more than the {LongestCell} kept",
                    $"το κελί έχει {record.Cell(cell).Length} bytes, περισσότερα από τα {LongestCell} που κρατιούνται"));
        return null;
    }

    private Reject? Incomplete(IRecord record, TicketRow row)
    {
        foreach (var (column, cells) in _layout.Fields)
            if (column is TicketColumn.TicketId or TicketColumn.CreatedAt && !row.IsSet(column))
                return new Reject(_layout.Header[cells[0]], Shown(record.Cell(cells[0])), new($"a ticket needs a {column.Name()}", $"το αίτημα χρειάζεται {column.Name()}"));
        return null;
    }

    private static string Shown(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(cell.Length > 200 ? cell[..200] : cell);

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        // Most cells have nothing to trim; the no-break space is two bytes.
        if (cell.IsEmpty || (cell[0] > 0x20 && cell[^1] > 0x20 && cell[0] != 0xC2))
            return cell;
        while (cell.StartsWith("\u00A0"u8))
            cell = cell[2..];
        return cell.Trim(" \t\r\n"u8);
    }
}
