using System.Globalization;
using Insights.Analytics.Calendars;
using NodaTime;

namespace Insights.Analytics.Tests;

/// <summary>Questions with known answers, for the C# clock and the SQL clock alike.</summary>
internal static class CalendarsCases
{
    /// <summary>A working-time question: hours "12345 9-17; 6 10-14:30", a holiday list "2025-04-18", two instants, the seconds between them.</summary>
    internal sealed record Elapsed(string Name, string Zone, string Hours, string From, string To, long Seconds, string Closed = "", string Breaks = "", string Half = "")
    {
        public CalendarVersion Calendar => Version(Zone, Hours, Closed, Breaks, Half);
    }

    /// <summary>A deadline question; Pauses "10:00-10:30" are instants of the day of From, UTC.</summary>
    internal sealed record Deadline(string Name, string Zone, string Hours, string From, long Seconds, string Due, string Closed = "", string Pauses = "")
    {
        public CalendarVersion Calendar => Version(Zone, Hours, Closed);

        public IReadOnlyList<(long From, long To)> PausedTime => CalendarsCases.PausedTime(From[..10], Pauses);
    }

    internal sealed record BusinessDays(string Name, string Zone, string Hours, string From, int Days, string? Until, string Due, string Closed = "", string Half = "")
    {
        public CalendarVersion Calendar => Version(Zone, Hours, Closed, half: Half);

        public int? UntilSecond => Until is null ? null : SecondOf(Until);
    }

    private const string Biz = "135 9-17; 24 10-16; 6 11-14:30";
    private const string Office = "12345 9-17";
    private const string Athens = "Europe/Athens";
    private const string Paris = "Europe/Paris";
    private const string Berlin = "Europe/Berlin";
    private const string Always = "1234567 0-24";
    private const string Nights = "1234567 22-30";
    private const long Hour = 3600;

    public static readonly IReadOnlyList<Elapsed> ElapsedCases =
    [
        new("1", "UTC", Biz, "2006-01-01T00:00Z", "2006-01-08T00:00Z", 39 * Hour + 1800),
        new("2", "UTC", Biz, "2006-01-05T12:00Z", "2006-01-06T12:00Z", 7 * Hour),
        new("3", "UTC", Biz, "2006-01-08T00:00Z", "2006-01-01T00:00Z", -(39 * Hour + 1800)),
        new("4", "UTC", Office, "2014-04-07T08:00Z", "2014-04-07T08:00Z", 0),
        new("5", "UTC", Office, "2014-04-11T20:00Z", "2014-04-14T05:00Z", 0),
        new("6", "UTC", Office, "2014-04-07T10:00Z", "2014-04-07T15:00Z", 5 * Hour),
        new("6 reversed", "UTC", Office, "2014-04-07T15:00Z", "2014-04-07T10:00Z", -5 * Hour),
        new("7", "UTC", Office, "2014-04-07T07:00Z", "2014-04-07T20:00Z", 8 * Hour),
        new("8", "UTC", "1 0-24", "2014-04-06T12:00Z", "2016-04-06T12:00Z", 105 * 24 * Hour),
        new("9", "UTC", "1 7-12; 1 13-18", "2014-04-07T11:59Z", "2014-04-07T13:01Z", 120),
        new("10", "UTC", "1 7-12; 1 13-18", "2014-04-07T11:00Z", "2014-04-14T13:00Z", 11 * Hour),
        new("11", "UTC", Office, "2014-04-07T01:00-09:00", "2014-04-07T15:00-04:00", 7 * Hour),
        new("12", Paris, "7 8-21", "2020-03-29T01:00Z", "2020-03-30T00:00Z", 13 * Hour),
        new("13", Paris, "7 8-21", "2019-10-27T01:00Z", "2019-10-28T00:00Z", 13 * Hour),
        new("14", Paris, "7 8-21", "2002-10-27T06:00Z", "2021-10-30T00:00Z", 12896 * Hour),
        new("15", Paris, "7 0-24", "2020-10-24T22:00Z", "2020-10-25T23:00Z", 25 * Hour),
        new("16 morning", "UTC", "12 8-18", "2014-04-07T09:00Z", "2014-04-07T12:00Z", 2 * Hour, Half: "2014-04-07 10-12; 2014-04-07 14-17"),
        new("16 gap", "UTC", "12 8-18", "2014-04-07T09:00Z", "2014-04-07T14:00Z", 2 * Hour, Half: "2014-04-07 10-12; 2014-04-07 14-17"),
        new("16 afternoon", "UTC", "12 8-18", "2014-04-07T12:00Z", "2014-04-07T18:00Z", 3 * Hour, Half: "2014-04-07 10-12; 2014-04-07 14-17"),
        new("16 early", "UTC", "12 8-18", "2014-04-07T08:00Z", "2014-04-07T09:00Z", 0, Half: "2014-04-07 10-12; 2014-04-07 14-17"),
        new("16 between", "UTC", "12 8-18", "2014-04-07T13:00Z", "2014-04-07T13:30Z", 0, Half: "2014-04-07 10-12; 2014-04-07 14-17"),
        new("16 late", "UTC", "12 8-18", "2014-04-07T19:00Z", "2014-04-07T20:00Z", 0, Half: "2014-04-07 10-12; 2014-04-07 14-17"),
        new("17", "UTC", "15 9-17; 6 10-15", "2010-12-24T15:00Z", "2010-12-27T11:00Z", 9 * Hour),
        new("18", "UTC", "15 0-24; 6 11-15", "2010-12-24T15:00Z", "2010-12-27T11:00Z", 24 * Hour),
        new("19", "UTC", "1567 0-24", "2010-12-24T15:00Z", "2010-12-27T11:00Z", 68 * Hour),
        new("20", "UTC", "12 8-20", "2014-05-12T20:50Z", "2014-05-13T08:10Z", 600),
        new("21", "UTC", "123 9-18", "2012-05-28T11:04:26+03:00", "2012-05-29T17:56:45+03:00", 53805),
        new("22", "UTC", "12345 8-20", "2019-01-01T07:00Z", "2019-01-01T09:00Z", Hour),
        new("23", "UTC", "12345 8-20", "2019-01-01T00:00Z", "2019-01-08T00:00Z", 60 * Hour),
        new("24", "UTC", "12345 8-17", "2023-04-27T15:43Z", "2023-04-28T13:02Z", 379 * 60),
        new("25", "UTC", Office, "2023-12-01T16:58Z", "2023-12-04T09:01:01Z", 181),
        new("26 half an hour", Berlin, Office, "2013-03-21T09:30Z", "2013-03-21T10:00Z", 30 * 60),
        new("26 long", Berlin, Office, "2013-03-21T09:30Z", "2013-03-21T14:00Z", 270 * 60),
        new("27", Athens, Office, "2025-04-17T16:00+03:00", "2025-04-22T10:00+03:00", 2 * Hour, Closed: "2025-04-18; 2025-04-21"),
        new("28", Athens, Office, "2025-04-30T16:30+03:00", "2025-05-02T09:30+03:00", Hour, Closed: "05-01"),
        new("29", Athens, Always, "2025-03-30T00:00+02:00", "2025-03-31T00:00+03:00", 23 * Hour),
        new("30", Athens, Always, "2025-10-26T00:00+03:00", "2025-10-27T00:00+02:00", 25 * Hour),
        new("31", Athens, Nights, "2025-03-29T21:00+02:00", "2025-03-30T12:00+03:00", 7 * Hour),
        new("32", Athens, Nights, "2025-10-25T21:00+03:00", "2025-10-26T12:00+02:00", 9 * Hour),
        new("33", Athens, Nights, "2025-06-10T21:00+03:00", "2025-06-11T12:00+03:00", 8 * Hour),
        // numpy counts whole business days; as working time they are the same forwards, and backwards the negative (numpy: Sat to Fri 0, Mon to Sun -1).
        new("numpy Mondays of March", "UTC", "1 0-24", "2011-03-01T00:00Z", "2011-04-01T00:00Z", 4 * 24 * Hour),
        new("numpy Friday to Saturday", "UTC", "12345 0-24", "2011-03-18T00:00Z", "2011-03-19T00:00Z", 24 * Hour),
        new("numpy Saturday to Friday", "UTC", "12345 0-24", "2011-03-19T00:00Z", "2011-03-18T00:00Z", -24 * Hour),
        new("numpy Sunday to Monday", "UTC", "12345 0-24", "2011-03-20T00:00Z", "2011-03-21T00:00Z", 0),
        new("numpy Monday to Sunday", "UTC", "12345 0-24", "2011-03-21T00:00Z", "2011-03-20T00:00Z", 0),
        new("break covering the start", "UTC", Office, "2006-01-02T08:00Z", "2006-01-02T17:00Z", 7 * Hour, Breaks: "12345 8-10"),
        new("break covering the end", "UTC", Office, "2006-01-02T08:00Z", "2006-01-02T18:00Z", 7 * Hour, Breaks: "12345 16-18"),
        new("break covering all", "UTC", Office, "2006-01-02T00:00Z", "2006-01-06T18:00Z", 4 * 8 * Hour, Breaks: "1 8-18"),
        new("break in the middle", "UTC", Office, "2006-01-02T11:30Z", "2006-01-02T13:30Z", Hour, Breaks: "12345 12-13"),
        new("several breaks", "UTC", Office, "2006-01-02T09:00Z", "2006-01-02T17:00Z", 6 * Hour + 1800, Breaks: "1 10-10:30; 1 12-13"),
        new("break spanning two shifts", "UTC", "1 9-12; 1 13-17", "2006-01-02T09:00Z", "2006-01-02T17:00Z", 5 * Hour, Breaks: "1 11-14"),
        new("break after midnight of a night shift", "UTC", Nights, "2006-01-02T21:00Z", "2006-01-03T12:00Z", 7 * Hour, Breaks: "2 2-3"),
        new("break across midnight of a night shift", "UTC", Nights, "2006-01-02T21:00Z", "2006-01-03T12:00Z", 7 * Hour, Breaks: "1 23:30-24:30"),
        new("holiday of a night shift is the day it starts", "UTC", Nights, "2006-01-02T12:00Z", "2006-01-04T12:00Z", 8 * Hour, Closed: "2006-01-03"),
        new("half day on a closed Sunday stays closed", "UTC", Office, "2006-01-01T00:00Z", "2006-01-02T00:00Z", 0, Half: "2006-01-01 9-13"),
        new("closed wins over half day", "UTC", Office, "2006-01-02T00:00Z", "2006-01-03T00:00Z", 0, Closed: "2006-01-02", Half: "2006-01-02 9-13"),
    ];

    public static readonly IReadOnlyList<Deadline> DeadlineCases =
    [
        new("Zammad 60", Berlin, Office, "2013-03-21T09:30Z", 60 * 60, "2013-03-21T10:30Z"),
        new("Zammad 120", Berlin, Office, "2013-03-21T09:30Z", 120 * 60, "2013-03-21T11:30Z"),
        new("Zammad 180", Berlin, Office, "2013-03-21T09:30Z", 180 * 60, "2013-03-21T12:30Z"),
        new("Zammad 240", Berlin, Office, "2013-03-21T09:30Z", 240 * 60, "2013-03-21T13:30Z"),
        new("Zammad before opening", Berlin, "12345 8-17", "2013-10-21T05:30Z", 120 * 60, "2013-10-21T08:00Z"),
        new("Zammad holiday 120", Berlin, "12345 8-17", "2015-09-21T14:30Z", 120 * 60, "2015-09-23T07:30Z", "2015-09-22"),
        new("Zammad holiday 180", Berlin, "12345 8-17", "2015-09-21T14:30Z", 180 * 60, "2015-09-23T08:30Z", "2015-09-22"),
        new("Zammad holiday 240", Berlin, "12345 8-17", "2015-09-21T14:30Z", 240 * 60, "2015-09-23T09:30Z", "2015-09-22"),
        new("Zammad pause, response", Berlin, "1234567 9-18", "2013-06-04T09:00Z", 120 * 60, "2013-06-04T11:30Z", Pauses: "10:00-10:30"),
        new("Zammad pause, resolve", Berlin, "1234567 9-18", "2013-06-04T09:00Z", 250 * 60, "2013-06-04T13:40Z", Pauses: "10:00-10:30"),
        new("Zammad closed and reopened", Berlin, "1234567 9-18", "2013-06-04T09:00Z", 120 * 60, "2013-06-04T11:45Z", Pauses: "09:30-09:45; 10:00-10:30"),
        new("Zammad long pause", Berlin, "1234567 9-18", "2013-06-04T09:00Z", 120 * 60, "2013-06-04T16:00Z", Pauses: "10:00-15:00"),
        new("business_time 8 h", "UTC", Office, "2010-08-04T09:35Z", 8 * Hour, "2010-08-05T09:35Z"),
        new("business_time over the weekend", "UTC", Office, "2010-04-09T16:50Z", Hour, "2010-04-12T09:50Z"),
        new("business_time over a holiday", "UTC", Office, "2010-07-02T16:50Z", Hour, "2010-07-06T09:50Z", "2010-07-05"),
        new("business_time 15 h", "UTC", "15 9-17; 6 10-15", "2010-12-24T08:00Z", 15 * Hour, "2010-12-27T11:00Z"),
        new("business_time 9 h", "UTC", "15 9-17; 6 10-15", "2010-12-24T15:00Z", 9 * Hour, "2010-12-27T11:00Z"),
        new("business_time ends with the shift", "UTC", "5 9-17", "2010-04-09T08:00Z", 8 * Hour, "2010-04-09T17:00Z"),
        new("business_time nothing, before opening", "UTC", Office, "2010-04-26T04:30Z", 0, "2010-04-26T09:00Z"),
        new("business_time nothing, after closing", "UTC", Office, "2010-04-26T18:00Z", 0, "2010-04-27T09:00Z"),
        new("nothing, while open", "UTC", Office, "2010-04-26T10:15:07Z", 0, "2010-04-26T10:15:07Z"),
        new("a pause that begins at the due instant moves nothing", "UTC", Office, "2010-04-26T09:00Z", Hour, "2010-04-26T10:00Z", Pauses: "10:00-11:00"),
        new("overlapping pauses count once", "UTC", Office, "2010-04-26T09:00Z", 2 * Hour, "2010-04-26T12:30Z", Pauses: "10:00-11:00; 10:30-11:30; 16:00-17:00"),
        new("a pause outside hours moves nothing", "UTC", Office, "2010-04-26T15:00Z", 3 * Hour, "2010-04-27T10:00Z", Pauses: "17:00-23:00"),
    ];

    public static readonly IReadOnlyList<BusinessDays> BusinessDayCases =
    [
        new("GLPI", "UTC", "12345 8-20", "2018-11-19T10:00Z", 7, null, "2018-11-28T10:00Z"),
        new("GLPI end of day", "UTC", "12345 8-20", "2018-11-19T10:00Z", 7, "20:00", "2018-11-28T20:00Z"),
        new("numpy", "UTC", "12345 0-24", "2006-02-01T00:00Z", 25, null, "2006-03-08T00:00Z"),
        new("before opening counts from the opening", "UTC", Office, "2025-06-02T06:00Z", 1, null, "2025-06-03T09:00Z"),
        new("after closing counts from the next opening", "UTC", Office, "2025-06-02T18:00Z", 1, null, "2025-06-04T09:00Z"),
        new("at closing is after closing", "UTC", Office, "2025-06-02T17:00Z", 1, null, "2025-06-04T09:00Z"),
        new("weekend counts from Monday", "UTC", Office, "2025-06-07T12:00Z", 5, null, "2025-06-16T09:00Z"),
        new("time of day is held within a shorter day", "UTC", "15 9-17; 6 10-14", "2025-06-06T16:00Z", 1, null, "2025-06-07T14:00Z"),
        new("time of day is held within a later day", "UTC", "15 9-17; 6 10-14", "2025-06-06T09:10Z", 1, null, "2025-06-07T10:00Z"),
        new("holiday is no business day", Athens, Office, "2025-04-17T11:00+03:00", 2, null, "2025-04-23T11:00+03:00", "easter-2; easter+1"),
        new("across the spring change", Athens, Office, "2025-03-28T11:00+02:00", 1, null, "2025-03-31T11:00+03:00"),
        new("round the clock on the day clocks change", Athens, Always, "2025-03-29T10:00+02:00", 1, null, "2025-03-30T10:00+03:00"),
        new("round the clock into the skipped hour", Athens, Always, "2025-03-29T03:30+02:00", 1, null, "2025-03-30T04:30+03:00"),
        new("round the clock into the repeated hour", Athens, Always, "2025-10-25T03:30+03:00", 1, null, "2025-10-26T03:30+03:00"),
        new("from the repeated hour", Athens, Always, "2025-10-26T03:30+02:00", 1, null, "2025-10-27T03:30+02:00"),
        new("a night shift belongs to the day it starts", Athens, "12345 22-30", "2025-06-07T02:00+03:00", 1, null, "2025-06-10T02:00+03:00"),
        new("in the break at noon", "UTC", "12345 9-13; 12345 17-21", "2025-06-02T15:00Z", 1, null, "2025-06-03T15:00Z"),
        new("same day", "UTC", Office, "2025-06-02T10:00Z", 0, null, "2025-06-02T17:00Z"),
        new("same day, before opening", "UTC", Office, "2025-06-02T03:00Z", 0, null, "2025-06-02T17:00Z"),
        new("same day, after closing", "UTC", Office, "2025-06-02T18:00Z", 0, null, "2025-06-03T17:00Z"),
        new("same day, on a half day", "UTC", Office, "2025-06-02T10:00Z", 0, null, "2025-06-02T13:00Z", Half: "2025-06-02 9-13"),
        new("next until", "UTC", Office, "2025-06-02T10:00Z", 1, "14:00", "2025-06-03T14:00Z"),
        new("next until, after closing counts from the date", "UTC", Office, "2025-06-02T18:00Z", 1, "14:00", "2025-06-03T14:00Z"),
        new("next until, from a Saturday", "UTC", Office, "2025-06-07T10:00Z", 1, "14:00", "2025-06-09T14:00Z"),
        new("the date is the local one", Athens, Office, "2025-06-02T21:30Z", 1, "14:00", "2025-06-04T11:00Z"),
        new("second until, over a holiday", Athens, Office, "2025-04-17T18:30+03:00", 2, "12:00", "2025-04-23T12:00+03:00", "easter-2; easter+1"),
        new("same day until", "UTC", Office, "2025-06-02T10:00Z", 0, "14:00", "2025-06-02T14:00Z"),
        new("same day until, already past", "UTC", Office, "2025-06-02T14:00:01Z", 0, "14:00", "2025-06-03T14:00Z"),
        new("same day until, on a Sunday", "UTC", Office, "2025-06-08T10:00Z", 0, "14:00", "2025-06-09T14:00Z"),
    ];

    public static CalendarVersion Version(string zone, string hours, string closed = "", string breaks = "", string half = "") => new(
        "test", DateTimeZoneProviders.Tzdb[zone], new LocalDate(1970, 1, 1), Hours(hours), Hours(breaks),
        closed.Length + half.Length == 0 ? null : new HolidaySet("test",
        [
            .. Split(closed).Select(rule => new HolidayRule(rule, "closed")),
            .. Split(half).Select(row => row.Split(' ')).Select(row => new HolidayRule(row[0], "half day", Range(row[1]).Opens, Range(row[1]).Closes)),
        ]));

    /// <summary>The calendar over the years an instant and another need.</summary>
    public static WorkingTime Build(CalendarVersion version, params string[] instants) =>
        WorkingTime.Build(version, instants.Min(i => Instant(i).Year), instants.Max(i => Instant(i).Year) + 1);

    public static long Epoch(string instant) => Instant(instant).ToUnixTimeSeconds();

    public static IReadOnlyList<(long From, long To)> PausedTime(string day, string pauses) =>
        [.. Split(pauses).Select(p => p.Split('-')).Select(p => (Epoch($"{day}T{p[0]}Z"), Epoch($"{day}T{p[1]}Z")))];

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();

    private static List<WeeklyHours> Hours(string text) =>
        [.. Split(text).Select(row => row.Split(' ')).Select(row => new WeeklyHours(row[0], Range(row[1]).Opens, Range(row[1]).Closes))];

    private static (int Opens, int Closes) Range(string text) => (SecondOf(text.Split('-')[0]), SecondOf(text.Split('-')[1]));

    private static int SecondOf(string time)
    {
        var parts = time.Split(':').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0] * 3600) + (parts.Length > 1 ? parts[1] * 60 : 0);
    }

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
