using System.Buffers.Text;
using System.Text;

namespace Insights.Samples;

/// <summary>Which instants look like what in a file.</summary>
public enum TimeForm
{
    /// <summary>2026-05-01 09:30:00</summary>
    Seconds,

    /// <summary>2026-05-01 09:30</summary>
    Minutes,

    /// <summary>01/05/2026 09:30</summary>
    Greek,

    /// <summary>2026-05-01T06:30:00Z, in UTC</summary>
    Utc,
}

/// <summary>Writes delimited UTF-8 text, one cell after another. Lines end with a line feed.</summary>
public sealed class CsvFile : IDisposable
{
    private readonly Stream _stream;
    private readonly byte _delimiter;
    private readonly bool _quotesSpaces;
    private readonly TimeForm _time;
    private byte[] _buffer = new byte[1 << 18];
    private int _length;
    private bool _inRow;

    /// <summary>Creates the file. quotesSpaces: quote a cell that holds a space, as PHP's fputcsv does.</summary>
    public CsvFile(string path, TimeForm time, char delimiter = ',', bool withBom = false, bool quotesSpaces = false)
    {
        _stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        _delimiter = (byte)delimiter;
        _quotesSpaces = quotesSpaces;
        _time = time;
        if (withBom)
            _stream.Write(Encoding.UTF8.Preamble);
    }

    public CsvFile Row(params IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            Text(cell);
        return End();
    }

    public CsvFile Text(string? value)
    {
        StartCell(value is null ? 0 : value.Length * 6 + 2);
        if (string.IsNullOrEmpty(value))
            return this;
        if (!NeedsQuotes(value))
        {
            _length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length));
            return this;
        }

        _buffer[_length++] = (byte)'"';
        var text = value.Contains('"') ? value.Replace("\"", "\"\"", StringComparison.Ordinal) : value;
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
        _buffer[_length++] = (byte)'"';
        return this;
    }

    public CsvFile Empty(int cells = 1)
    {
        for (var i = 0; i < cells; i++)
            StartCell(0);
        return this;
    }

    public CsvFile Number(long? value)
    {
        StartCell(20);
        if (value is { } number && Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out var written))
            _length += written;
        return this;
    }

    /// <summary>Seconds as HH:MM:SS, the hours as many digits as they need.</summary>
    public CsvFile Duration(long? seconds)
    {
        if (seconds is not { } value)
            return Empty();
        StartCell(24);
        if (value >= 360000)
        {
            Utf8Formatter.TryFormat(value / 3600, _buffer.AsSpan(_length), out var written);
            _length += written;
        }
        else
        {
            Two(value / 3600);
        }

        Then(':', value / 60 % 60);
        Then(':', value % 60);
        return this;
    }

    /// <summary>An instant in the file's form: the account's wall clock, or UTC.</summary>
    public CsvFile Time(long? instant)
    {
        if (instant is not { } value)
            return Empty();
        StartCell(32);
        var local = _time == TimeForm.Utc ? value : Timeline.Local(value);
        var date = DateOnly.FromDayNumber((int)(local / Timeline.Day) + 719162);
        WriteDate(date);
        Then(_time == TimeForm.Utc ? 'T' : ' ', local / 3600 % 24);
        Then(':', local / 60 % 60);
        if (_time is TimeForm.Seconds or TimeForm.Utc)
            Then(':', local % 60);
        if (_time == TimeForm.Utc)
            _buffer[_length++] = (byte)'Z';
        return this;
    }

    public CsvFile End()
    {
        Reserve(1);
        _buffer[_length++] = (byte)'\n';
        _inRow = false;
        return this;
    }

    public void Dispose()
    {
        _stream.Write(_buffer, 0, _length);
        _stream.Dispose();
    }

    private void WriteDate(DateOnly date)
    {
        if (_time == TimeForm.Greek)
        {
            Two(date.Day);
            Then('/', date.Month);
            Then('/', date.Year / 100);
            Two(date.Year % 100);
            return;
        }

        Two(date.Year / 100);
        Two(date.Year % 100);
        Then('-', date.Month);
        Then('-', date.Day);
    }

    private void Then(char separator, long value)
    {
        _buffer[_length++] = (byte)separator;
        Two(value);
    }

    private void Two(long value)
    {
        _buffer[_length++] = (byte)('0' + value / 10);
        _buffer[_length++] = (byte)('0' + value % 10);
    }

    private bool NeedsQuotes(string value) =>
        value.AsSpan().ContainsAny(_delimiter == ';' ? ";\"\r\n" : ",\"\r\n")
        || (_quotesSpaces && value.AsSpan().ContainsAny(' ', '\t', '\\'));

    private void StartCell(int bytes)
    {
        Reserve(bytes + 1);
        if (_inRow)
            _buffer[_length++] = _delimiter;
        _inRow = true;
    }

    private void Reserve(int bytes)
    {
        if (_length + bytes <= _buffer.Length)
            return;
        _stream.Write(_buffer, 0, _length);
        _length = 0;
        if (bytes > _buffer.Length)
            _buffer = new byte[bytes];
    }
}
