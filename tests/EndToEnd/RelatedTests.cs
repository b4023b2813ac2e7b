namespace Insights.EndToEnd.Tests;

public sealed class RelatedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_column_in_which_a_desk_relates_its_tickets_makes_them_one_failure_and_a_second_load_changes_nothing()
    {
        var file = _folder.File("tickets.csv", """
            Ticket ID,Subject,Company,Created,Resolved,Status,Parent ticket
            501,Network is slow,Alpha,2026-03-02 09:00,2026-03-02 10:00,Resolved,
            502,White pages,Alpha,2026-03-10 09:00,2026-03-10 10:00,Resolved,501
            503,Door locked,Alpha,2026-03-11 09:00,2026-03-11 10:00,Resolved,

            """);
        for (var load = 0; load < 2; load++)
        {
            Ok("ingest", file, "--source", "desk", "--profile", "generic", "--client", "Alpha", "--provider", "Support");
            Ok("refresh");
            Assert.Equal(["501,", "502,501", "503,"], Rows("select ticket_id, related_to from raw.tickets order by 1"));
            Assert.Equal(["502,501,A"], Rows("select ticket_id, earlier_ticket_id, tier from marts.repeat_links where is_joined"));
            Assert.Equal(["2,1"], Rows("select ticket_count, repeats_30d from marts.failure_groups where ticket_count > 1"));
        }
    }

    private IEnumerable<string> Rows(string sql) =>
        Ok("query", sql, "--format", "csv").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1);

    private string Ok(params string[] arguments)
    {
        var run = InsightsProgram.In(_folder.Path, arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }
}
