using System.Net.Http.Headers;
using System.Text;

namespace Insights.Ingest.Tests.Apis.RealServers;

/// <summary>Two people at work in Request Tracker, through its REST 2: eleni asks, nikos answers.</summary>
internal sealed class RequestTrackerPeople(RealServer server) : IDisposable
{
    private const string Nikos = "nikos";
    private const string Eleni = "eleni";

    private readonly People _people = new(server.Address, (headers, who) => headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{who}:{server.Secret}"))));

    public void Dispose() => _people.Dispose();

    /// <summary>A ticket with what happens to it; what happens depends on the number alone.</summary>
    public async Task Live(int i)
    {
        var id = await Ask(i);
        if (i % 2 == 0)
            await Say(Nikos, id, "correspond", $"Το κοιτάμε, {i}");
        if (i % 5 == 0)
            await Say(Eleni, id, "correspond", $"Still the same at {i}; ευχαριστώ");
        if (i % 6 == 0)
            await Say(Nikos, id, "comment", $"Μέσα στο γραφείο μόνο: {i}");
        if (i % 4 == 0)
            await Change(id, new { Priority = i % 8 == 0 ? "100" : "0" });
        if (i % 3 == 0)
            await Change(id, new { Status = "stalled" });
        if (i % 3 == 1)
            await Change(id, new { Status = i % 9 == 1 ? "rejected" : "resolved", Owner = Nikos });
    }

    public async Task<string> Ask(int i) => (await _people.Do(i % 3 == 0 ? "root" : Eleni, HttpMethod.Post, "/REST/2.0/ticket", new
    {
        Queue = "General",
        Subject = People.Subject(i),
        Requestor = "eleni@example.gr",
        Content = $"Καλημέρα, {People.Subject(i)}",
        ContentType = "text/plain",
        Priority = "50",
    }))!["id"]!.ToString();

    public Task Say(string who, string id, string how, string text) => _people.Do(who, HttpMethod.Post, $"/REST/2.0/ticket/{id}/{how}", new { Content = text, ContentType = "text/plain" });

    public Task Change(string id, object to) => _people.Do("root", HttpMethod.Put, $"/REST/2.0/ticket/{id}", to);

    /// <summary>What happens later: new tickets, a reply, an end, a new beginning, another priority, two that were one.</summary>
    public async Task GoOn()
    {
        await Ask(1001);
        await Ask(1002);
        await Say(Eleni, "7", "correspond", "Πάλι τα ίδια");
        await Say(Nikos, "8", "correspond", "Looking again");
        await Change("9", new { Status = "open" });
        await Change("9", new { Status = "resolved" });
        await Change("10", new { Status = "open", Priority = "100" });
        await Change("12", new { Subject = "Άλλο θέμα" });
        await Change("15", new { MergeInto = "14" });
    }
}
