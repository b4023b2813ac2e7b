using System.Globalization;

namespace Insights.Ingest.Tests.Apis.RealServers;

/// <summary>Two people at work in Redmine, through its REST interface: eleni asks, nikos answers.</summary>
internal sealed class RedminePeople(RealServer server) : IDisposable
{
    private const string Nikos = "nikos";
    private const string Eleni = "eleni";
    private const int Manager = 3;
    private const int Development = 9;

    private readonly People _people = new(server.Address, (headers, who) =>
    {
        headers.Add("X-Redmine-API-Key", server.Secret);
        if (who != "admin")
            headers.Add("X-Redmine-Switch-User", who);
    });

    public void Dispose() => _people.Dispose();

    public async Task SetUp()
    {
        await _people.Do("admin", HttpMethod.Post, "/projects.json", new { project = new { name = "Αρτοποιία Πρόδρομος", identifier = "bakery", tracker_ids = new[] { 1, 2, 3 }, enabled_module_names = new[] { "issue_tracking" } } });
        foreach (var (login, first, last) in new[] { (Eleni, "Ελένη", "Παπά"), (Nikos, "Νίκος", "Ζήσης") })
        {
            var user = await _people.Do("admin", HttpMethod.Post, "/users.json", new { user = new { login, firstname = first, lastname = last, mail = login + "@example.gr", password = server.Secret } });
            await _people.Do("admin", HttpMethod.Post, "/projects/bakery/memberships.json", new { membership = new { user_id = user!["user"]!["id"]!.GetValue<int>(), role_ids = new[] { Manager } } });
        }
    }

    /// <summary>Also where the project was set up by an earlier version of this test.</summary>
    public Task TrackTime() => _people.Do("admin", HttpMethod.Put, "/projects/bakery.json", new { project = new { enabled_module_names = new[] { "issue_tracking", "time_tracking" } } });

    /// <summary>A ticket with what happens to it; what happens depends on the number alone. Statuses: 1 New to 6 Rejected; priorities: 1 Low to 5 Immediate.</summary>
    public async Task Live(int i)
    {
        var id = await Ask(i);
        if (i % 2 == 0)
            await Change(Nikos, id, new { notes = $"Το κοιτάμε, {i}", status_id = 2 });
        if (i % 5 == 0)
            await Change(Eleni, id, new { notes = $"Still the same at {i}; ευχαριστώ" });
        if (i % 6 == 0)
            await Change(Nikos, id, new { notes = $"Μέσα στο γραφείο μόνο: {i}", private_notes = true });
        if (i % 4 == 0)
            await Change(Nikos, id, new { priority_id = 1 + (i % 5) });
        if (i % 3 == 0)
            await Change(Nikos, id, new { status_id = 4 });
        if (i % 3 == 1)
            await Change(Nikos, id, new { status_id = i % 9 == 1 ? 6 : 5, notes = i % 2 == 0 ? "Έγινε" : "" });
        if (i % 6 == 1)
            await Work(id, 0.25m * (1 + (i % 7)));
    }

    /// <summary>Nikos writes down time worked today, which leaves the ticket as it is.</summary>
    public Task Work(string id, decimal hours) => _people.Do(Nikos, HttpMethod.Post, "/time_entries.json", new { time_entry = new { issue_id = id, hours, activity_id = Development } });

    public async Task<string> Ask(int i) => (await _people.Do(Eleni, HttpMethod.Post, "/issues.json", new
    {
        issue = new { project_id = "bakery", tracker_id = 1 + (i % 3), subject = People.Subject(i), description = "Καλημέρα", priority_id = 2 },
    }))!["issue"]!["id"]!.GetValue<int>().ToString(CultureInfo.InvariantCulture);

    public Task Change(string who, string id, object to) => _people.Do(who, HttpMethod.Put, $"/issues/{id}.json", new { issue = to });

    /// <summary>What happens later: new tickets, a reply, an end, a new beginning, another priority.</summary>
    public async Task GoOn()
    {
        await Ask(1001);
        await Ask(1002);
        await Change(Eleni, "7", new { notes = "Πάλι τα ίδια" });
        await Change(Nikos, "8", new { notes = "Looking again", status_id = 2 });
        await Change(Nikos, "9", new { status_id = 5 });
        await Change(Nikos, "9", new { status_id = 2 });
        await Change(Nikos, "10", new { priority_id = 5 });
        await Change(Nikos, "12", new { subject = "Άλλο θέμα" });
        await Work("20", 1.5m);
    }
}
