using System.Text;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Mapping;

/// <summary>Where in the rows of one file a profile's <see cref="StateMark"/> stands.</summary>
/// <param name="mark">What marks a ticket.</param>
/// <param name="find">The cells that bear one of some names.</param>
internal sealed class StateMarks(StateMark mark, Func<IReadOnlyList<string>, int[]> find)
{
    private readonly int[] _worded = find(mark.Columns);
    private readonly int[] _filled = find(mark.Filled);
    private readonly int[] _notId = find(mark.NotId);

    /// <summary>True when the record is marked.</summary>
    /// <param name="record">The row.</param>
    /// <param name="words">The mark's words; one for each thread, since it remembers.</param>
    /// <param name="ticketId">The ticket's own id.</param>
    public bool Are(IRecord record, Vocabulary words, ReadOnlySpan<byte> ticketId)
    {
        foreach (var cell in _worded)
            if (HasWord(record.Cell(cell), words))
                return true;
        foreach (var cell in _filled)
            if (IsFilled(record.Cell(cell)))
                return true;
        foreach (var cell in _notId)
            if (IsFilled(record.Cell(cell)) && !record.Cell(cell).Trim(" "u8).SequenceEqual(ticketId))
                return true;
        return false;
    }

    /// <summary>The id of the ticket a marked record went into; empty where the mark does not name it.</summary>
    public ReadOnlySpan<byte> Into(IRecord record, ReadOnlySpan<byte> ticketId)
    {
        foreach (var cell in (ReadOnlySpan<int>)[.. _filled, .. _notId])
            if (record.Cell(cell).Trim(" \t\r\n"u8) is var id && IsFilled(id) && !id.SequenceEqual(ticketId))
                return id;
        return default;
    }

    /// <summary>True for a cell that says something, other than what tools write for nothing and no.</summary>
    public static bool IsFilled(ReadOnlySpan<byte> cell)
    {
        var text = cell.Trim(" \t\r\n"u8);
        return !text.IsEmpty && !text.SequenceEqual("0"u8) && !text.SequenceEqual("-"u8) && !text.SequenceEqual("-1"u8)
            && !Ascii.EqualsIgnoreCase(text, "false"u8) && !Ascii.EqualsIgnoreCase(text, "no"u8) && !Ascii.EqualsIgnoreCase(text, "null"u8);
    }

    private static bool HasWord(ReadOnlySpan<byte> tags, Vocabulary words)
    {
        if (tags.IsEmpty)
            return false;
        foreach (var tag in tags.SplitAny(" ,;"u8))
            if (words.Meaning(tags[tag]) is not null)
                return true;
        return false;
    }
}
