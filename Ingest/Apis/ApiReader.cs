using System.Text.Json.Nodes;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Apis;

/// <summary>Reads the <c>api</c> part of a profile, as strictly as the rest of it.</summary>
internal static class ApiReader
{
    /// <summary>What the program fills itself.</summary>
    private static readonly string[] Filled = ["since", "page", "offset", "until", "place", "id"];

    public static Api Read(StrictObject api)
    {
        api.Knowing("base", "settings", "discovery", "secrets", "headers", "sign_in", "id", "tickets", "changes", "time_entries", "follow_ups", "lookups", "budget", "failure");
        var read = new Api
        {
            Base = api.Text("base"),
            Settings = Texts(api, "settings"),
            Discovery = api.Has("discovery") ? Discovery(api.Object("discovery")) : null,
            Secrets = Texts(api, "secrets"),
            Headers = Texts(api, "headers"),
            SignIn = api.Has("sign_in") ? SignIn(api.Object("sign_in")) : null,
            Id = api.Has("id") ? api.Text("id") : "id",
            Tickets = Request(api.Object("tickets").Knowing("get", "post", "body", "items", "total", "paging", "budget")),
            Changes = Changes(api.Object("changes").Knowing("at", "form", "clock", "overlap_seconds", "bound", "order")),
            TimeEntries = api.Has("time_entries") ? TimeEntries(api.Object("time_entries")) : null,
            FollowUps = api.Has("follow_ups") ? [.. api.Objects("follow_ups").Select(FollowUp)] : [],
            Lookups = api.Has("lookups") ? [.. api.Objects("lookups").Select(Lookup)] : [],
            Budget = api.Has("budget") ? Budget(api.Object("budget")) : null,
            Failure = api.Has("failure") ? Failure(api.Object("failure").Knowing("at", "is", "message")) : null,
        };
        RefuseUnknownNames(api, read);
        return read;
    }

    private static ApiDiscovery Discovery(StrictObject found) =>
        new(found.Knowing("setting", "base", "get", "at", "within").Text("setting"), found.Text("base"), found.Text("get"), found.Text("at"), found.Text("within"));

    private static ApiSignIn SignIn(StrictObject signIn)
    {
        var kind = signIn.Knowing("kind", "user", "password", "url", "client_id", "client_secret", "scope", "token", "header", "send", "body")
            .OneOf("kind", "basic", "client_credentials", "login");
        string[] needed = kind switch { "basic" => ["user", "password"], "client_credentials" => ["url", "client_id", "client_secret"], _ => ["url", "token", "header", signIn.Has("body") ? "body" : "send"] };
        foreach (var key in needed)
            if (!signIn.Has(key))
                throw signIn.Wrong(signIn.PathOf(key), $"is missing; '{kind}' needs {string.Join(", ", needed)}");
        return new ApiSignIn(kind, signIn.Keys.Where(k => k is not ("kind" or "body")).ToDictionary(k => k, signIn.Text), Body(signIn));
    }

    private static ApiRequest Request(StrictObject request)
    {
        if (request.Has("get") == request.Has("post"))
            throw request.Wrong(request.PathOf("get"), "or 'post' must be there, and one of them only");
        if (request.Has("body") && request.Has("get"))
            throw request.Wrong(request.PathOf("body"), "does not go with 'get'");
        return new ApiRequest(
            request.Text(request.Has("get") ? "get" : "post"), request.Has("post") ? Body(request) ?? new JsonObject() : null,
            request.Has("items") ? request.Text("items") : "", Optional(request, "total"),
            request.Has("paging") ? Paging(request.Object("paging")) : ApiPaging.None,
            request.Has("budget") ? Budget(request.Object("budget")) : null, request.Has("optional") && request.OneOf("optional", "yes", "no") == "yes");
    }

    private static JsonNode? Body(StrictObject from) => from.Has("body") ? from.Json("body") : null;

    private static ApiPaging Paging(StrictObject paging)
    {
        var kind = paging.Knowing("kind", "first", "size", "at", "more", "end_at", "at_most").OneOf("kind", "page", "offset", "place", "url", "link");
        if (kind is "place" or "url" && !paging.Has("at"))
            throw paging.Wrong(paging.PathOf("at"), "is missing: where in the answer the next page is named");
        if (kind is "page" or "offset" && !paging.Has("size"))
            throw paging.Wrong(paging.PathOf("size"), "is missing: a page with fewer items is the last");
        return new ApiPaging(
            kind, paging.Has("first") ? paging.Number("first", 0) : kind == "offset" ? 0 : 1, paging.Has("size") ? paging.Number("size", 1) : null,
            Optional(paging, "at"), Optional(paging, "more"), Optional(paging, "end_at"), paging.Has("at_most") ? paging.Number("at_most", 1) : null);
    }

    private static ApiChanges Changes(StrictObject changes) => new(
        changes.Text("at"), changes.Text("form"), changes.Has("clock") && changes.OneOf("clock", "utc", "source") == "source",
        changes.Has("overlap_seconds") ? changes.Number("overlap_seconds", 0) : 60, changes.Has("bound") && changes.OneOf("bound", "at", "after") == "after", changes.OneOf("order", "by_change", "other") == "by_change");

    private static ApiTimeEntries TimeEntries(StrictObject entries) => new(
        Request(entries.Knowing("get", "post", "body", "items", "total", "paging", "budget", "form", "overlap_seconds", "optional")), entries.Text("form"),
        entries.Has("overlap_seconds") ? entries.Number("overlap_seconds", 0) : 60);

    private static ApiFollowUp FollowUp(StrictObject step) => new(
        step.Knowing("rows", "get", "post", "body", "items", "total", "paging", "add", "into", "join", "worked", "optional").OneOf("rows", "messages", "history", "time_entries", "tickets", "ticket"),
        Request(step), Texts(step, "add"), Optional(step, "into"), step.Has("join") ? Join(step.Object("join").Knowing("at", "to", "give")) : null,
        step.Has("worked") ? Worked(step.Object("worked").Knowing("at", "take")) : null);

    private static ApiWorked Worked(StrictObject worked) => new(worked.Text("at"), worked.Texts("take"));

    private static ApiJoin Join(StrictObject join) => new(join.Text("at"), join.Text("to"), Texts(join, "give"));

    private static ApiLookup Lookup(StrictObject lookup)
    {
        lookup.Knowing("in", "fields", "members", "get", "post", "body", "items", "total", "paging", "optional", "beside", "id", "label");
        if (lookup.Has("beside") == (lookup.Has("get") || lookup.Has("post")))
            throw lookup.Wrong(lookup.PathOf("beside"), "or 'get' must be there, and one of them only");
        if (lookup.Has("fields") == lookup.Has("members"))
            throw lookup.Wrong(lookup.PathOf("fields"), "or 'members' must be there, and one of them only");
        if (lookup.Has("members") && !lookup.Text("members").EndsWith('*'))
            throw lookup.Wrong(lookup.PathOf("members"), "must end with *, as fields.customfield_* does");
        return new ApiLookup(
            lookup.Has("in") ? lookup.OneOf("in", "tickets", "messages", "history", "time_entries") : "tickets", Texts(lookup, "fields"),
            lookup.Has("beside") ? null : Request(lookup), Optional(lookup, "beside"), lookup.Text("id"), lookup.Text("label"), Optional(lookup, "members"));
    }

    private static ApiBudget Budget(StrictObject budget) => new(budget.Knowing("requests", "seconds").Number("requests", 1), budget.Number("seconds", 1));

    private static ApiFailure Failure(StrictObject failure) => new(failure.Text("at"), Optional(failure, "is"), failure.Text("message"));

    private static string? Optional(StrictObject from, string key) => from.Has(key) ? from.Text(key) : null;

    private static Dictionary<string, string> Texts(StrictObject from, string key) =>
        from.Has(key) ? from.Object(key) is var texts ? texts.Keys.ToDictionary(k => k, texts.Text) : [] : [];

    /// <summary>A name nobody would ever fill is a slip of the pen.</summary>
    private static void RefuseUnknownNames(StrictObject root, Api api)
    {
        if (api.Discovery is { } found && !api.Settings.ContainsKey(found.Setting))
            throw root.Wrong(root.PathOf("discovery.setting"), $"is '{found.Setting}', which 'settings' does not name");
        var known = api.Settings.Keys.Concat(api.Secrets.Keys).Concat(Filled).ToHashSet(StringComparer.Ordinal);
        foreach (var text in AllTexts(api))
            foreach (var name in Template.Names(text).Where(name => !known.Contains(name)))
                throw root.Wrong(root.PathOf("settings"), $"names no '{name}', which '{text}' asks for. Known: {string.Join(", ", known)}");
    }

    private static IEnumerable<string> AllTexts(Api api)
    {
        var requests = api.FollowUps.Select(f => f.Request).Concat(api.Lookups.Select(l => l.Request).OfType<ApiRequest>()).Concat(api.TimeEntries is { } entries ? [entries.Request] : []).Prepend(api.Tickets);
        return requests.SelectMany(r => new[] { r.Path, r.Paging.More, r.Body?.ToJsonString() })
            .Concat(api.Headers.Values).Append(api.Base).Append(api.Discovery?.Path).Concat(api.SignIn?.Texts.Values ?? []).Append(api.SignIn?.Body?.ToJsonString()).OfType<string>();
    }
}
