namespace Insights.Ingest.Mapping;

/// <summary>Numbers that a tool writes with a space between the thousands: <c>52 267</c> is the ticket 52267.</summary>
internal static class WholeNumber
{
    /// <summary>
    /// The digits alone where the cell is digits in groups of three with spaces between (plain, no-break, narrow or thin); else the cell
    /// as it is.
    /// </summary>
    /// <param name="cell">UTF-8.</param>
    /// <param name="digits">Where the digits may be written; at least as long as the cell.</param>
    public static ReadOnlySpan<byte> WithoutSpaces(ReadOnlySpan<byte> cell, Span<byte> digits)
    {
        int count = 0, group = 0, groups = 0;
        for (var at = 0; at < cell.Length;)
            if (cell[at] is >= (byte)'0' and <= (byte)'9')
            {
                digits[count++] = cell[at++];
                group++;
            }
            else if (Space(cell[at..]) is var space and > 0 && (groups++ == 0 ? group is >= 1 and <= 3 : group == 3))
            {
                at += space;
                group = 0;
            }
            else
                return cell;
        return groups > 0 && group == 3 ? digits[..count] : cell;
    }

    private static int Space(ReadOnlySpan<byte> text) =>
        text[0] == ' ' ? 1
        : text.StartsWith("\u00A0"u8) ? 2
        : text.StartsWith("\u202F"u8) || text.StartsWith("\u2009"u8) ? 3
        : 0;
}
