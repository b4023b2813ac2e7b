using System.Buffers.Text;

namespace Insights.Ingest.Mapping;

/// <summary>Whole numbers as exports write them.</summary>
internal static class Numbers
{
    /// <summary>Digits alone, from 0 up.</summary>
    public static bool TryReadCount(ReadOnlySpan<byte> cell, out int count) =>
        Utf8Parser.TryParse(cell, out count, out var used) && used == cell.Length && count >= 0;
}
