using System.Buffers;
using System.Globalization;
using System.Text;

namespace Insights.Ingest.Reading.Json;

/// <summary>The text of JSON strings. A half of a surrogate pair, as tools that cut text leave it, becomes U+FFFD.</summary>
internal static class JsonStrings
{
    /// <summary>The text of a string with its quotes.</summary>
    public static string Text(ReadOnlySpan<byte> quoted)
    {
        var text = new ArrayBufferWriter<byte>();
        Unescape(quoted.Length >= 2 ? quoted[1..^1] : [], text);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>Writes the text of a string without its quotes.</summary>
    public static void Unescape(ReadOnlySpan<byte> escaped, IBufferWriter<byte> text)
    {
        while (escaped.Length > 0)
        {
            var escape = escaped.IndexOf((byte)'\\');
            text.Write(escape < 0 ? escaped : escaped[..escape]);
            if (escape < 0 || escape + 1 == escaped.Length)
                return;
            escaped = escaped[escape..];
            escaped = escaped[1] == 'u' ? Coded(escaped, text) : Short(escaped, text);
        }
    }

    private static ReadOnlySpan<byte> Short(ReadOnlySpan<byte> escaped, IBufferWriter<byte> text)
    {
        var letter = escaped[1] switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' or (byte)'f' => (byte)' ',
            var itself => itself,
        };
        text.Write([letter]);
        return escaped[2..];
    }

    private static ReadOnlySpan<byte> Coded(ReadOnlySpan<byte> escaped, IBufferWriter<byte> text)
    {
        var first = Unit(escaped);
        var second = char.IsHighSurrogate(first) ? Unit(escaped.Length > 6 ? escaped[6..] : []) : '\0';
        var isPair = char.IsSurrogatePair(first, second);
        var rune = isPair ? new Rune(first, second) : char.IsSurrogate(first) || first == 0 ? Rune.ReplacementChar : new Rune(first);
        Span<byte> letter = stackalloc byte[4];
        text.Write(letter[..rune.EncodeToUtf8(letter)]);
        return escaped[Math.Min(isPair ? 12 : 6, escaped.Length)..];
    }

    /// <summary>The code of <c>\uXXXX</c>; NUL where it is none.</summary>
    private static char Unit(ReadOnlySpan<byte> escape) =>
        escape.Length >= 6 && escape[0] == '\\' && escape[1] == 'u'
        && ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : '\0';
}
