using System.Text;
using MimeKit.Encodings;

namespace Insights.Ingest.Tests.Apis.RealServers;

public sealed class RequestTrackerTests : RealServerTests
{
    [FactWithServer("request-tracker")]
    public async Task What_is_pulled_from_Request_Tracker_is_what_its_database_holds()
    {
        var server = new RealServer("request-tracker");
        using var people = new RequestTrackerPeople(server);
        await Parallel.ForEachAsync(Enumerable.Range(0, Math.Max(0, TicketCount - server.Count("Tickets"))), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, _) => await people.Live(i));
        await PullTwice(server.Settings(("user", "root"), ("password", server.Secret)), people.GoOn, () => AssertHeld(Rows(server), Messages(server), Events(server)));
    }

    /// <summary>Moments stand in the database in UTC.</summary>
    private static IReadOnlyList<string> Rows(RealServer server) => server.Query($"""
        select t.id, t.Subject, case when t.EffectiveId <> t.id then 'merged' else t.Status end, t.Priority, {Utc("t.Created")}, {Utc("t.LastUpdated")},
          case when t.Status in ('resolved', 'rejected') then {Utc("t.Resolved")} else '' end,
          (select u.Name from Groups g join GroupMembers m on m.GroupId = g.id join Users u on u.id = m.MemberId where g.Domain = 'RT::Ticket-Role' and g.Name = 'Requestor' and g.Instance = t.id),
          case o.Name when 'Nobody' then '' else o.Name end, q.Name, case when t.EffectiveId <> t.id then t.EffectiveId else '' end
        from Tickets t join Users o on o.id = t.Owner join Queues q on q.id = t.Queue where t.Type = 'ticket'
        """);

    private static IEnumerable<string> Messages(RealServer server) => server.Query($"""
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

    private static IReadOnlyList<string> Events(RealServer server) => server.Query($"""
        select t.ObjectId, {Utc("t.Created")}, case t.Type when 'Status' then 'state' else 'priority' end, t.OldValue, t.NewValue, u.Name
        from Transactions t join Users u on u.id = t.Creator
        where t.ObjectType = 'RT::Ticket' and (t.Type = 'Status' or t.Type = 'Set' and t.Field = 'Priority')
        """);

    private static string Utc(string column) => $"strftime('%Y-%m-%dT%H:%M:%SZ', {column})";
}
