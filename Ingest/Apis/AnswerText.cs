using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insights.Ingest.Apis;

/// <summary>What a tool answered.</summary>
internal static class AnswerText
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 64 };

    /// <summary>Its JSON; false where it is none.</summary>
    public static bool TryRead(byte[] answer, out JsonNode? json)
    {
        try
        {
            json = JsonNode.Parse(answer, documentOptions: Reading);
            return true;
        }
        catch (JsonException)
        {
            json = null;
            return false;
        }
    }
}
