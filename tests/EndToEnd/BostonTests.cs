namespace Insights.EndToEnd.Tests;

/// <summary>
/// The main job on real input: 311 requests of the City of Boston, 2015, with a profile of their own. The data is not part of the
/// project; without it these are skipped. The figures expected were computed independently of this program.
/// </summary>
public sealed class BostonTests : IDisposable
{
    private const string Folder = "boston311";
    private readonly TemporaryFolder _folder = new();

    [FactWithData(Folder)]
    public void A_years_requests_are_loaded_measured_and_reviewed()
    {
        Loaded();
        Assert.Equal("1728,1541,815,913", Query("""
            select count(*), count(*) filter (is_ended), count(*) filter (vendor_outcome = 'met'), count(*) filter (vendor_outcome = 'breached')
            from marts.tickets
            """));
        // The independent median, 165.5 h, subtracts local wall clocks; 165.8 h counts the hour that the clock changes take and give.
        Assert.Equal("452.5,165.8", Query("select round(avg(resolve_client_seconds) / 3600, 1), round(median(resolve_client_seconds) / 3600, 1) from marts.tickets"));
        Assert.Equal("not_promised,0", Query("select response_outcome, count(response_client_seconds) from marts.tickets group by 1"));

        var review = InsightsProgram.In(_folder.Path, "review", "--client", "City of Boston", "--month", "2015-10", "--reference", Reference(), "--lang", "en");
        Assert.True(review.ExitCode == 0, review.Error);
        Assert.Contains("review-en.xlsx", review.Output, StringComparison.Ordinal);
    }

    [FactWithData(Folder)]
    public void Street_lights_are_read_by_the_same_profile_with_nothing_lost()
    {
        Ok("ingest", Path.Combine(FactWithDataAttribute.Find(Folder)!, "General_Lighting_Request.csv"), "--client", "City of Boston");
        Ok("refresh");
        Assert.Equal("boston311,1429,1429,0", Query("select profile, row_count, new_count, reject_count from raw.loads where source <> 'reference'"));
        Assert.Equal("1136,285,193.5", Query("""
            select count(*) filter (vendor_outcome = 'met'), count(*) filter (vendor_outcome = 'breached'), round(avg(resolve_client_seconds) / 3600, 1)
            from marts.tickets
            """));
    }

    [FactWithData(Folder)]
    public void Five_business_days_recompute_the_citys_own_due_times()
    {
        Loaded();
        Assert.Equal("yes,yes", Query("""
            with gaps as (
              select abs(epoch(resolve_due_at - vendor_due_at)) as seconds from marts.tickets where vendor_due_at is not null
            )
            select
              case when avg((seconds <= 120)::integer) between 0.98 and 0.99 then 'yes' else avg((seconds <= 120)::integer)::varchar end,
              case when avg((seconds <= 1800)::integer) >= 0.998 then 'yes' else avg((seconds <= 1800)::integer)::varchar end
            from gaps
            """));
    }

    public void Dispose() => _folder.Dispose();

    private void Loaded()
    {
        Ok("ingest", Path.Combine(FactWithDataAttribute.Find(Folder)!, "Equipment_Repair.csv"), "--client", "City of Boston", "--provider", "City of Boston departments");
        Ok("refresh", "--reference", Reference());
    }

    private string Reference()
    {
        _folder.File("boston/clients.csv", "client,provider,zone,calendar,users,endpoints,mail_domains,note\nCity of Boston,City of Boston departments,America/New_York,city,,,,\n");
        _folder.File("boston/calendars.csv", "calendar,zone,holidays,valid_from,kind,days,opens,closes,note\ncity,America/New_York,US,2010-01-01,open,Mon-Fri,08:30,17:00,\n");
        _folder.File("boston/holidays.csv", """
            holidays,date,name,opens,closes,instead_of,note
            US,2015-01-01,New Year's Day,,,,
            US,2015-01-19,Martin Luther King Day,,,,
            US,2015-02-16,Presidents' Day,,,,
            US,2015-04-20,Patriots' Day,,,,
            US,2015-05-25,Memorial Day,,,,
            US,2015-07-04,Independence Day,,,,
            US,2015-09-07,Labor Day,,,,
            US,2015-10-12,Columbus Day,,,,
            US,2015-11-11,Veterans Day,,,,
            US,2015-11-26,Thanksgiving,,,,
            US,2015-12-25,Christmas Day,,,,
            US,2016-01-01,New Year's Day,,,,

            """);
        _folder.File("boston/promises.csv", "client,priority,promise_kind,promise,clock,calendar,target_ratio,valid_from,valid_to,sentence\nCity of Boston,*,resolve,5 business days,,city,,,,\n");
        return Path.Combine(_folder.Path, "boston");
    }

    private string Query(string sql)
    {
        var lines = Ok("query", sql, "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('\n', lines.Skip(1));
    }

    private InsightsProgram.Run Ok(params string[] arguments)
    {
        var run = InsightsProgram.In(_folder.Path, arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }
}
