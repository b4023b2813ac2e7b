namespace Insights.Ingest.Reading;

/// <summary>
/// Finds where records end in a growing piece of text that starts at a record: keeps its place, so every byte is looked at once.
/// </summary>
internal struct RecordScan(byte delimiter, byte lineBreak)
{
    private const byte Quote = (byte)'"';

    private int _position;
    private int _outsideFrom;

    /// <summary>The end of the last whole record seen (the byte after its line break); 0 while there is none.</summary>
    public int LastBreak { get; private set; }

    /// <summary>True when the text seen so far ends inside a quoted cell.</summary>
    public bool IsInQuotes { get; private set; }

    /// <summary>Looks at what was added to the text since the last call.</summary>
    /// <param name="text">All of it, from the record it starts at.</param>
    /// <param name="isWhole">True when nothing follows.</param>
    public void Advance(ReadOnlySpan<byte> text, bool isWhole)
    {
        while (_position < text.Length)
        {
            var found = text[_position..].IndexOf(Quote);
            var quote = found < 0 ? text.Length : _position + found;
            if (!IsInQuotes)
                NoteBreaks(text, quote);
            if (quote == text.Length)
                _position = quote;
            else if (!IsInQuotes)
                Open(text, quote);
            else if (quote + 1 == text.Length && !isWhole)
                return;
            else
                Close(text, quote);
        }
    }

    private void Open(ReadOnlySpan<byte> text, int quote)
    {
        IsInQuotes = quote == 0 || text[quote - 1] == delimiter || text[quote - 1] is (byte)'\n' or (byte)'\r';
        _position = _outsideFrom = quote + 1;
    }

    private void Close(ReadOnlySpan<byte> text, int quote)
    {
        var isDoubled = quote + 1 < text.Length && text[quote + 1] == Quote;
        IsInQuotes = isDoubled;
        _position = quote + (isDoubled ? 2 : 1);
        _outsideFrom = _position;
    }

    private void NoteBreaks(ReadOnlySpan<byte> text, int end)
    {
        if (end == _outsideFrom)
            return;

        var outside = text[_outsideFrom..end];
        var last = outside.LastIndexOf(lineBreak);
        if (last >= 0)
            LastBreak = _outsideFrom + last + 1;
    }
}
