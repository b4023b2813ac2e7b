using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Apis;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Ingest.Sources;
using NodaTime;

namespace Insights.Ingest.Tests.Apis;

/// <summary>What the exams of tools that can be pulled share: a desk of tickets, and a warehouse that must hold them.</summary>
public abstract class ApiExam : IDisposable
{
    protected const int Count = 330;

    /// <summary>More than a page of any tool, all changed at one moment.</summary>
    protected const int Together = 260;

    private protected LoadingFolder Folder { get; } = new();

    /// <summary>The day after the last change.</summary>
    private protected static readonly DateTime Now = StubDesk.Start.AddDays(1);

    public static TheoryData<string> Tools => [.. StubTools.All.Select(t => t.Profile)];

    public static TheoryData<string> TokenTools => [.. StubTools.All.Where(t => t.HasTokens).Select(t => t.Profile)];

    public void Dispose()
    {
        _warehouse?.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<PullResult> Pull(StubServer server, string tool, int hours = 0, Func<string, string, string>? change = null) =>
        await Puller(server, tool, hours, change).Run(CancellationToken.None);

    /// <summary>In a folder of its own, to count what a whole pull asks.</summary>
    private protected static async Task Whole(StubServer server, string tool)
    {
        using var other = new LoadingFolder();
        using var warehouse = new SharedWarehouse(other.Warehouse);
        await new SourcePull(Settings(server, tool, null), warehouse, new HurriedClock(Now)).Run(CancellationToken.None);
    }

    private SharedWarehouse? _warehouse;

    protected SharedWarehouse Shared => _warehouse ??= new SharedWarehouse(Folder.Warehouse);

    private protected SourcePull Puller(StubServer server, string tool, int hours, Func<string, string, string>? change = null) =>
        new(Settings(server, tool, change), Shared, new HurriedClock(Now.AddHours(hours)));

    private protected static SourceSettings Settings(StubServer server, string tool, Func<string, string, string>? change)
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

    private protected PullState State()
    {
        using var warehouse = Warehouse.OpenForWriting(Folder.Warehouse);
        return new Pulls(warehouse).Find("tool");
    }

    /// <summary>The newest version of each ticket, its messages and the time worked on it are those of the desk, each entry once.</summary>
    private protected void AssertHeld(StubDesk desk)
    {
        var held = Folder.Query("select ticket_id, strftime(created_at, '%Y-%m-%d %H:%M:%S'), subject from raw.tickets qualify row_number() over (partition by ticket_id order by updated_at desc, load_id desc) = 1 order by ticket_id::integer");
        Assert.Equal(desk.Tickets.Select(t => $"{t.Id}|{Stub.Plain(t.CreatedAt)}|{t.Subject}"), held);
        Assert.Equal(
            desk.Tickets.SelectMany(t => t.Messages.Select(m => $"{t.Id}|{Stub.Plain(m.SentAt)}|{m.Body}")).Order(StringComparer.Ordinal),
            Folder.Query("select ticket_id, strftime(sent_at, '%Y-%m-%d %H:%M:%S'), body from raw.messages").Order(StringComparer.Ordinal));
        var hasHours = StubTools.Find(Assert.Single(Folder.Query("select distinct profile from raw.loads"))).HasHours;
        Assert.Equal(
            desk.Tickets.Where(_ => hasHours).SelectMany(StubDesk.Entries).Select(e => $"{e.Id}|{e.TicketId}|{e.Minutes * 60}|{Stub.Agent}").Order(StringComparer.Ordinal),
            Folder.Query("select entry_id, ticket_id, worked_seconds, agent from raw.time_entries").Order(StringComparer.Ordinal));
    }
}
