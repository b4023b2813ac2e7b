using System.Text.Json;
using Insights.Analytics;

namespace Insights.Ingest.Reading.Json;

/// <summary>Parses the text of one record.</summary>
internal static class JsonObject
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = ReadingLimits.JsonDepth,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The record; null with the reason when it is none. Raw line breaks inside strings are read as spaces.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> text, out Message? broken)
    {
        broken = null;
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException first)
        {
            var isRepaired = text.Span.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0;
            return isRepaired ? Repaired(text.ToArray(), out broken) : Failed(first, out broken);
        }
    }

    private static JsonDocument? Repaired(byte[] text, out Message? broken)
    {
        broken = null;
        foreach (ref var letter in text.AsSpan())
            letter = letter < 0x20 ? (byte)' ' : letter;
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException e)
        {
            return Failed(e, out broken);
        }
    }

    private static JsonDocument? Failed(JsonException why, out Message? broken)
    {
        broken = new($"this is no valid JSON object: {why.Message}", $"δεν είναι σωστό αντικείμενο JSON: {why.Message}");
        return null;
    }
}
