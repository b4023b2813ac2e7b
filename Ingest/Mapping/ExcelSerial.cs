using System.Buffers;
using System.Buffers.Text;

namespace Insights.Ingest.Mapping;

/// <summary>
/// The number a spreadsheet keeps behind a date: days since 1899-12-30, the time of day as a fraction. Only plain numbers between
/// 20,000 (1954) and 80,000 (2119), so that no other number in a date column is taken for one.
/// </summary>
internal static class ExcelSerial
{
    private const int SecondsPerDay = 86_400;
    private const int DaysTo1970 = 25_569;
    private const int LongestNumber = 24;

    private static readonly SearchValues<byte> NumberSigns = SearchValues.Create("0123456789.,"u8);

    /// <param name="text">Digits, with a dot or comma before the fraction: <c>45123.5</c>.</param>
    /// <param name="seconds">Whole seconds since 1970-01-01 by the clock on the wall, rounded.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out long seconds)
    {
        seconds = 0;
        if (text.Length is < 5 or > LongestNumber || text.IndexOfAnyExcept(NumberSigns) >= 0)
            return false;
        Span<byte> number = stackalloc byte[LongestNumber];
        text.Replace(number, (byte)',', (byte)'.');
        number = number[..text.Length];
        if (!Utf8Parser.TryParse(number, out decimal days, out var used) || used != number.Length || days is < 20_000 or > 80_000)
            return false;
        seconds = (long)decimal.Round((days - DaysTo1970) * SecondsPerDay);
        return true;
    }
}
