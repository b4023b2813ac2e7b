using Insights.Ingest.Loading;
using Insights.Ingest.Sources;

namespace Insights.Ingest.Tests.Apis.RealServers;

/// <summary>A tool itself, worked with through its own interface, pulled with the profile the program ships, and compared ticket by ticket with its own database.</summary>
public abstract class RealServerTests : IDisposable
{
    /// <summary>More than two pages of any tool.</summary>
    protected const int TicketCount = 240;

    private readonly LoadingFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>All, then what changed, then nothing.</summary>
    protected async Task PullTwice(SourceSettings settings, Func<Task> goOn, Action assertHeld)
    {
        var first = await Pull(settings);
        Assert.Equal(0, first.RejectCount);
        assertHeld();

        await goOn();
        var second = await Pull(settings);
        Assert.InRange(second.NewCount, 4, 40);
        assertHeld();

        var third = await Pull(settings);
        Assert.Equal((0L, 0L, 0L), (third.NewCount, third.ChangedCount, third.RejectCount));
    }

    private Task<PullResult> Pull(SourceSettings settings) => new SourcePull(settings, new SharedWarehouse(_folder.Warehouse), TimeProvider.System).Run(CancellationToken.None);

    protected void AssertHeld(IEnumerable<string> tickets, IEnumerable<string> messages, IEnumerable<string> events)
    {
        AssertSame(tickets, """
            select ticket_id, subject, if(state = 'merged', state, state_text), priority_text, created_at, updated_at, closed_at, requester, coalesce(agent, ''), coalesce(team, client_text), coalesce(merged_into, '')
            from raw.tickets qualify row_number() over (partition by ticket_id order by updated_at desc, load_id desc) = 1
            """);
        AssertSame(messages, "select ticket_id, message_id, sent_at, author, is_public, body from raw.messages");
        AssertSame(events, "select ticket_id, occurred_at, kind, old_text, value_text, actor from raw.events where kind in ('state', 'priority')");
    }

    protected void AssertSame(IEnumerable<string> theirs, string ours) => Assert.Equal(theirs.Order(StringComparer.Ordinal), _folder.Query(ours).Order(StringComparer.Ordinal));
}
