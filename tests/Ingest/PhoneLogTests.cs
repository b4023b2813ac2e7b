using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

public sealed class PhoneLogTests : IDisposable
{
    private const string Bill = "Ημερομηνία;Ώρα;Αριθμός;Διάρκεια;Χρέωση\n";

    private readonly LoadingFolder _folder = new();

    public static TheoryData<string> Names => [.. KnownProfiles.All.Where(p => p.Calls is not null).Select(p => p.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_examples_become_the_calls_it_says(string name)
    {
        var profile = KnownProfiles.Find(name);
        foreach (var (example, i) in profile.Calls!.Examples.Select((e, i) => (e, i)))
        {
            var header = string.Join('\t', example.Row.Keys);
            var result = Load($"{header}\n{string.Join('\t', example.Row.Values.Select(Quoted))}\n", name, $"example {i}");
            Assert.Equal((1, 0), (result.RowCount, result.RejectCount));
            foreach (var (column, expected) in example.Ticket)
                Assert.Equal($"{column} = {expected}", $"{column} = {Assert.Single(_folder.Query($"select {column} from raw.calls where source = 'example {i}'"))}");
            Assert.Equal(name, KnownProfiles.Recognise([.. example.Row.Keys])?.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_examples_prove_every_column_it_knows(string name)
    {
        var calls = KnownProfiles.Find(name).Calls!;
        var used = calls.Examples.SelectMany(e => e.Row.Keys).Select(HeaderNames.Fold).ToHashSet();
        Assert.Empty(calls.Columns.Where(c => !c.Value.SelectMany(alias => alias.Split(" + ")).Select(HeaderNames.Fold).Any(used.Contains)).Select(c => c.Key.Name()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_file_twice_and_the_same_calls_in_another_file_change_nothing(string name)
    {
        var row = KnownProfiles.Find(name).Calls!.Examples[0].Row;
        var text = $"{string.Join('\t', row.Keys)}\n{string.Join('\t', row.Values.Select(Quoted))}\n";
        Assert.Equal(1, Load(text, name).NewCount);
        Assert.True(Load(text, name).AlreadyLoaded);
        Assert.Equal((0, 1), Load(text + "\r\n", name) is var again ? (again.NewCount, again.UnchangedCount) : default);
    }

    [Fact]
    public void From_a_bill_it_is_not_known_which_calls_were_answered()
    {
        Load(Bill + "03/11/2025;09:00:05;2310555900;00:03:25;0,10\n03/11/2025;09:10:00;2310555900;0:00;0,00\n", "phone-log-bill");
        Assert.Equal(["bill|out||2", "bill|out||2"], _folder.Query(
            "select log_kind, direction, is_answered, count(*) over () from raw.calls"));
    }

    [Fact]
    public void A_call_without_its_time_is_rejected_and_never_put_at_midnight()
    {
        var result = Load(Bill + "03/11/2025;09:00:05;2310555900;00:03:25;0\n04/11/2025;;2310555900;00:01:00;0\n", "phone-log-bill");
        Assert.Equal((2, 1), (result.RowCount, result.RejectCount));
        Assert.Equal(["Ημερομηνία + Ώρα|04/11/2025"], _folder.Query("select column_name, value from raw.rejects"));
    }

    [Fact]
    public void A_spreadsheets_midnight_gives_way_to_the_time_beside_it()
    {
        Load(Bill + "2025-11-03 00:00:00;09:00:05;2310555900;00:03:25;0\n", "phone-log-bill");
        Assert.Equal(["2025-11-03T07:00:05Z"], _folder.Query("select started_at from raw.calls"));
    }

    [Theory]
    [InlineData("Ημερομηνία;Αριθμός;Διάρκεια;Χρέωση\n03/11/2025;2310555900;00:03:25;0\n", "phone-log-bill", "'Ημερομηνία'", "Ανάλυση λογαριασμού")]
    [InlineData("Ημερομηνία;Ώρα;Αριθμός;Διάρκεια\n03/11/2025;;2310555900;00:03:25\n", "phone-log-bill", "'Ημερομηνία + Ώρα'", "Ανάλυση λογαριασμού")]
    [InlineData("Call Type,Number,Date,Duration\nIncoming,2310555900,3/11/2025,12\n", "phone-log-handset", "'Date'", "SMS Backup & Restore")]
    [InlineData("calldate,src,dst,billsec,disposition\n2025-11-03,1,2,3,ANSWERED\n", "phone-log-pbx", "'calldate'", "CDR Reports")]
    public void A_log_of_days_without_times_is_refused_with_the_way_to_get_a_better_one(string text, string profile, string column, string way)
    {
        Assert.Equal(profile, KnownProfiles.Recognise(_folder.Write("log.csv", text))?.Name);
        var refused = Assert.Throws<SetupException>(() => Load(text, profile));
        foreach (var said in (string[])[refused.What.English, refused.What.Greek])
            Assert.Contains(column, said);
        Assert.Contains(way, refused.What.Greek);
        Assert.Contains(KnownProfiles.Find(profile).How.English, refused.What.English);
    }

    [Fact]
    public void A_phone_bill_is_not_taken_for_a_list_of_tickets() =>
        Assert.Equal("phone-log-bill", KnownProfiles.Recognise(["Ημερομηνία", "Ώρα", "Αριθμός", "Διάρκεια", "Χρέωση"])?.Name);

    [Theory]
    [InlineData("ANSWERED", "12", "1")]
    [InlineData("NO ANSWER", "0", "0")]
    [InlineData("BUSY", "0", "0")]
    [InlineData("", "12", "1")]
    [InlineData("", "0", "0")]
    [InlineData("", "", "")]
    public void Whether_an_exchange_answered_is_its_own_word_or_else_its_talk_time(string disposition, string talked, string answered)
    {
        Load($"calldate,src,dst,billsec,disposition\n2025-11-03 09:00:00,1,2,{talked},{disposition}\n", "phone-log-pbx");
        Assert.Equal([answered], _folder.Query("select is_answered from raw.calls"));
    }

    [Fact]
    public void The_legs_of_one_call_are_all_kept()
    {
        var text = "calldate,src,dst,billsec,disposition,uniqueid\n2025-11-03 09:00:00,1,600,0,NO ANSWER,7.1\n2025-11-03 09:00:00,1,101,0,NO ANSWER,7.1\n";
        Assert.Equal(2, Load(text, "phone-log-pbx").NewCount);
    }

    [Fact]
    public void The_repeated_hour_of_autumn_is_flagged()
    {
        Load("calldate,src,dst,billsec\n2025-10-26 03:30:00,1,2,3\n2025-10-26 05:30:00,1,2,3\n", "phone-log-pbx");
        Assert.Equal(["1", "0"], _folder.Query("select is_time_ambiguous from raw.calls order by started_at"));
    }

    private Loading.LoadResult Load(string text, string profile, string source = "source") =>
        _folder.Load(_folder.Write("log.csv", text), KnownProfiles.Find(profile), source: source);

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
