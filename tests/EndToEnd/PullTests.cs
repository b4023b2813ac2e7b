using Insights.Ingest.Tests.Apis;

namespace Insights.EndToEnd.Tests;

/// <summary>Tools pulled by the real program: once by hand, and on a schedule with the pack that is due.</summary>
public sealed class PullTests : IDisposable
{
    private static readonly Dictionary<string, string> Secret = new() { ["DESK_TOKEN"] = "s3cret" };

    private readonly TemporaryFolder _folder = new();
    private readonly StubDesk _desk = StubDesk.Of(40, 0);
    private readonly StubServer _server;

    public PullTests()
    {
        _server = new StubServer(new ZammadStub(), _desk);
        Sources("env:DESK_TOKEN");
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_tool_is_pulled_then_what_is_new_and_its_state_is_one_line()
    {
        var first = Run("pull");
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("desk: 1 pages, 120 new rows, 0 changed, 0 rejected", first.Error, StringComparison.Ordinal);
        _desk.Change(7, _desk.Newest.AddMinutes(5));
        Assert.Contains("2 new rows, 1 changed", Run("pull").Error, StringComparison.Ordinal);
        Assert.Matches(@"^desk: pulled, held up to 20\S+Z; newest change 2026-03-02T06:45:00Z; last pull ended 20\S+Z\s*$", Run("status").Output);
        Assert.Contains("40", InsightsProgram.In(_folder.Path, "query", "select count(distinct ticket_id) as n from raw.tickets").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_pull_says_why_and_no_file_or_message_holds_the_secret()
    {
        var refused = InsightsProgram.In(_folder.Path, new Dictionary<string, string> { ["DESK_TOKEN"] = "wr0ngsecret" }, "pull");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("desk: 127.0.0.1", refused.Error, StringComparison.Ordinal);
        Assert.Contains("answered 401", refused.Error, StringComparison.Ordinal);
        var status = Run("status").Output;
        Assert.Contains("failed", status, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ngsecret", refused.Error + refused.Output + status, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories), file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("wr0ngsecret"u8)));
    }

    [Theory]
    [InlineData("s3cret", "a secret does not stand in this file")]
    [InlineData("env:NOT_SET_ANYWHERE", "'NOT_SET_ANYWHERE' is not set")]
    [InlineData("file:nowhere.txt", "there is no file")]
    [InlineData("file:open.txt", "chmod 600")]
    public void A_secret_in_the_wrong_place_is_refused_before_anything_is_asked(string place, string said)
    {
        if (OperatingSystem.IsWindows() && place == "file:open.txt")
            return;
        _folder.File("open.txt", "s3cret");
        Sources(place);
        var run = Run("pull");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("sources.json", run.Error, StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public void A_tool_that_is_not_asked_over_an_encrypted_line_is_refused()
    {
        _folder.File("sources.json", Text("http://helpdesk.example.com", "env:DESK_TOKEN"));
        var run = Run("pull");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not encrypted", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_pulls_on_the_schedule_and_catches_up_on_a_pack_that_was_missed()
    {
        Assert.Equal(0, Run("pull").ExitCode);
        using (var connection = new DuckDB.NET.Data.DuckDBConnection($"Data Source={Path.Combine(_folder.Path, "insights.duckdb")}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "insert into raw.pack_runs values ('review', '2026-03-15 00:00:00'); update raw.pulls set started_at = '2026-03-15 00:00:00'";
            command.ExecuteNonQuery();
        }

        _desk.Add(_desk.Newest.AddMinutes(5));
        using var service = new RunningProgram(_folder.Path, Secret, "watch", "--sources", "sources.json", "--lang", "en");
        await service.Until("desk: 1 pages");
        await service.Until("review: ");
        await service.Stop();
        Assert.Equal(0, service.ExitCode);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder.Path, "out"), "review-en.xlsx", SearchOption.AllDirectories));
        Assert.Contains("41", InsightsProgram.In(_folder.Path, "query", "select count(distinct ticket_id) as n from raw.tickets").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_killed_between_pages_goes_on_there()
    {
        for (var i = 0; i < 210; i++)
            _desk.Add(_desk.Newest.AddMinutes(1));
        using var pulling = new RunningProgram(_folder.Path, Secret, "pull");
        // Three requests a ticket, one a page, one for a name: within the second page.
        _server.OnAsked = number =>
        {
            if (number == 450)
                pulling.Kill();
        };
        pulling.WaitForExit();
        Assert.Contains("100", Count(), StringComparison.Ordinal);
        var again = Run("pull");
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("250", Count(), StringComparison.Ordinal);
        Assert.InRange(_server.Asked.Count, 754, 450 + 454 + 5);
    }

    private string Count() => InsightsProgram.In(_folder.Path, "query", "select count(*) as n from raw.tickets").Output;

    private InsightsProgram.Run Run(string command) => InsightsProgram.In(_folder.Path, Secret, command);

    private void Sources(string secret) => _folder.File("sources.json", Text(_server.Address, secret));

    private static string Text(string address, string secret) => $$"""
        {
          "time_zone": "Europe/Athens",
          "sources": [
            { "source": "desk", "profile": "zammad", "provider": "Provider", "default_client": "Αρτοποιία", "schedule": "*/5 * * * *",
              "settings": { "host": "{{address}}" }, "secrets": { "token": "{{secret}}" } }
          ],
          "packs": [ { "pack": "review", "schedule": "0 6 1 * *" } ]
        }
        """;
}
