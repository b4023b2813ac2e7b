using Insights.Analytics;
using Insights.Ingest.Reference;

namespace Insights.Ingest.Tests;

/// <summary>critical_work.csv, and the answered_by and pauses of promises.csv: what is read, what is refused and what is said then.</summary>
public sealed class CriticalWorkTests
{
    private const string Header = "client,activity,words,assets,days,from,until,priority,expectation\n";

    [Theory]
    [InlineData("Mon-Fri,08:00,16:00", "12345", 28_800, 57_600)]
    [InlineData("Παρ,22:00,06:00", "5", 79_200, 108_000)]
    [InlineData(",08:00,16:00", "1234567", 28_800, 57_600)]
    [InlineData("Σάβ,,", "6", 0, 86_400)]
    [InlineData(",,", null, null, null)]
    [InlineData("24x7,,", null, null, null)]
    public void The_hours_in_which_work_matters(string hours, string? weekdays, int? opens, int? closes)
    {
        var row = Assert.Single(Read($"Νότος,παραστατικά,τιμολόγιο,,{hours},1,30m\n"));
        Assert.Equal((weekdays, opens, closes), (row.Weekdays, row.OpensSecond, row.ClosesSecond));
    }

    [Fact]
    public void Words_and_assets_stand_between_semicolons_and_the_answer_expected_is_optional()
    {
        var rows = Read("Νότος,παραστατικά,τιμολογ*; myDATA ;,ERP-01,,,,1,\nΝότος,μισθοδοσία,,\"SRV-02, SRV-03\",,,,2,2 ώρες\n");
        Assert.Equal(["τιμολογ*", "myDATA"], rows[0].Words);
        Assert.Equal(["ERP-01"], rows[0].Assets);
        Assert.Null(rows[0].Term);
        Assert.Equal(["SRV-02", "SRV-03"], rows[1].Assets);
        Assert.Equal(7200, rows[1].Term!.Seconds);
    }

    [Fact]
    public void A_row_without_an_activity_waits_for_a_person()
    {
        using var files = Given("Νότος,,,,,,,1,\n");
        var read = ReferenceReader.Read(files.Folder);
        Assert.Empty(read.Data.CriticalWork);
        Assert.Contains(read.Notices, notice => notice.English.Contains("rows that wait for their activity", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Νότος,παραστατικά,,,,,,1,30m", "nothing tells this work in a ticket")]
    [InlineData("Νότος,παραστατικά,*,,,,,1,30m", "'*' has no letter or digit")]
    [InlineData("Νότος,παραστατικά,ERP,,,08:00,,1,30m", "hours need both from and until")]
    [InlineData("Νότος,παραστατικά,ERP,,,24:00,06:00,1,30m", "24:00 is the end of a day")]
    [InlineData("Νότος,παραστατικά,ERP,,,,,*,30m", "'*' is not a priority. Write 1 (most urgent) to 5.")]
    [InlineData("Νότος,παραστατικά,ERP,,,,,6,30m", "'6' is not a priority")]
    [InlineData("Νότος,παραστατικά,ERP,,,,,,30m", "column priority: the cell is empty")]
    [InlineData("Νότος,παραστατικά,ERP,,,,,1,αμέσως", "'αμέσως'")]
    [InlineData("Νότοσ,παραστατικά,ERP,,,,,1,", "Did you mean 'Νότος'?")]
    [InlineData("Νότος,παραστατικά,ERP,,,,,1,\nΝότος,Παραστατικα,erp,,,,,2,", "stands on line 2 already")]
    public void A_wrong_row_is_refused_with_what_would_be_right(string row, string said)
    {
        using var files = Given(row + "\n");
        Assert.Contains(said, Assert.Throws<SetupException>(() => ReferenceReader.Read(files.Folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response,human,σήμερα", "'σήμερα' is no state that stops the clock")]
    [InlineData("response,human,\"none, hold\"", "'none' is no state that stops the clock")]
    [InlineData("response,robot,", "'robot' is not one of: automatic, touched, human, substantive")]
    [InlineData("resolve,human,", "a promise to resolve has no answered_by")]
    public void A_promise_with_an_unknown_answer_or_pause_is_refused(string said, string refusal)
    {
        using var files = ReferenceFiles.Small().With(
            "promises.csv", $"client,priority,promise,calendar,promise_kind,answered_by,pauses\nΝότος,1,1h,office,{said}\n");
        Assert.Contains(refusal, Assert.Throws<SetupException>(() => ReferenceReader.Read(files.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_speaks_greek_too()
    {
        using var files = Given("Νότος,παραστατικά,,,,,,1,30m\n");
        var refused = Assert.Throws<SetupException>(() => ReferenceReader.Read(files.Folder));
        Assert.Contains("τίποτα δεν δείχνει αυτή την εργασία", refused.What.In("el"), StringComparison.Ordinal);
    }

    private static ReferenceFiles Given(string rows) => ReferenceFiles.Small().With("critical_work.csv", Header + rows);

    private static IReadOnlyList<ReferenceCriticalWork> Read(string rows)
    {
        using var files = Given(rows);
        return ReferenceReader.Read(files.Folder).Data.CriticalWork;
    }
}
