using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Insights.Analytics;

namespace Insights.Ingest.Apis;

/// <summary>One tool's API as one source uses it: what a person gave filled in.</summary>
/// <param name="Source">The source's name, for messages.</param>
/// <param name="Api">The tool's.</param>
/// <param name="Values">Settings and secrets by name, every one the API asks for, but an address that is still to be found.</param>
public sealed record ApiAccess(string Source, Api Api, IReadOnlyDictionary<string, string> Values)
{
    private const int LongestQuote = 200;

    /// <summary>The address all paths follow, without a slash at its end; where a person gave a whole address for a host, its own scheme counts.</summary>
    /// <exception cref="SetupException">It is no address, or not one that is encrypted: https, or http on this machine.</exception>
    public Uri Base()
    {
        var filled = Fill(Api.Base).TrimEnd('/');
        var text = filled.LastIndexOf("://", StringComparison.Ordinal) is var at and > 8 ? filled[(filled.LastIndexOf('/', at - 1) + 1)..] : filled;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw Wrong($"'{text}' is no address. It is made of '{Api.Base}'; look at the settings", $"η διεύθυνση '{text}' δεν είναι σωστή. Φτιάχνεται από το '{Api.Base}'· δείτε τις ρυθμίσεις");
        var isHere = uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip));
        return uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && isHere)
            ? uri
            : throw Wrong($"'{text}' is not encrypted; it must begin with https://", $"η διεύθυνση '{text}' δεν είναι κρυπτογραφημένη· πρέπει να αρχίζει με https://");
    }

    /// <summary>A text of the profile with what the person gave.</summary>
    public string Fill(string text) => Template.Fill(text, Values, value => value);

    /// <summary>A message in which no secret can be read, however it got there.</summary>
    public string Redacted(string text)
    {
        foreach (var secret in Api.Secrets.Keys.Select(name => Values[name]).Where(value => value.Length > 0).OrderByDescending(value => value.Length))
            text = text.Replace(secret, "***", StringComparison.Ordinal).Replace(Uri.EscapeDataString(secret), "***", StringComparison.Ordinal);
        return text;
    }

    /// <summary>The beginning of what a tool answered, in one line; redacted before it is cut, so that no half of a secret stays.</summary>
    public string Quoted(byte[] answer) => Quoted(Encoding.UTF8.GetString(answer, 0, Math.Min(answer.Length, LongestQuote * 100)));

    /// <inheritdoc cref="Quoted(byte[])"/>
    public string Quoted(string answer) => OneLine.Of(Redacted(answer), LongestQuote);

    /// <summary>What an answer says of why it is none, where the tool says so in a good answer; null: it is one.</summary>
    public string? FailureIn(JsonNode? json)
    {
        if (Api.Failure is not { } failure || JsonPlace.Find(json, failure.At) is not { } found)
            return null;
        var isFailure = failure.Is is { } bad ? string.Equals(JsonPlace.Text(json, failure.At), bad, StringComparison.OrdinalIgnoreCase) : found is not JsonArray { Count: 0 };
        return isFailure ? Quoted(JsonPlace.Text(json, failure.Message) ?? "") : null;
    }

    /// <summary>The tool has too much to do, or is broken, and was asked often enough.</summary>
    public IOException Busy(Uri asked, HttpStatusCode status, byte[] answer) =>
        new(Redacted($"{Source}: {asked.Authority}{asked.AbsolutePath} answered {(int)status} again and again. It said: '{Quoted(answer)}'"));

    public SetupException Wrong(string english, string greek) => new(Redacted($"{Source}: {english}."), Redacted($"{Source}: {greek}."));
}
