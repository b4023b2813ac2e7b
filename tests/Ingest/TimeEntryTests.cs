using Insights.Analytics;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>Time sheets as people write them.</summary>
public sealed class TimeEntryTests : IDisposable
{
    private readonly LoadingFolder _folder = LoadingFolder.HeldOpen();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1.5", 5400)]
    [InlineData("1,5", 5400)]
    [InlineData("1:30", 5400)]
    [InlineData("1:30:20", 5420)]
    [InlineData("0", 0)]
    [InlineData("90 minutes", 5400)]
    public void Hours_are_read_as_people_write_them(string written, long seconds)
    {
        Load($"Ticket;Date;Hours;Who\n812;2025-07-01;{written};Nikos\n");
        Assert.Equal([$"812|{seconds}|Nikos"], _folder.Query("select ticket_id, worked_seconds, agent from raw.time_entries"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("a while")]
    [InlineData("1.234,5")]
    public void What_is_no_duration_is_kept_as_a_reject_with_its_place(string written)
    {
        Load($"Ticket;Date;Hours;Who\n811;2025-07-01;1;Nikos\n812;2025-07-01;{written};Nikos\n");
        Assert.Equal([$"3|Hours|{written}|is no duration in hours"], _folder.Query("select line, column_name, value, reason from raw.rejects"));
    }

    [Theory]
    [InlineData("Bug #12: δεν τυπώνει", "12")]
    [InlineData("#12", "12")]
    [InlineData("INC-12", "INC-12")]
    [InlineData("C# build", "C# build")]
    public void A_ticket_may_be_named_with_words_around_its_number(string written, string ticket)
    {
        Load($"Ticket;Date;Hours;Who\n{written};2025-07-01;1;Nikos\n");
        Assert.Equal([ticket], _folder.Query("select ticket_id from raw.time_entries"));
    }

    [Fact]
    public void The_same_sheet_again_changes_nothing_and_an_entry_corrected_in_its_tool_is_a_version()
    {
        const string head = "Time entry ID,Ticket,Date,Hours,Who,Billable\n";
        Load(head + "1,812,2025-07-01,1,Nikos,Yes\n2,812,2025-07-01,2,Nikos,perhaps\n");
        var again = Load(head + "1,812,2025-07-01,1,Nikos,Yes\n2,812,2025-07-01,2.5,Nikos,perhaps\n");
        Assert.Equal((1L, 1L, 0L), (again.UnchangedCount, again.ChangedCount, again.NewCount));
        Assert.Equal(["1|3600|1", "2|7200|", "2|9000|"], _folder.Query("select entry_id, worked_seconds, is_billable from raw.time_entries order by 1, 2"));
    }

    [Fact]
    public void A_list_of_tickets_with_hours_stays_a_list_of_tickets()
    {
        var loaded = Load("Ticket,Date,Hours,Client,Subject,Status,Priority\n812,2025-07-01,1,Alpha,No print,Open,High\n");
        Assert.Equal(["tickets"], loaded.Tables.Select(t => t.Content));
    }

    [Fact]
    public void A_plain_time_sheet_is_recognised_without_being_told() =>
        Assert.Equal("generic", KnownProfiles.Recognise(["ticket", "date", "hours", "who"])?.Name);

    [Fact]
    public void A_profile_must_say_the_unit_of_its_hours()
    {
        using var profile = new StreamReader(typeof(KnownProfiles).Assembly.GetManifestResourceStream("Profiles/generic.json")!);
        var json = profile.ReadToEnd().Replace("\"units\": { \"worked_seconds\": \"hours\" },", "", StringComparison.Ordinal);
        Assert.Contains("time_entries.units.worked_seconds", Assert.Throws<SetupException>(() => ProfileReader.Read(System.Text.Encoding.UTF8.GetBytes(json), "mine.json")).Message, StringComparison.Ordinal);
    }

    private Loading.LoadResult Load(string text) => _folder.Load(_folder.Write($"sheet-{Guid.NewGuid()}.csv", text), KnownProfiles.Find("generic"));
}
