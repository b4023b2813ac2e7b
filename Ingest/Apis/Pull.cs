using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Insights.Analytics.Loads;
using NodaTime;

namespace Insights.Ingest.Apis;

/// <summary>
/// What is new in a tool since a source was last pulled, page by page; each page says how far the source is pulled once it is kept, so
/// that a pull that stops goes on where its last kept page ended. Nothing is asked ahead of what is kept.
/// </summary>
internal sealed class Pull(ApiAccess access, Listing listing, DateTimeZone zone)
{
    /// <summary>Before the place in the list of time entries, where a pull has come that far.</summary>
    private const string TimeEntriesPlace = "time_entries ";

    private readonly Names _names = new(access, listing);

    private Api Api => access.Api;

    /// <summary>The pages from <paramref name="from"/> on; a state without a cursor gives all there is.</summary>
    public IAsyncEnumerable<PulledPage> Pages(PullState from, CancellationToken stopping) =>
        Api.TimeEntries is { } entries ? WithTimeEntries(from, entries, stopping) : Tickets(from, stopping);

    private IAsyncEnumerable<PulledPage> Tickets(PullState from, CancellationToken stopping) =>
        Api.Changes.IsInOrder ? ByChange(from, stopping) : ByPlace(from, stopping);

    /// <summary>The tickets, then the time entries; the cursor, by which both are asked, moves at the end of them.</summary>
    private async IAsyncEnumerable<PulledPage> WithTimeEntries(PullState from, ApiTimeEntries entries, [EnumeratorCancellation] CancellationToken stopping)
    {
        var state = from;
        if (!IsAtTimeEntries(from))
            await foreach (var page in Tickets(from, stopping).ConfigureAwait(false))
            {
                state = page.IsLast ? AtTimeEntries(page.After with { CursorAt = from.CursorAt, NewestAt = page.After.CursorAt }, null) : page.After;
                yield return page with { After = state, IsLast = false };
            }

        await foreach (var page in TimeEntries(state, entries, stopping).ConfigureAwait(false))
            yield return page;
    }

    private async IAsyncEnumerable<PulledPage> TimeEntries(PullState state, ApiTimeEntries entries, [EnumeratorCancellation] CancellationToken stopping)
    {
        var since = SinceText.Of(state.CursorAt - TimeSpan.FromSeconds(entries.OverlapSeconds), Api.Changes with { Form = entries.Form }, zone);
        var place = state.Next![TimeEntriesPlace.Length..] is { Length: > 0 } next ? next : null;
        do
        {
            var page = await listing.Page(entries.Request, Values(since), place, stopping).ConfigureAwait(false);
            place = page.Next;
            state = place is null ? state with { CursorAt = state.NewestAt, NewestAt = null, Next = null } : AtTimeEntries(state, place);
            var rows = NoRows();
            rows["time_entries"].AddRange(page.Items);
            await _names.Give(rows, page.Answer, stopping).ConfigureAwait(false);
            yield return new PulledPage(rows, state with { PageCount = state.PageCount + 1 }, place is null);
        }
        while (place is not null);
    }

    private static bool IsAtTimeEntries(PullState state) => state.Next?.StartsWith(TimeEntriesPlace, StringComparison.Ordinal) == true;

    private static PullState AtTimeEntries(PullState state, string? place) => state with { Next = TimeEntriesPlace + place };

    /// <summary>Each page is asked as "changed since the newest of the one before"; only where that brings nothing newer is the next page of the same question asked.</summary>
    private async IAsyncEnumerable<PulledPage> ByChange(PullState state, [EnumeratorCancellation] CancellationToken stopping)
    {
        var (since, count) = (Since(state.NewestAt ?? Before(state.CursorAt)), 0);
        while (true)
        {
            var page = await listing.Page(Api.Tickets, Values(since), state.Next, stopping).ConfigureAwait(false);
            var newest = Newest(page, state.NewestAt ?? state.CursorAt);
            var (isLast, isNewer) = (page.Next is null, Since(newest) != since);
            state = After(state, page, newest, isNewer ? null : page.Next, isLast);
            yield return await Whole(page, state, isLast, stopping).ConfigureAwait(false);
            if (isLast)
                yield break;
            (since, count) = (Since(newest), isNewer ? 0 : count + 1);
            RefuseBeyond(count, since);
        }
    }

    /// <summary>The pages of one question, "changed since the last pull", to its end; the cursor moves only there.</summary>
    private async IAsyncEnumerable<PulledPage> ByPlace(PullState state, [EnumeratorCancellation] CancellationToken stopping)
    {
        var (values, count) = (Values(Since(Before(state.CursorAt))), 0);
        await foreach (var page in listing.Pages(Api.Tickets, values, state.Next, stopping).ConfigureAwait(false))
        {
            state = After(state, page, Newest(page, state.NewestAt), page.Next, page.Next is null);
            yield return await Whole(page, state, page.Next is null, stopping).ConfigureAwait(false);
            RefuseBeyond(page.Next is null ? 0 : ++count, values["since"]);
        }
    }

    private DateTime? Before(DateTime? cursor) => cursor - TimeSpan.FromSeconds(Api.Changes.OverlapSeconds);

    private string Since(DateTime? since) => SinceText.Of(since - TimeSpan.FromSeconds(Api.Changes.IsAfter ? 1 : 0), Api.Changes, zone);

    private static Dictionary<string, string> Values(string since) => new() { ["since"] = since };

    private DateTime? Newest(ListPage page, DateTime? before)
    {
        var newest = page.Items.Select(ticket => SinceText.Read(JsonPlace.Text(ticket, Api.Changes.At), Api.Changes, zone)).Append(null).Max();
        if (newest is null && page.Items.Count > 0)
            throw access.Wrong($"no ticket of the list has a moment in '{Api.Changes.At}': the tool answers otherwise than its profile says", $"κανένα αίτημα της λίστας δεν έχει χρόνο στο '{Api.Changes.At}': το εργαλείο απαντά αλλιώς από ό,τι λέει το προφίλ του");
        return newest > before || before is null ? newest : before;
    }

    private static PullState After(PullState state, ListPage page, DateTime? newest, string? next, bool isLast) => state with
    {
        CursorAt = isLast ? newest ?? state.CursorAt : state.CursorAt,
        NewestAt = isLast ? null : newest,
        Next = next,
        PageCount = state.PageCount + 1,
        TicketCount = state.TicketCount + page.Items.Count,
    };

    private void RefuseBeyond(int pages, string since)
    {
        if (Api.Tickets.Paging.AtMost is { } most && pages >= most)
            throw access.Wrong($"the tool gives {most} pages of one question, and has more than that of tickets changed since {since}", $"το εργαλείο δίνει {most} σελίδες ανά ερώτηση και έχει περισσότερα αιτήματα που άλλαξαν από {since}");
    }

    private async Task<PulledPage> Whole(ListPage page, PullState after, bool isLast, CancellationToken stopping)
    {
        var rows = NoRows();
        foreach (var ticket in page.Items)
            await Follow(ticket, rows, stopping).ConfigureAwait(false);
        await _names.Give(rows, page.Answer, stopping).ConfigureAwait(false);
        return new PulledPage(rows, after, isLast);
    }

    private static Dictionary<string, List<JsonObject>> NoRows() => PageFile.Kinds.ToDictionary(kind => kind, _ => new List<JsonObject>());

    private async Task Follow(JsonObject ticket, Dictionary<string, List<JsonObject>> rows, CancellationToken stopping)
    {
        var whole = ticket;
        foreach (var step in Api.FollowUps)
            await foreach (var page in listing.Pages(step.Request, IdOf(ticket), null, stopping).ConfigureAwait(false))
                if (step.Rows == "ticket")
                    whole = page.Items.Count > 0 ? page.Items[0] : whole;
                else if (step.Join is { } join)
                    Give(join, page.Items, rows[step.Rows]);
                else if (step.Into is { } list)
                    rows[step.Rows].Add(Added(new JsonObject { [list] = new JsonArray([.. page.Items.Select(item => item.DeepClone())]) }, step.Add, whole));
                else
                    rows[step.Rows].AddRange(Worked(step.Worked, [.. page.Items.Select(item => Added(item, step.Add, whole))], rows["time_entries"]));

        rows["tickets"].Add(whole);
    }

    /// <summary>The ticket's own <c>id</c>, whatever the tool calls it.</summary>
    private Dictionary<string, string> IdOf(JsonObject ticket) => JsonPlace.Text(ticket, Api.Id) is { } id
        ? new() { ["id"] = id }
        : throw access.Wrong($"a ticket of the list has no '{Api.Id}'", $"ένα αίτημα της λίστας δεν έχει '{Api.Id}'");

    private static void Give(ApiJoin join, IReadOnlyList<JsonObject> items, List<JsonObject> rows)
    {
        var known = rows.ToLookup(row => JsonPlace.Text(row, join.To));
        foreach (var item in items.Where(item => JsonPlace.Text(item, join.At) is not null))
            foreach (var row in known[JsonPlace.Text(item, join.At)])
                foreach (var (name, path) in join.Give.Where(give => JsonPlace.Text(row, give.Key) is null))
                    JsonPlace.Put(row, name, JsonPlace.Text(item, path));
    }

    /// <summary>The rows as they are; those that tell of work give a time entry too.</summary>
    private static List<JsonObject> Worked(ApiWorked? worked, List<JsonObject> items, List<JsonObject> entries)
    {
        if (worked is not null)
            entries.AddRange(items.Where(item => IsSome(JsonPlace.Text(item, worked.At)))
                .Select(item => new JsonObject(worked.Take.Select(name => KeyValuePair.Create(name, (JsonNode?)JsonPlace.Text(item, name))))));
        return items;
    }

    private static bool IsSome(string? length) => length is not null && !(decimal.TryParse(length, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0);

    private static JsonObject Added(JsonObject item, IReadOnlyDictionary<string, string> add, JsonObject ticket)
    {
        foreach (var (name, path) in add)
            JsonPlace.Put(item, name, JsonPlace.Text(ticket, path));
        return item;
    }
}
