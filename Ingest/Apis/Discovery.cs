using Insights.Analytics;

namespace Insights.Ingest.Apis;

/// <summary>Finds the address of a tool where a person left it out.</summary>
internal static class Discovery
{
    /// <summary>The access with every setting; the same where none is left out.</summary>
    /// <exception cref="SetupException">What is named is no address, not encrypted, or not the maker's.</exception>
    /// <exception cref="IOException">Nobody tells.</exception>
    public static async Task<ApiAccess> Whole(ApiAccess access, TimeProvider clock, CancellationToken stopping)
    {
        if (access.Api.Discovery is not { } asked || access.Values.ContainsKey(asked.Setting))
            return access;
        var named = await Named(access, asked, clock, stopping).ConfigureAwait(false);
        if (!Uri.TryCreate(named, UriKind.Absolute, out var uri) || !IsWithin(uri.Host, asked.Within))
            throw access.Wrong(
                $"{asked.Base} names '{access.Quoted(named ?? "")}' as the tool's address, which does not belong to {asked.Within}. Give the setting '{asked.Setting}'",
                $"το {asked.Base} δίνει ως διεύθυνση του εργαλείου '{access.Quoted(named ?? "")}', που δεν ανήκει στο {asked.Within}. Δώστε τη ρύθμιση '{asked.Setting}'");
        return access with { Values = new Dictionary<string, string>(access.Values) { [asked.Setting] = $"{uri.Scheme}://{uri.Authority}" } };
    }

    private static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static async Task<string?> Named(ApiAccess access, ApiDiscovery asked, TimeProvider clock, CancellationToken stopping)
    {
        var bare = access.Api with { Base = asked.Base, SignIn = null, Headers = new Dictionary<string, string>(), Failure = null };
        using var client = new ApiClient(access with { Api = bare }, clock);
        var request = new ApiRequest(asked.Path, null, "", null, ApiPaging.None, null, IsOptional: false);
        try
        {
            return JsonPlace.Text((await client.Ask(request, new Dictionary<string, string>(), null, stopping).ConfigureAwait(false)).Json, asked.At);
        }
        catch (IOException e)
        {
            throw new IOException($"{e.Message} If this stays so, look at the settings, or give '{asked.Setting}' too.", e);
        }
    }
}
