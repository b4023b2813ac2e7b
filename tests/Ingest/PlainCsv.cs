namespace Insights.Ingest.Tests;

/// <summary>
/// Delimited text read letter by letter, by what the words say: a quote at the start of a cell opens it, two quotes inside are one, a
/// line break inside is text, and what follows the closing quote belongs to the cell. Lines end in LF, CR LF or CR; empty ones are nothing.
/// </summary>
internal sealed class PlainCsv
{
    private readonly byte[] _text;
    private readonly byte _delimiter;
    private readonly byte _lineBreak;
    private readonly bool _quotesSpanLines;
    private readonly List<PlainRecord> _records = [];
    private int _at;
    private long _line;
    private bool _isOpen;
    private int _wholeLines;

    private PlainCsv(byte[] text, byte delimiter, byte lineBreak, bool quotesSpanLines, long line)
    {
        (_text, _delimiter, _lineBreak, _quotesSpanLines, _line) = (text, delimiter, lineBreak, quotesSpanLines, line);
        while (_at < text.Length)
            if (!EndLine())
                _records.Add(Record());
    }

    /// <summary>
    /// All records. Where a quote is opened and never closed, everything behind the last line that ended outside of quotes is read line by
    /// line, no quote reaching beyond its own.
    /// </summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="delimiter">ASCII.</param>
    /// <param name="lineBreak">The byte that ends a line for certain.</param>
    public static List<PlainRecord> Records(byte[] text, char delimiter, byte lineBreak)
    {
        var whole = new PlainCsv(text, (byte)delimiter, lineBreak, true, 1);
        if (!whole._isOpen)
            return whole._records;
        var cut = whole._wholeLines;
        var before = new PlainCsv(text[..cut], (byte)delimiter, lineBreak, true, 1);
        return [.. before._records, .. new PlainCsv(text[cut..], (byte)delimiter, lineBreak, false, before._line)._records];
    }

    private PlainRecord Record()
    {
        var (line, cells) = (_line, new List<byte[]> { Cell() });
        while (_at < _text.Length && _text[_at] == _delimiter)
        {
            _at++;
            cells.Add(Cell());
        }
        EndLine();
        return new PlainRecord(line, cells);
    }

    private byte[] Cell()
    {
        var cell = new List<byte>();
        if (_at < _text.Length && _text[_at] == '"')
            Quoted(cell);
        while (_at < _text.Length && _text[_at] != _delimiter && !IsLineBreak)
            cell.Add(_text[_at++]);
        return [.. cell];
    }

    private void Quoted(List<byte> cell)
    {
        _at++;
        while (_at < _text.Length && (_quotesSpanLines || !IsLineBreak))
        {
            var isQuote = _text[_at] == '"';
            if (isQuote && (_at + 1 == _text.Length || _text[_at + 1] != '"'))
            {
                _at++;
                return;
            }
            var start = _at;
            if (isQuote)
                _at += 2;
            else if (!SkipLineBreak())
                _at++;
            cell.AddRange(isQuote ? "\""u8 : _text.AsSpan(start, _at - start));
        }
        _isOpen = true;
    }

    private bool IsLineBreak => _text[_at] is (byte)'\n' or (byte)'\r';

    /// <summary>A line break outside of quotes.</summary>
    private bool EndLine()
    {
        var isOne = SkipLineBreak();
        if (isOne && _text[_at - 1] == _lineBreak)
            _wholeLines = _at;
        return isOne;
    }

    private bool SkipLineBreak()
    {
        if (_at == _text.Length || !IsLineBreak)
            return false;
        _at += _text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 1;
        _line++;
        return true;
    }
}

/// <param name="Line">1-based, of its first letter.</param>
/// <param name="Cells">UTF-8.</param>
internal sealed record PlainRecord(long Line, List<byte[]> Cells);
