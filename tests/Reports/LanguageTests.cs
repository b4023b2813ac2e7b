using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Tests;

public sealed class LanguageTests
{
    private static readonly DateOnly Ohi = new(2026, 10, 28);

    [Theory]
    [InlineData(1L, "the data hold only 1 month: “12 months” means that one")]
    [InlineData(5L, "the data hold only 5 months: “12 months” means those")]
    [InlineData(12L, null)]
    [InlineData(null, null)]
    public void Twelve_months_are_said_to_be_fewer_where_the_data_hold_fewer(long? months, string? said) =>
        Assert.Equal(said, Language.English.ShortHistory(months));

    [Fact]
    public void Numbers_take_the_marks_of_the_language()
    {
        Assert.Equal("1.234,5", Language.Greek.Number(1234.5));
        Assert.Equal("1,234.5", Language.English.Number(1234.5));
        Assert.Equal("12.345", Language.Greek.Whole(12345));
        Assert.Equal("0", Language.Greek.Whole(0));
    }

    [Theory]
    [InlineData(0.914, "91%")]
    [InlineData(1, "100%")]
    [InlineData(0, "0%")]
    [InlineData(0.997, "99,7%")]
    [InlineData(0.9999, "99,9%")]
    [InlineData(0.0004, "0,1%")]
    public void Only_all_is_100_percent_and_only_none_is_0(double ratio, string expected) => Assert.Equal(expected, Language.Greek.Percent(ratio));

    [Fact]
    public void An_interval_says_percent_once() => Assert.Equal("76–97%", Language.Greek.PercentRange(0.758, 0.968));

    [Fact]
    public void A_Greek_month_is_genitive_in_a_date_and_nominative_alone()
    {
        Assert.Equal("28 Οκτωβρίου 2026", Language.Greek.Date(Ohi));
        Assert.Equal("Οκτώβριος 2026", Language.Greek.Month(Ohi));
        Assert.Equal("28/10/2026", Language.Greek.ShortDate(Ohi));
        Assert.Equal("Οκτ 26", Language.Greek.ShortMonth(Ohi));
        Assert.Equal("28 October 2026", Language.English.Date(Ohi));
        Assert.Equal("28 Oct 2026", Language.English.ShortDate(Ohi));
    }

    [Fact]
    public void A_moment_is_told_by_the_clock_on_the_clients_wall()
    {
        var beforeAutumnChange = new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc);
        Assert.Equal("25/10/2026, 03:30", Language.Greek.Moment(beforeAutumnChange, "Europe/Athens"));
        Assert.Equal("25/10/2026, 03:30", Language.Greek.Moment(beforeAutumnChange.AddHours(1), "Europe/Athens"));
        Assert.Equal("25/10/2026, 04:30", Language.Greek.Moment(beforeAutumnChange.AddHours(2), "Europe/Athens"));
    }

    [Theory]
    [InlineData(30, "30 δευτερόλεπτα")]
    [InlineData(60, "1 λεπτό")]
    [InlineData(48 * 60, "48 λεπτά")]
    [InlineData((59 * 60) + 45, "1 ώρα")]
    [InlineData((2 * 3600) + (15 * 60), "2 ώρες 15 λεπτά")]
    [InlineData(86399, "1 ημέρα")]
    [InlineData((3 * 86400) + (4 * 3600), "3 ημέρες 4 ώρες")]
    [InlineData((3 * 86400) + 1200, "3 ημέρες")]
    public void A_length_of_time_is_told_in_its_two_largest_units(long seconds, string expected) => Assert.Equal(expected, Language.Greek.Duration(seconds));

    [Theory]
    [InlineData(48 * 60, "48 working minutes")]
    [InlineData(3600, "1 working hour")]
    [InlineData((37 * 3600) + 900, "37 working hours 15 minutes")]
    public void Working_time_is_never_told_in_days(long seconds, string expected) => Assert.Equal(expected, Language.English.WorkingDuration(seconds));

    [Fact]
    public void One_is_singular_and_everything_else_plural()
    {
        Assert.Equal("1 αίτημα", Language.Greek.Count("ticket", 1));
        Assert.Equal("2 αιτήματα", Language.Greek.Count("ticket", 2));
        Assert.Equal("0 tickets", Language.English.Count("ticket", 0));
    }

    [Fact]
    public void A_language_without_reports_is_refused_with_the_ones_there_are() =>
        Assert.Contains("en or el", Assert.Throws<SetupException>(() => Language.Of("fr")).Message);

    [Theory]
    [InlineData("30m", "30 λεπτά", "30 minutes")]
    [InlineData("4h 24x7", "4 ώρες, όλο το 24ωρο", "4 hours, round the clock")]
    [InlineData("επόμενη εργάσιμη έως 14:00", "επόμενη εργάσιμη έως 14:00", "next working day, by 14:00")]
    [InlineData("2 εργάσιμες", "2 εργάσιμες ημέρες", "2 working days")]
    [InlineData("next business day", "επόμενη εργάσιμη", "next working day")]
    [InlineData("αυθημερόν", "αυθημερόν", "same working day")]
    [InlineData("4 ώρες", "4 ώρες", "4 hours")]
    [InlineData("όταν μπορέσουμε", "όταν μπορέσουμε", "όταν μπορέσουμε")]
    public void A_promise_as_contracts_write_it_is_put_into_the_readers_words_and_any_other_stays_as_written(string written, string greek, string english)
    {
        Assert.Equal(greek, PromiseWords.Of(written, Language.Greek));
        Assert.Equal(english, PromiseWords.Of(written, Language.English));
    }
}
