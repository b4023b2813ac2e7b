using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Apis;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reference;
using Insights.Ingest.Sources;
using NodaTime;

namespace Insights.Ingest.Tests.Apis;

/// <summary>What every tool that can be pulled must survive. A new profile with an <c>api</c> sits the exam by having a stub.</summary>
public sealed class ApiExamTests : IDisposable
{
    private const int Count = 330;

    /// <summary>More than a page of any tool, all changed at one moment.</summary>
    private const int Together = 260;

    private readonly LoadingFolder _folder = new();

    /// <summary>The day after the last change.</summary>
    private static readonly DateTime Now = StubDesk.Start.AddDays(1);

    public static TheoryData<string> Tools => [.. StubTools.All.Select(t => t.Profile)];

    public static TheoryData<string> TokenTools => [.. StubTools.All.Where(t => t.HasTokens).Select(t => t.Profile)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_profile_with_an_api_has_a_stub() =>
        Assert.Equal(KnownProfiles.All.Where(p => p.Api is not null).Select(p => p.Name).Order(), StubTools.All.Select(t => t.Profile).Order());

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task It_gives_every_ticket_then_what_changed_then_nothing(string tool)
    {
        var desk = StubDesk.Of(Count, Together);
        using var server = new StubServer(StubTools.Find(tool), desk);
        var first = await Pull(server, tool);
        Assert.Equal(0, first.RejectCount);
        AssertHeld(desk);
        Assert.Equal(desk.Newest, State().CursorAt);

        desk.Change(3, desk.Newest.AddMinutes(30));
        desk.Change(Count - 1, desk.Newest.AddMinutes(1));
        desk.Add(desk.Newest.AddMinutes(1));
        await Pull(server, tool, hours: 1);
        AssertHeld(desk);
        Assert.Equal(["2"], _folder.Query("select count(distinct ticket_id) from (select ticket_id from raw.tickets group by ticket_id having count(*) > 1)"));

        var asked = server.Asked.Count;
        var nothing = await Pull(server, tool, hours: 2);
        Assert.Equal((0L, 0L, 0L), (nothing.NewCount, nothing.ChangedCount, nothing.RejectCount));
        Assert.InRange(server.Asked.Count - asked, 1, 60);
        Assert.Equal((Now.AddHours(2), null), (State().EndedAt!.Value, State().Error));
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task What_fails_in_passing_is_asked_again(string tool)
    {
        var desk = StubDesk.Of(60, 0);
        using var server = new StubServer(StubTools.Find(tool), desk);
        server.Faults[2] = Fault.TooMany;
        server.Faults[4] = Fault.Broken;
        server.Faults[6] = Fault.CutShort;
        await Pull(server, tool);
        AssertHeld(desk);
    }

    /// <summary>How long an answer is waited for does not depend on the tool.</summary>
    [Fact]
    public async Task A_request_nobody_answers_is_asked_again()
    {
        var desk = StubDesk.Of(60, 0);
        using var server = new StubServer(StubTools.Find("zammad"), desk);
        server.Faults[3] = Fault.Silent;
        await Pull(server, "zammad");
        AssertHeld(desk);
    }

    [Fact]
    public async Task More_tickets_of_one_moment_than_the_tool_gives_pages_of_are_named_not_left_out()
    {
        using var server = new StubServer(StubTools.Find("freshdesk"), StubDesk.Of(Count, Together));
        using var pull = Freshdesk(server, paging => paging with { AtMost = 2 }, isInOrder: true);
        var refused = await Assert.ThrowsAsync<SetupException>(() => pull.Run(CancellationToken.None));
        Assert.Contains("2 pages", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_may_stand_in_the_Link_header()
    {
        var desk = StubDesk.Of(Count, Together);
        using var server = new StubServer(StubTools.Find("freshdesk"), desk);
        using var pull = Freshdesk(server, paging => paging with { Kind = "link", AtMost = null }, isInOrder: false);
        await pull.Run(CancellationToken.None);
        AssertHeld(desk);
    }

    /// <summary>Freshdesk's API with its tickets paged in another way.</summary>
    private SourcePull Freshdesk(StubServer server, Func<ApiPaging, ApiPaging> paged, bool isInOrder)
    {
        var settings = Settings(server, "freshdesk", null);
        var (api, tickets) = (settings.Access.Api, settings.Access.Api.Tickets);
        var path = isInOrder ? tickets.Path : tickets.Path.Replace("{page}", "1", StringComparison.Ordinal);
        var other = api with { Tickets = tickets with { Path = path, Paging = paged(tickets.Paging) }, Changes = api.Changes with { IsInOrder = isInOrder } };
        return new SourcePull(settings with { Access = settings.Access with { Api = other } }, _folder.Warehouse, _gate, new HurriedClock(Now));
    }

    [Theory]
    [MemberData(nameof(TokenTools))]
    public async Task A_token_that_ended_is_fetched_anew(string tool)
    {
        var desk = StubDesk.Of(60, 0);
        using var server = new StubServer(StubTools.Find(tool), desk);
        server.Faults[3] = Fault.Expired;
        await Pull(server, tool);
        AssertHeld(desk);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Who_is_not_known_is_told_so_without_the_secret(string tool)
    {
        using var server = new StubServer(StubTools.Find(tool), StubDesk.Of(5, 0));
        var refused = await Assert.ThrowsAsync<SetupException>(() => Pull(server, tool, change: (name, value) => value == "s3cret" ? "wr0ng+/=" : value));
        Assert.DoesNotContain("wr0ng", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", State().Error, StringComparison.Ordinal);
        Assert.Contains(KnownProfiles.Find(tool).Api!.Secrets.Keys.First(), refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_tool_that_answers_otherwise_than_its_profile_says_is_not_taken_for_one_with_nothing_new(string tool)
    {
        using var server = new StubServer(new Renamed(StubTools.Find(tool)), StubDesk.Of(5, 0));
        var refused = await Assert.ThrowsAsync<SetupException>(() => Pull(server, tool));
        Assert.Contains("otherwise than its profile says", refused.Message, StringComparison.Ordinal);
        Assert.Null(State().CursorAt);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_pull_stopped_between_pages_goes_on_where_it_was_and_doubles_nothing(string tool)
    {
        var desk = StubDesk.Of(Count, Together);
        using var server = new StubServer(StubTools.Find(tool), desk);
        await Whole(server, tool);
        var whole = server.Asked.Count;
        server.Asked.Clear();

        using var stop = new CancellationTokenSource();
        server.OnAsked = number => StopAt(number, whole * 7 / 10, stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Puller(server, tool, 0).Run(stop.Token));
        server.OnAsked = null;
        Assert.InRange(int.Parse(_folder.Query("select count(*) from raw.tickets")[0], System.Globalization.CultureInfo.InvariantCulture), 1, Count - 1);
        await Pull(server, tool, hours: 1);
        AssertHeld(desk);
        Assert.Equal(_folder.Query("select count(distinct ticket_id) from raw.tickets"), _folder.Query("select count(*) from raw.tickets"));
        // No page holds more than two thirds of the tickets.
        Assert.InRange(server.Asked.Count, whole, whole + (whole * 2 / 3) + 5);
    }

    private static void StopAt(int number, int last, CancellationTokenSource stop)
    {
        if (number != last)
            return;
        // Whoever waits for the pull must not go on in the stub's own thread; and the answer must come after the stop.
        _ = stop.CancelAsync();
        Thread.Sleep(TimeSpan.FromMilliseconds(100));
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_re_sync_finds_what_was_deleted(string tool)
    {
        var desk = StubDesk.Of(40, 0);
        using (var server = new StubServer(StubTools.Find(tool), desk))
            await Pull(server, tool);
        var fewer = StubDesk.Of(39, 0);
        using var after = new StubServer(StubTools.Find(tool), fewer);
        await Puller(after, tool, 1).Resync(CancellationToken.None);
        using var warehouse = Warehouse.OpenForWriting(_folder.Warehouse);
        ReferenceLoader.Load(warehouse, null, Now);
        new Models(warehouse).Refresh(null);
        var (_, rows) = new Query(warehouse).Run("select state, count(*) from intermediate.tickets group by all having state = 'deleted'");
        Assert.Equal(1L, Assert.Single(rows)[1]);
    }

    private async Task<PullResult> Pull(StubServer server, string tool, int hours = 0, Func<string, string, string>? change = null) =>
        await Puller(server, tool, hours, change).Run(CancellationToken.None);

    /// <summary>In a folder of its own, to count what a whole pull asks.</summary>
    private static async Task Whole(StubServer server, string tool)
    {
        using var other = new LoadingFolder();
        await new SourcePull(Settings(server, tool, null), other.Warehouse, new SemaphoreSlim(1), new HurriedClock(Now)).Run(CancellationToken.None);
    }

    private readonly SemaphoreSlim _gate = new(1);

    private SourcePull Puller(StubServer server, string tool, int hours, Func<string, string, string>? change = null) =>
        new(Settings(server, tool, change), _folder.Warehouse, _gate, new HurriedClock(Now.AddHours(hours)));

    private static SourceSettings Settings(StubServer server, string tool, Func<string, string, string>? change)
    {
        var profile = KnownProfiles.Find(tool);
        var values = StubTools.Find(tool).Values.ToDictionary(v => v.Key, v => change?.Invoke(v.Key, v.Value) ?? v.Value);
        return new SourceSettings
        {
            Source = "tool",
            Profile = profile,
            Provider = "Provider",
            DefaultClient = null,
            Zone = DateTimeZoneProviders.Tzdb[profile.TimeZone],
            Schedule = new PullSchedule(Cronos.CronExpression.Hourly, DateTimeZone.Utc),
            Access = new ApiAccess("tool", profile.Api!, values.ToDictionary(v => v.Key, v => v.Value.Replace("ADDRESS", server.Address, StringComparison.Ordinal))),
        };
    }

    private PullState State()
    {
        using var warehouse = Warehouse.OpenForWriting(_folder.Warehouse);
        return new Pulls(warehouse).Find("tool");
    }

    /// <summary>The newest version of each ticket and its messages are those of the desk.</summary>
    private void AssertHeld(StubDesk desk)
    {
        var held = _folder.Query("select ticket_id, strftime(created_at, '%Y-%m-%d %H:%M:%S'), subject from raw.tickets qualify row_number() over (partition by ticket_id order by updated_at desc, load_id desc) = 1 order by ticket_id::integer");
        Assert.Equal(desk.Tickets.Select(t => $"{t.Id}|{Stub.Plain(t.CreatedAt)}|{t.Subject}"), held);
        Assert.Equal(
            desk.Tickets.SelectMany(t => t.Messages.Select(m => $"{t.Id}|{Stub.Plain(m.SentAt)}|{m.Body}")).Order(StringComparer.Ordinal),
            _folder.Query("select ticket_id, strftime(sent_at, '%Y-%m-%d %H:%M:%S'), body from raw.messages").Order(StringComparer.Ordinal));
    }

    /// <summary>A tool whose maker gave every field another name.</summary>
    private sealed class Renamed(IStubTool tool) : IStubTool
    {
        public string Profile => tool.Profile;

        public IReadOnlyDictionary<string, string> Values => tool.Values;

        public StubAnswer Answer(StubDesk desk, StubRequest request, string address)
        {
            var answer = tool.Answer(desk, request, address);
            var isSignIn = request.Path.Contains("token", StringComparison.Ordinal) || request.Path.Contains("authenticate", StringComparison.Ordinal) || request.Path.Contains("initSession", StringComparison.Ordinal);
            return isSignIn ? answer : answer with { Body = Other(System.Text.Json.JsonSerializer.SerializeToNode(answer.Body)) };
        }

        private static System.Text.Json.Nodes.JsonNode? Other(System.Text.Json.Nodes.JsonNode? node) => node switch
        {
            System.Text.Json.Nodes.JsonObject o => new System.Text.Json.Nodes.JsonObject(o.Select(m => KeyValuePair.Create(m.Key is "success" ? m.Key : "v2_" + m.Key, Other(m.Value)))),
            System.Text.Json.Nodes.JsonArray list => new System.Text.Json.Nodes.JsonArray([.. list.Select(Other)]),
            _ => node?.DeepClone(),
        };
    }
}
