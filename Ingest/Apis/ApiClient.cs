using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Insights.Analytics;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Insights.Ingest.Apis;

/// <summary>An answer: its JSON, and the address its Link header names as the next.</summary>
internal sealed record ApiAnswer(JsonNode? Json, string? NextLink);

/// <summary>
/// Asks one tool. What fails in passing (no answer, a slow one, half of one, 429, 5xx) is asked again, as late as the tool says; an answer
/// that tells of wrong set-up is a <see cref="SetupException"/>. No message holds a secret, no request leaves the host it was meant for.
/// </summary>
internal sealed partial class ApiClient : IDisposable
{
    private readonly ApiAccess _access;
    private readonly Uri _base;
    private readonly HttpClient _http;

    public ApiClient(ApiAccess access, TimeProvider clock)
    {
        _access = access;
        _base = access.Base();
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false };
        HttpMessageHandler asked = new ResilienceHandler(Patience(clock)) { InnerHandler = new BudgetHandler(access.Api.Budget, clock) { InnerHandler = new WholeAnswerHandler { InnerHandler = sockets } } };
        _http = new HttpClient(new SignInHandler(access, _base) { InnerHandler = asked }) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("insights");
        foreach (var (name, value) in access.Api.Headers)
            _http.DefaultRequestHeaders.TryAddWithoutValidation(name, access.Fill(value));
    }

    public void Dispose() => _http.Dispose();

    /// <param name="request">What to ask.</param>
    /// <param name="values">What its texts hold, beside what the person gave.</param>
    /// <param name="more">The end of the path of a further page; null: none.</param>
    /// <param name="stopping">Stops it.</param>
    public Task<ApiAnswer> Ask(ApiRequest request, IReadOnlyDictionary<string, string> values, string? more, CancellationToken stopping)
    {
        var all = new Dictionary<string, string>(_access.Values, StringComparer.Ordinal);
        foreach (var (name, value) in values)
            all[name] = value;
        var path = Template.Fill(request.Path + more, all, Uri.EscapeDataString);
        return Ask(new Uri(_base.AbsoluteUri.TrimEnd('/') + path), Template.Fill(request.Body, all), request.Budget, stopping);
    }

    /// <summary>The page at an address the tool named.</summary>
    public Task<ApiAnswer> Follow(string address, ApiRequest request, JsonNode? body, CancellationToken stopping)
    {
        var uri = new Uri(_base, address);
        return uri.Authority == _base.Authority && uri.Scheme == _base.Scheme
            ? Ask(uri, body, request.Budget, stopping)
            : throw _access.Wrong($"the tool names '{uri.Authority}' as the address of its next page, which is not the host that was set up", $"το εργαλείο δίνει το '{uri.Authority}' ως διεύθυνση της επόμενης σελίδας, που δεν είναι ο διακομιστής των ρυθμίσεων");
    }

    private async Task<ApiAnswer> Ask(Uri uri, JsonNode? body, ApiBudget? budget, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, uri);
        if (budget is not null)
            request.Options.Set(BudgetHandler.Own, budget);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await Send(request, stopping).ConfigureAwait(false);
        var bytes = await response.Content.ReadAsByteArrayAsync(stopping).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw Refused(uri, response.StatusCode, bytes);
        var json = response.StatusCode == HttpStatusCode.NoContent || bytes.Length == 0 ? null : Parse(uri, bytes);
        RefuseFailure(uri, json);
        return new ApiAnswer(json, NextLink(response));
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken stopping)
    {
        try
        {
            return await _http.SendAsync(request, stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
        {
            throw new IOException(_access.Redacted($"{_access.Source}: {request.RequestUri!.Authority} did not answer: {e.Message}"), e);
        }
    }

    private JsonNode? Parse(Uri uri, byte[] bytes) => AnswerText.TryRead(bytes, out var json)
        ? json
        : throw _access.Wrong($"{uri.Authority}{uri.AbsolutePath} answered something that is no JSON: '{_access.Quoted(bytes)}'. Is it the address of the tool's API?", $"το {uri.Authority}{uri.AbsolutePath} απάντησε κάτι που δεν είναι JSON: '{_access.Quoted(bytes)}'. Είναι η διεύθυνση του API του εργαλείου;");

    private Exception Refused(Uri uri, HttpStatusCode status, byte[] bytes) => (int)status switch
    {
        429 or >= 500 => _access.Busy(uri, status, bytes),
        403 or 404 => new NotGivenException(Wrong(uri, (int)status, bytes).What),
        var code => Wrong(uri, code, bytes),
    };

    private SetupException Wrong(Uri uri, int code, byte[] bytes)
    {
        var where = $"{uri.Authority}{uri.AbsolutePath}";
        return code switch
        {
            401 or 403 => _access.Wrong($"{where} answered {code}: who asks is not known or may not read tickets. Check {string.Join(", ", _access.Api.Secrets.Keys)}, and that the user may read all tickets. It said: '{_access.Quoted(bytes)}'", $"το {where} απάντησε {code}: δεν αναγνωρίζει όποιον ρωτά ή δεν του επιτρέπει τα αιτήματα. Ελέγξτε: {string.Join(", ", _access.Api.Secrets.Keys)}. Είπε: '{_access.Quoted(bytes)}'"),
            _ => _access.Wrong($"{where} answered {code}: '{_access.Quoted(bytes)}'. Check the settings of the source", $"το {where} απάντησε {code}: '{_access.Quoted(bytes)}'. Ελέγξτε τις ρυθμίσεις της πηγής"),
        };
    }

    private void RefuseFailure(Uri uri, JsonNode? json)
    {
        if (_access.FailureIn(json) is { } said)
            throw _access.Wrong($"{uri.Authority}{uri.AbsolutePath} answered that it failed: '{said}'", $"το {uri.Authority}{uri.AbsolutePath} απάντησε ότι απέτυχε: '{said}'");
    }

    /// <summary>The address with <c>rel="next"</c>, by RFC 8288.</summary>
    private static string? NextLink(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links) && Next().Match(string.Join(", ", links)) is { Success: true } next ? next.Groups["address"].Value : null;

    [GeneratedRegex("""<(?<address>[^>]*)>(?:\s*;[^,<]*?)?;\s*rel="?next"?""", RegexOptions.IgnoreCase)]
    private static partial Regex Next();

    private static ResiliencePipeline<HttpResponseMessage> Patience(TimeProvider clock) => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
        .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 4, BackoffType = DelayBackoffType.Exponential, Delay = TimeSpan.FromSeconds(2), UseJitter = false })
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions())
        .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(100) })
        .Build();
}
