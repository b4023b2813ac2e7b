using Insights.Ingest.Loading;
using NodaTime;

namespace Insights.Ingest.Tests;

/// <summary>When an export was made: otherwise a provider who went silent stays "running" for ever.</summary>
public sealed class ExportMomentTests
{
    private static readonly DateTime Now = Utc("2026-11-23T20:00");
    private static readonly DateTimeZone Athens = DateTimeZoneProviders.Tzdb["Europe/Athens"];

    [Theory]
    [InlineData("All Tickets - 20261031.csv", "2026-10-31")]
    [InlineData("export_2026-10-31.xlsx", "2026-10-31")]
    [InlineData("tickets 31-10-2026.csv", "2026-10-31")]
    [InlineData("tickets_2026-10-01_2026-10-31.csv", "2026-10-31")]
    public void The_last_day_in_the_name_is_the_day_of_the_export(string name, string day)
    {
        var moment = ExportMoment.Of(null, null, name, Utc("2026-10-12T09:00"), Athens, Now);
        Assert.Equal((Athens.AtStartOfDay(LocalDate.FromDateOnly(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).ToDateTimeUtc(), "name"), (moment?.At, moment?.By));
    }

    [Fact]
    public void On_that_day_it_is_no_earlier_than_the_newest_row() =>
        Assert.Equal(Utc("2026-10-31T10:30"), ExportMoment.Of(null, null, "20261031.csv", Utc("2026-10-31T10:30"), Athens, Now)?.At);

    [Theory]
    [InlineData("tickets.csv")]
    [InlineData("20261001.csv")]
    [InlineData("20271031.csv")]
    [InlineData("20261399.csv")]
    [InlineData("ticket-1202610315.csv")]
    public void A_name_without_a_day_or_with_one_that_cannot_be_tells_nothing(string name) =>
        Assert.Null(ExportMoment.Of(null, null, name, Utc("2026-10-12T09:00"), Athens, Now));

    [Fact]
    public void What_a_person_says_counts_before_the_file_and_the_file_before_its_name()
    {
        var (said, inside, newest) = (Utc("2026-10-30T08:00"), Utc("2026-10-29T08:00"), Utc("2026-10-12T09:00"));
        Assert.Equal((said, "option"), Shown(ExportMoment.Of(said, inside, "20261031.csv", newest, Athens, Now)));
        Assert.Equal((inside, "file"), Shown(ExportMoment.Of(null, inside, "20261031.csv", newest, Athens, Now)));
        Assert.Equal("name", ExportMoment.Of(null, Utc("2026-10-01T00:00"), "20261031.csv", newest, Athens, Now)?.By);
    }

    private static (DateTime?, string?) Shown(ExportMoment? moment) => (moment?.At, moment?.By);

    private static DateTime Utc(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);
}
