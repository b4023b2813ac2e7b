using System.Text.Json.Nodes;

namespace Insights.Ingest.Apis;

/// <summary>
/// How a tool gives its tickets over the network: where to ask, page by page, from when on, and what else to ask for each. What comes is
/// read as the tool's JSON export by the rest of the profile. Texts may hold <c>{names}</c>: settings and secrets a person gives, and
/// what the step fills (<c>{since}</c>, <c>{page}</c>, <c>{offset}</c>, <c>{place}</c>, <c>{id}</c>).
/// </summary>
public sealed record Api
{
    /// <summary>The address all paths follow.</summary>
    public required string Base { get; init; }

    /// <summary>Names a person gives in the clear, each with what it is.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>How the address is found where a person leaves it out; null: it must be given.</summary>
    public required ApiDiscovery? Discovery { get; init; }

    /// <summary>Names whose values are secrets, each with what it is.</summary>
    public required IReadOnlyDictionary<string, string> Secrets { get; init; }

    /// <summary>Sent with every request.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required ApiSignIn? SignIn { get; init; }

    /// <summary>The path of a ticket's id, by which more is asked of it.</summary>
    public required string Id { get; init; }

    /// <summary>The list of tickets.</summary>
    public required ApiRequest Tickets { get; init; }

    public required ApiChanges Changes { get; init; }

    /// <summary>The list of the time worked, asked once all tickets of a pull are kept; null: none, or each ticket is asked for its own.</summary>
    public required ApiTimeEntries? TimeEntries { get; init; }

    /// <summary>What is asked for each ticket of a page.</summary>
    public required IReadOnlyList<ApiFollowUp> FollowUps { get; init; }

    public required IReadOnlyList<ApiLookup> Lookups { get; init; }

    /// <summary>How many requests the tool bears; null: it answers 429 when it has had enough.</summary>
    public required ApiBudget? Budget { get; init; }

    /// <summary>How the tool says in a good answer that it failed; null: it does not.</summary>
    public required ApiFailure? Failure { get; init; }
}

/// <summary>An address the maker tells, each customer another; asked for without the secrets.</summary>
/// <param name="Setting">The setting a person may leave out for it.</param>
/// <param name="Base">Where it is asked.</param>
/// <param name="Path">What is asked there.</param>
/// <param name="At">Where the answer names it; scheme and host of it are taken.</param>
/// <param name="Within">The domain its host must belong to: the secrets go there.</param>
public sealed record ApiDiscovery(string Setting, string Base, string Path, string At, string Within);

/// <param name="Kind"><c>basic</c> (user and password), <c>client_credentials</c> (OAuth2), <c>login</c> (a request whose answer holds a token).</param>
/// <param name="Texts">What it needs: <c>user</c>, <c>password</c>; <c>url</c>, <c>client_id</c>, <c>client_secret</c>, <c>scope</c>; <c>url</c>, <c>token</c> (its path in the answer),
/// <c>header</c> (that carries it: <c>Authorization: Bearer</c>), <c>send</c> (the header of a login without a body).</param>
/// <param name="Body">What a login posts; null: it is a GET.</param>
public sealed record ApiSignIn(string Kind, IReadOnlyDictionary<string, string> Texts, JsonNode? Body);

/// <summary>A question asked page by page.</summary>
/// <param name="Path">After the base, with its query.</param>
/// <param name="Body">Null: it is a GET; else what is posted.</param>
/// <param name="Items">Where the list stands in the answer; empty: the answer is the list.</param>
/// <param name="Paging">How it is asked for the next page.</param>
/// <param name="TotalAt">Where the answer counts them; with none, it may leave the list out. Null: it does not count.</param>
/// <param name="Budget">How many of these the tool bears, where it is fewer than of others.</param>
/// <param name="IsOptional">Where the tool says that there is no such thing, or that it may not be read (403, 404), the pull goes on without and says so.</param>
public sealed record ApiRequest(string Path, JsonNode? Body, string Items, string? TotalAt, ApiPaging Paging, ApiBudget? Budget, bool IsOptional);

/// <param name="Kind"><c>none</c>, <c>page</c> (numbered), <c>offset</c>, <c>place</c> (a token or last id in the answer), <c>url</c> (the next address in the answer), <c>link</c> (in its Link header).</param>
/// <param name="First">The number of the first page.</param>
/// <param name="Size">The most items of a page; a page with fewer is the last. Null: only the answer tells.</param>
/// <param name="At">Where the place or address of the next page stands.</param>
/// <param name="More">What the path of a further page ends with, where the first has no place.</param>
/// <param name="EndAt">Where the answer says true when it is the last page; null: it does not.</param>
/// <param name="AtMost">The tool gives no more pages of one question; null: no such limit.</param>
public sealed record ApiPaging(string Kind, int First, int? Size, string? At, string? More, string? EndAt, int? AtMost)
{
    /// <summary>All in one answer.</summary>
    public static readonly ApiPaging None = new("none", 1, null, null, null, null, null);
}

/// <summary>Which tickets are new or changed.</summary>
/// <param name="At">Where in a ticket the moment of its last change stands.</param>
/// <param name="Form"><c>unix</c>, or a .NET pattern: how <c>{since}</c> is written.</param>
/// <param name="IsLocal"><c>{since}</c> is by the clock of the source's zone, not UTC.</param>
/// <param name="OverlapSeconds">How far before the last change seen the next pull begins: tools show changes late.</param>
/// <param name="IsAfter">The tool gives what changed after <c>{since}</c>, not at it.</param>
/// <param name="IsInOrder">The list comes in the order of change: each page is then asked as "changed since the last one seen", so that tickets that move while they are listed are not missed.</param>
public sealed record ApiChanges(string At, string Form, bool IsLocal, int OverlapSeconds, bool IsAfter, bool IsInOrder);

/// <summary>The time worked on all tickets, changed or worked since a moment.</summary>
/// <param name="Request">What is asked, with <c>{since}</c>.</param>
/// <param name="Form">As <see cref="ApiChanges.Form"/>.</param>
/// <param name="OverlapSeconds">How far before the last change of a ticket seen it begins; where the tool tells only the day of the work, how late people write it down.</param>
public sealed record ApiTimeEntries(ApiRequest Request, string Form, int OverlapSeconds);

/// <param name="Rows"><c>messages</c>, <c>history</c>, <c>time_entries</c>, <c>tickets</c> (others that belong to it), or <c>ticket</c>: the answer stands for the ticket itself.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Add">Fields added to each row: name to the ticket's path.</param>
/// <param name="Into">The answer's rows become this list of one row; null: each is a row.</param>
/// <param name="Join">The answer's rows are none of their own, they give what they hold to rows an earlier question brought; null: they are.</param>
/// <param name="Worked">The answer's rows also tell the time worked; null: they do not.</param>
public sealed record ApiFollowUp(string Rows, ApiRequest Request, IReadOnlyDictionary<string, string> Add, string? Into, ApiJoin? Join, ApiWorked? Worked);

/// <summary>A row that tells how long somebody worked is a time entry too.</summary>
/// <param name="At">Where it tells how long; nothing, or a nought, is no entry.</param>
/// <param name="Take">The names of what the entry takes over.</param>
public sealed record ApiWorked(string At, IReadOnlyList<string> Take);

/// <summary>Which row something belongs to; of several for one row the first that holds something counts.</summary>
/// <param name="At">The path of the other row's id.</param>
/// <param name="To">The path, in the other row, of that id.</param>
/// <param name="Give">What the other row gets: name to path.</param>
public sealed record ApiJoin(string At, string To, IReadOnlyDictionary<string, string> Give);

/// <summary>Names for ids.</summary>
/// <param name="In"><c>tickets</c>, <c>messages</c>, <c>history</c> or <c>time_entries</c>.</param>
/// <param name="Fields">Paths of ids, each to the path of the name, from the object that holds the id.</param>
/// <param name="Request">Asked once for all, or, where its path holds <c>{id}</c>, once for each; null: the page itself brings them, in <paramref name="Beside"/>.</param>
/// <param name="Beside">Where beside the tickets the page brings them.</param>
/// <param name="Id">The path of the id of one.</param>
/// <param name="Label">The path of its name.</param>
/// <param name="Members">The members of an object that are called by such ids and get the names instead, <c>fields.customfield_*</c>; null: none.</param>
public sealed record ApiLookup(string In, IReadOnlyDictionary<string, string> Fields, ApiRequest? Request, string? Beside, string Id, string Label, string? Members);

/// <param name="Requests">At most so many …</param>
/// <param name="Seconds">… in so many seconds.</param>
public sealed record ApiBudget(int Requests, int Seconds);

/// <param name="At">A path in the answer.</param>
/// <param name="Is">The text that means failure; null: anything there but null and an empty list does.</param>
/// <param name="Message">The path of what it says.</param>
public sealed record ApiFailure(string At, string? Is, string Message);
