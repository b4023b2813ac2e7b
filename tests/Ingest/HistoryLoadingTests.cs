using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>Histories and messages come again with every export: each is kept once, however often and in whatever file it comes.</summary>
public sealed class HistoryLoadingTests : IDisposable
{
    private const string Header = "case:concept:name,time:timestamp,concept:name,org:resource\n";

    private static readonly Profile Log = ProfileReader.Read(
        """
        {
          "name": "log", "title": "A log", "source_of_truth": "This test.", "headers": "confirmed", "how": { "en": "-", "el": "-" },
          "side": "provider", "time_zone": "UTC", "day_order": "ymd", "date_formats": ["yyyy-MM-dd HH:mm:ss"],
          "first_response": { "mode": "none", "semantics": "assignment" },
          "clock": { "run": ["new", "open", "hold"], "stop": ["pending", "resolved", "closed", "merged", "deleted"] },
          "events": {
            "columns": { "ticket_id": ["case:concept:name"], "event_id": ["id"], "occurred_at": ["time:timestamp"], "activity": ["concept:name"], "actor": ["org:resource"] },
            "words": { "activity": { "created": ["Open"], "responded": ["Take"], "closed": ["Close"] } },
            "examples": [ { "row": { "case:concept:name": "1", "time:timestamp": "2026-01-01 09:00:00", "concept:name": "Open" }, "event": { "kind": "created" } } ]
          }
        }
        """u8.ToArray(), "log.json");

    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_longer_log_adds_what_is_new_and_nothing_else()
    {
        Assert.Equal("2 = 2 + 0 + 0 + 0", Load("a.csv", "1,2026-01-01 09:00:00,Open,Ann", "1,2026-01-01 10:00:00,Take,Bob"));
        Assert.Equal("4 = 1 + 0 + 2 + 1", Load("b.csv", "1,2026-01-01 09:00:00,Open,Ann", "1,2026-01-01 10:00:00,Take,Bob", "1,2026-01-02 10:00:00,Close,Bob", ",2026-01-02 10:00:00,Close,Bob"));
        Assert.Equal(["created|", "responded|", "state|closed"], _folder.Query("select kind, coalesce(value, '') from raw.events order by occurred_at"));
    }

    [Fact]
    public void Two_equal_rows_are_two_events_and_stay_two()
    {
        Load("a.csv", "1,2026-01-01 09:00:00,Close,Ann", "1,2026-01-01 09:00:00,Close,Ann");
        Assert.Equal("3 = 1 + 0 + 2 + 0", Load("b.csv", "1,2026-01-01 09:00:00,Close,Ann", "1,2026-01-01 09:00:00,Close,Ann", "1,2026-01-01 09:00:00,Close,Ann"));
        Assert.Equal("1 = 0 + 0 + 1 + 0", Load("c.csv", "1,2026-01-01 09:00:00,Close,Ann"));
        Assert.Equal(["3"], _folder.Query("select count(*) from raw.events"));
    }

    [Fact]
    public void An_event_with_a_number_of_its_own_that_was_rewritten_is_a_later_version()
    {
        const string WithId = "id,case:concept:name,time:timestamp,concept:name\n";
        _folder.Load(_folder.Write("a.csv", WithId + "e1,1,2026-01-01 09:00:00,Take\n"), Log);
        var second = _folder.Load(_folder.Write("b.csv", WithId + "e1,1,2026-01-01 08:00:00,Take\ne2,1,2026-01-03 08:00:00,Close\n"), Log);
        Assert.Equal((1, 1, 0), (second.NewCount, second.ChangedCount, second.UnchangedCount));
    }

    [Fact]
    public void A_history_leaves_what_the_list_said_of_its_fields()
    {
        var both = Log with { Columns = KnownProfiles.Find("generic").Columns, DayOrder = "ymd" };
        _folder.Load(_folder.Write("t.csv", "Ticket ID,Subject,Created\n1,Slow,2026-01-01 09:00:00\n"), both);
        _folder.Load(_folder.Write("e.csv", Header + "1,2026-01-01 09:00:00,Open,Ann\n"), both);
        Assert.Equal(["ticket_id,subject,created_at"], _folder.Query("select fields from raw.sources"));
        Assert.Equal(["tickets|1", "events|1"], _folder.Query("select content, row_count from raw.loads order by load_id"));
    }

    private string Load(string name, params string[] rows)
    {
        var r = _folder.Load(_folder.Write(name, Header + string.Concat(rows.Select(row => row + "\n"))), Log);
        return $"{r.RowCount} = {r.NewCount} + {r.ChangedCount} + {r.UnchangedCount} + {r.RejectCount}";
    }
}
