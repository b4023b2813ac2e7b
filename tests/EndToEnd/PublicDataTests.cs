namespace Insights.EndToEnd.Tests;

/// <summary>
/// Public ticket sets, loaded with profiles written as a user would (Profiles/). They are not part of the project; without them these
/// are skipped. The figures expected were computed independently of this program.
/// </summary>
public sealed class PublicDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactWithData("helpdesk_italian")]
    public void An_event_log_alone_becomes_tickets_with_their_history()
    {
        Ingest("helpdesk_italian", "helpdesk", "--client", "A software company");
        Assert.Equal("events,21348,21348,0", Query("select content, row_count, new_count, reject_count from raw.loads"));
        Assert.Equal(
            "Take in charge ticket,5060;Resolve ticket,4983;Assign seriousness,4938;Closed,4574;Wait,1463;Require upgrade,119;Insert ticket,118;"
            + "Create SW anomaly,67;Resolve SW anomaly,13;Schedule intervention,5;VERIFIED,3;INVALID,2;RESOLVED,2;DUPLICATE,1",
            Query("select value_text, count(*) from raw.events group by 1 order by 2 desc, 1"));
        Refresh();
        Assert.Equal("4580,4285,97.59,16.39", Query("""
            select count(*), count(responded_at), round(avg(epoch(responded_at - created_at)) / 3600, 2), round(median(epoch(responded_at - created_at)) / 3600, 2)
            from marts.tickets
            """));
        Assert.Equal("386", Query("select count(*) from (select ticket_id from raw.events where value_text = 'Resolve ticket' group by 1 having count(*) > 1)"));
    }

    [FactWithData("rabobank_sample")]
    public void Incidents_and_their_activities_are_joined_by_ticket()
    {
        Ingest("rabobank_sample", "rabobank", "--client", "A bank");
        Assert.Equal("events,39911,39911,0;tickets,4000,4000,0", Query("select content, row_count, new_count, reject_count from raw.loads order by 1"));
        Refresh();
        Assert.Equal("3,569;4,1920;5,1448", Query("select priority_final, count(*) from marts.tickets where priority_final between 3 and 5 group by 1 order by 1"));
        Assert.Equal("incident,3198;request,802", Query("select kind, count(*) from marts.tickets group by 1 order by 1"));
        Assert.Equal("206,173", Query("select count(*), count(distinct ticket_id) from raw.events where value_text = 'Reopen'"));
        // One more came back without that word: closed, and an hour later waiting for a vendor until the next day.
        Assert.Equal("174", Query("select count(*) from marts.tickets where reopen_count > 0"));
        // "Same device within 30 days" would link 79 % of them. Of the 30 of these read one by one 24 ended as caused by the very same component.
        Assert.Equal("B,954", Query("select tier, count(*) from marts.repeat_links where place = 1 group by 1"));
        Assert.Equal("598,264", Query("select count(*), max(n) from (select asset, count(*) as n from marts.tickets where asset is not null group by 1)"));
    }

    [FactWithData("hadoop_issues")]
    public void Descriptions_of_many_lines_and_months_by_name_are_read()
    {
        Ok("ingest", Path.Combine(FactWithDataAttribute.Find("hadoop_issues")!, "hadoop_bugs.csv"), "--profile", Profile("hadoop"), "--client", "Hadoop");
        Assert.Equal("2503,2503,0", Query("select row_count, new_count, reject_count from raw.loads"));
        Assert.Equal("1733,76.53,12.26,143", Query("""
            select count(resolved_at), round(avg(epoch(resolved_at - created_at)) / 86400, 2), round(median(epoch(resolved_at - created_at)) / 86400, 2),
              count(*) filter (description is null)
            from raw.tickets
            """));
        Assert.Equal("2020,2024", Query("select min(year(created_at)), max(year(created_at)) from raw.tickets"));
    }

    [FactWithData("rabobank_sample")]
    public void A_profile_drafted_from_the_file_loads_it()
    {
        var file = Path.Combine(FactWithDataAttribute.Find("rabobank_sample")!, "incident_case_attributes.csv");
        Ok("profiles", "new", file, "--time-zone", "Europe/Amsterdam");
        Ok("ingest", file, "--profile", "incident_case_attributes.profile.json", "--client", "A bank");
        Assert.Equal("4000,4000,0", Query("select row_count, new_count, reject_count from raw.loads"));
        Assert.Equal("3845", Query("select count(resolved_at) from raw.tickets"));
    }

    private void Ingest(string data, string profile, params string[] more) =>
        Ok(["ingest", FactWithDataAttribute.Find(data)!, "--profile", Profile(profile), .. more]);

    private static string Profile(string name) => Path.Combine(AppContext.BaseDirectory, "Profiles", name + ".json");

    private void Refresh() => Ok("refresh");

    private void Ok(params string[] arguments)
    {
        var run = InsightsProgram.In(_folder.Path, arguments);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private string Query(string sql)
    {
        var run = InsightsProgram.In(_folder.Path, "query", sql, "--format", "csv");
        Assert.True(run.ExitCode == 0, run.Error);
        return string.Join(';', run.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }
}
