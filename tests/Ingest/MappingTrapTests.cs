using System.Text;
using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Tests;

/// <summary>What exports of tools are known to do to dates, durations, numbers and text.</summary>
public sealed class MappingTrapTests
{
    [Theory]
    [InlineData("d/MMM/yy h:mm tt", "18/jul/26 9:10 AM", "2026-07-18T09:10:00")]
    [InlineData("d/MMM/yy h:mm tt", "9/Feb/23 6:16 PM", "2023-02-09T18:16:00")]
    [InlineData("dd/MMM/yy HH:mm", "30/Sep/21 17:20", "2021-09-30T17:20:00")]
    [InlineData("MMM d, yyyy hh:mm tt", "Oct 17, 2025 11:34 AM", "2025-10-17T11:34:00")]
    [InlineData("ddd MMM d HH:mm:ss yyyy", "Tue Jun 05 10:00:00 2025", "2025-06-05T10:00:00")]
    [InlineData("ddd MMM d HH:mm:ss yyyy", "Τρί Ιουν 05 10:00:00 2025", "2025-06-05T10:00:00")]
    [InlineData("d MMM yyyy", "5 Ιουλ 2025", "2025-07-05T00:00:00")]
    [InlineData("d MMM yyyy", "5 Ιουλίου 2025", "2025-07-05T00:00:00")]
    [InlineData("d MMM yyyy", "5 ΙΟΥΛΙΟΥ 2025", "2025-07-05T00:00:00")]
    [InlineData("d MMM yyyy", "1 Μαΐου 2025", "2025-05-01T00:00:00")]
    [InlineData("d MMM yyyy HH:mm", "1 Μαϊ 2025 08:00", "2025-05-01T08:00:00")]
    [InlineData("d. MMM yyyy", "3. Mär 2025", "2025-03-03T00:00:00")]
    [InlineData("d. MMM yyyy", "3. März 2025", "2025-03-03T00:00:00")]
    [InlineData("d. MMM yyyy HH:mm", "24. Dez. 2025 09:00", "2025-12-24T09:00:00")]
    [InlineData("d/MMM/yy H:mm", "02/ene/25 8:05", "2025-01-02T08:05:00")]
    [InlineData("d/MMM/yy h:mm tt", "02/ago/25 8:05 p. m.", "2025-08-02T20:05:00")]
    [InlineData("d MMM yyyy", "15 fev 2025", "2025-02-15T00:00:00")]
    [InlineData("d MMM yyyy", "15 setembro 2025", "2025-09-15T00:00:00")]
    [InlineData("d.MMM.yyyy", "15.Okt.2025", "2025-10-15T00:00:00")]
    [InlineData("epoch_ms", "1729152240123", "2024-10-17T08:04:00")]
    [InlineData("epoch_s", "1729152240", "2024-10-17T08:04:00")]
    public void Months_in_words_weekdays_and_epochs_are_read(string form, string text, string expected) =>
        Assert.Equal(expected, Read(form, text));

    [Theory]
    [InlineData("d/MMM/yy h:mm tt", "18/foo/26 9:10 AM")]
    [InlineData("d/MMM/yy h:mm tt", "31/feb/26 9:10 AM")]
    [InlineData("d/MMM/yy h:mm tt", "18//26 9:10 AM")]
    [InlineData("ddd MMM d HH:mm:ss yyyy", "Jun 05 10:00:00 2025")]
    [InlineData("epoch_ms", "-5")]
    [InlineData("epoch_ms", "")]
    [InlineData("epoch_ms", "17 οκτ")]
    public void What_is_no_month_or_epoch_is_not_read(string form, string text) => Assert.Null(Read(form, text));

    [Fact]
    public void Every_month_is_known_in_every_language_and_means_one_month()
    {
        string[] languages =
        [
            "January February March April May June July August September October November December",
            "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
            "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος",
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        ];
        foreach (var months in languages.Select(l => l.Split(' ')))
            for (var month = 1; month <= 12; month++)
                Assert.Equal($"2025-{month:00}-05T00:00:00", Read("d MMM yyyy", $"5 {months[month - 1]} 2025"));
    }

    [Theory]
    [InlineData("2026-07-18T09:10:33.123+0300", "2026-07-18T09:10:33", 10800)]
    [InlineData("2026-07-18T09:10:33+03:00", "2026-07-18T09:10:33", 10800)]
    [InlineData("2026-07-18T09:10:33Z", "2026-07-18T09:10:33", 0)]
    [InlineData("2026-07-18T09:10:33,5Z", "2026-07-18T09:10:33", 0)]
    [InlineData("2026-07-18 09:10:33 UTC", "2026-07-18T09:10:33", 0)]
    [InlineData("2026-07-18 09:10:33 -0500", "2026-07-18T09:10:33", -18000)]
    [InlineData("2026-07-18T09:10:33.1234567", "2026-07-18T09:10:33", null)]
    [InlineData("2026-07-18 09:10", "2026-07-18T09:10:00", null)]
    [InlineData("2026-07-18", "2026-07-18T00:00:00", null)]
    public void Iso_times_are_read_with_and_without_an_offset(string text, string local, int? offset)
    {
        Assert.True(IsoTime.TryRead(Utf8(text), out var seconds, out var read));
        Assert.Equal((local, offset), (Shown(seconds), read));
    }

    [Theory]
    [InlineData("2026-07-18T")]
    [InlineData("2026-07-18 9:10")]
    [InlineData("2026-13-18")]
    [InlineData("2026-02-30")]
    [InlineData("2026-07-18T09:10:33.Z")]
    [InlineData("2026-07-18T09:10:33+3")]
    [InlineData("2026-07-18T09:10:33 noon")]
    [InlineData("26-07-18")]
    public void What_is_no_iso_time_is_not_read(string text) => Assert.False(IsoTime.TryRead(Utf8(text), out _, out _));

    [Theory]
    [InlineData("45123.5", "2023-07-16T12:00:00")]
    [InlineData("45123,5", "2023-07-16T12:00:00")]
    [InlineData("45123", "2023-07-16T00:00:00")]
    [InlineData("45839.375", "2025-07-01T09:00:00")]
    [InlineData("45839.3750000001", "2025-07-01T09:00:00")]
    [InlineData("19999", null)]
    [InlineData("80001", null)]
    [InlineData("452", null)]
    [InlineData("4.5123E4", null)]
    [InlineData("-45123", null)]
    [InlineData("45123.5.1", null)]
    public void The_number_behind_a_spreadsheets_date_is_read(string text, string? expected) =>
        Assert.Equal(expected, ExcelSerial.TryRead(Utf8(text), out var seconds) ? Shown(seconds) : null);

    [Theory]
    [InlineData("3 hours ago")]
    [InlineData("yesterday")]
    [InlineData("2 days")]
    [InlineData("πριν από 3 ώρες")]
    [InlineData("ΧΘΕΣ")]
    [InlineData("vor 3 Stunden")]
    [InlineData("hace 2 días")]
    public void A_date_counted_from_the_day_of_the_export_is_known_for_what_it_is(string text) => Assert.True(RelativeTime.IsOne(Utf8(text)));

    [Theory]
    [InlineData("2025-07-01")]
    [InlineData("Chicago")]
    [InlineData("12")]
    [InlineData("")]
    public void A_date_is_no_distance(string text) => Assert.False(RelativeTime.IsOne(Utf8(text)));

    [Theory]
    [InlineData("1 dias 18 horas 47 minutos", "seconds", 154_020L)]
    [InlineData("6 horas 54 minutos", "seconds", 24_840L)]
    [InlineData("2 days 3 hours", "seconds", 183_600L)]
    [InlineData("2 ημέρες 3 ώρες 5 λεπτά", "seconds", 183_900L)]
    [InlineData("1 Tag 2 Stunden und 3 Minuten", "minutes", 93_780L)]
    [InlineData("1 hour, 5 minutes", "minutes", 3_900L)]
    [InlineData("1 día 2 horas 3 minutos 4 segundos", "seconds", 93_784L)]
    [InlineData("3d 4h", "minutes", 273_600L)]
    [InlineData("1,5 ώρα", "minutes", 5_400L)]
    [InlineData("45 λεπτά", "hh:mm:ss", 2_700L)]
    [InlineData("00:12:30", "hours", 750L)] // under "(in hrs)"
    [InlineData("125:00:01", "hours", 450_001L)]
    [InlineData("1970-01-01 02:37:03", "seconds", 9_423L)]
    [InlineData("1970-01-03 00:00:00", "seconds", 172_800L)]
    [InlineData("1:30", "hh:mm", 5_400L)]
    [InlineData("131950", "seconds", 131_950L)]
    [InlineData("1:30", "minutes", null)]
    [InlineData("3 blue moons", "seconds", null)]
    [InlineData("3 hours ago", "seconds", null)]
    [InlineData("days", "seconds", null)]
    [InlineData("٣ days", "seconds", null)]
    [InlineData("2025-07-01 09:00", "seconds", null)]
    [InlineData("-0:14", "hh:mm", null)]
    public void Durations_are_read_in_the_unit_they_say(string text, string unit, long? seconds) => Assert.Equal(seconds, Duration(text, unit));

    [Theory]
    [InlineData("-5", true)]
    [InlineData("-01:30:00", true)]
    [InlineData("-0.5", true)]
    [InlineData("-", false)]
    [InlineData("5", false)]
    [InlineData("-five", false)]
    public void A_duration_below_zero_is_known_for_one(string text, bool isNegative) => Assert.Equal(isNegative, Durations.IsNegative(Utf8(text)));

    [Theory]
    [InlineData("2:18", false)]
    [InlineData("-0:14", true)]
    [InlineData("-120:05", true)]
    [InlineData("0:00", false)]
    [InlineData("01:00:00", false)]
    [InlineData("Within SLA", null)]
    [InlineData("2", false)]
    [InlineData("-38", true)]
    [InlineData("", null)]
    public void Time_left_says_whether_a_target_was_missed(string text, bool? isPast) =>
        Assert.Equal(isPast, Durations.TryReadRemaining(Utf8(text), out var past) ? past : null);

    [Theory]
    [InlineData("52 267", "52267")]
    [InlineData("52\u00A0267", "52267")]
    [InlineData("1\u202F052\u202F267", "1052267")]
    [InlineData("1\u2009052\u2009267", "1052267")]
    [InlineData("52267", "52267")]
    [InlineData("5 22 67", "5 22 67")]
    [InlineData("5226 7", "5226 7")]
    [InlineData("INC 123", "INC 123")]
    [InlineData("1234 567", "1234 567")]
    [InlineData("52 267 ", "52 267 ")]
    [InlineData("", "")]
    public void Thousands_spaces_leave_a_number(string cell, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(WholeNumber.WithoutSpaces(Utf8(cell), new byte[64])));

    [Theory]
    [InlineData("dmy", "1/7/2025", "25/12/2025 9:00", "3/4/25")]
    [InlineData("mdy", "1/7/2025", "12/25/2025 9:00 AM")]
    [InlineData("dmy", "13-1-2025")]
    [InlineData(null, "13.1.2025", "12.31.2025")]
    [InlineData("mdy", "01-31-2025")]
    [InlineData(null, "1/7/2025", "2/8/2025")]
    [InlineData(null, "2025-07-31", "", "soon", "13/13/2025", "45/2/2025", "31/12")]
    public void One_date_settles_the_order_of_a_whole_file(string? order, params string[] cells)
    {
        var judge = Judged(cells);
        Assert.Equal(order, judge.Order);
        Assert.Equal(order ?? "dmy", judge.Settle("list.csv"));
    }

    [Fact]
    public void An_order_no_date_settles_is_assumed_and_said()
    {
        Assert.Equal("day_order_assumed", Judged("1/7/2025").Notice?.Code);
        Assert.Contains("1/7/2025", Judged("1/7/2025").Notice!.Text.Greek, StringComparison.Ordinal);
        Assert.Null(Judged("2025-07-01", "7/7/2025").Notice);
        Assert.Null(Judged("1/7/2025", "31/7/2025").Notice);
    }

    [Fact]
    public void Dates_in_two_orders_are_refused_with_both()
    {
        var refusal = Assert.Throws<SetupException>(() => Judged("1/7/2025", "25/12/2025", "12/26/2025").Settle("list.csv"));
        Assert.Contains("'25/12/2025'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'12/26/2025'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("list.csv", refusal.Message, StringComparison.Ordinal);
    }

    private static DayOrderJudge Judged(params string[] cells)
    {
        var judge = new DayOrderJudge();
        foreach (var cell in cells)
            judge.Look(Utf8(cell));
        return judge;
    }

    private static long? Duration(string text, string unit) => Durations.TryRead(Utf8(text), unit, out var seconds) ? seconds : null;

    private static string? Read(string form, string text) =>
        DatePattern.Parse(form)!.TryRead(Utf8(text), out var seconds, out _) ? Shown(seconds) : null;

    private static string Shown(long seconds) =>
        DateTime.UnixEpoch.AddSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
