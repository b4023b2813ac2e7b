using Insights.Analytics;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>Nothing lost, nothing doubled: what stays of a ticket that comes again.</summary>
public sealed class VersionTests : IDisposable
{
    private static readonly DateTime January = new(2025, 2, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime February = new(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly LoadingFolder _folder = new();

    private static Profile Generic => KnownProfiles.Find("generic");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Overlapping_months_keep_each_ticket_once_and_each_change_once()
    {
        var first = Load("a.csv", January, "1,Open,2025-01-10 09:00", "2,Open,2025-01-20 09:00");
        var second = Load("b.csv", February, "2,Closed,2025-01-20 09:00", "1,Open,2025-01-10 09:00", "3,Open,2025-02-02 09:00", "x,Open,never");
        Assert.Equal("2 = 2 + 0 + 0 + 0", Counts(first));
        Assert.Equal("4 = 1 + 1 + 1 + 1", Counts(second));
        Assert.Equal(["1|2|open", "2|1|open", "2|2|closed", "3|2|open"], _folder.Query("select ticket_id, load_id, state from raw.tickets order by all"));
    }

    [Fact]
    public void An_older_file_sent_again_adds_nothing_it_had_said_before()
    {
        Load("a.csv", January, "1,Open,2025-01-10 09:00");
        Load("b.csv", February, "1,Closed,2025-01-10 09:00");
        var again = Load("a2.csv", January, "1,Open,2025-01-10 09:00", "2,Open,2025-01-11 09:00");
        Assert.Equal("2 = 1 + 0 + 1 + 0", Counts(again));
        Assert.Equal("closed", Latest("1"));
    }

    [Fact]
    public void An_older_file_that_comes_late_is_an_older_version()
    {
        Load("b.csv", February, "1,Closed,2025-01-10 09:00");
        var late = Load("a.csv", January, "1,Open,2025-01-10 09:00");
        Assert.Equal("1 = 0 + 1 + 0 + 0", Counts(late));
        Assert.Equal("closed", Latest("1"));
    }

    [Fact]
    public void Without_an_export_time_the_newest_instant_of_a_file_tells_its_age()
    {
        Load("b.csv", null, "1,Closed,2025-01-10 09:00", "9,Open,2025-02-20 09:00");
        Load("a.csv", null, "1,Open,2025-01-10 09:00", "8,Open,2025-01-20 09:00");
        Assert.Equal("closed", Latest("1"));
    }

    [Fact]
    public void A_file_that_comes_late_does_not_win_over_one_that_confirmed_the_ticket_after_it()
    {
        Load("a.csv", January, "1,Closed,2025-01-10 09:00");
        Load("c.csv", new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Utc), "1,Closed,2025-01-10 09:00", "2,Open,2025-01-10 09:00");
        Assert.Equal("1 = 0 + 1 + 0 + 0", Counts(Load("b.csv", February, "1,Open,2025-01-10 09:00")));
        Assert.Equal("closed", Latest("1"));
    }

    [Fact]
    public void A_ticket_that_says_when_it_changed_is_ordered_by_that_whatever_file_it_comes_in()
    {
        var header = "Number,Status,Created,Updated\n";
        _folder.Load(_folder.Write("a.csv", header + "1,Closed,2025-01-10 09:00,2025-01-12 09:00\n"), Generic, January);
        var late = _folder.Load(_folder.Write("b.csv", header + "1,Open,2025-01-10 09:00,2025-01-11 09:00\n"), Generic, February);
        Assert.Equal("1 = 0 + 1 + 0 + 0", Counts(late));
        Assert.Equal("closed", Latest("1"));
    }

    [Fact]
    public void A_ticket_that_goes_back_to_what_it_was_is_a_version_again()
    {
        Load("a.csv", January, "1,Open,2025-01-10 09:00");
        Load("b.csv", February, "1,Closed,2025-01-10 09:00");
        var third = Load("c.csv", new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Utc), "1,Open,2025-01-10 09:00", "2,Open,2025-01-10 09:00");
        Assert.Equal("2 = 1 + 1 + 0 + 0", Counts(third));
        Assert.Equal("open", Latest("1"));
    }

    [Fact]
    public void A_ticket_twice_in_one_file_counts_twice_only_when_it_differs_and_the_last_one_wins()
    {
        var result = Load("twice.csv", January, "1,Open,2025-01-10 09:00", "1,Open,2025-01-10 09:00", "2,Open,2025-01-10 09:00", "2,Closed,2025-01-10 09:00");
        Assert.Equal("4 = 2 + 1 + 1 + 0", Counts(result));
        Assert.Equal(("open", "closed"), (Latest("1"), Latest("2")));
    }

    [Fact]
    public void Two_sources_may_use_the_same_numbers()
    {
        Load("a.csv", January, "1,Open,2025-01-10 09:00");
        var other = _folder.Load(File("b.csv", "1,Closed,2025-01-10 09:00"), Generic, January, source: "other");
        Assert.Equal("1 = 1 + 0 + 0 + 0", Counts(other));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_order_files_arrive_in_the_latest_versions_are_the_same(int seed)
    {
        var random = new Random(seed);
        string[] states = ["Open", "Pending", "Resolved", "Closed"];
        var files = Enumerable.Range(1, 5).Select(month => (
            Name: $"{month}.csv",
            At: new DateTime(2025, month, 28, 0, 0, 0, DateTimeKind.Utc),
            Rows: (string[])[.. Enumerable.Range(1, 8).Where(_ => random.Next(3) > 0).Select(id => $"{id},{states[random.Next(4)]},2025-01-01 09:00"), $"file {month},Open,2025-01-01 09:00"])).ToArray();
        foreach (var (name, at, rows) in files.OrderBy(_ => random.Next()))
            Load(name, at, rows);
        foreach (var id in Enumerable.Range(1, 8).Select(i => $"{i}"))
            if (files.SelectMany(f => f.Rows).LastOrDefault(r => r.StartsWith(id + ",", StringComparison.Ordinal)) is { } last)
                Assert.Equal($"{id}: {last.Split(',')[1].ToLowerInvariant()}", $"{id}: {Latest(id)}");
        Assert.Equal(["0"], _folder.Query("select count(*) from raw.loads where row_count <> new_count + changed_count + unchanged_count + reject_count"));
        Assert.Equal(_folder.Query("select count(*) from raw.tickets"), _folder.Query("select sum(new_count + changed_count) from raw.loads"));
    }

    [Fact]
    public void A_load_that_fails_half_way_leaves_no_trace()
    {
        Load("a.csv", January, "1,Open,2025-01-10 09:00");
        var before = Everything();
        using (var warehouse = Warehouse.OpenForWriting(_folder.Warehouse))
        {
            var raw = new Analytics.Loads.RawLoad(warehouse);
            var source = new Analytics.Loads.SourceFacts("source", "client", "Other", "generic", "UTC", "unknown", [], null);
            var facts = new Analytics.Loads.FileFacts(1, Task.FromResult("b"), Task.FromResult("b"), null, DateTime.UtcNow);
            var row = new Analytics.Loads.TicketRow();
            row.SetText(Analytics.Loads.TicketColumn.TicketId, "2"u8);
            row.SetInstant(Analytics.Loads.TicketColumn.CreatedAt, 0);
            row.SetLine(2);
            row.SetHash();
            row.SetNumber(Analytics.Loads.TicketColumn.IsTimeAmbiguous, 0);
            var calls = 0;
            void Fill(Analytics.Loads.RawChunk chunk)
            {
                if (Interlocked.Increment(ref calls) > 100)
                    throw new EndOfStreamException("the disk went away");
                while (!chunk.IsFull)
                    chunk.Add(row);
            }

            Assert.Throws<EndOfStreamException>(() => raw.Load(source, facts, [Part(Fill, () => new Analytics.Loads.RowFacts([], null, null, null, []))]));
            Assert.Throws<InvalidDataException>(() => raw.Load(source, facts, [Part(_ => { }, () => throw new InvalidDataException("the rejects went away"))]));
        }
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void The_ledger_and_the_source_say_what_was_loaded()
    {
        Load("a.csv", null, "1,Open,2025-01-10 09:00");
        Assert.Equal(["source|a.csv|generic|1|2025-01-10T07:00:00Z|64"], _folder.Query("select source, file, profile, row_count, data_end_at, length(sha256) from raw.loads"));
        Assert.Equal(["provider|Provider|generic|Europe/Athens|unknown|ticket_id,state,created_at"],
            _folder.Query("select side, provider, profile, time_zone, response_semantics, fields from raw.sources"));
    }

    private static Analytics.Loads.LoadPart Part(Action<Analytics.Loads.RawChunk> fill, Func<Analytics.Loads.RowFacts> facts) =>
        new(Analytics.Loads.RawTable.Tickets, "b.csv", [], fill, facts);

    private Loading.LoadResult Load(string name, DateTime? exportedAt, params string[] rows) => _folder.Load(File(name, rows), Generic, exportedAt);

    private string File(string name, params string[] rows) => _folder.Write(name, "Number,Status,Created\n" + string.Concat(rows.Select(r => r + "\n")));

    private string Latest(string id)
    {
        var latest = _folder.Query($"""
            select t.state from raw.tickets t join raw.loads l using (load_id) where t.ticket_id = '{id}'
            order by coalesce(t.updated_at, l.exported_at, l.data_end_at) desc, l.data_end_at desc, t.load_id desc, t.line desc limit 1
            """);
        return latest[0];
    }

    private List<string> Everything() =>
        [.. _folder.Query("select * from raw.tickets"), .. _folder.Query("select * from raw.loads"), .. _folder.Query("select * from raw.sources"), .. _folder.Query("select * from raw.rejects")];

    private static string Counts(Loading.LoadResult r) => $"{r.RowCount} = {r.NewCount} + {r.ChangedCount} + {r.UnchangedCount} + {r.RejectCount}";
}
