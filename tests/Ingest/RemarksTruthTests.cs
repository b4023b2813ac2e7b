using Insights.Analytics;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>
/// The invented provider's conversations, loaded as an export with bodies: what is made of their words against the kinds they were
/// planted as, and the chasers counted from them against the planted ones. The phrases were written before these texts were looked at.
/// </summary>
public sealed class RemarksTruthTests : IClassFixture<RemarksTruthTests.Loaded>
{
    private readonly LoadingFolder _folder;

    public RemarksTruthTests(Loaded loaded) => _folder = loaded.Folder;

    /// <summary>Of the messages of a kind, the share that bears the remark; of those that bear it among the same side's, the share of that kind.</summary>
    [Theory]
    [InlineData("automatic", "m.author_side", "kind = 'automatic'", 0.99, 0.99)]
    [InlineData("thanks", "requester", "kind = 'thanks'", 0.90, 0.90)]
    [InlineData("reminder", "requester", "kind = 'chaser'", 0.75, 0.90)]
    [InlineData("question", "agent", "kind = 'question'", 0.95, 0.40)]
    public void Words_are_read_as_they_were_meant(string remark, string side, string meant, double recall, double precision)
    {
        var among = side == "m.author_side" ? "true" : $"m.author_side = '{side}'";
        // A first message asks for the first time, whatever its words.
        var found = _folder.Query($"""
            select count(*) filter ({meant} and has) / count(*) filter ({meant})::double, count(*) filter ({meant} and has) / count(*) filter (has)::double
            from (select m.*, list_contains(string_split(remarks, ' '), '{remark}') as has from raw.messages as m where subject <> 'request' and {among}) as m
            join (select distinct subject as kind from raw.messages) as k on k.kind = m.subject
            """).Single().Split('|').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(found[0] >= recall && found[1] >= precision, $"{remark}: recall {found[0]:0.000}, precision {found[1]:0.000}");
    }

    [Fact]
    public void An_answer_that_only_holds_off_is_told_from_one_that_says_something()
    {
        var found = _folder.Query("""
            select count(*) filter (subject = 'question' and has) / count(*) filter (subject = 'question')::double, count(*) filter (subject = 'resolution' and has) / count(*) filter (subject = 'resolution')::double
            from (select *, list_contains(string_split(remarks, ' '), 'holding') as has from raw.messages where author_side = 'agent')
            """).Single();
        Assert.Equal(["0", "0.00"], found.Split('|').Select((cell, i) => i == 0 ? cell : cell[..Math.Min(4, cell.Length)]));
    }

    [Fact]
    public void Chasers_counted_from_the_words_are_the_planted_ones()
    {
        var wrong = _folder.Query($"""
            select t.source, t.ticket_id, t.chaser_count, coalesce(c.chaser_count, 0)
            from read_csv('{Loaded.Truth}/tickets.csv', all_varchar = true) as t
            left join (select number as source, ticket_id, max(chaser_number) as chaser_count from marts.chasers group by all) as c using (source, ticket_id)
            where t.chaser_count::integer <> coalesce(c.chaser_count, 0)
            order by all
            """);
        Assert.Empty(wrong);
    }

    /// <summary>The truth's messages and tickets as exports of a tool that calls things as the truth does.</summary>
    public sealed class Loaded : IDisposable
    {
        public static readonly string Truth = Path.Combine(Root(), "data", "samples", "truth");

        private static readonly Profile Profile = ProfileReader.Read(
            """
            {
              "name": "truth", "title": "The truth", "source_of_truth": "data/samples", "headers": "confirmed", "how": { "en": "-", "el": "-" },
              "side": "provider", "time_zone": "UTC", "day_order": "ymd", "date_formats": ["yyyy-MM-ddTHH:mm:ssz"],
              "first_response": { "mode": "none", "semantics": "none" },
              "clock": { "run": ["new", "open", "hold"], "stop": ["pending", "resolved", "closed", "merged", "deleted"] },
              "columns": {
                "ticket_id": ["ticket_id"], "number": ["source"], "subject": ["subject"], "client_text": ["client"], "requester": ["requester"], "requester_mail": ["requester_mail"],
                "agent": ["agent"], "state": ["state"], "created_at": ["created_at"], "resolved_at": ["resolved_at"], "closed_at": ["closed_at"]
              },
              "words": { "state": { "open": ["open"], "pending": ["pending"], "hold": ["hold"], "resolved": ["resolved"], "closed": ["closed"], "merged": ["merged"], "new": ["new"] } },
              "examples": [ { "row": { "ticket_id": "1", "created_at": "2026-01-01T09:00:00Z", "state": "open" }, "ticket": { "ticket_id": "1", "state": "open" } } ],
              "messages": {
                "columns": { "ticket_id": ["ticket_id"], "sent_at": ["sent_at"], "author": ["author"], "author_side": ["author_side"], "subject": ["kind"], "body": ["text"], "is_public": ["author_side"], "is_automatic": ["is_automatic"] },
                "words": { "author_side": { "requester": ["client"], "agent": ["provider"], "system": ["tool"] }, "is_public": { "yes": ["client", "provider", "tool"] }, "is_automatic": { "yes": ["true"], "no": ["false"] } },
                "examples": [ { "row": { "ticket_id": "1", "sent_at": "2026-01-01T09:00:00Z", "author_side": "client", "text": "Any news?" }, "message": { "author_side": "requester", "remarks": "reminder question" } } ]
              }
            }
            """u8.ToArray(), "truth.json");

        public Loaded()
        {
            foreach (var file in new[] { "tickets", "messages" })
                Folder.Load(Path.Combine(Truth, file + ".csv"), Profile, new DateTime(2026, 11, 2, 7, 10, 0, DateTimeKind.Utc));
            using var warehouse = Warehouse.OpenForWriting(Folder.Warehouse);
            warehouse.Execute($"insert into raw.reference_settings (load_id, file, line, setting, value, unit) select 1, 's', row_number() over (), setting, value, unit from read_csv('{Root()}/data/reference/settings.csv')");
            new Models(warehouse).Refresh(null);
        }

        internal LoadingFolder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();

        private static string Root()
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Insights.sln")))
                folder = folder.Parent;
            return folder.FullName;
        }
    }
}
