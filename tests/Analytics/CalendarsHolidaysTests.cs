using Insights.Analytics.Calendars;
using NodaTime;
using NodaTime.Text;

namespace Insights.Analytics.Tests;

public sealed class CalendarsHolidaysTests
{
    private static readonly HolidayRule[] Greek =
    [
        new("01-01", "New Year's Day"), new("01-06", "Epiphany"), new("easter-48", "Clean Monday"), new("03-25", "Independence Day"),
        new("easter-2", "Good Friday"), new("easter+1", "Easter Monday"), new("05-01", "Labour Day"), new("easter+50", "Whit Monday"),
        new("08-15", "Dormition"), new("10-28", "Ohi Day"), new("12-25", "Christmas Day"), new("12-26", "Second day of Christmas"),
    ];

    [Theory]
    [InlineData(2021, "05-02", "03-15", "04-30", "05-03", "06-21")]
    [InlineData(2022, "04-24", "03-07", "04-22", "04-25", "06-13")]
    [InlineData(2023, "04-16", "02-27", "04-14", "04-17", "06-05")]
    [InlineData(2024, "05-05", "03-18", "05-03", "05-06", "06-24")]
    [InlineData(2025, "04-20", "03-03", "04-18", "04-21", "06-09")]
    [InlineData(2026, "04-12", "02-23", "04-10", "04-13", "06-01")]
    [InlineData(2027, "05-02", "03-15", "04-30", "05-03", "06-21")]
    [InlineData(2028, "04-16", "02-28", "04-14", "04-17", "06-05")]
    [InlineData(2029, "04-08", "02-19", "04-06", "04-09", "05-28")]
    [InlineData(2030, "04-28", "03-11", "04-26", "04-29", "06-17")]
    public void Greek_holidays_follow_Orthodox_Easter(int year, string easter, string cleanMonday, string goodFriday, string easterMonday, string whitMonday)
    {
        Assert.Equal(Date($"{year}-{easter}"), OrthodoxEaster.Sunday(year));
        string[] dates = ["01-01", "01-06", cleanMonday, "03-25", goodFriday, easterMonday, "05-01", whitMonday, "08-15", "10-28", "12-25", "12-26"];
        Assert.Equal(dates.Order(StringComparer.Ordinal).Select(d => Date($"{year}-{d}")), new HolidaySet("gr", Greek).In(year).Select(h => h.Date));
    }

    [Fact]
    public void The_first_of_May_is_moved_by_hand_for_one_year_only()
    {
        var set = new HolidaySet("gr", [.. Greek, new("2021-05-04", "Labour Day, moved", InsteadOf: Date("2021-05-01"))]);
        Assert.DoesNotContain(Date("2021-05-01"), set.In(2021).Select(h => h.Date));
        Assert.Contains(Date("2021-05-04"), set.In(2021).Select(h => h.Date));
        Assert.Equal(12, set.In(2021).Count);
        Assert.Contains(Date("2022-05-01"), set.In(2022).Select(h => h.Date));
        Assert.DoesNotContain(Date("2022-05-04"), set.In(2022).Select(h => h.Date));
    }

    [Fact]
    public void A_holiday_can_be_moved_by_a_rule_and_into_the_next_year()
    {
        var set = new HolidaySet("x", [new("05-01", "May"), new("12-31", "End"), new("easter+2", "May", InsteadOf: Date("2021-05-01")), new("2022-01-03", "End", InsteadOf: Date("2021-12-31"))]);
        Assert.Equal([Date("2021-05-04")], set.In(2021).Select(h => h.Date));
        Assert.Equal([Date("2022-01-03"), Date("2022-05-01"), Date("2022-12-31")], set.In(2022).Select(h => h.Date));
    }

    [Fact]
    public void The_29th_of_February_is_a_holiday_in_leap_years_only()
    {
        var set = new HolidaySet("x", [new("02-29", "Leap day")]);
        Assert.Empty(set.In(2025));
        Assert.Equal([Date("2028-02-29")], set.In(2028).Select(h => h.Date));
    }

    [Fact]
    public void A_wrong_rule_is_refused_with_its_name_and_the_forms_that_would_be_right()
    {
        var unreadable = Assert.Throws<SetupException>(() => new HolidaySet("x", [new("first of May", "May")]).In(2025));
        Assert.Contains("'first of May'", unreadable.Message, StringComparison.Ordinal);
        Assert.Contains("easter-48", unreadable.Message, StringComparison.Ordinal);

        var moved = Assert.Throws<SetupException>(() => new HolidaySet("x", [new("2025-05-02", "May", InsteadOf: Date("2025-05-01"))]).In(2025));
        Assert.Contains("2025-05-01", moved.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1899)]
    [InlineData(2100)]
    public void Easter_is_refused_outside_the_years_the_algorithm_holds_for(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OrthodoxEaster.Sunday(year));

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
