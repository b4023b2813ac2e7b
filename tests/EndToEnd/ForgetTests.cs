using System.Text;

namespace Insights.EndToEnd.Tests;

/// <summary>insights forget over a warehouse of the demo: what is forgotten is in no table and in no byte of the file.</summary>
[Collection(DemoTests.Demo.Name)]
public sealed class ForgetTests : IDisposable
{
    private const string Client = "Καφέ Μέλι";
    private const string Agent = "Νίκος Σταθόπουλος";

    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public ForgetTests(DemoTests.Demo demo)
    {
        _file = Path.Combine(_folder.Path, "copy.duckdb");
        File.Copy(Path.Combine(demo.Out, "demo.duckdb"), _file);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_yes_it_only_says_what_would_go()
    {
        var before = Tickets();
        Assert.Contains("27", Forget("--client", Client).Output, StringComparison.Ordinal);
        Assert.Equal(before, Tickets());
    }

    [Fact]
    public void A_forgotten_client_is_in_no_byte_of_the_file_and_the_others_are_whole()
    {
        var before = Tickets();
        Forget("--client", Client, "--yes");
        Assert.DoesNotContain(Client, Bytes(), StringComparison.Ordinal);
        Assert.Equal(before - 27, Tickets());
        Assert.Equal(0, InsightsProgram.In(_folder.Path, "refresh", "--warehouse", _file).ExitCode);
        Assert.Equal("7", Asked("select count(distinct client) from marts.client_months"));
    }

    [Fact]
    public void A_forgotten_person_is_in_no_byte_of_the_file_and_the_tickets_stay()
    {
        var before = Tickets();
        Forget("--person", Agent.ToUpperInvariant(), "--yes");
        Assert.DoesNotContain(Agent, Bytes(), StringComparison.Ordinal);
        Assert.Equal(before, Tickets());
    }

    [Fact]
    public void What_is_older_than_some_months_is_gone_and_nothing_younger()
    {
        Forget("--older-than", "12", "--yes");
        Assert.Equal("0", Asked("select count(*) from raw.tickets where created_at < current_date - interval 12 months - interval 1 day"));
        Assert.NotEqual(0, Tickets());
    }

    [Theory]
    [InlineData("--older-than", "0")]
    [InlineData("--person", " ")]
    public void What_is_no_choice_stops_before_anything_is_touched(params string[] choice) =>
        Assert.Equal(2, InsightsProgram.In(_folder.Path, ["forget", .. choice, "--warehouse", _file]).ExitCode);

    private InsightsProgram.Run Forget(params string[] what)
    {
        var run = InsightsProgram.In(_folder.Path, ["forget", .. what, "--warehouse", _file]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    private string Bytes() => Encoding.UTF8.GetString(File.ReadAllBytes(_file));

    private long Tickets() => long.Parse(Asked("select count(distinct (source, ticket_id)) from raw.tickets"), System.Globalization.CultureInfo.InvariantCulture);

    private string Asked(string sql)
    {
        var run = InsightsProgram.In(_folder.Path, "query", sql, "--warehouse", _file, "--format", "csv");
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim().Split('\n')[^1].Trim();
    }
}
