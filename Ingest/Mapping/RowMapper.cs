using System.Text;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using NodaTime;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Makes a row of one raw table of a record, or says why it is none. No file and no database; the same record always makes the same
/// row. Keeps what it learned of words and zone from record to record, so one thread at a time.
/// </summary>
/// <param name="header">The names the record's cells bear.</param>
/// <param name="profile">What its cells mean.</param>
/// <param name="zone">Of instants without an offset.</param>
public abstract class RowMapper<TRow>(IReadOnlyList<string> header, Profile profile, DateTimeZone zone)
    where TRow : RawRow
{
    /// <summary>The longest cell kept, in bytes.</summary>
    public const int LongestCell = 1 << 20;

    private const int LongestNumber = 64;

    private readonly byte[][] _empty = [.. profile.Empty.Select(Encoding.UTF8.GetBytes)];
    private readonly TimeReader _times = new(profile, zone, header);
    private readonly byte[] _digits = new byte[LongestNumber];

    protected IReadOnlyList<string> Header => header;

    protected Profile Profile => profile;

    /// <summary>Fills <paramref name="row"/>, cleared first; its line and hash are the caller's to add.</summary>
    /// <returns>Null when the record is such a row.</returns>
    public Reject? Map(IRecord record, TRow row)
    {
        row.Clear();
        return Misshapen(record) ?? Fill(record, row);
    }

    /// <summary>True for a record of a list that holds rows of other kinds too, and that is one of those.</summary>
    public virtual bool IsOfOtherKind(IRecord record) => false;

    /// <summary>Seconds since 1970-01-01 UTC of each instant of the row that tells how far the file reaches, once it is mapped.</summary>
    public abstract void AddHappened(TRow row, List<long> instants);

    protected abstract Reject? Fill(IRecord record, TRow row);

    /// <summary>The first of the cells that says something; empty when none does.</summary>
    protected ReadOnlySpan<byte> FirstFilled(IRecord record, int[] cells, out int at)
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

    /// <summary>As the other, where it does not matter which cell it was; empty where the file has none.</summary>
    protected ReadOnlySpan<byte> FirstFilled(IRecord record, int[] cells) => cells.Length == 0 ? [] : FirstFilled(record, cells, out _);

    /// <summary>The text no such row can do without.</summary>
    protected Reject? Require(IRecord record, int[] cells, string name, out ReadOnlySpan<byte> cell)
    {
        cell = FirstFilled(record, cells);
        return cell.IsEmpty ? Missing(cells[0], record, name) : null;
    }

    /// <summary>The id of the ticket a row belongs to, as the profile's tickets have it.</summary>
    protected ReadOnlySpan<byte> TicketId(ReadOnlySpan<byte> cell) => Number(TicketColumn.TicketId, cell);

    /// <summary>A cell as it is, or, where the profile says the column holds numbers, its digits.</summary>
    protected ReadOnlySpan<byte> Number(TicketColumn column, ReadOnlySpan<byte> cell) =>
        cell.Length <= LongestNumber && profile.Numbers.Contains(column) ? WholeNumber.WithoutSpaces(cell, _digits) : cell;

    /// <summary>Sets the instant no such row can do without, and whether the clock on the wall showed it twice.</summary>
    protected Reject? RequireInstant<TColumn>(IRecord record, int[] cells, RawRow<TColumn> row, TColumn instant, TColumn isTimeAmbiguous)
        where TColumn : struct, Enum
    {
        var cell = FirstFilled(record, cells, out var at);
        var unreadable = ReadInstant(at, cell, out var found, out var isAmbiguous);
        if (cell.IsEmpty || (unreadable is null && found is null))
            return Missing(at, record, instant.Name());
        if (unreadable is not null)
            return Rejected(at, cell, unreadable);
        row.SetInstant(instant, found!.Value);
        row.SetNumber(isTimeAmbiguous, isAmbiguous ? 1 : 0);
        return null;
    }

    private Reject Missing(int at, IRecord record, string name) =>
        Rejected(at, record.Cell(at), new($"the row needs a {name}", $"η γραμμή χρειάζεται {name}"));

    /// <summary>Reads an instant; null without a message where the cell means no date.</summary>
    protected Message? ReadInstant(int at, ReadOnlySpan<byte> cell, out long? seconds, out bool isAmbiguous)
    {
        seconds = null;
        switch (_times.Read(at, cell, out var utcSeconds, out isAmbiguous))
        {
            case TimeFound.Unreadable:
                return new($"is no date of the form {_times.Forms}", $"δεν είναι ημερομηνία της μορφής {_times.Forms}");
            case TimeFound.Relative:
                return new(
                    "is no date but a distance from the day of the export; let the export write the date itself (Request Tracker: the columns"
                    + " Created and Resolved instead of CreatedRelative; elsewhere: dates as absolute)",
                    "δεν είναι ημερομηνία αλλά απόσταση από την ημέρα της εξαγωγής· ζητήστε από την εξαγωγή την ίδια την ημερομηνία (Request Tracker:"
                    + " στήλες Created και Resolved αντί για CreatedRelative· αλλού: απόλυτες ημερομηνίες)");
            case TimeFound.OutOfRange:
                return new("lies before 1990 or after 2100", "είναι πριν το 1990 ή μετά το 2100");
            case TimeFound.Instant:
                seconds = utcSeconds;
                return null;
            default:
                return null;
        }
    }

    protected Reject Rejected(int at, ReadOnlySpan<byte> cell, Message reason) => new(header[at], Shown(cell), reason);

    protected static string Shown(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(cell.Length > 200 ? cell[..200] : cell);

    private bool MeansEmpty(ReadOnlySpan<byte> text)
    {
        foreach (var word in _empty)
            if (text.SequenceEqual(word))
                return true;
        return false;
    }

    /// <summary>Cells beyond the header may be there when empty (a delimiter at the line's end); a short row is a cut one.</summary>
    private Reject? Misshapen(IRecord record)
    {
        var count = record.Count;
        if (count < header.Count)
            return new Reject(null, null, new(
                $"the row has {count} cells and the header {header.Count}: it is cut short, or a line break in a cell is not quoted",
                $"η γραμμή έχει {count} κελιά και η επικεφαλίδα {header.Count}: είναι κομμένη, ή αλλαγή γραμμής σε κελί χωρίς εισαγωγικά"));
        for (var cell = header.Count; cell < count; cell++)
            if (!record.Cell(cell).IsEmpty)
                return new Reject(null, Shown(record.Cell(cell)), new(
                    $"the row has {count} cells and the header {header.Count}: a delimiter in a cell is not quoted",
                    $"η γραμμή έχει {count} κελιά και η επικεφαλίδα {header.Count}: διαχωριστικό σε κελί χωρίς εισαγωγικά"));
        return record.Raw.Length > LongestCell ? TooLong(record) : null;
    }

    private Reject? TooLong(IRecord record)
    {
        for (var cell = 0; cell < header.Count; cell++)
            if (record.Cell(cell).Length > LongestCell)
                return Rejected(cell, record.Cell(cell), new(
                    $"the cell holds {record.Cell(cell).Length} bytes, more than the {LongestCell} kept",
                    $"το κελί έχει {record.Cell(cell).Length} bytes, περισσότερα από τα {LongestCell} που κρατιούνται"));
        return null;
    }

    protected static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        // Most cells have nothing to trim; the no-break space is two bytes.
        if (cell.IsEmpty || (cell[0] > 0x20 && cell[^1] > 0x20 && cell[0] != 0xC2))
            return cell;
        while (cell.StartsWith("\u00A0"u8))
            cell = cell[2..];
        return cell.Trim(" \t\r\n"u8);
    }
}
