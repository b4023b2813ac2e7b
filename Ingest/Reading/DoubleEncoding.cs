using System.Text;
using System.Text.Unicode;

namespace Insights.Ingest.Reading;

/// <summary>
/// Undoes text that was UTF-8, was read as Windows-1252, Windows-1253 or ISO-8859-1, and was written as UTF-8 again:
/// <c>Î•Î½Î·Î¼Î­ÏÏ‰ÏƒÎ·</c> for <c>Ενημέρωση</c>.
/// </summary>
internal static class DoubleEncoding
{
    private const int LongestText = 1 << 20;

    /// <summary>The first byte of Western letters in UTF-8.</summary>
    private const byte WesternLead = 0xC3;

    /// <summary>Xi, as the first byte of most Greek letters reads in Windows-1253.</summary>
    private static readonly byte[] GreekLead = [0xCE, 0x9E];

    private static readonly Dictionary<char, byte> Western = Table(1252);
    private static readonly Dictionary<char, byte> Greek = Table(1253);

    /// <summary>
    /// False where there is nothing to undo, told at the speed of a search: the first letters of such text are one of ÂÃÄÅÎÏâð, or a Xi,
    /// with another letter or sign beyond ASCII behind them. Plain ASCII never has them, Greek and Western text hardly ever.
    /// </summary>
    public static bool MayBeIn(ReadOnlySpan<byte> utf8) => HasWesternLead(utf8) || HasGreekLead(utf8);

    private static bool HasWesternLead(ReadOnlySpan<byte> utf8)
    {
        for (var found = utf8.IndexOf(WesternLead); found >= 0 && found + 2 < utf8.Length; found = utf8.IndexOf(WesternLead))
        {
            if (utf8[found + 2] >= 0x80 && utf8[found + 1] is (>= 0x82 and <= 0x85) or 0x8E or 0x8F or 0xA2 or 0xB0)
                return true;
            utf8 = utf8[(found + 2)..];
        }
        return false;
    }

    private static bool HasGreekLead(ReadOnlySpan<byte> utf8)
    {
        for (var found = utf8.IndexOf(GreekLead); found >= 0 && found + 2 < utf8.Length; found = utf8.IndexOf(GreekLead))
        {
            utf8 = utf8[(found + 2)..];
            if (utf8[0] is 0xC2 or 0xE2 or 0xC6 || (utf8[0] == 0xCE && utf8.Length > 1 && utf8[1] < 0x90))
                return true;
        }
        return false;
    }

    /// <summary>
    /// The text as it was, or null where it is no such text: undone it must be valid UTF-8 throughout, and every letter it gains one of
    /// Greek, Western European text or their punctuation. A single Greek letter is not enough: Western text can look like one.
    /// </summary>
    public static byte[]? Undo(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText || Ascii.IsValid(utf8) || !MayBeIn(utf8))
            return null;
        var text = Encoding.UTF8.GetString(utf8);
        return Undone(text, Western) ?? Undone(text, Greek);
    }

    private static byte[]? Undone(string text, Dictionary<char, byte> table)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
            if (text[i] < 0x80)
                bytes[i] = (byte)text[i];
            else if (!table.TryGetValue(text[i], out bytes[i]))
                return null;
        return Utf8.IsValid(bytes) && IsPlausible(Encoding.UTF8.GetString(bytes)) ? bytes : null;
    }

    private static bool IsPlausible(string text)
    {
        var (greek, other) = (0, 0);
        foreach (var letter in text)
            if (letter is >= '\u0384' and <= '\u03CE')
                greek++;
            else if (letter is (>= '\u00A0' and <= '\u017F') or (>= '\u2010' and <= '\u20AC') or (>= '\u2100' and <= '\u27BF'))
                other++;
            else if (char.IsSurrogate(letter))
                other++;
            else if (letter >= 0x80)
                return false;
        return greek > 1 || other > 0;
    }

    /// <summary>What each byte from 80 on reads as; bytes the code page leaves open read as the control character of that number.</summary>
    private static Dictionary<char, byte> Table(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(codePage);
        var table = new Dictionary<char, byte>();
        for (var code = 0x80; code <= 0xFF; code++)
        {
            var letter = encoding.GetString([(byte)code])[0];
            table[letter is '?' or '\uFFFD' ? (char)code : letter] = (byte)code;
            if (code < 0xA0)
                table.TryAdd((char)code, (byte)code);
        }
        return table;
    }
}
