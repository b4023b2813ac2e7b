using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Insights.Ingest.Apis;

/// <summary>One page of a list.</summary>
/// <param name="Items">The objects of the list.</param>
/// <param name="Answer">All the tool answered.</param>
/// <param name="Next">Where the next begins: a number, a place or an address; null: it was the last.</param>
internal sealed record ListPage(IReadOnlyList<JsonObject> Items, JsonNode? Answer, string? Next);

/// <summary>Lists asked page by page, whatever way the tool numbers its pages.</summary>
internal sealed class Listing(ApiAccess access, ApiClient client)
{
    private readonly Dictionary<ApiRequest, string> _notGiven = [];
    private readonly HashSet<ApiRequest> _given = [];

    /// <summary>What the tool was asked for and does not give, each with what it said.</summary>
    public IEnumerable<string> NotGiven => _notGiven.Values;

    /// <summary>Every page from <paramref name="place"/> on (null: the first), one after another.</summary>
    public async IAsyncEnumerable<ListPage> Pages(
        ApiRequest request, IReadOnlyDictionary<string, string> values, string? place, [EnumeratorCancellation] CancellationToken stopping)
    {
        do
        {
            var page = await Page(request, values, place, stopping).ConfigureAwait(false);
            yield return page;
            place = page.Next;
        }
        while (place is not null);
    }

    /// <summary>One page; of what the tool need not give and does not, an empty one. Refused before it gave any, it is not asked again.</summary>
    public async Task<ListPage> Page(ApiRequest request, IReadOnlyDictionary<string, string> values, string? place, CancellationToken stopping)
    {
        if (!request.IsOptional)
            return await Asked(request, values, place, stopping).ConfigureAwait(false);
        if (_notGiven.ContainsKey(request) && !_given.Contains(request))
            return Nothing;
        try
        {
            var page = await Asked(request, values, place, stopping).ConfigureAwait(false);
            _given.Add(request);
            return page;
        }
        catch (NotGivenException e)
        {
            _notGiven[request] = e.Message;
            return Nothing;
        }
    }

    private static readonly ListPage Nothing = new([], null, null);

    private async Task<ListPage> Asked(ApiRequest request, IReadOnlyDictionary<string, string> values, string? place, CancellationToken stopping)
    {
        var answer = await Ask(request, values, place, stopping).ConfigureAwait(false);
        var isEmpty = answer.Json is null || (request.TotalAt is { } total && JsonPlace.Text(answer.Json, total) == "0");
        var items = isEmpty ? [] : JsonPlace.Items(answer.Json, request.Items) ?? throw NoList(request);
        return new ListPage(items, answer.Json, Next(request.Paging, place, answer, items));
    }

    /// <summary>A tool that changed its answers must not look like one with nothing new.</summary>
    private Analytics.SetupException NoList(ApiRequest request) => access.Wrong(
        $"the answer to '{request.Path}' has no list '{request.Items}': the tool answers otherwise than its profile says",
        $"η απάντηση στο '{request.Path}' δεν έχει λίστα '{request.Items}': το εργαλείο απαντά αλλιώς από ό,τι λέει το προφίλ του");

    private Task<ApiAnswer> Ask(ApiRequest request, IReadOnlyDictionary<string, string> values, string? place, CancellationToken stopping)
    {
        var paging = request.Paging;
        if (place is not null && paging.Kind is "url" or "link")
            return client.Follow(place!, request, Template.Fill(request.Body, values), stopping);
        var all = new Dictionary<string, string>(values, StringComparer.Ordinal);
        if (paging.Kind is "page" or "offset")
            all[paging.Kind] = place ?? Number(paging.First);
        if (paging.Kind == "offset")
            all["until"] = Number(Number(place, paging.First) + paging.Size!.Value - 1);
        if (paging.Kind == "place")
            all["place"] = place ?? "";
        return client.Ask(request, all, place is null ? null : paging.More, stopping);
    }

    private static string? Next(ApiPaging paging, string? place, ApiAnswer answer, IReadOnlyList<JsonObject> items)
    {
        var isLast = items.Count == 0 || items.Count < paging.Size || (paging.EndAt is { } end && JsonPlace.Text(answer.Json, end) == "true");
        return isLast && paging.Kind != "link" ? null : paging.Kind switch
        {
            "page" => Number(Number(place, paging.First) + 1),
            "offset" => Number(Number(place, paging.First) + items.Count),
            "place" => paging.At!.StartsWith("last.", StringComparison.Ordinal) ? JsonPlace.Text(items[^1], paging.At["last.".Length..]) : JsonPlace.Text(answer.Json, paging.At),
            "url" => JsonPlace.Text(answer.Json, paging.At!),
            "link" => answer.NextLink,
            _ => null,
        };
    }

    private static int Number(string? place, int first) => place is null ? first : int.Parse(place, CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
