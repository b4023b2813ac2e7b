using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Insights.Analytics;

namespace Insights.Ingest.Apis;

/// <summary>Says who asks; where the tool gives tokens, one is fetched, kept, and fetched anew once when the tool no longer takes it.</summary>
internal sealed class SignInHandler(ApiAccess access, Uri root) : DelegatingHandler
{
    private string? _token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (access.Api.SignIn is not { } signIn)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        var isFresh = _token is null;
        await Sign(request, signIn, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || isFresh)
            return response;

        response.Dispose();
        _token = null;
        await Sign(request, signIn, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task Sign(HttpRequestMessage request, ApiSignIn signIn, CancellationToken stopping)
    {
        switch (signIn.Kind)
        {
            case "basic":
                request.Headers.Authorization = Basic(signIn);
                break;
            case "client_credentials":
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token ??= await Token(signIn, stopping).ConfigureAwait(false));
                break;
            default:
                Put(request, signIn.Texts["header"], " " + (_token ??= await Login(signIn, stopping).ConfigureAwait(false)));
                break;
        }
    }

    private AuthenticationHeaderValue Basic(ApiSignIn signIn) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{access.Fill(signIn.Texts["user"])}:{access.Fill(signIn.Texts["password"])}")));

    private Task<string> Token(ApiSignIn signIn, CancellationToken stopping)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = access.Fill(signIn.Texts["client_id"]),
            ["client_secret"] = access.Fill(signIn.Texts["client_secret"]),
        };
        if (signIn.Texts.TryGetValue("scope", out var scope))
            form["scope"] = scope;
        return Fetch(signIn.Texts["url"], new FormUrlEncodedContent(form), "access_token", stopping);
    }

    private Task<string> Login(ApiSignIn signIn, CancellationToken stopping) => Fetch(
        signIn.Texts["url"], signIn.Body is null ? null : new StringContent(Template.Fill(signIn.Body, access.Values)!.ToJsonString(), Encoding.UTF8, "application/json"), signIn.Texts["token"], stopping);

    /// <summary>A header as the profile has it, <c>Name: value</c>.</summary>
    private void Put(HttpRequestMessage request, string header, string more)
    {
        var (name, value) = (header.Split(':', 2)[0], access.Fill(header.Split(':', 2)[1]) + more);
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value.Trim());
    }

    private async Task<string> Fetch(string path, HttpContent? content, string token, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, new Uri(root, path)) { Content = content };
        foreach (var (header, value) in access.Api.Headers)
            request.Headers.TryAddWithoutValidation(header, access.Fill(value));
        if (access.Api.SignIn!.Texts.TryGetValue("send", out var send))
            Put(request, send, "");
        using var response = await base.SendAsync(request, stopping).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync(stopping).ConfigureAwait(false);
        return TokenIn(response.StatusCode, answer, token, request.RequestUri!);
    }

    /// <summary>A good answer without the token is not quoted: it may hold it elsewhere.</summary>
    private string TokenIn(HttpStatusCode status, byte[] answer, string token, Uri asked)
    {
        var (secrets, settings, code, said) = (access.Api.Secrets.Keys, access.Api.Settings.Keys, (int)status, access.Quoted(answer));
        if (code is 429 or >= 500)
            throw access.Busy(asked, status, answer);
        if (code is < 200 or >= 300)
            throw NoToken(asked, $"it answered {code}: '{said}'", $"απάντησε {code}: '{said}'", secrets);
        if (!AnswerText.TryRead(answer, out var json))
            throw NoToken(asked, $"it answered what is no JSON but, maybe, a page for people: '{said}'", $"απάντησε κάτι που δεν είναι JSON αλλά, ίσως, σελίδα για ανθρώπους: '{said}'", settings);
        if (access.FailureIn(json) is { } failure)
            throw NoToken(asked, $"it said: '{failure}'", $"είπε: '{failure}'", secrets);
        var names = access.Quoted(string.Join(", ", (json as JsonObject ?? []).Select(member => member.Key)));
        return JsonPlace.Text(json, token) ?? throw NoToken(asked, $"the answer has no '{token}' but '{names}'", $"η απάντηση δεν έχει '{token}' αλλά '{names}'", secrets);
    }

    private SetupException NoToken(Uri asked, string english, string greek, IEnumerable<string> check) => access.Wrong(
        $"{asked.Authority}{asked.AbsolutePath} gave no token; {english}. Check {string.Join(", ", check)}",
        $"το {asked.Authority}{asked.AbsolutePath} δεν έδωσε κλειδί πρόσβασης· {greek}. Ελέγξτε: {string.Join(", ", check)}");
}
