using System.Text;
using Insights.Analytics;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>The texts the cells of a workbook share, held as UTF-8 while it is read: one copy of each, up to a limit.</summary>
internal sealed class SharedTexts
{
    private const int BlockSize = 1 << 20;

    private readonly List<byte[]> _blocks = [];
    private readonly List<(int Block, int Start, int Length)> _texts = [];
    private int _used = BlockSize;
    private long _held;

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_texts.Count)
                return default;
            var (block, start, length) = _texts[index];
            return _blocks[block].AsSpan(start, length);
        }
    }

    /// <exception cref="SetupException">They are more than the limit.</exception>
    public static SharedTexts Read(PartReader? part, string place)
    {
        var texts = new SharedTexts();
        var text = new StringBuilder();
        while (part?.ReadTo("si") ?? false)
        {
            RichText.Read(part, text.Clear());
            texts.Add(text, place);
        }
        return texts;
    }

    private void Add(StringBuilder text, string place)
    {
        var letters = CellEscapes.Unescape(text.ToString());
        var length = Encoding.UTF8.GetByteCount(letters);
        _held += length + 16;
        if (_held > ReadingLimits.SharedTextBytes)
            throw new SetupException(
                $"The workbook '{place}' holds more text than {ReadingLimits.SharedTextBytes} bytes at once. Export it as CSV.",
                $"Το βιβλίο '{place}' έχει πάνω από {ReadingLimits.SharedTextBytes} byte κειμένου. Κάντε νέα εξαγωγή σε CSV.");
        if (_used + length > BlockSize || _blocks.Count == 0)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, length)]);
            _used = 0;
        }
        Encoding.UTF8.GetBytes(letters, _blocks[^1].AsSpan(_used));
        _texts.Add((_blocks.Count - 1, _used, length));
        _used += length;
    }
}
