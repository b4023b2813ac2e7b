using Insights.Analytics;
using Insights.Ingest.Apis;
using Insights.Ingest.Reference;
using Insights.Ingest.Sources;

namespace Insights.Ingest.Tests.Apis;

/// <summary>Where a pull goes on, how it finds its next page, and what a pull from the beginning tells.</summary>
public sealed class ApiPlacesTests : ApiExam
{
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

    [Theory]
    [InlineData(10010)]
    [InlineData(10777)]
    public async Task Jiras_custom_fields_are_read_by_name_whatever_their_ids(int firstField)
    {
        var desk = StubDesk.Of(3, 0);
        using var server = new StubServer(new JiraStub(firstField), desk);
        await Pull(server, "jira");
        AssertHeld(desk);
        Assert.Equal(
            desk.Tickets.Select(t => $"Εκτυπώσεις|Αρτοποιία ΑΕ|{Stub.Plain(t.CreatedAt.AddMinutes(10))}|breached"),
            Folder.Query("select category, client_text, strftime(responded_at, '%Y-%m-%d %H:%M:%S'), vendor_response_outcome from raw.tickets order by ticket_id::integer"));
        Assert.Single(server.Asked, request => request.Path == "/rest/api/3/field");
    }

    [Fact]
    public async Task Autotasks_zone_is_found_by_the_user_and_asked_for_without_a_secret()
    {
        var desk = StubDesk.Of(5, 0);
        using var server = new StubServer(new Zone(null), desk);
        await new SourcePull(Zoned(server, "127.0.0.1"), Shared, new HurriedClock(Now)).Run(CancellationToken.None);
        AssertHeld(desk);
        Assert.Equal("/atservicesrest/v1.0/zoneInformation", server.Asked[0].Path);
        Assert.Equal((null, null, null), (server.Asked[0].Header("Secret"), server.Asked[0].Header("UserName"), server.Asked[0].Header("ApiIntegrationCode")));
    }

    [Theory]
    [InlineData("https://evil.example.com/ATServicesRest/", "does not belong to autotask.net")]
    [InlineData("https://autotask.net.example.com/", "does not belong to autotask.net")]
    [InlineData("https://evilautotask.net/", "does not belong to autotask.net")]
    [InlineData("https://webservices5.autotask.net@example.com/", "does not belong to autotask.net")]
    [InlineData("webservices5", "does not belong to autotask.net")]
    [InlineData("http://webservices5.autotask.net/ATServicesRest/", "is not encrypted")]
    public async Task A_zone_that_is_not_the_makers_own_gets_no_secret(string named, string said)
    {
        using var server = new StubServer(new Zone(named), StubDesk.Of(5, 0));
        var refused = await Assert.ThrowsAsync<SetupException>(async () => (await Discovery.Whole(Zoned(server, "autotask.net").Access, new HurriedClock(Now), CancellationToken.None)).Base());
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    /// <summary>Autotask with its setting left out, where its maker is asked on this machine.</summary>
    private static SourceSettings Zoned(StubServer server, string within)
    {
        var settings = Settings(server, "autotask", null);
        var api = settings.Access.Api with { Discovery = settings.Access.Api.Discovery! with { Base = server.Address, Within = within } };
        var values = settings.Access.Values.Where(value => value.Key != "zone").ToDictionary(value => value.Key, value => value.Value);
        return settings with { Access = settings.Access with { Api = api, Values = values } };
    }

    /// <param name="named">What it names as the zone; null: itself.</param>
    private sealed class Zone(string? named) : IStubTool
    {
        private readonly AutotaskStub _tool = new();

        public string Profile => _tool.Profile;

        public IReadOnlyDictionary<string, string> Values => _tool.Values;

        public StubAnswer Answer(StubDesk desk, StubRequest request, string address) => request.Path.EndsWith("/zoneInformation", StringComparison.Ordinal)
            ? Stub.Good(new { zoneName = "Pre-release", url = named ?? address + "/ATServicesRest/", webUrl = address, ci = 1 })
            : _tool.Answer(desk, request, address);
    }

    public static TheoryData<int, object?, string, string> NoTokens => new()
    {
        { 200, new StubPage("<html>\n<title>Sign in</title> s3cret"), "no JSON but, maybe, a page for people: '<html> <title>Sign in</title> ***'. Check host, client_id", "σελίδα για ανθρώπους" },
        { 200, new StubPage(""), "a page for people: ''", "δεν είναι JSON" },
        { 200, new { token = "th3token", expires_in = 3600 }, "the answer has no 'access_token' but 'token, expires_in'. Check client_secret", "δεν έχει 'access_token'" },
        { 200, new[] { "th3token" }, "the answer has no 'access_token' but ''", "δεν έχει 'access_token'" },
        { 400, new { error = "invalid_client", of = "s3cret" }, "it answered 400: '{\"error\":\"invalid_client\",\"of\":\"***\"}'. Check client_secret", "απάντησε 400" },
    };

    [Theory]
    [MemberData(nameof(NoTokens))]
    public async Task Where_a_token_is_asked_for_what_comes_instead_is_said_without_a_secret(int status, object? body, string english, string greek)
    {
        using var server = new StubServer(new NoToken(new StubAnswer(status, body)), StubDesk.Of(5, 0));
        var refused = (await Assert.ThrowsAsync<SetupException>(() => Pull(server, "halopsa"))).What;
        Assert.Contains($"/auth/token gave no token; ", refused.English, StringComparison.Ordinal);
        Assert.Contains(english, refused.English, StringComparison.Ordinal);
        Assert.Contains(greek, refused.Greek, StringComparison.Ordinal);
        Assert.DoesNotContain("th3token", refused.English + refused.Greek + State().Error, StringComparison.Ordinal);
        Assert.Equal(refused.English, State().Error);
    }

    /// <summary>Whatever it is asked, it answers the same.</summary>
    private sealed class NoToken(StubAnswer answer) : IStubTool
    {
        public string Profile => "halopsa";

        public IReadOnlyDictionary<string, string> Values => new HaloStub().Values;

        public StubAnswer Answer(StubDesk desk, StubRequest request, string address) => answer;
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
        return new SourcePull(settings with { Access = settings.Access with { Api = other } }, Shared, new HurriedClock(Now));
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
        Assert.InRange(int.Parse(Folder.Query("select count(*) from raw.tickets")[0], System.Globalization.CultureInfo.InvariantCulture), 1, Count - 1);
        await Pull(server, tool, hours: 1);
        AssertHeld(desk);
        Assert.Equal(Folder.Query("select count(distinct ticket_id) from raw.tickets"), Folder.Query("select count(*) from raw.tickets"));
        // No page holds more than two thirds of the tickets.
        Assert.InRange(server.Asked.Count, whole, whole + (whole * 2 / 3) + 5);
    }

    [Theory]
    [InlineData("autotask")]
    [InlineData("redmine")]
    public async Task A_pull_stopped_in_the_list_of_hours_goes_on_there(string tool)
    {
        // More than one page of hours, and less than two.
        var desk = StubDesk.Of(120, 0);
        using var server = new StubServer(StubTools.Find(tool), desk);
        await Whole(server, tool);
        var whole = server.Asked.Count;
        server.Asked.Clear();

        using var stop = new CancellationTokenSource();
        server.OnAsked = number => StopAt(number, whole, stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Puller(server, tool, 0).Run(stop.Token));
        server.OnAsked = null;
        Assert.Equal(["120|100"], Folder.Query("select (select count(*) from raw.tickets), (select count(*) from raw.time_entries)"));
        await Pull(server, tool, hours: 1);
        AssertHeld(desk);
        Assert.Equal(desk.Newest, State().CursorAt);
        // The page that was not kept, and for Autotask the name of who worked.
        Assert.InRange(server.Asked.Count, whole + 1, whole + 2);
    }

    [Fact]
    public async Task Pulls_that_bring_nothing_take_one_place_in_the_ledger()
    {
        var desk = StubDesk.Of(20, 0);
        using var server = new StubServer(StubTools.Find("zammad"), desk);
        for (var hour = 0; hour < 4; hour++)
            await Pull(server, "zammad", hour);
        Assert.Equal(["messages|0|2", "messages|20|0", "tickets|0|2", "tickets|20|0", "time_entries|0|2", "time_entries|20|0"], Ledger());
        Assert.Equal([$"{Stub.Plain(Now.AddHours(3))}"], Folder.Query("select strftime(max(data_end_at), '%Y-%m-%d %H:%M:%S') from raw.loads"));
        Assert.Equal(["0"], Folder.Query("select count(*) from raw.listed where load_id not in (select load_id from raw.loads)"));

        desk.Change(3, desk.Newest.AddMinutes(30));
        await Pull(server, "zammad", hours: 4);
        await Pull(server, "zammad", hours: 5);
        await Puller(server, "zammad", 6).Resync(CancellationToken.None);
        await Pull(server, "zammad", hours: 7);
        await Pull(server, "zammad", hours: 8);
        AssertHeld(desk);
        // What brought something, what was full, and what stood before one of these stay.
        Assert.Equal(["tickets|0|1", "tickets|0|1", "tickets|0|2", "tickets|0|20", "tickets|1|2", "tickets|20|0"], Ledger().Where(l => l.StartsWith("tickets", StringComparison.Ordinal)));
    }

    private IEnumerable<string> Ledger() => Folder.Query("select content, new_count + changed_count, unchanged_count from raw.loads order by all");

    /// <summary>An older Zammad has no list of hours, and to some it is closed.</summary>
    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    public async Task Hours_a_tool_does_not_give_stop_no_pull_and_are_said_once(int status)
    {
        using var server = new StubServer(new NoHours(status), StubDesk.Of(20, 0));
        var result = await Pull(server, "zammad");
        Assert.Contains($"/time_accountings answered {status}", Assert.Single(result.Refused), StringComparison.Ordinal);
        Assert.Equal((40L, null), (result.NewCount, State().Error));
        Assert.Single(server.Asked, request => request.Path.EndsWith("/time_accountings", StringComparison.Ordinal));
    }

    private sealed class NoHours(int status) : IStubTool
    {
        private readonly ZammadStub _tool = new();

        public string Profile => _tool.Profile;

        public IReadOnlyDictionary<string, string> Values => _tool.Values;

        public StubAnswer Answer(StubDesk desk, StubRequest request, string address) =>
            request.Path.EndsWith("/time_accountings", StringComparison.Ordinal) ? new StubAnswer(status, new { error = "no" }) : _tool.Answer(desk, request, address);
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
    public async Task A_re_sync_lists_every_ticket_there_is(string tool)
    {
        var desk = StubDesk.Of(40, 0);
        using (var server = new StubServer(StubTools.Find(tool), desk))
            await Pull(server, tool);
        var fewer = StubDesk.Of(39, 0);
        using var after = new StubServer(StubTools.Find(tool), fewer);
        await Puller(after, tool, 1).Resync(CancellationToken.None);
        // The list of tickets is what is full, not the messages beside it; the ticket it does not list is gone.
        Assert.Equal(["tickets"], Folder.Query("select distinct content from raw.loads where full_from_at is not null"));
        Assert.Equal(["40"], Folder.Query("select ticket_id from raw.tickets except select ticket_id from raw.listed join raw.loads using (load_id) where full_from_at is not null"));
    }

    [Fact]
    public async Task A_ticket_a_re_sync_does_not_find_counts_as_deleted()
    {
        using (var server = new StubServer(StubTools.Find("zammad"), StubDesk.Of(40, 0)))
            await Pull(server, "zammad");
        using var after = new StubServer(StubTools.Find("zammad"), StubDesk.Of(39, 0));
        await Puller(after, "zammad", 1).Resync(CancellationToken.None);
        using var warehouse = Warehouse.OpenForWriting(Folder.Warehouse);
        ReferenceLoader.Load(warehouse, null, Now);
        new Models(warehouse).Refresh(null);
        Assert.Equal(1L, Assert.Single(new Query(warehouse).Run("select count(*) from intermediate.tickets where state = 'deleted'").Rows)[0]);
    }
}
