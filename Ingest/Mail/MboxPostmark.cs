namespace Insights.Ingest.Mail;

/// <summary>
/// Finds the lines that begin a message in an MBOX: <c>From sender Mon Nov 24 10:00:00 2025</c>, or the bare <c>From </c> newer
/// Thunderbirds write, which counts only behind an empty line. The line after it must be a header, so that a sentence that starts with
/// "From" is no postmark even where the mailbox did not quote it as <c>&gt;From</c>.
/// </summary>
internal static class MboxPostmark
{
    /// <summary>The bytes before a postmark that are looked at.</summary>
    public const int LookBehind = 3;

    /// <summary>A postmark and the name of the header after it are shorter than this.</summary>
    private const int Longest = 2048;

    private static ReadOnlySpan<byte> Start => "From "u8;

    /// <summary>The place of the first postmark at or behind <paramref name="from"/>.</summary>
    /// <param name="text">Text at hand; what lies before <paramref name="from"/> was used.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="isAll">True when nothing follows the text.</param>
    /// <param name="isSure">False: there is no postmark before the returned place, but whether one stands there needs more text.</param>
    public static int Find(ReadOnlySpan<byte> text, int from, bool isAll, out bool isSure)
    {
        for (var at = from; ; at++)
        {
            var found = Candidate(text, at);
            if (found < 0)
                return Undecided(text, from, isAll, out isSure);
            isSure = true;
            at = found;
            var verdict = IsPostmark(text, at, isAll);
            if (verdict is null)
                isSure = false;
            if (verdict != false)
                return at;
        }
    }

    /// <summary>True when the text begins with a postmark, empty lines and a byte order mark aside.</summary>
    public static bool Begins(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        text = text.TrimStart("\r\n"u8);
        return text.StartsWith(Start) && IsPostmark(text, 0, isAll: true) == true;
    }

    /// <summary>The next place at a line's start where "From " stands; -1 when there is none.</summary>
    private static int Candidate(ReadOnlySpan<byte> text, int from)
    {
        if (from == 0 && text.StartsWith("\uFEFFFrom "u8))
            return 3;
        if ((from == 0 || text[from - 1] == '\n') && text[from..].StartsWith(Start))
            return from;
        var at = text[from..].IndexOf("\nFrom "u8);
        return at < 0 ? -1 : from + at + 1;
    }

    /// <summary>No candidate: the last bytes may still be the beginning of one.</summary>
    private static int Undecided(ReadOnlySpan<byte> text, int from, bool isAll, out bool isSure)
    {
        isSure = isAll;
        if (isAll)
            return text.Length;
        var line = Math.Max(from, text.LastIndexOf((byte)'\n') + 1);
        return text.Length - line < Start.Length ? line : text.Length;
    }

    /// <summary>Null: more text is needed.</summary>
    private static bool? IsPostmark(ReadOnlySpan<byte> text, int at, bool isAll)
    {
        var rest = text[at..];
        var canWait = !isAll && rest.Length < Longest;
        var lineEnd = rest.IndexOf((byte)'\n');
        if (lineEnd < 0)
            return canWait ? null : false;

        var line = rest[Start.Length..lineEnd].Trim(" \t\r"u8);
        var isBare = line.IsEmpty && IsBehindEmptyLine(text, at);
        if (!isBare && !HasTime(line))
            return false;
        var next = rest[(lineEnd + 1)..];
        if (next.StartsWith(">From "u8))
            return true;
        var name = next.IndexOfAnyExceptInRange((byte)'!', (byte)'~');
        var colon = next.IndexOf((byte)':');
        if (colon > 0 && (name < 0 || colon < name))
            return true;
        return name < 0 && canWait ? null : false;
    }

    private static bool IsBehindEmptyLine(ReadOnlySpan<byte> text, int at) =>
        at == 0 || text[..at].EndsWith("\n\n"u8) || text[..at].EndsWith("\n\r\n"u8) || at <= 3 && text[..at].Trim("\uFEFF\r\n"u8).IsEmpty;

    /// <summary>A time of day, <c>9:05</c>, and behind it four digits of a year.</summary>
    private static bool HasTime(ReadOnlySpan<byte> line)
    {
        for (var colon = line.IndexOf((byte)':'); colon > 0 && colon + 2 < line.Length; colon++)
        {
            if (line[colon] == ':' && char.IsAsciiDigit((char)line[colon - 1]) && char.IsAsciiDigit((char)line[colon + 1]))
                return HasYear(line[colon..]);
        }
        return false;
    }

    private static bool HasYear(ReadOnlySpan<byte> text)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            digits = char.IsAsciiDigit((char)letter) ? digits + 1 : 0;
            if (digits == 4)
                return true;
        }
        return false;
    }
}
