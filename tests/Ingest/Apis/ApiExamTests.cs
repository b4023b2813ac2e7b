using Insights.Analytics;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests.Apis;

/// <summary>What every tool that can be pulled must survive. A new profile with an <c>api</c> sits the exam by having a stub.</summary>
public sealed class ApiExamTests : ApiExam
{
    [Fact]
    public void Every_profile_with_an_api_has_a_stub() =>
        Assert.Equal(KnownProfiles.All.Where(p => p.Api is not null).Select(p => p.Name).Order(), StubTools.All.Select(t => t.Profile).Order());

    [Fact]
    public void Every_tool_whose_hours_are_read_is_asked_for_them() => Assert.Equal(
        KnownProfiles.All.Where(p => p.Api is not null && p.TimeEntries is not null).Select(p => p.Name).Order(), StubTools.All.Where(t => t.HasHours).Select(t => t.Profile).Order());

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
        Assert.Equal(["2"], Folder.Query("select count(distinct ticket_id) from (select ticket_id from raw.tickets group by ticket_id having count(*) > 1)"));

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
