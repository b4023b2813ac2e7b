using System.Buffers;
using System.Text;

namespace Insights.Ingest.Reading;

/// <summary>Counts what went wrong with the letters of a file before it came to us, and repairs what can be. Used by several threads.</summary>
internal sealed class TextFaults
{
    /// <summary>Below this, question marks may be somebody's question.</summary>
    private const int FewestLostWords = 3;

    private static readonly byte[] Replacement = [0xEF, 0xBF, 0xBD];
    private static readonly byte[] LostWord = "????"u8.ToArray();

    private long _repaired;
    private long _replaced;
    private long _lost;

    /// <summary>What was found, one notice a fault.</summary>
    public IReadOnlyList<Notice> Notices =>
    [
        .. Of("double_encoded", _repaired, 1,
            n => $"{n} texts had been encoded twice (Î•Î½ for Εν); they were repaired.",
            n => $"{n} κείμενα ήταν κωδικοποιημένα δύο φορές (Î•Î½ αντί για Εν)· διορθώθηκαν."),
        .. Of("broken_characters", _replaced, 1,
            n => $"{n} letters were already lost when the file was made: \uFFFD stands in their place. Export again as UTF-8 if you can.",
            n => $"{n} γράμματα είχαν ήδη χαθεί όταν φτιάχτηκε το αρχείο: στη θέση τους είναι \uFFFD. Κάντε νέα εξαγωγή σε UTF-8 αν γίνεται."),
        .. Of("lost_letters", _lost, FewestLostWords,
            n => $"{n} words are question marks alone (?????): the export could not write Greek. Export again as UTF-8.",
            n => $"{n} λέξεις είναι μόνο ερωτηματικά (?????): η εξαγωγή δεν μπορούσε να γράψει ελληνικά. Κάντε νέα εξαγωγή σε UTF-8."),
    ];

    /// <summary>Notes the faults of a text, and gives it repaired where it is one that was encoded twice; else null.</summary>
    public byte[]? Look(ReadOnlySpan<byte> cell)
    {
        CountLost(cell);
        if (Ascii.IsValid(cell))
            return null;
        CountReplaced(cell);
        var repaired = DoubleEncoding.Undo(cell);
        if (repaired is not null)
            Interlocked.Increment(ref _repaired);
        return repaired;
    }

    /// <summary>As <see cref="Look"/> for a whole block of delimited text: what stands between two separators is one text.</summary>
    public byte[]? LookThrough(ReadOnlySpan<byte> block, char delimiter)
    {
        CountLost(block);
        if (Ascii.IsValid(block))
            return null;
        CountReplaced(block);
        return DoubleEncoding.MayBeIn(block) ? RepairedBlock(block, [(byte)delimiter, .. "\r\n\""u8]) : null;
    }

    private byte[]? RepairedBlock(ReadOnlySpan<byte> block, byte[] separators)
    {
        var repaired = new ArrayBufferWriter<byte>(block.Length);
        var count = 0L;
        while (!block.IsEmpty)
        {
            var end = block.IndexOfAny(separators);
            var text = end < 0 ? block : block[..end];
            var undone = DoubleEncoding.Undo(text);
            count += undone is null ? 0 : 1;
            repaired.Write(undone ?? text);
            repaired.Write(end < 0 ? default : block.Slice(end, 1));
            block = end < 0 ? default : block[(end + 1)..];
        }
        Interlocked.Add(ref _repaired, count);
        return count > 0 ? repaired.WrittenSpan.ToArray() : null;
    }

    /// <summary>A search for one byte, which hardly any text has, comes first: it costs a fraction of one for three.</summary>
    private void CountReplaced(ReadOnlySpan<byte> text)
    {
        if (text.Contains(Replacement[0]) && text.Count(Replacement) is > 0 and var count)
            Interlocked.Add(ref _replaced, count);
    }

    private void CountLost(ReadOnlySpan<byte> text)
    {
        for (var found = text.IndexOf(LostWord); found >= 0; found = text.IndexOf(LostWord))
        {
            if (found == 0 || !char.IsAsciiLetterOrDigit((char)text[found - 1]))
                Interlocked.Increment(ref _lost);
            text = text[found..];
            var end = text.IndexOfAnyExcept((byte)'?');
            text = end < 0 ? default : text[end..];
        }
    }

    private static IEnumerable<Notice> Of(string code, long count, long fewest, Func<long, string> english, Func<long, string> greek) =>
        count >= fewest ? [new Notice(code, count, new(english(count), greek(count)))] : [];
}
