using System.Buffers.Text;

namespace Insights.Ingest.Mapping;

/// <summary>
/// A form of date and time as profiles write it: <c>yyyy</c> <c>yy</c> <c>MM</c> <c>M</c> <c>dd</c> <c>d</c> <c>HH</c> <c>H</c> <c>hh</c>
/// <c>h</c> <c>mm</c> <c>ss</c>, <c>MMM</c> (a month's name, see <see cref="MonthNames"/>), <c>ddd</c> (a weekday, passed over),
/// <c>f</c> (a fraction, cut off), <c>tt</c> (AM, PM, πμ, μμ), <c>z</c> (Z or an offset); anything else stands for itself (a space also
/// for a no-break space). Two letters want two digits, one letter takes one or two. Or <c>epoch_s</c>, <c>epoch_ms</c>: a whole number
/// of seconds or milliseconds since 1970-01-01 UTC, of nine digits at least.
/// </summary>
public sealed class DatePattern
{
    private const string Letters = "yMdHhmsftz";
    private const char Epoch = 'e';
    private const int SecondsPerDay = 86_400;

    private static readonly string[] Mornings = ["AM", "am", "a.m.", "a. m.", "a.\u00A0m.", "a.\u202Fm.", "π.μ.", "πμ", "ΠΜ", "Π.Μ."];
    private static readonly string[] Afternoons = ["PM", "pm", "p.m.", "p. m.", "p.\u00A0m.", "p.\u202Fm.", "μ.μ.", "μμ", "ΜΜ", "Μ.Μ."];
    private static readonly byte[][] MorningWords = [.. Mornings.Select(System.Text.Encoding.UTF8.GetBytes)];
    private static readonly byte[][] AfternoonWords = [.. Afternoons.Select(System.Text.Encoding.UTF8.GetBytes)];

    private readonly (char Kind, int Length)[] _tokens;

    private DatePattern(string text, (char Kind, int Length)[] tokens)
    {
        Text = text;
        _tokens = tokens;
        DayOrder = tokens is [(Epoch, _)] ? "ymd" : string.Concat(tokens.Where(t => t.Kind is 'y' or 'M' || t is ('d', < 3)).Select(t => char.ToLowerInvariant(t.Kind)));
    }

    public string Text { get; }

    /// <summary><c>ymd</c>, <c>dmy</c> or <c>mdy</c>.</summary>
    public string DayOrder { get; }

    /// <summary>True where day and month cannot be taken for one another: the year is first, or the month is a name.</summary>
    public bool IsPlain => DayOrder == "ymd" || _tokens.Contains(('M', 3));

    /// <summary>True where a file may have day and month the other way round. Dates with dots are day first wherever they are used.</summary>
    public bool IsSwappable => !IsPlain && !Text.Contains('.');

    /// <summary>The same form with day and month in an order, <c>dmy</c> or <c>mdy</c>.</summary>
    public DatePattern InOrder(string order) => !IsSwappable || DayOrder == order ? this : Swapped();

    private DatePattern Swapped()
    {
        var (day, month) = (_tokens.First(t => t.Kind == 'd'), _tokens.First(t => t.Kind == 'M'));
        (char Kind, int Length)[] tokens = [.. _tokens.Select(t => t == day ? month : t == month ? day : t)];
        return new DatePattern(string.Concat(tokens.Select(t => t.Kind == '=' ? ((char)t.Length).ToString() : new string(t.Kind, t.Length))), tokens);
    }

    /// <summary>Null when the text is no pattern: year, month and day each once, a two-digit minute, nothing unknown.</summary>
    public static DatePattern? Parse(string text)
    {
        if (text is "epoch_s" or "epoch_ms")
            return new DatePattern(text, [(Epoch, text == "epoch_s" ? 1 : 1000)]);
        var tokens = new List<(char Kind, int Length)>();
        for (var i = 0; i < text.Length;)
        {
            var length = Letters.Contains(text[i]) ? text.AsSpan(i).IndexOfAnyExcept(text[i]) is var run and > 0 ? run : text.Length - i : 1;
            tokens.Add(Letters.Contains(text[i]) ? (text[i], length) : ('=', text[i]));
            i += length;
        }
        var pattern = new DatePattern(text, [.. tokens]);
        return pattern.DayOrder is "ymd" or "dmy" or "mdy" && tokens.All(IsKnown) ? pattern : null;
    }

    /// <summary>Reads a time that fills <paramref name="text"/> from end to end.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="seconds">Whole seconds since 1970-01-01 by the clock on the wall, whatever its zone.</param>
    /// <param name="offset">Seconds east of UTC where the text says so.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out long seconds, out int? offset)
    {
        int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, half = -1;
        offset = null;
        seconds = 0;
        if (_tokens is [(Epoch, var unit)])
            return TryReadEpoch(text, unit, out seconds, out offset);
        foreach (var (kind, length) in _tokens)
        {
            var isRead = kind switch
            {
                '=' => Skip(ref text, length),
                'y' => Digits(ref text, length, length, out year),
                'M' when length == 3 => Month(ref text, out month),
                'd' when length == 3 => MonthNames.SkipWord(ref text),
                'M' => Digits(ref text, length, 2, out month),
                'd' => Digits(ref text, length, 2, out day),
                'H' or 'h' => Digits(ref text, length, 2, out hour),
                'm' => Digits(ref text, length, 2, out minute),
                's' => Digits(ref text, length, 2, out second),
                'f' => Digits(ref text, 1, 9, out _),
                't' => HalfDay(ref text, out half),
                _ => Offset(ref text, out offset),
            };
            if (!isRead)
                return false;
        }
        if (!text.IsEmpty || !ToHour24(ref hour, half))
            return false;

        year += year < 100 ? 2000 : 0;
        return TryCount(year, month, day, (hour, minute, second), out seconds);
    }

    /// <summary>Whole seconds since 1970-01-01 by the clock on the wall; false where there is no such day or time.</summary>
    internal static bool TryCount(int year, int month, int day, (int Hour, int Minute, int Second) time, out long seconds)
    {
        seconds = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || time.Hour > 23 || time.Minute > 59 || time.Second > 59)
            return false;
        seconds = (Days(year, month, day) * SecondsPerDay) + (time.Hour * 3600) + (time.Minute * 60) + time.Second;
        return true;
    }

    private static bool TryReadEpoch(ReadOnlySpan<byte> text, int unit, out long seconds, out int? offset)
    {
        var isRead = Utf8Parser.TryParse(text, out long count, out var used) && used == text.Length && text[0] is >= (byte)'0' and <= (byte)'9';
        (seconds, offset) = (isRead ? count / unit : 0, 0);
        return isRead && seconds < 1L << 40 && text.Length >= 9;
    }

    /// <summary>The dot of a name cut short belongs to it.</summary>
    private static bool Month(ref ReadOnlySpan<byte> text, out int month)
    {
        if (!MonthNames.TryRead(ref text, out month))
            return false;
        if (text.Length > 1 && text[0] == '.' && text[1] == ' ')
            text = text[1..];
        return true;
    }

    private static bool IsKnown((char Kind, int Length) token) => token.Kind switch
    {
        '=' => token.Length < 0x80 && (!char.IsLetter((char)token.Length) || token.Length == 'T'),
        'y' => token.Length is 2 or 4,
        'm' or 's' or 't' => token.Length == 2,
        'f' or 'z' => token.Length == 1,
        'M' or 'd' => token.Length <= 3,
        _ => token.Length <= 2,
    };

    internal static bool Skip(ref ReadOnlySpan<byte> text, int literal)
    {
        if (!text.IsEmpty && text[0] == literal)
            text = text[1..];
        else if (literal == ' ' && text.StartsWith("\u202F"u8))
            text = text[3..];
        else if (literal == ' ' && text.StartsWith("\u00A0"u8))
            text = text[2..];
        else
            return false;
        return true;
    }

    internal static bool Digits(ref ReadOnlySpan<byte> text, int least, int most, out int value)
    {
        var count = 0;
        value = 0;
        while (count < most && count < text.Length && (uint)(text[count] - '0') <= 9)
            value = (value * 10) + text[count++] - '0';
        text = text[count..];
        return count >= least;
    }

    private static bool HalfDay(ref ReadOnlySpan<byte> text, out int half)
    {
        half = StartsWithAny(ref text, MorningWords) ? 0 : StartsWithAny(ref text, AfternoonWords) ? 1 : -1;
        return half >= 0;
    }

    private static bool StartsWithAny(ref ReadOnlySpan<byte> text, byte[][] words)
    {
        foreach (var word in words)
            if (text.StartsWith(word))
            {
                text = text[word.Length..];
                return true;
            }
        return false;
    }

    internal static bool Offset(ref ReadOnlySpan<byte> text, out int? offset)
    {
        offset = 0;
        if (Skip(ref text, 'Z'))
            return true;
        var sign = Skip(ref text, '+') ? 1 : Skip(ref text, '-') ? -1 : 0;
        if (sign == 0 || !Digits(ref text, 2, 2, out var hours))
            return false;
        Skip(ref text, ':');
        var hasMinutes = Digits(ref text, 2, 2, out var minutes);
        offset = sign * ((hours * 3600) + (hasMinutes ? minutes * 60 : 0));
        return hours <= 18 && minutes < 60;
    }

    private static bool ToHour24(ref int hour, int half)
    {
        if (half < 0)
            return true;
        if (hour is < 1 or > 12)
            return false;
        hour = (hour % 12) + (12 * half);
        return true;
    }

    /// <summary>Days from 1970-01-01, by the proleptic Gregorian calendar.</summary>
    private static long Days(int year, int month, int day)
    {
        var y = month <= 2 ? year - 1 : year;
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (365L * y) + (y / 4) - (y / 100) + (y / 400) + dayOfYear - 719_468;
    }
}
