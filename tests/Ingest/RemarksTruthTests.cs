using System.Globalization;
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
    [InlineData("automatic", "system', 'agent', 'requester", "automatic", 0.99, 0.99)]
    [InlineData("thanks", "requester", "thanks", 0.90, 0.95)]
    [InlineData("reminder", "requester", "chaser", 0.75, 0.95)]
    [InlineData("question", "agent", "question", 0.95, 0.40)]
    [InlineData("holding", "agent", "reply", 0.50, 0.95)]
    public void Words_are_read_as_they_were_meant(string remark, string sides, string kind, double recall, double precision)
    {
        // A request asks for the first time, whatever its words.
        var found = _folder.Query($"""
            select count(*) filter (subject = '{kind}' and is_said) / count(*) filter (subject = '{kind}')::double, count(*) filter (subject = '{kind}' and is_said) / count(*) filter (is_said)::double
            from (select *, list_contains(string_split(remarks, ' '), '{remark}') as is_said from raw.messages where subject <> 'request' and author_side in ('{sides}'))
            """).Single().Split('|').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToList();
        Assert.True(found[0] >= recall && found[1] >= precision, $"{remark}: recall {found[0]:0.000}, precision {found[1]:0.000}");
    }

    [Fact]
    public void What_was_planted_as_a_question_or_a_solution_holds_nobody_off()
    {
        var shares = _folder.Query("""
            select subject, avg(list_contains(string_split(remarks, ' '), 'holding')::integer) > 0.02
            from raw.messages where author_side = 'agent' and subject in ('question', 'resolution') group by subject order by subject
            """);
        Assert.Equal(["question|0", "resolution|0"], shares);
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
            Folder.Run($"insert into raw.reference_settings (load_id, file, line, setting, value, unit) select 1, 's', row_number() over (), setting, value, unit from read_csv('{Root()}/data/reference/settings.csv')");
            using var warehouse = Warehouse.OpenForWriting(Folder.Warehouse);
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
