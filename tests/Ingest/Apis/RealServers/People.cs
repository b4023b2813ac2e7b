using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insights.Ingest.Tests.Apis.RealServers;

/// <summary>People who work with a tool through its own interface.</summary>
internal sealed class People(Uri address, Action<HttpRequestHeaders, string> sign) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    public void Dispose() => _http.Dispose();

    /// <summary>Does one thing; the tool's refusal is an error.</summary>
    public async Task<JsonNode?> Do(string who, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        sign(request.Headers, who);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path} as {who}: {(int)response.StatusCode} {text}");
        return text.Trim().Length == 0 ? null : JsonNode.Parse(text);
    }

    /// <summary>What a client writes about.</summary>
    public static string Subject(int i) => i % 2 == 0 ? $"Ο εκτυπωτής της αποθήκης δεν τυπώνει τιμολόγια, όροφος {i}" : $"Outlook asks for the password again, desk {i}";
}
