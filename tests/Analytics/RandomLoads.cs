using System.Globalization;

namespace Insights.Analytics.Tests;

/// <summary>Files of random rows about the same tickets, and what a warehouse of them holds.</summary>
internal static class RandomLoads
{
    /// <summary>One by default, for each takes half a minute; INSIGHTS_REFRESHES says how many.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("INSIGHTS_REFRESHES") ?? "1", CultureInfo.InvariantCulture))];

    public static readonly DateTime Start = new(2026, 1, 5, 6, 0, 0, DateTimeKind.Utc);

    /// <summary>A file of the client's own records, about the tickets of <see cref="Add"/>, with messages of its own.</summary>
    public static void AddOwn(GivenWarehouse given, Random random, int load, int rows)
    {
        given.Load("own", Text(Start.AddDays(62).AddHours(load)), "tickets");
        for (var i = 0; i < rows; i++)
        {
            var created = Start.AddHours(random.Next(120) * 12).AddMinutes(random.Next(50));
            given.Ticket("own", $"o{load}-{i}", random.Next(2) == 0 ? "Alpha" : "Beta", Text(created), "subject = 'Printer'; requester = 'Maria'");
            given.Message("own", $"o{load}-{i}", Text(created.AddHours(5)), random.Next(2) == 0 ? "agent" : "requester");
        }
    }

    public static GivenWarehouse Given()
    {
        var given = new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", "2026-03-01 00:00:00").Promise("Alpha", "response", null, 3600).Promise("Alpha", "resolve", null, 14400)
            .Promise("Beta", "response", 1, 1800, "client").Promise("Beta", "resolve", null, null, more: "business_days = 1");
        given.Run("""
            insert into raw.reference_holidays (load_id, file, line, holidays, rule, name) values (1, 'h', 2, 'GR', '01-06', 'Theofania');
            update raw.reference_calendars set holidays = 'GR';
            update raw.reference_clients set calendar = 'support' where client = 'Beta';
            insert into raw.reference_actions (load_id, file, line, client, agreed_on, side, action, due) values (1, 'a', 2, 'Alpha', '2026-02-06', 'client', 'do', '2026-03-08');
            insert into raw.reference_comments (load_id, file, line, client, source, ticket_id, said_by, cause) values (1, 'k', 2, 'Alpha', 'desk', 't4', 'provider', 'staffing');
            insert into raw.reference_agreed_exclusions (load_id, file, line, source, ticket_id, reason, agreed_by_client, agreed_by_provider)
              select 1, 'e', i, 'desk', 't' || i, 'agreed', true, true from range(0, 30, 3) as r(i);
            insert into raw.reference_included_hours (load_id, file, line, client, hours, per, valid_from) values (1, 'h', 2, 'Alpha', 10, 'quarter', '2026-01-01'), (1, 'h', 3, 'Alpha', 5, 'once', '2026-01-01');
            insert into raw.time_entries (load_id, line, source, row_hash, ticket_id, worked_at, worked_seconds, is_time_ambiguous)
              select 1, i, 'desk', hash(i), 't' || i, timestamp '2026-01-01' + to_days(i::integer), 600 * i, false from range(0, 60) as r(i)
            """);
        return given;
    }

    /// <summary>A file of rows about tickets t0 … t119; about a day of the data's life.</summary>
    public static void Add(GivenWarehouse given, Random random, string content, int day, int rows)
    {
        given.Load("desk", Text(Start.AddDays(62).AddHours(day)), content);
        for (var i = 0; i < rows; i++)
        {
            var number = random.Next(120);
            var (id, created) = ($"t{number}", Start.AddHours(number * 12));
            var later = created.AddMinutes(random.Next(1, 5000));
            if (content == "tickets")
                given.Ticket("desk", $"{id}x{day}{i}", random.Next(2) == 0 ? "Alpha" : "Beta", Text(created), Fields(random, created));
            else if (content == "events")
                given.Event("desk", id, Text(later), "state", random.Next(4) switch { 0 => "open", 1 => "pending", 2 => "hold", _ => "resolved" });
            else
                given.Message("desk", id, Text(later), random.Next(2) == 0 ? "agent" : "requester", $"is_public = true; is_automatic = false; author = 'Anna'; remarks = '{(random.Next(2) == 0 ? "question" : "")}'");
        }

        if (content == "tickets")
            for (var number = 0; number < 120; number += random.Next(1, 6))
                given.Ticket("desk", $"t{number}", number % 2 == 0 ? "Alpha" : "Beta", Text(Start.AddHours(number * 12)), Fields(random, Start.AddHours(number * 12)) + $"; updated_at = '{Text(Start.AddDays(random.Next(60)))}'");
    }

    public static string Fields(Random random, DateTime created)
    {
        var (answered, ended) = (created.AddMinutes(random.Next(1, 900)), created.AddMinutes(random.Next(900, 9000)));
        return $"priority = {random.Next(1, 5)}; category = 'Printer'; asset = 'P{random.Next(3)}'; requester = 'Maria'"
            + (random.Next(8) > 0 ? $"; responded_at = '{Text(answered)}'" : "")
            + random.Next(16) switch { 0 or 1 => "; state = 'open'", 2 => $"; resolved_at = '{Text(ended)}'; state = 'merged'; merged_into = 't{random.Next(120)}'", _ => $"; resolved_at = '{Text(ended)}'; state = 'resolved'" };
    }

    public static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What is stored; after the last load the views over it too, which can only differ where they say nothing of the order of equals.</summary>
    public static Dictionary<string, List<string>> Contents(GivenWarehouse given, bool withViews) => given
        .Rows($"select table_schema || '.' || table_name from information_schema.tables where (table_schema in ('staging', 'intermediate', 'marts') or table_schema = 'computed' and table_name not in ('model_state', 'ticket_keys')) and (table_type = 'BASE TABLE' or {withViews})")
        .ToDictionary(relation => relation, relation => given.Rows($"select columns(c -> c not in ('ticket_key', 'question_id', 'leader_key', 'earlier_key', 'into_key')) from {relation} order by all").ToList());
}
