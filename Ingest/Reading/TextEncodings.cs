using System.Text;
using System.Text.Unicode;

namespace Insights.Ingest.Reading;

/// <summary>Tells the encoding of a delimited file from its bytes: the mark it starts with, else what the bytes can only be.</summary>
public static class TextEncodings
{
    private const int Windows1252 = 1252;
    private const int Windows1253 = 1253;
    private const int Iso8859Greek = 28597;

    /// <summary>Stands before each record of a JSON text sequence (RFC 7464).</summary>
    private const byte RecordMark = 0x1E;

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The encoding of text that starts with <paramref name="sample"/>: UTF-8, UTF-16 (either order, marked or not),
    /// Windows-1253, ISO-8859-7 or Windows-1252; null when the bytes are no text.
    /// </summary>
    public static Encoding? Detect(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        if (sample.Contains((byte)0))
            return Utf16(sample);
        if (HasControlBytes(sample))
            return null;
        return Utf8.IsValid(WholeCharacters(sample)) ? Encoding.UTF8 : SingleByte(sample);
    }

    /// <summary>In UTF-16 the zeros of delimiters, digits and line breaks all stand on one side of each pair.</summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }
        var pairs = sample.Length / 2;
        if (odd > pairs / 10 && even == 0)
            return Encoding.Unicode;
        return even > pairs / 10 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static bool HasControlBytes(ReadOnlySpan<byte> sample)
    {
        var controls = 0;
        foreach (var b in sample)
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or RecordMark) ? 1 : 0;
        return controls > sample.Length / 100;
    }

    /// <summary>The sample without a character cut in two by its end.</summary>
    private static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> sample)
    {
        var end = sample.Length;
        while (end > 0 && sample.Length - end < 3 && (sample[end - 1] & 0xC0) == 0x80)
            end--;
        if (end == 0 || sample[end - 1] < 0xC0)
            return sample;

        var length = sample[end - 1] switch { >= 0xF0 => 4, >= 0xE0 => 3, _ => 2 };
        return sample.Length - end + 1 < length ? sample[..(end - 1)] : sample;
    }

    /// <summary>
    /// Greek words are runs of high bytes, accented letters of Western text stand alone. Windows-1253 and ISO-8859-7 differ
    /// in the capital alpha with accent (0xA2 or 0xB6), and only Windows-1253 has signs in 0x80 to 0x9F.
    /// </summary>
    private static Encoding SingleByte(ReadOnlySpan<byte> sample)
    {
        int high = 0, runs = 0, signs = 0, windowsAlpha = 0, isoAlpha = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 0x80)
                continue;

            high++;
            var next = i + 1 < sample.Length ? sample[i + 1] : (byte)0;
            runs += next >= 0xC0 || (i > 0 && sample[i - 1] >= 0xC0) ? 1 : 0;
            signs += sample[i] < 0xA0 ? 1 : 0;
            windowsAlpha += sample[i] == 0xA2 && next >= 0xE0 ? 1 : 0;
            isoAlpha += sample[i] == 0xB6 && next >= 0xE0 ? 1 : 0;
        }
        if (runs * 2 < high)
            return Encoding.GetEncoding(Windows1252);
        return Encoding.GetEncoding(isoAlpha > windowsAlpha && signs == 0 ? Iso8859Greek : Windows1253);
    }
}
