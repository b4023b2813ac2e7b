using System.Text.Json;

namespace Insights.Ingest.Apis;

/// <summary>Reads an answer to its end before it counts as one: half of one is a failure of the network, and asked for again.</summary>
internal sealed class WholeAnswerHandler : DelegatingHandler
{
    /// <summary>A page of tickets is a few megabytes; what is larger than this is no page.</summary>
    private const int LargestAnswer = 256 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken).ConfigureAwait(false);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && IsCutShort(bytes))
            throw new HttpRequestException("the answer ends in the middle");
        return response;
    }

    private static bool IsCutShort(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
                continue;
            return !bytes.IsEmpty && (reader.CurrentDepth > 0 || reader.BytesConsumed == 0);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
