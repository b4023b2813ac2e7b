using Insights.Analytics;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>What can only be known of a file as a whole: its order of day and month, and the ids of a list that has none.</summary>
public sealed class FirstLookTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1/7/2025 9:00", "25/7/2025 9:00", "2025-07-01T06:00:00Z")]
    [InlineData("1/7/2025 9:00", "7/25/2025 9:00", "2025-01-07T07:00:00Z")]
    [InlineData("1/7/2025 9:00", "2025-07-25 09:00", "2025-07-01T06:00:00Z")]
    public void One_date_of_a_file_settles_all_of_them(string first, string second, string created)
    {
        var file = _folder.Write("list.csv", $"Number,Created\n1,{first}\n2,{second}\n");
        var result = _folder.Load(file, KnownProfiles.Find("generic"));
        Assert.Equal(0, result.RejectCount);
        Assert.Equal([created], _folder.Query("select created_at from raw.tickets where ticket_id = '1'"));
    }

    [Fact]
    public void An_order_that_had_to_be_assumed_is_a_notice()
    {
        var file = _folder.Write("list.csv", "Number,Created\n1,1/7/2025 9:00\n");
        Assert.Contains(_folder.Load(file, KnownProfiles.Find("generic")).Warnings, w => w.English.Contains("'1/7/2025 9:00'", StringComparison.Ordinal));
        Assert.Equal(["day_order_assumed"], _folder.Query("select code from raw.notices"));
    }

    [Fact]
    public void A_profile_of_a_tool_that_writes_months_first_assumes_months_first()
    {
        _folder.Load(_folder.Write("issues.csv", "#,Status,Created\n1,New,07/01/2025 09:00 AM\n"), KnownProfiles.Find("redmine"));
        Assert.Equal(["2025-07-01T06:00:00Z"], _folder.Query("select created_at from raw.tickets"));
    }

    [Fact]
    public void A_file_with_both_orders_is_refused_and_nothing_of_it_is_kept()
    {
        var file = _folder.Write("list.csv", "Number,Created,Resolved\n1,25/7/2025 9:00,7/26/2025 9:00\n");
        var refusal = Assert.Throws<SetupException>(() => _folder.Load(file, KnownProfiles.Find("generic")));
        Assert.Contains("'25/7/2025 9:00'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'7/26/2025 9:00'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_numbers_gets_the_same_ids_in_every_export()
    {
        var simple = KnownProfiles.Find("simple");
        _folder.Load(_folder.Write("may.csv", "Ημερομηνία,Τι έγινε,Ποιος,Φτιάχτηκε\n20/5/2025 9:00,Εκτυπωτής,Ελένη,\n21/5/2025 9:00,VPN,Ελένη,\n"), simple);
        var ids = _folder.Query("select ticket_id from raw.tickets order by created_at");
        var later = _folder.Load(
            _folder.Write("june.csv", "Τι έγινε,Ημερομηνία,Ποιος,Φτιάχτηκε\nΟθόνη,19/5/2025 9:00,Μαρία,\nVPN,21/05/2025 9:00,Ελένη,\nΕΚΤΥΠΩΤΗΣ,20/5/2025 9:00,Ελένη,22/5/2025 9:00\n"), simple);
        Assert.Equal((1L, 1L, 1L), (later.NewCount, later.ChangedCount, later.UnchangedCount));
        Assert.Equal(ids, _folder.Query("select distinct ticket_id from raw.tickets where created_at > '2025-05-20' order by ticket_id = (select min(ticket_id) from raw.tickets where subject = 'VPN')"));
    }

    [Fact]
    public void Rows_that_say_the_same_are_two_tickets_each_with_its_own_id()
    {
        var simple = KnownProfiles.Find("simple");
        const string Rows = "Ημερομηνία,Τι έγινε\n20/5/2025,Εκτυπωτής\n20/5/2025,Εκτυπωτής\n21/5/2025,Εκτυπωτής\n";
        Assert.Equal((3L, 0L), (_folder.Load(_folder.Write("a.csv", Rows), simple) is var first ? first.NewCount : 0, first.RejectCount));
        Assert.Equal(["3"], _folder.Query("select count(distinct ticket_id) from raw.tickets"));
        Assert.Equal(["1"], _folder.Query("select count(*) from raw.tickets where ticket_id like '%-2'"));
        Assert.Equal(3, _folder.Load(_folder.Write("b.csv", Rows + "22/5/2025,VPN\n"), simple).UnchangedCount);
    }
}
