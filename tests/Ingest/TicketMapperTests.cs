using System.Text;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Profiles;
using NodaTime;

namespace Insights.Ingest.Tests;

/// <summary>One row in, one ticket or one reason out.</summary>
public sealed class TicketMapperTests
{
    private static readonly string[] Header = ["Number", "Subject", "Status", "Priority", "Created", "First response", "Resolved", "Reopens", "Type"];

    [Theory]
    [InlineData("2025-07-01 09:00:00", "2025-07-01T06:00:00Z", 0)]
    [InlineData("2025-12-01 09:00:00", "2025-12-01T07:00:00Z", 0)]
    [InlineData("2025-03-30 02:59:59", "2025-03-30T00:59:59Z", 0)]
    [InlineData("2025-03-30 03:30:00", "2025-03-30T01:30:00Z", 0)] // skipped: forward by the hour, 04:30 summer time
    [InlineData("2025-03-30 04:00:00", "2025-03-30T01:00:00Z", 0)]
    [InlineData("2025-10-26 02:59:59", "2025-10-25T23:59:59Z", 0)]
    [InlineData("2025-10-26 03:30:00", "2025-10-26T00:30:00Z", 1)] // shown twice: the first
    [InlineData("2025-10-26 04:00:00", "2025-10-26T02:00:00Z", 0)]
    [InlineData("2025-10-26T03:30:00+02:00", "2025-10-26T01:30:00Z", 0)]
    [InlineData("2025-10-26T03:30:00Z", "2025-10-26T03:30:00Z", 0)]
    [InlineData("45839.375", "2025-07-01T06:00:00Z", 0)] // what a spreadsheet keeps
    [InlineData("2025-10-26T03:30:00.987+0200", "2025-10-26T01:30:00Z", 0)]
    [InlineData("1/7/2025 9:05", "2025-07-01T06:05:00Z", 0)]
    [InlineData("1/7/2025 12:05 π.μ.", "2025-06-30T21:05:00Z", 0)]
    [InlineData("1/7/2025 12:05 μμ", "2025-07-01T09:05:00Z", 0)]
    [InlineData("1/7/2025 1:05\u202FPM", "2025-07-01T10:05:00Z", 0)]
    [InlineData("29/2/2024 9:00", "2024-02-29T07:00:00Z", 0)]
    [InlineData("2025-07-01T09:00:00.987Z", "2025-07-01T09:00:00Z", 0)]
    public void Local_times_become_utc(string created, string utc, int isAmbiguous)
    {
        var row = Ticket("1", created: created);
        Assert.Equal((utc, (long?)isAmbiguous), (Shown(row, TicketColumn.CreatedAt), row.Number(TicketColumn.IsTimeAmbiguous)));
    }

    [Fact]
    public void Every_quarter_hour_of_twelve_years_agrees_with_the_zone_itself()
    {
        foreach (var name in (string[])["Europe/Athens", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])
        {
            var zone = DateTimeZoneProviders.Tzdb[name];
            var clock = new ZoneClock(zone);
            var from = Instant.FromUtc(2014, 1, 1, 0, 0).ToUnixTimeSeconds();
            for (var local = from; local < from + (12L * 366 * 86_400); local += 900 * 7)
            {
                var mapping = zone.MapLocal(LocalDateTime.FromDateTime(DateTime.UnixEpoch.AddSeconds(local)));
                var expected = (mapping.Count == 0 ? local - mapping.EarlyInterval.WallOffset.Seconds : mapping.First().ToInstant().ToUnixTimeSeconds(), mapping.Count == 2);
                Assert.Equal(expected, (clock.ToUtc(local, out var isAmbiguous), isAmbiguous));
            }
        }
    }

    [Theory]
    [InlineData("31/31/2026")]
    [InlineData("30/2/2025 9:00")]
    [InlineData("7/13/2025 9:00")]
    [InlineData("2025-07-01 25:00")]
    [InlineData("1/7/2025 13:05 PM")]
    [InlineData("yesterday")]
    [InlineData("2025-07-01 09:00 or so")]
    [InlineData("4583.375")]
    [InlineData("45839.375 or so")]
    public void A_date_that_cannot_be_read_rejects_the_row_quoting_it(string created)
    {
        var reject = Rejected("1", created: created);
        Assert.Equal(("Created", created), (reject.Column, reject.Value));
        Assert.Contains("no date", reject.Reason.English, StringComparison.Ordinal);
        Assert.Equal("Resolved", Rejected("1", resolved: created).Column);
        Assert.Equal("First response", Rejected("1", responded: created).Column);
    }

    [Theory]
    [InlineData("1989-12-31 23:00")]
    [InlineData("2101-06-01 09:00")]
    public void A_time_no_ticket_can_have_rejects_the_row(string time)
    {
        Assert.Contains("1990", Rejected("1", created: time).Reason.English, StringComparison.Ordinal);
        Assert.Contains("1990", Rejected("1", resolved: time).Reason.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("1900-01-01 00:00:00")]
    [InlineData("1/1/1900 0:00")]
    [InlineData("1899-12-30T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("-")]
    [InlineData("  ")]
    public void How_tools_write_no_date_is_no_date(string none)
    {
        Assert.Null(Ticket("1", resolved: none).Instant(TicketColumn.ResolvedAt));
        Assert.Contains("created_at", Rejected("1", created: none).Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ticket_without_a_number_is_rejected()
    {
        Assert.Equal(("Number", ""), (Rejected("").Column, Rejected("").Value));
    }

    [Fact]
    public void An_unknown_word_keeps_its_text_and_becomes_no_number()
    {
        var row = Ticket("1", state: "Κλιμακώθηκε", priority: "P9");
        Assert.Equal((null, "Κλιμακώθηκε", null, "P9"), (row.Text(TicketColumn.State), row.Text(TicketColumn.StateText), row.Number(TicketColumn.Priority), row.Text(TicketColumn.PriorityText)));
    }

    [Theory]
    [InlineData("ΥΨΗΛΗ", 2)]
    [InlineData("υψηλή", 2)]
    [InlineData(" High ", 2)]
    [InlineData("critical", 1)]
    [InlineData("πολύ  χαμηλή", 5)]
    public void Known_words_are_known_in_any_case_and_accent(string priority, long rank) => Assert.Equal(rank, Ticket("1", priority: priority).Number(TicketColumn.Priority));

    [Theory]
    [InlineData("two")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void A_count_that_is_none_rejects_the_row(string reopens) => Assert.Equal("Reopens", Rejected("1", reopens: reopens).Column);

    [Fact]
    public void The_hash_is_of_what_the_ticket_says_and_nothing_else()
    {
        var same = Ticket("1", state: "Open");
        var hash = same.Hash();
        same.SetNumber(TicketColumn.Line, 77);
        Assert.Equal(hash, same.Hash());
        Assert.Equal(hash, Ticket("1", state: "Open").Hash());
        string[] others = [.. new[] { Ticket("2", state: "Open"), Ticket("1", state: "open"), Ticket("1"), Ticket("1", state: "Open", resolved: "2025-07-01 09:00"), Ticket("1", state: "Open", responded: "2025-07-01 09:00") }
            .Select(row => $"{row.Hash()}")];
        Assert.Equal(others.Length, others.Append($"{hash}").Distinct().Count() - 1);
    }

    [Fact]
    public void Words_moved_from_one_column_to_the_next_are_another_version()
    {
        TicketRow Row(string subject, string description)
        {
            var row = new TicketRow();
            row.SetText(TicketColumn.Subject, Encoding.UTF8.GetBytes(subject));
            row.SetText(TicketColumn.Description, Encoding.UTF8.GetBytes(description));
            return row;
        }

        Assert.NotEqual(Row("ab", "c").Hash(), Row("a", "bc").Hash());
        Assert.NotEqual(Row("a", "").Hash(), Row("", "a").Hash());
    }

    [Theory]
    [InlineData("90", "minutes", 5400L)]
    [InlineData("1.5", "hours", 5400L)]
    [InlineData("0", "seconds", 0L)]
    [InlineData("01:30:00", "hh:mm:ss", 5400L)]
    [InlineData("125:00:01", "hh:mm:ss", 450_001L)]
    [InlineData("-01:30:00", "hh:mm:ss", null)]
    [InlineData("01:75:00", "hh:mm:ss", null)]
    [InlineData("1:30", "hh:mm:ss", null)]
    [InlineData("-5", "minutes", null)]
    [InlineData("1e99", "minutes", null)]
    public void Durations_are_read_in_their_unit_or_not_at_all(string text, string unit, long? seconds)
    {
        Assert.Equal(seconds, Durations.TryRead(Encoding.UTF8.GetBytes(text), unit, out var read) ? read : null);
    }

    private static TicketRow Ticket(
        string id, string created = "2025-07-01 09:00", string state = "", string priority = "", string responded = "", string resolved = "", string reopens = "")
    {
        var row = new TicketRow();
        Assert.Null(Map(row, id, "Subject", state, priority, created, responded, resolved, reopens, ""));
        return row;
    }

    private static Reject Rejected(
        string id, string created = "2025-07-01 09:00", string responded = "", string resolved = "", string reopens = "") =>
        Map(new TicketRow(), id, "Subject", "", "", created, responded, resolved, reopens, "") ?? throw new Xunit.Sdk.XunitException("The row became a ticket.");

    private static Reject? Map(TicketRow row, params string[] cells)
    {
        var mapper = new TicketMapper(TicketLayout.Of(KnownProfiles.Find("generic"), Header), DateTimeZoneProviders.Tzdb["Europe/Athens"]);
        return mapper.Map(new Cells([.. cells.Select(Encoding.UTF8.GetBytes)]), row);
    }

    private static string? Shown(TicketRow row, TicketColumn column) => row.Instant(column)?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private readonly struct Cells(byte[][] cells) : IRecord
    {
        public int Count => cells.Length;

        public ReadOnlySpan<byte> Raw => [];

        public ReadOnlySpan<byte> Cell(int index) => cells[index];
    }
}
