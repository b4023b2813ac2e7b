using System.Text;
using Insights.Ingest.Sources;
using MimeKit.Encodings;

namespace Insights.Ingest.Tests.Apis.RealServers;

/// <summary>Tools themselves, worked with through their own interfaces, pulled with the profiles the program ships, and compared ticket by ticket with their own databases.</summary>
public sealed class RealServerTests : IDisposable
{
    /// <summary>More than two pages of either tool.</summary>
    private const int TicketCount = 240;

    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactWithServer("request-tracker")]
    public async Task What_is_pulled_from_Request_Tracker_is_what_its_database_holds()
    {
        var server = new RealServer("request-tracker");
        using var people = new RequestTrackerPeople(server);
        await Parallel.ForEachAsync(Enumerable.Range(0, Math.Max(0, TicketCount - server.Count("Tickets"))), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, _) => await people.Live(i));
        await PullTwice(server.Settings(("user", "root"), ("password", server.Secret)), people.GoOn, () => AssertHeld(RequestTrackerRows(server), RequestTrackerMessages(server), RequestTrackerEvents(server)));
    }

    [FactWithServer("redmine")]
    public async Task What_is_pulled_from_Redmine_is_what_its_database_holds()
    {
        var server = new RealServer("redmine");
        using var people = new RedminePeople(server);
        if (server.Count("projects") == 0)
            await people.SetUp();
        for (var i = server.Count("issues"); i < TicketCount; i++)
            await people.Live(i);
        await PullTwice(server.Settings(("api_key", server.Secret)), people.GoOn, () => AssertHeld(RedmineRows(server), RedmineMessages(server), RedmineEvents(server)));
    }

    /// <summary>All, then what changed, then nothing.</summary>
    private async Task PullTwice(SourceSettings settings, Func<Task> goOn, Action assertHeld)
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

    private Task<PullResult> Pull(SourceSettings settings) => new SourcePull(settings, _folder.Warehouse, new SemaphoreSlim(1), TimeProvider.System).Run(CancellationToken.None);

    private void AssertHeld(IEnumerable<string> tickets, IEnumerable<string> messages, IEnumerable<string> events)
    {
        AssertSame(tickets, """
            select ticket_id, subject, if(state = 'merged', state, state_text), priority_text, created_at, updated_at, closed_at, requester, coalesce(agent, ''), coalesce(team, client_text)
            from raw.tickets qualify row_number() over (partition by ticket_id order by updated_at desc, load_id desc) = 1
            """);
        AssertSame(messages, "select ticket_id, message_id, sent_at, author, is_public, body from raw.messages");
        AssertSame(events, "select ticket_id, occurred_at, kind, old_text, value_text, actor from raw.events where kind in ('state', 'priority')");
    }

    private void AssertSame(IEnumerable<string> theirs, string ours) => Assert.Equal(theirs.Order(StringComparer.Ordinal), _folder.Query(ours).Order(StringComparer.Ordinal));

    /// <summary>Moments stand in the database in UTC.</summary>
    private static IReadOnlyList<string> RequestTrackerRows(RealServer server) => server.Query($"""
        select t.id, t.Subject, case when t.EffectiveId <> t.id then 'merged' else t.Status end, t.Priority, {Utc("t.Created")}, {Utc("t.LastUpdated")},
          case when t.Status in ('resolved', 'rejected') then {Utc("t.Resolved")} else '' end,
          (select u.Name from Groups g join GroupMembers m on m.GroupId = g.id join Users u on u.id = m.MemberId where g.Domain = 'RT::Ticket-Role' and g.Name = 'Requestor' and g.Instance = t.id),
          case o.Name when 'Nobody' then '' else o.Name end, q.Name
        from Tickets t join Users o on o.id = t.Owner join Queues q on q.id = t.Queue where t.Type = 'ticket'
        """);

    private static IEnumerable<string> RequestTrackerMessages(RealServer server) => server.Query($"""
        select t.ObjectId, t.id, {Utc("t.Created")}, u.Name, t.Type <> 'Comment', a.ContentEncoding, hex(a.Content)
        from Transactions t join Users u on u.id = t.Creator join Attachments a on a.TransactionId = t.id and a.Parent = 0
        where t.ObjectType = 'RT::Ticket' and t.Type in ('Create', 'Correspond', 'Comment')
        """).Select(WithText);

    /// <summary>The last two values, an encoding and bytes, as the text they are.</summary>
    private static string WithText(string row)
    {
        var values = row.Split('|');
        var bytes = Convert.FromHexString(values[^1]);
        return string.Join('|', values[..^2].Append(Encoding.UTF8.GetString(values[^2] == "quoted-printable" ? Decoded(bytes) : bytes)));
    }

    private static byte[] Decoded(byte[] bytes)
    {
        var decoder = new QuotedPrintableDecoder();
        var output = new byte[decoder.EstimateOutputLength(bytes.Length)];
        return output[..decoder.Decode(bytes, 0, bytes.Length, output)];
    }

    private static IReadOnlyList<string> RequestTrackerEvents(RealServer server) => server.Query($"""
        select t.ObjectId, {Utc("t.Created")}, case t.Type when 'Status' then 'state' else 'priority' end, t.OldValue, t.NewValue, u.Name
        from Transactions t join Users u on u.id = t.Creator
        where t.ObjectType = 'RT::Ticket' and (t.Type = 'Status' or t.Type = 'Set' and t.Field = 'Priority')
        """);

    private static IReadOnlyList<string> RedmineRows(RealServer server) => server.Query($"""
        select i.id, i.subject, s.name, p.name, {Local("i.created_on")}, {Local("i.updated_on")}, case when s.is_closed then {Local("i.closed_on")} else '' end, {Name("a")}, '', r.name
        from issues i join issue_statuses s on s.id = i.status_id join enumerations p on p.id = i.priority_id join users a on a.id = i.author_id join projects r on r.id = i.project_id
        """);

    private static IReadOnlyList<string> RedmineMessages(RealServer server) => server.Query($"""
        select j.journalized_id, j.id, {Local("j.created_on")}, {Name("u")}, not j.private_notes, j.notes
        from journals j join users u on u.id = j.user_id where j.notes <> ''
        """);

    private static IReadOnlyList<string> RedmineEvents(RealServer server) => server.Query($"""
        select j.journalized_id, {Local("j.created_on")}, 'state', o.name, n.name, {Name("u")}
        from journal_details d join journals j on j.id = d.journal_id join users u on u.id = j.user_id
        join issue_statuses o on o.id = d.old_value join issue_statuses n on n.id = d.value where d.prop_key = 'status_id'
        union all
        select j.journalized_id, {Local("j.created_on")}, 'priority', o.name, n.name, {Name("u")}
        from journal_details d join journals j on j.id = d.journal_id join users u on u.id = j.user_id
        join enumerations o on o.id = d.old_value join enumerations n on n.id = d.value where d.prop_key = 'priority_id'
        """);

    private static string Name(string user) => $"{user}.firstname || ' ' || {user}.lastname";

    private static string Utc(string column) => $"strftime('%Y-%m-%dT%H:%M:%SZ', {column})";

    /// <summary>Redmine keeps moments by the clock of its machine, which start.sh sets to Athens; fractions of a second are left out, as its API does.</summary>
    private static string Local(string column) => $"strftime('%Y-%m-%dT%H:%M:%SZ', substr({column}, 1, 19), 'utc')";
}
