using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Insights.Ingest.Tests.Apis;

/// <summary>Every tool a stub stands for, each written from what its maker documents of paging, order, limits and errors.</summary>
internal static class StubTools
{
    public static readonly IReadOnlyList<IStubTool> All =
    [
        new ZammadStub(), new FreshdeskStub(), new FreshserviceStub(), new ZendeskStub(), new JiraStub(), new ServiceNowStub(), new ConnectWiseStub(),
        new AutotaskStub(), new HaloStub(), new BmsStub(), new SyncroStub(), new SuperOpsStub(), new GlpiStub(), new RequestTrackerStub(), new RedmineStub(),
    ];

    public static IStubTool Find(string profile) => All.Single(tool => tool.Profile == profile);
}

internal static class Stub
{
    /// <summary>Who does the work.</summary>
    public const string Agent = "Νίκος";

    public static readonly StubAnswer Unknown = new(404, new { error = "no such thing" });

    public static readonly StubAnswer NotKnown = new(401, new { error = "who are you" });

    public static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);

    public static StubAnswer Good(object body, params (string, string)[] headers) => new(200, body, headers);

    public static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    public static string Iso(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string Plain(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static List<T> Page<T>(IEnumerable<T> all, int skip, int take) => [.. all.Skip(skip).Take(take)];

    public static bool IsBasic(StubRequest request, string user, string password) =>
        request.Header("Authorization") == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
}

internal sealed class ZammadStub : IStubTool
{
    public string Profile => "zammad";

    public bool HasHours => true;

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("host", "ADDRESS"), ("token", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (request.Header("Authorization") != "Token token=s3cret")
            return Stub.NotKnown;
        if (request.Path == "/api/v1/tickets/search" && request.Of("sort_by") == "updated_at" && request.Of("order_by") == "asc")
        {
            var since = Stub.Utc(Regex.Match(request.Of("query"), @"^updated_at:\[(\S+) TO \*\]$").Groups[1].Value);
            return Stub.Good(Stub.Page(desk.Since(since), (request.Number("page") - 1) * request.Number("per_page"), Math.Min(request.Number("per_page"), 100)).Select(t => new
            {
                id = t.Id,
                number = "31" + t.IdText,
                title = t.Subject,
                state = "open",
                priority = "2 normal",
                group = "Users",
                organization = "Αρτοποιία",
                customer = "eleni@example.gr",
                owner = "nikos@example.com",
                created_at = Stub.Iso(t.CreatedAt),
                updated_at = Stub.Iso(t.ChangedAt),
                create_article_type = "email",
            }));
        }

        if (request.Path.StartsWith("/api/v1/ticket_articles/by_ticket/", StringComparison.Ordinal))
            return Stub.Good(desk.Find(request.Segment(4)).Messages.Select(m => new
            {
                id = m.Id,
                ticket_id = int.Parse(request.Segment(4), CultureInfo.InvariantCulture),
                type = "email",
                sender = m.IsByAgent ? "Agent" : "Customer",
                from = "x@example.com",
                subject = "",
                body = m.Body,
                content_type = "text/plain",
                @internal = false,
                created_by = "x@example.com",
                created_at = Stub.Iso(m.SentAt),
            }));
        if (request.Path.EndsWith("/time_accountings", StringComparison.Ordinal))
            return Stub.Good(StubDesk.Entries(desk.Find(request.Segment(3))).Select(e => new
            {
                id = e.Id,
                ticket_id = e.TicketId,
                ticket_article_id = e.Id,
                time_unit = $"{e.Minutes}.0",
                type_id = (int?)null,
                created_by_id = 77,
                created_at = Stub.Iso(e.WorkedAt),
                updated_at = Stub.Iso(e.ChangedAt),
            }));
        if (request.Path == "/api/v1/users/77")
            return Stub.Good(new { id = 77, login = Stub.Agent, firstname = "Νίκος" });
        return request.Path.StartsWith("/api/v1/ticket_history/", StringComparison.Ordinal) ? Stub.Good(new { history = Array.Empty<object>() }) : Stub.Unknown;
    }
}

internal sealed class FreshdeskStub : IStubTool
{
    public string Profile => "freshdesk";

    public bool HasHours => true;

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("domain", "ADDRESS"), ("api_key", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (!Stub.IsBasic(request, "s3cret", "X"))
            return Stub.NotKnown;
        if (request.Path == "/api/v2/tickets")
        {
            var (page, size) = (request.Number("page"), Math.Min(request.Number("per_page"), 100));
            if (page > 300)
                return new StubAnswer(400, new { message = "You cannot access tickets beyond the 300th page." });
            var all = desk.Since(Stub.Utc(request.Of("updated_since")));
            var next = $"<{address}/api/v2/tickets?per_page={size}&page={page + 1}&updated_since={request.Of("updated_since")}>; rel=\"next\"";
            return Stub.Good(Stub.Page(all, (page - 1) * size, size).Select(t => new
            {
                id = t.Id,
                subject = t.Subject,
                status = 2,
                priority = 1,
                source = 1,
                type = (string?)null,
                requester_id = 5,
                responder_id = 77,
                group_id = 8,
                company_id = 9,
                company = new { id = 9, name = "Αρτοποιία" },
                requester = new { id = 5, name = "Ελένη", email = "eleni@example.gr" },
                created_at = Stub.Iso(t.CreatedAt),
                updated_at = Stub.Iso(t.ChangedAt),
                stats = new { resolved_at = (string?)null, first_responded_at = Stub.Iso(t.CreatedAt.AddMinutes(10)), closed_at = (string?)null },
            }), all.Count > page * size ? [("Link", next)] : []);
        }

        if (request.Path.EndsWith("/conversations", StringComparison.Ordinal))
            return Stub.Good(Stub.Page(desk.Find(request.Segment(3)).Messages, (request.Number("page") - 1) * 100, 100).Select(m => new
            {
                id = m.Id,
                ticket_id = int.Parse(request.Segment(3), CultureInfo.InvariantCulture),
                incoming = !m.IsByAgent,
                @private = false,
                user_id = 77,
                body_text = m.Body,
                created_at = Stub.Iso(m.SentAt),
            }));
        if (request.Path.EndsWith("/time_entries", StringComparison.Ordinal))
            return Stub.Good(Stub.Page(StubDesk.Entries(desk.Find(request.Segment(3))), (request.Number("page") - 1) * 100, 100).Select(e => new
            {
                id = e.Id,
                ticket_id = e.TicketId,
                start_time = Stub.Iso(e.WorkedAt),
                executed_at = Stub.Iso(e.WorkedAt),
                timer_running = false,
                billable = true,
                time_spent = e.Clock,
                agent_id = 77,
                note = "",
                created_at = Stub.Iso(e.ChangedAt),
                updated_at = Stub.Iso(e.ChangedAt),
            }));
        return request.Path switch
        {
            "/api/v2/agents" => Stub.Good(request.Number("page") > 1 ? [] : new[] { new { id = 77, contact = new { name = Stub.Agent } } }),
            "/api/v2/groups" => Stub.Good(request.Number("page") > 1 ? [] : new[] { new { id = 8, name = "Helpdesk" } }),
            _ => Stub.Unknown,
        };
    }
}

internal sealed class FreshserviceStub : IStubTool
{
    public string Profile => "freshservice";

    public bool HasHours => true;

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("domain", "ADDRESS"), ("api_key", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (!Stub.IsBasic(request, "s3cret", "X"))
            return Stub.NotKnown;
        if (request.Path == "/api/v2/tickets")
            return Stub.Good(new
            {
                tickets = Stub.Page(desk.Since(Stub.Utc(request.Of("updated_since"))), (request.Number("page") - 1) * 100, 100).Select(t => new
                {
                    id = t.Id,
                    subject = t.Subject,
                    status = 2,
                    priority = 1,
                    source = 1,
                    type = "Incident",
                    requester_id = 5,
                    responder_id = 77,
                    group_id = 8,
                    department_id = 9,
                    created_at = Stub.Iso(t.CreatedAt),
                    updated_at = Stub.Iso(t.ChangedAt),
                    stats = new { first_responded_at = Stub.Iso(t.CreatedAt.AddMinutes(10)) },
                }),
            });
        if (request.Path.EndsWith("/conversations", StringComparison.Ordinal))
            return Stub.Good(new
            {
                conversations = Stub.Page(desk.Find(request.Segment(3)).Messages, (request.Number("page") - 1) * 100, 100).Select(m => new
                {
                    id = m.Id,
                    ticket_id = int.Parse(request.Segment(3), CultureInfo.InvariantCulture),
                    incoming = !m.IsByAgent,
                    @private = false,
                    user_id = 77,
                    body_text = m.Body,
                    created_at = Stub.Iso(m.SentAt),
                }),
            });
        if (request.Path.EndsWith("/time_entries", StringComparison.Ordinal))
            return Stub.Good(new
            {
                time_entries = Stub.Page(StubDesk.Entries(desk.Find(request.Segment(3))), (request.Number("page") - 1) * 100, 100).Select(e => new
                {
                    id = e.Id,
                    task_id = (int?)null,
                    start_time = Stub.Iso(e.WorkedAt),
                    executed_at = Stub.Iso(e.WorkedAt),
                    timer_running = false,
                    billable = true,
                    time_spent = e.Clock,
                    agent_id = 77,
                    note = "",
                    created_at = Stub.Iso(e.ChangedAt),
                    updated_at = Stub.Iso(e.ChangedAt),
                }),
            });
        return request.Path switch
        {
            "/api/v2/agents/77" => Stub.Good(new { agent = new { id = 77, first_name = Stub.Agent } }),
            "/api/v2/groups" => Stub.Good(new { groups = request.Number("page") > 1 ? [] : new[] { new { id = 8, name = "Helpdesk" } } }),
            "/api/v2/departments" => Stub.Good(new { departments = request.Number("page") > 1 ? [] : new[] { new { id = 9, name = "Αρτοποιία" } } }),
            _ => Stub.Unknown,
        };
    }
}

internal sealed class ZendeskStub : IStubTool
{
    private const int Size = 100;

    public string Profile => "zendesk";

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("domain", "ADDRESS"), ("email", "a@example.com"), ("api_token", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (!Stub.IsBasic(request, "a@example.com/token", "s3cret"))
            return Stub.NotKnown;
        if (request.Path == "/api/v2/incremental/tickets/cursor.json")
            return Stub.Good(Stream(desk, request, address));
        if (request.Path.EndsWith("/comments.json", StringComparison.Ordinal))
            return Stub.Good(new { next_page = (string?)null, comments = desk.Find(request.Segment(3)).Messages.Select(m => new { id = m.Id, author_id = m.IsByAgent ? 77 : 5, @public = true, body = m.Body, plain_body = m.Body, created_at = Stub.Iso(m.SentAt), via = new { channel = "email" } }) });
        return request.Path.EndsWith("/audits.json", StringComparison.Ordinal) ? Stub.Good(new { next_page = (string?)null, audits = Array.Empty<object>() }) : Stub.Unknown;
    }

    /// <summary>The cursor holds the moment asked for and how many were given.</summary>
    private static object Stream(StubDesk desk, StubRequest request, string address)
    {
        var cursor = request.Query.TryGetValue("cursor", out var given) ? given.Split('.') : [request.Of("start_time"), "0"];
        var since = DateTimeOffset.FromUnixTimeSeconds(long.Parse(cursor[0], CultureInfo.InvariantCulture)).UtcDateTime;
        var skip = int.Parse(cursor[1], CultureInfo.InvariantCulture);
        var all = desk.Since(since);
        var page = Stub.Page(all, skip, Size);
        return new
        {
            tickets = page.Select(t => new
            {
                id = t.Id,
                subject = t.Subject,
                status = "open",
                priority = "normal",
                type = "incident",
                requester_id = 5,
                assignee_id = 77,
                organization_id = 9,
                group_id = 8,
                created_at = Stub.Iso(t.CreatedAt),
                updated_at = Stub.Iso(t.ChangedAt),
                generated_timestamp = new DateTimeOffset(t.ChangedAt).ToUnixTimeSeconds(),
                via = new { channel = "email" },
            }),
            users = new[] { new { id = 5, name = "Ελένη", email = "eleni@example.gr" }, new { id = 77, name = "Νίκος", email = "nikos@example.com" } },
            organizations = new[] { new { id = 9, name = "Αρτοποιία" } },
            groups = new[] { new { id = 8, name = "Helpdesk" } },
            metric_sets = page.Select(t => new { ticket_id = t.Id, reopens = 0, solved_at = (string?)null, reply_time_in_minutes = new { calendar = 10, business = 10 }, agent_wait_time_in_minutes = new { calendar = 0 } }),
            after_url = $"{address}/api/v2/incremental/tickets/cursor.json?cursor={cursor[0]}.{skip + page.Count}",
            after_cursor = $"{cursor[0]}.{skip + page.Count}",
            end_of_stream = skip + page.Count >= all.Count,
        };
    }
}

/// <param name="firstField">The number of the site's first custom field: every site has others.</param>
internal sealed class JiraStub(int firstField = 10010) : IStubTool
{
    public string Profile => "jira";

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("site", "ADDRESS"), ("project", "SUP"), ("email", "a@example.com"), ("api_token", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (!Stub.IsBasic(request, "a@example.com", "s3cret"))
            return Stub.NotKnown;
        if (request.Path == "/rest/api/3/field")
            return Stub.Good(new[] { Field("summary", "Summary"), Field(Id(0), "Request Type"), Field(Id(1), "Organizations"), Field(Id(2), "Time to first response"), Field(Id(3), "Request Type"), Field(Id(4), "Created") });
        if (request.Path != "/rest/api/3/search/jql")
            return Stub.Unknown;
        // Asked by the minute, on the clock of the user's zone: two hours before UTC in winter, three in summer.
        var since = Stub.Utc(Regex.Match(request.Of("jql"), "updated >= \"([^\"]+)\" ORDER BY updated ASC").Groups[1].Value + ":00Z").AddHours(-2);
        var skip = request.Query.TryGetValue("nextPageToken", out var token) ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        var all = desk.Since(since);
        var page = Stub.Page(all, skip, 100);
        return Stub.Good(new
        {
            issues = page.Select(t => new
            {
                id = (10000 + t.Id).ToString(CultureInfo.InvariantCulture),
                key = t.IdText,
                fields = new Dictionary<string, object?>
                {
                    ["summary"] = t.Subject,
                    ["created"] = Local(t.CreatedAt),
                    ["updated"] = Local(t.ChangedAt),
                    ["status"] = new { name = "In Progress" },
                    ["priority"] = new { name = "High" },
                    ["issuetype"] = new { name = "Incident" },
                    ["project"] = new { name = "Αρτοποιία" },
                    ["reporter"] = new { displayName = "Ελένη", emailAddress = "eleni@example.gr" },
                    ["assignee"] = new { displayName = "Νίκος" },
                    ["comment"] = new { comments = t.Messages.Select(m => new { id = m.Id.ToString(CultureInfo.InvariantCulture), created = Local(m.SentAt), body = m.Body, jsdPublic = true, author = new { displayName = "x", emailAddress = "x@example.com", accountType = m.IsByAgent ? "atlassian" : "customer" } }) },
                    [Id(0)] = new { requestType = new { id = "5", name = "Εκτυπώσεις" } },
                    [Id(1)] = new[] { new { id = "1", name = "Αρτοποιία ΑΕ" } },
                    [Id(2)] = new { name = "Time to first response", completedCycles = new[] { new { stopTime = new { iso8601 = Local(t.CreatedAt.AddMinutes(10)) }, breached = true } } },
                    // Another field of the same name, on no issue; and one called as a field of Jira's own.
                    [Id(3)] = null,
                    [Id(4)] = "x",
                },
                changelog = new { histories = Array.Empty<object>() },
            }),
            nextPageToken = skip + page.Count < all.Count ? (skip + page.Count).ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    private static object Field(string id, string name) => new { id, name, custom = id.StartsWith("customfield_", StringComparison.Ordinal) };

    private string Id(int number) => $"customfield_{firstField + number}";

    private static string Local(DateTime at) => at.AddHours(2).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "+0200";
}

internal sealed class ServiceNowStub : IStubTool
{
    public string Profile => "servicenow";

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("instance", "ADDRESS"), ("user", "itil"), ("password", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (!Stub.IsBasic(request, "itil", "s3cret"))
            return Stub.NotKnown;
        var (offset, limit) = (request.Number("sysparm_offset"), request.Number("sysparm_limit"));
        if (request.Path == "/api/now/table/incident")
        {
            var since = Stub.Utc(Regex.Match(request.Of("sysparm_query"), @"^sys_updated_on>=([^^]+)\^ORDERBYsys_updated_on\^ORDERBYsys_id$").Groups[1].Value);
            return Stub.Good(new
            {
                result = Stub.Page(desk.Since(since), offset, limit).Select(t => new
                {
                    sys_id = Both(t.IdText),
                    number = Both("INC" + t.IdText),
                    short_description = Both(t.Subject),
                    opened_at = Both(Stub.Plain(t.CreatedAt)),
                    sys_updated_on = Both(Stub.Plain(t.ChangedAt)),
                    state = Shown("2", "In Progress"),
                    priority = Shown("3", "3 - Moderate"),
                    company = Shown("c9", "Αρτοποιία"),
                    caller_id = Shown("u5", "Ελένη"),
                    assigned_to = Shown("u77", "Νίκος"),
                }),
            });
        }

        if (request.Path == "/api/now/table/sys_journal_field")
        {
            var id = Regex.Match(request.Of("sysparm_query"), @"^element_id=(\d+)\^").Groups[1].Value;
            return Stub.Good(new { result = Stub.Page(desk.Find(id).Messages, offset, limit).Select(m => new { sys_id = Both($"m{m.Id}"), element_id = Both(id), element = Both("comments"), value = Both(m.Body), sys_created_on = Both(Stub.Plain(m.SentAt)), sys_created_by = Both("nikos") }) });
        }

        return request.Path == "/api/now/table/sys_audit" ? Stub.Good(new { result = Array.Empty<object>() }) : Stub.Unknown;
    }

    private static object Both(string value) => Shown(value, value);

    private static object Shown(string value, string shown) => new { value, display_value = shown };
}

internal sealed class ConnectWiseStub : IStubTool
{
    public string Profile => "connectwise";

    public bool HasHours => true;

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("host", "ADDRESS"), ("company", "acme"), ("public_key", "pub"), ("client_id", "c-1"), ("private_key", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (!Stub.IsBasic(request, "acme+pub", "s3cret") || request.Header("clientId") != "c-1")
            return Stub.NotKnown;
        var (skip, size) = ((request.Number("page") - 1) * request.Number("pageSize"), Math.Min(request.Number("pageSize"), 1000));
        if (request.Path == "/v4_6_release/apis/3.0/service/tickets" && request.Of("orderBy") == "lastUpdated asc")
        {
            var since = Stub.Utc(Regex.Match(request.Of("conditions"), @"^lastUpdated>=\[(\S+)\]$").Groups[1].Value);
            return Stub.Good(Stub.Page(desk.Since(since), skip, size).Select(t => new
            {
                id = t.Id,
                summary = t.Subject,
                status = new { name = "In Progress" },
                priority = new { name = "Priority 3 - Normal Response" },
                company = new { identifier = "art", name = "Αρτοποιία" },
                contactName = "Ελένη",
                owner = new { identifier = "nikos", name = "Νίκος" },
                closedFlag = false,
                _info = new { dateEntered = Stub.Iso(t.CreatedAt), lastUpdated = Stub.Iso(t.ChangedAt) },
            }));
        }

        if (request.Path == "/v4_6_release/apis/3.0/time/entries" && request.Of("orderBy") == "id asc")
        {
            var since = Stub.Utc(Regex.Match(request.Of("conditions"), @"^lastUpdated>=\[(\S+)\]$").Groups[1].Value);
            return Stub.Good(Stub.Page(desk.EntriesSince(since), skip, size).Select(e => new
            {
                id = e.Id,
                company = new { identifier = "art", name = "Αρτοποιία" },
                chargeToId = e.TicketId,
                chargeToType = "ServiceTicket",
                member = new { identifier = "nikos", name = Stub.Agent },
                timeStart = Stub.Iso(e.WorkedAt),
                actualHours = e.Hours,
                billableOption = "Billable",
                _info = new { lastUpdated = Stub.Iso(e.ChangedAt) },
            }));
        }

        return request.Path.EndsWith("/notes", StringComparison.Ordinal)
            ? Stub.Good(Stub.Page(desk.Find(request.Segment(5)).Messages, skip, size).Select(m => new { id = m.Id, text = m.Body, internalAnalysisFlag = false, detailDescriptionFlag = false, member = m.IsByAgent ? new { identifier = "nikos", name = "Νίκος" } : null, contact = m.IsByAgent ? null : new { id = 5, name = "Ελένη" }, dateCreated = Stub.Iso(m.SentAt) }))
            : Stub.Unknown;
    }
}

internal sealed class AutotaskStub : IStubTool
{
    public string Profile => "autotask";

    public bool HasHours => true;

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("zone", "ADDRESS"), ("user", "api@acme.gr"), ("secret", "s3cret"), ("code", "c0de"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (request.Header("UserName") != "api@acme.gr" || request.Header("Secret") != "s3cret" || request.Header("ApiIntegrationCode") != "c0de")
            return Stub.NotKnown;
        var path = request.Path["/atservicesrest/v1.0".Length..];
        if (path == "/Tickets/query")
        {
            var since = Stub.Utc(request.Json["filter"]![0]!["value"]!.GetValue<string>());
            // In the order of ids, not of change.
            var (all, skip) = (desk.Since(since).OrderBy(t => t.Id).ToList(), request.Query.TryGetValue("paging", out var place) ? int.Parse(place, CultureInfo.InvariantCulture) : 0);
            var page = Stub.Page(all, skip, 100);
            return Stub.Good(new
            {
                items = page.Select(t => new
                {
                    id = t.Id,
                    ticketNumber = "T2026." + t.IdText,
                    title = t.Subject,
                    companyID = 9,
                    contactID = 5,
                    assignedResourceID = 77,
                    status = 8,
                    priority = 2,
                    queueID = 6,
                    createDate = Stub.Iso(t.CreatedAt),
                    lastActivityDate = Stub.Iso(t.ChangedAt),
                }),
                pageDetails = new { count = page.Count, nextPageUrl = skip + page.Count < all.Count ? $"{address}/atservicesrest/v1.0/Tickets/query?paging={skip + page.Count}" : null },
            });
        }

        if (path == "/TicketNotes/query")
        {
            var id = request.Json["filter"]![0]!["value"]!.GetValue<string>();
            return Stub.Good(new { items = desk.Find(id).Messages.Select(m => new { id = m.Id, ticketID = int.Parse(id, CultureInfo.InvariantCulture), title = "", description = m.Body, publish = 1, creatorResourceID = m.IsByAgent ? 77 : (int?)null, createdByContactID = m.IsByAgent ? (int?)null : 5, createDateTime = Stub.Iso(m.SentAt) }), pageDetails = new { nextPageUrl = (string?)null } });
        }

        if (path == "/TimeEntries/query")
            return Entries(desk, request, address);

        return path switch
        {
            "/TicketHistory/query" => Stub.Good(new { items = Array.Empty<object>(), pageDetails = new { nextPageUrl = (string?)null } }),
            "/Companies/9" => Stub.Good(new { item = new { id = 9, companyName = "Αρτοποιία" } }),
            "/Contacts/5" => Stub.Good(new { item = new { id = 5, emailAddress = "eleni@example.gr" } }),
            "/Resources/77" => Stub.Good(new { item = new { id = 77, userName = Stub.Agent } }),
            "/Tickets/entityInformation/fields" => Stub.Good(new { fields = new[] { ("status", "8", "In Progress"), ("priority", "2", "Medium"), ("queueID", "6", "Helpdesk"), ("issueType", "1", "x"), ("ticketType", "1", "y"), ("source", "1", "z") }.Select(f => new { name = f.Item1, picklistValues = new[] { new { value = f.Item2, label = f.Item3 } } }) }),
            _ => Stub.Unknown,
        };
    }

    private static StubAnswer Entries(StubDesk desk, StubRequest request, string address)
    {
        var filter = request.Json["filter"]!;
        if ((filter[0]!["field"]!.GetValue<string>(), filter[1]!["op"]!.GetValue<string>(), filter[1]!["field"]!.GetValue<string>()) != ("lastModifiedDateTime", "exist", "ticketID"))
            return Stub.Unknown;
        var all = desk.EntriesSince(Stub.Utc(filter[0]!["value"]!.GetValue<string>()));
        var skip = request.Query.TryGetValue("paging", out var place) ? int.Parse(place, CultureInfo.InvariantCulture) : 0;
        return Stub.Good(new
        {
            items = Stub.Page(all, skip, 100).Select(e => new
            {
                id = e.Id,
                ticketID = e.TicketId,
                taskID = (int?)null,
                dateWorked = Stub.Iso(e.WorkedAt.Date),
                startDateTime = Stub.Iso(e.WorkedAt),
                hoursWorked = e.Hours,
                isNonBillable = false,
                resourceID = 77,
                lastModifiedDateTime = Stub.Iso(e.ChangedAt),
            }),
            pageDetails = new { nextPageUrl = skip + 100 < all.Count ? $"{address}/atservicesrest/v1.0/TimeEntries/query?paging={skip + 100}" : null },
        });
    }
}

internal sealed class HaloStub : IStubTool
{
    private int _tokens;

    public string Profile => "halopsa";

    public bool HasHours => true;

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("host", "ADDRESS"), ("client_id", "c-1"), ("client_secret", "s3cret"));

    public bool HasTokens => true;

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (request.Path == "/auth/token")
            return request.Text.Contains("grant_type=client_credentials", StringComparison.Ordinal) && request.Text.Contains("client_secret=s3cret", StringComparison.Ordinal)
                ? Stub.Good(new { access_token = $"t{++_tokens}", token_type = "Bearer", expires_in = 3600 })
                : new StubAnswer(400, new { error = "invalid_client" });
        if (request.Header("Authorization") != $"Bearer t{_tokens}")
            return Stub.NotKnown;
        if (request.Path == "/api/Tickets" && request.Of("pageinate") == "true")
        {
            var all = desk.Since(Stub.Utc(request.Of("lastupdatefromdate"))).OrderBy(t => t.Id).ToList();
            return Stub.Good(new
            {
                page_no = request.Number("page_no"),
                page_size = 100,
                record_count = all.Count,
                tickets = Stub.Page(all, (request.Number("page_no") - 1) * 100, Math.Min(100, request.Number("page_size"))).Select(t => new
                {
                    id = t.Id,
                    summary = t.Subject,
                    client_name = "Αρτοποιία",
                    user_name = "Ελένη",
                    agent_name = "Νίκος",
                    status_name = "In Progress",
                    priority_name = "Medium",
                    dateoccurred = Stub.Iso(t.CreatedAt).TrimEnd('Z'),
                    last_update = Stub.Iso(t.ChangedAt).TrimEnd('Z'),
                    dateclosed = "1900-01-01T00:00:00",
                }),
            });
        }

        return request.Path == "/api/Actions"
            ? Stub.Good(new { actions = desk.Find(request.Of("ticket_id")).Messages.Select(m => new { id = m.Id, ticket_id = request.Number("ticket_id"), datetime = Stub.Iso(m.SentAt).TrimEnd('Z'), who = Stub.Agent, timetaken = StubDesk.Entries(desk.Find(request.Of("ticket_id"))).Single(e => e.Id == m.Id).Hours, who_agentid = m.IsByAgent ? 77 : 0, note = m.Body, hiddenfromuser = false, outcome = "Email" }) })
            : Stub.Unknown;
    }
}

internal sealed class BmsStub : IStubTool
{
    private int _tokens;

    public string Profile => "kaseya-bms";

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("host", "ADDRESS"), ("user", "api"), ("company", "acme"), ("password", "s3cret"));

    public bool HasTokens => true;

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (request.Path == "/v2/security/authenticate")
            return request.Json["Password"]!.GetValue<string>() == "s3cret" ? Stub.Good(new { success = true, result = new { accessToken = $"t{++_tokens}" } }) : Refusal("wrong password");
        if (request.Header("Authorization") != $"Bearer t{_tokens}")
            return Stub.NotKnown;
        if (request.Path == "/v2/servicedesk/tickets/search")
        {
            if (request.Json["PageNumber"]!.GetValueKind() != System.Text.Json.JsonValueKind.Number)
                return Refusal("PageNumber must be a number");
            var page = request.Json["PageNumber"]!.GetValue<int>();
            var all = desk.Since(Stub.Utc(request.Json["Filter"]!["LastActivityUpdateFrom"]!.GetValue<string>())).OrderBy(t => t.Id).ToList();
            // Public clients saw the names in this case, the specification has them in the other.
            return Stub.Good(new
            {
                success = true,
                totalRecords = all.Count,
                result = Stub.Page(all, (page - 1) * 100, 100).Select(t => new { id = t.Id, ticketNumber = "K" + t.IdText, title = t.Subject, accountName = "Αρτοποιία", contactName = "Ελένη", assigneeName = "Νίκος", statusName = "In Progress", priorityName = "Medium", openDate = Stub.Iso(t.CreatedAt), lastActivityUpdate = Stub.Iso(t.ChangedAt) }),
            });
        }

        return request.Path.EndsWith("/notes", StringComparison.Ordinal)
            ? Stub.Good(new { success = true, result = desk.Find(request.Segment(3)).Messages.Select(m => new { id = m.Id, ticketId = request.Segment(3), createdOn = Stub.Iso(m.SentAt), createdByName = "x", createdByEmail = "x@example.com", notes = m.Body, isInternal = false }) })
            : Stub.Unknown;
    }

    /// <summary>Failures come with status 200.</summary>
    private static StubAnswer Refusal(string why) => Stub.Good(new { success = false, error = new { code = 7, message = why }, result = (object?)null });
}

internal sealed class SyncroStub : IStubTool
{
    public string Profile => "syncro";

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("domain", "ADDRESS"), ("api_key", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (request.Header("Authorization") != "s3cret")
            return Stub.NotKnown;
        if (request.Path != "/api/v1/tickets" || !Regex.IsMatch(request.Of("since_updated_at"), @"^\d{4}-\d\d-\d\d$"))
            return Stub.Unknown;
        var all = desk.Since(Stub.Utc(request.Of("since_updated_at"))).OrderByDescending(t => t.Id).ToList();
        return Stub.Good(new
        {
            meta = new { page = request.Number("page"), total_pages = (all.Count + 24) / 25 },
            tickets = Stub.Page(all, (request.Number("page") - 1) * 25, 25).Select(t => new
            {
                id = t.Id,
                number = 1000 + t.Id,
                subject = t.Subject,
                created_at = Stub.Iso(t.CreatedAt),
                updated_at = Stub.Iso(t.ChangedAt),
                customer_business_then_name = "Αρτοποιία",
                contact_fullname = "Ελένη",
                status = "In Progress",
                priority = "2 Normal",
                user = new { full_name = "Νίκος" },
                comments = t.Messages.Select(m => new { id = m.Id, created_at = Stub.Iso(m.SentAt), tech = "Νίκος", user_id = m.IsByAgent ? 77 : (int?)null, hidden = false, subject = "Update", body = m.Body }),
            }),
        });
    }
}

internal sealed class SuperOpsStub : IStubTool
{
    public string Profile => "superops";

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("host", "ADDRESS"), ("subdomain", "acme"), ("token", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (request.Header("Authorization") != "Bearer s3cret" || request.Header("CustomerSubDomain") != "acme")
            return Stub.NotKnown;
        var input = request.Json["variables"]!["input"]!;
        if (request.Json["query"]!.GetValue<string>().Contains("getTicketConversationList", StringComparison.Ordinal))
            return Stub.Good(new { data = new { getTicketConversationList = desk.Find(input["ticketId"]!.GetValue<string>()).Messages.Select(m => new { conversationId = m.Id.ToString(CultureInfo.InvariantCulture), type = m.IsByAgent ? "TECH_REPLY" : "REQ_REPLY", time = Stub.Iso(m.SentAt).TrimEnd('Z'), content = m.Body, user = new { name = "x", email = "x@example.com" } }) } });
        if (input["page"]!.GetValueKind() != System.Text.Json.JsonValueKind.Number)
            return Stub.Good(new { data = (object?)null, errors = new[] { new { message = "page must be a number" } } });
        var (page, all) = (input["page"]!.GetValue<int>(), desk.Since(Stub.Utc(input["condition"]!["value"]!.GetValue<string>())));
        return Stub.Good(new
        {
            data = new
            {
                getTicketList = new
                {
                    tickets = Stub.Page(all, (page - 1) * 100, 100).Select(t => new { ticketId = t.IdText, displayId = "0622-" + t.IdText, subject = t.Subject, client = new { name = "Αρτοποιία" }, requester = new { name = "Ελένη" }, technician = new { name = "Νίκος" }, status = "Open", priority = "High", createdTime = Stub.Iso(t.CreatedAt).TrimEnd('Z'), updatedTime = Stub.Iso(t.ChangedAt).TrimEnd('Z') }),
                    listInfo = new { page, pageSize = 100, hasMore = page * 100 < all.Count },
                },
            },
        });
    }
}

internal sealed class GlpiStub : IStubTool
{
    private int _sessions;

    public string Profile => "glpi";

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("host", "ADDRESS"), ("app_token", "appl1cation"), ("user_token", "s3cret"));

    public bool HasTokens => true;

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (request.Header("App-Token") != "appl1cation")
            return new StubAnswer(400, new[] { "ERROR_APP_TOKEN_PARAMETERS_MISSING" });
        if (request.Path == "/apirest.php/initSession")
            return request.Header("Authorization") == "user_token s3cret" ? Stub.Good(new { session_token = $"s{++_sessions}" }) : Stub.NotKnown;
        if (request.Header("Session-Token") != $"s{_sessions}")
            return Stub.NotKnown;
        if (request.Path == "/apirest.php/search/Ticket" && request.Of("criteria[0][searchtype]") == "morethan")
            return Search(desk, request);
        var ticket = desk.Find(request.Segment(2));
        return request.Path.EndsWith("/ITILFollowup", StringComparison.Ordinal)
            ? Stub.Good(Ranged(ticket.Messages, request).Select(m => new { id = m.Id, itemtype = "Ticket", items_id = ticket.Id, date = Local(m.SentAt), users_id = "nikos", content = m.Body, is_private = 0, requesttypes_id = "E-Mail" }))
            : Stub.Good(new { id = ticket.Id, entities_id = "Root entity > Αρτοποιία", name = ticket.Subject, date = Local(ticket.CreatedAt), date_mod = Local(ticket.ChangedAt), status = 2, priority = 3, users_id_recipient = "eleni" });
    }

    /// <summary>On the clock of the server; strictly after; without "data" where there is nothing.</summary>
    private static StubAnswer Search(StubDesk desk, StubRequest request)
    {
        var since = Stub.Utc(request.Of("criteria[0][value]")).AddHours(-2);
        var all = desk.Since(since.AddSeconds(1));
        return all.Count == 0
            ? Stub.Good(new { totalcount = 0, count = 0 })
            : new StubAnswer(206, new { totalcount = all.Count, data = Ranged(all, request).Select(t => new Dictionary<string, object> { ["2"] = t.Id, ["19"] = Local(t.ChangedAt) }) });
    }

    private static List<T> Ranged<T>(IReadOnlyList<T> all, StubRequest request)
    {
        var range = request.Of("range").Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return Stub.Page(all, range[0], range[1] - range[0] + 1);
    }

    private static string Local(DateTime at) => Stub.Plain(at.AddHours(2));
}

internal sealed class RequestTrackerStub : IStubTool
{
    public string Profile => "request-tracker";

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("address", "ADDRESS"), ("user", "root"), ("password", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (!Stub.IsBasic(request, "root", "s3cret"))
            return Stub.NotKnown;
        return request.Path switch
        {
            "/REST/2.0/tickets" => Tickets(desk, request),
            "/REST/2.0/transactions" when Regex.Match(request.Of("query"), @"^ObjectType = 'RT::Ticket' AND ObjectId = (\d+) AND (\()?Type ") is { Success: true } asked => Page(
                request, asked.Groups[2].Success ? Messages(desk.Find(asked.Groups[1].Value)) : History(desk.Find(asked.Groups[1].Value))),
            _ when request.Path.EndsWith("/attachments", StringComparison.Ordinal) => Page(request, Attachments(desk.Find(request.Segment(3)))),
            _ => Stub.Unknown,
        };
    }

    private static StubAnswer Tickets(StubDesk desk, StubRequest request)
    {
        // No ticket was merged into another; the clock of the questions is that of Athens.
        if (Regex.IsMatch(request.Of("query"), @"^EffectiveId = (\d+) AND id != \1$"))
            return Page(request, []);
        var since = Stub.Utc(Regex.Match(request.Of("query"), "^LastUpdated >= '([^']+)' AND EffectiveId > 0$").Groups[1].Value).AddHours(-2);
        return Page(request, desk.Since(since).Select(t => new Dictionary<string, object?>
        {
            ["Subject"] = t.Subject,
            ["Status"] = "open",
            ["Created"] = Stub.Iso(t.CreatedAt),
            ["Resolved"] = "1970-01-01T00:00:00Z",
            ["LastUpdated"] = Stub.Iso(t.ChangedAt),
            ["Priority"] = "50",
            ["EffectiveId"] = t.IdText,
            ["Requestor"] = new[] { User("eleni@example.gr", "EmailAddress") },
            ["Owner"] = User("nikos", "Name"),
            ["Queue"] = new { type = "queue", id = "1", Name = "Support" },
            ["type"] = "ticket",
            ["id"] = t.IdText,
        }));
    }

    private static IEnumerable<Dictionary<string, object?>> Messages(StubTicket ticket) => ticket.Messages.Select(m => new Dictionary<string, object?>
    {
        ["type"] = "transaction",
        ["id"] = m.Id.ToString(CultureInfo.InvariantCulture),
        ["Type"] = "Correspond",
        ["Created"] = Stub.Iso(m.SentAt),
        ["Creator"] = User(m.IsByAgent ? "nikos" : "eleni@example.gr", null),
        ["ObjectId"] = ticket.IdText,
        ["Data"] = "No Subject",
    });

    private static IEnumerable<Dictionary<string, object?>> History(StubTicket ticket) =>
    [
        new()
        {
            ["type"] = "transaction", ["id"] = ticket.IdText + "9", ["Type"] = "Status", ["Created"] = Stub.Iso(ticket.CreatedAt.AddMinutes(5)), ["Creator"] = User("nikos", null),
            ["ObjectId"] = ticket.IdText, ["Field"] = "Status", ["OldValue"] = "new", ["NewValue"] = "open",
        },
    ];

    /// <summary>A message is a text and the same as HTML, in a part that holds both and nothing itself.</summary>
    private static IEnumerable<Dictionary<string, object?>> Attachments(StubTicket ticket) => ticket.Messages.SelectMany(m => new[] { "", m.Body, $"<p>{m.Body}</p>" }, (m, content) => new Dictionary<string, object?>
    {
        ["type"] = "attachment",
        ["id"] = "1",
        ["TransactionId"] = m.Id.ToString(CultureInfo.InvariantCulture),
        ["Content"] = content,
    });

    private static Dictionary<string, string> User(string name, string? field)
    {
        var user = new Dictionary<string, string> { ["type"] = "user", ["id"] = name };
        if (field is not null)
            user[field] = name;
        return user;
    }

    /// <summary>Beside its type and id an item has the fields that were asked for, and no others.</summary>
    private static StubAnswer Page(StubRequest request, IEnumerable<Dictionary<string, object?>> all)
    {
        var asked = request.Of("fields").Split(',').Append("type").Append("id").ToHashSet(StringComparer.Ordinal);
        var items = all.Select(item => item.Where(field => asked.Contains(field.Key)).ToDictionary(f => f.Key, f => f.Value)).ToList();
        var (page, size) = (request.Number("page"), Math.Min(100, request.Number("per_page")));
        return Stub.Good(new { total = items.Count, page, per_page = size, items = Stub.Page(items, (page - 1) * size, size) });
    }
}

internal sealed class RedmineStub : IStubTool
{
    public string Profile => "redmine";

    public bool HasHours => true;

    public IReadOnlyDictionary<string, string> Values => Stub.Values(("address", "ADDRESS"), ("api_key", "s3cret"));

    public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
    {
        if (request.Header("X-Redmine-API-Key") != "s3cret")
            return Stub.NotKnown;
        if (request.Path == "/issues.json" && request.Of("status_id") == "*" && request.Of("sort") == "updated_on,id")
        {
            var all = desk.Since(Stub.Utc(request.Of("updated_on")[">=".Length..]));
            return Stub.Good(new { total_count = all.Count, offset = request.Number("offset"), limit = 100, issues = Stub.Page(all, request.Number("offset"), Math.Min(100, request.Number("limit"))).Select(t => Issue(t, null)) });
        }

        if (request.Path == "/time_entries.json")
        {
            // By the day of the work, the newest first.
            var day = Stub.Utc(request.Of("from"));
            var all = desk.EntriesSince(DateTime.MinValue).Where(e => e.WorkedAt.AddHours(2).Date >= day).Reverse().ToList();
            return Stub.Good(new { total_count = all.Count, offset = request.Number("offset"), limit = 100, time_entries = Stub.Page(all, request.Number("offset"), Math.Min(100, request.Number("limit"))).Select(Entry) });
        }

        return request.Path switch
        {
            "/issue_statuses.json" => Stub.Good(new { issue_statuses = new[] { new { id = 1, name = "New" }, new { id = 2, name = "In Progress" } } }),
            "/enumerations/issue_priorities.json" => Stub.Good(new { issue_priorities = new[] { new { id = 2, name = "Normal" } } }),
            _ when desk.Find(request.Segment(1).Replace(".json", "", StringComparison.Ordinal)) is { } ticket => Stub.Good(new { issue = Issue(ticket, ticket.Messages) }),
            _ => Stub.Unknown,
        };
    }

    private static object Entry(StubEntry e) => new
    {
        id = e.Id,
        project = new { id = 9, name = "Αρτοποιία" },
        issue = new { id = e.TicketId },
        user = new { id = 77, name = Stub.Agent },
        activity = new { id = 9, name = "Support" },
        hours = e.Hours,
        comments = "",
        spent_on = e.WorkedAt.AddHours(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        created_on = Stub.Iso(e.ChangedAt),
        updated_on = Stub.Iso(e.ChangedAt),
    };

    private static JsonNode Issue(StubTicket t, IReadOnlyList<StubMessage>? messages) => System.Text.Json.JsonSerializer.SerializeToNode(new
    {
        id = t.Id,
        project = new { id = 9, name = "Αρτοποιία" },
        tracker = new { id = 1, name = "Support" },
        status = new { id = 2, name = "In Progress", is_closed = false },
        priority = new { id = 2, name = "Normal" },
        author = new { id = 5, name = "Ελένη" },
        assigned_to = new { id = 77, name = "Νίκος" },
        subject = t.Subject,
        description = "",
        created_on = Stub.Iso(t.CreatedAt),
        updated_on = Stub.Iso(t.ChangedAt),
        journals = messages?.Select(m => new { id = m.Id, user = new { id = 77, name = m.IsByAgent ? "Νίκος" : "Ελένη" }, notes = m.Body, created_on = Stub.Iso(m.SentAt), private_notes = false, details = new[] { new { property = "attr", name = "status_id", old_value = "1", new_value = "2" } } }),
    })!;
}
