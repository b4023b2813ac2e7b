namespace Insights.Ingest.Tests.Apis.RealServers;

public sealed class RedmineTests : RealServerTests
{
    [FactWithServer("redmine")]
    public async Task What_is_pulled_from_Redmine_is_what_its_database_holds()
    {
        var server = new RealServer("redmine");
        using var people = new RedminePeople(server);
        if (server.Count("projects") == 0)
            await people.SetUp();
        await people.TrackTime();
        for (var i = server.Count("issues"); i < TicketCount; i++)
            await people.Live(i);
        await PullTwice(server.Settings(("api_key", server.Secret)), people.GoOn, () =>
        {
            AssertHeld(Rows(server), Messages(server), Events(server));
            AssertSame(Hours(server), "select entry_id, ticket_id, client_text, strftime(worked_at at time zone 'UTC' at time zone 'Europe/Athens', '%Y-%m-%d'), worked_seconds, agent from raw.time_entries");
        });
    }

    private static IReadOnlyList<string> Rows(RealServer server) => server.Query($"""
        select i.id, i.subject, s.name, p.name, {Local("i.created_on")}, {Local("i.updated_on")}, case when s.is_closed then {Local("i.closed_on")} else '' end, {Name("a")}, '', r.name, ''
        from issues i join issue_statuses s on s.id = i.status_id join enumerations p on p.id = i.priority_id join users a on a.id = i.author_id join projects r on r.id = i.project_id
        """);

    private static IReadOnlyList<string> Messages(RealServer server) => server.Query($"""
        select j.journalized_id, j.id, {Local("j.created_on")}, {Name("u")}, not j.private_notes, j.notes
        from journals j join users u on u.id = j.user_id where j.notes <> ''
        """);

    private static IReadOnlyList<string> Events(RealServer server) => server.Query($"""
        select j.journalized_id, {Local("j.created_on")}, 'state', o.name, n.name, {Name("u")}
        from journal_details d join journals j on j.id = d.journal_id join users u on u.id = j.user_id
        join issue_statuses o on o.id = d.old_value join issue_statuses n on n.id = d.value where d.prop_key = 'status_id'
        union all
        select j.journalized_id, {Local("j.created_on")}, 'priority', o.name, n.name, {Name("u")}
        from journal_details d join journals j on j.id = d.journal_id join users u on u.id = j.user_id
        join enumerations o on o.id = d.old_value join enumerations n on n.id = d.value where d.prop_key = 'priority_id'
        """);

    private static IReadOnlyList<string> Hours(RealServer server) => server.Query($"""
        select t.id, t.issue_id, r.name, t.spent_on, cast(round(t.hours * 3600) as integer), {Name("u")}
        from time_entries t join users u on u.id = t.user_id join projects r on r.id = t.project_id
        """);

    private static string Name(string user) => $"{user}.firstname || ' ' || {user}.lastname";

    /// <summary>Redmine keeps moments by the clock of its machine, which start.sh sets to Athens; fractions of a second are left out, as its API does.</summary>
    private static string Local(string column) => $"strftime('%Y-%m-%dT%H:%M:%SZ', substr({column}, 1, 19), 'utc')";
}
