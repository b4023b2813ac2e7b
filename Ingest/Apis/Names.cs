using System.Text.Json.Nodes;

namespace Insights.Ingest.Apis;

/// <summary>Gives rows the names of the ids they hold; a name once learnt is kept.</summary>
internal sealed class Names(ApiAccess access, Listing listing)
{
    /// <summary>By what is asked: names of the same list are asked for once, whatever rows they are given to.</summary>
    private readonly Dictionary<(ApiRequest?, string?, string, string), Dictionary<string, string?>> _known = [];

    /// <param name="rows">By kind; they are changed.</param>
    /// <param name="answer">The page they came in.</param>
    /// <param name="stopping">Stops it.</param>
    public async Task Give(IReadOnlyDictionary<string, List<JsonObject>> rows, JsonNode? answer, CancellationToken stopping)
    {
        foreach (var lookup in access.Api.Lookups.Where(lookup => lookup.Beside is not null || rows[lookup.In].Count > 0))
        {
            var known = await Known(lookup, answer, stopping).ConfigureAwait(false);
            if (lookup.Members is { } members)
                Call(rows[lookup.In], members, known);
            foreach (var (path, named) in lookup.Fields)
                foreach (var holder in rows[lookup.In].SelectMany(row => JsonPlace.Holders(row, path)))
                    if (JsonPlace.Text(holder, JsonPlace.Last(path)) is { } id && await Name(lookup, known, id, stopping).ConfigureAwait(false) is { } name)
                        JsonPlace.Put(holder, named, name);
        }
    }

    /// <summary>Of members that would be called the same, the first that holds something is.</summary>
    private static void Call(List<JsonObject> rows, string members, Dictionary<string, string?> known)
    {
        var (at, begin) = (members[..members.LastIndexOf('.')], JsonPlace.Last(members).TrimEnd('*'));
        foreach (var holder in rows.Select(row => JsonPlace.Find(row, at)).OfType<JsonObject>())
        {
            var taken = holder.Select(member => member.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var id in holder.Where(member => member.Value is not null && member.Key.StartsWith(begin, StringComparison.Ordinal)).Select(member => member.Key).ToList())
                if (known.GetValueOrDefault(id) is { } name && taken.Add(name) && holder.Remove(id, out var value))
                    holder[name] = value;
        }
    }

    private async Task<Dictionary<string, string?>> Known(ApiLookup lookup, JsonNode? answer, CancellationToken stopping)
    {
        var asked = (lookup.Request, lookup.Beside, lookup.Id, lookup.Label);
        if (!_known.TryGetValue(asked, out var known))
            _known[asked] = known = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (lookup.Beside is { } beside)
            Learn(lookup, known, JsonPlace.Items(answer, beside) ?? []);
        else if (known.Count == 0 && !AsksOneByOne(lookup))
            await foreach (var page in listing.Pages(lookup.Request!, None, null, stopping).ConfigureAwait(false))
                Learn(lookup, known, page.Items);
        return known;
    }

    /// <summary>Somebody new since all names were asked for: the id stands, until the next pull.</summary>
    private async Task<string?> Name(ApiLookup lookup, Dictionary<string, string?> known, string id, CancellationToken stopping)
    {
        if (!known.TryGetValue(id, out var name) && AsksOneByOne(lookup))
        {
            await foreach (var page in listing.Pages(lookup.Request!, new Dictionary<string, string> { ["id"] = id }, null, stopping).ConfigureAwait(false))
                name ??= page.Items.Select(item => JsonPlace.Text(item, lookup.Label)).FirstOrDefault(label => label is not null);
            known[id] = name;
        }

        return name;
    }

    private static readonly Dictionary<string, string> None = [];

    private static bool AsksOneByOne(ApiLookup lookup) => lookup.Request is { } request && Template.Names(request.Path).Contains("id");

    private static void Learn(ApiLookup lookup, Dictionary<string, string?> known, IEnumerable<JsonObject> items)
    {
        foreach (var item in items)
            if (JsonPlace.Text(item, lookup.Id) is { } id)
                known[id] = JsonPlace.Text(item, lookup.Label);
    }
}
