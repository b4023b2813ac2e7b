namespace Insights.Samples.Tests;

public class TimelineTests
{
    [Theory]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 12)]
    [InlineData(2027, 5, 2)]
    [InlineData(2024, 5, 5)]
    public void Orthodox_Easter_falls_on_its_Sunday(int year, int month, int day) =>
        Assert.Equal(new DateTime(year, month, day), Timeline.Easter(year));

    [Fact]
    public void Friday_evening_to_Monday_morning_is_five_working_minutes()
    {
        var (friday, monday) = (Timeline.At(2026, 2, 6, 17, 50), Timeline.At(2026, 2, 9, 9, 5));
        Assert.Equal(5 * 60, WorkingHours.Support.Seconds(friday, monday));
        Assert.Equal(63 * 3600 + 15 * 60, monday - friday);
        Assert.Equal(monday, WorkingHours.Support.Add(friday, 5 * 60));
    }

    [Fact]
    public void The_night_the_clocks_go_back_is_twenty_five_hours_long() =>
        Assert.Equal(25 * 3600, Timeline.At(2025, 10, 27) - Timeline.At(2025, 10, 26));

    [Fact]
    public void Adding_the_working_seconds_between_two_open_instants_leads_from_one_to_the_other()
    {
        var dice = new Dice(3);
        for (var i = 0; i < 2_000; i++)
        {
            var from = Timeline.Start + dice.Below(500 * 86400);
            var to = WorkingHours.Extended.Add(from, 1 + dice.Below(900_000));
            Assert.Equal(to, WorkingHours.Extended.Add(from, WorkingHours.Extended.Seconds(from, to)));
        }
    }

    [Fact]
    public void Low_priority_on_Good_Friday_is_due_on_Tuesday_at_two()
    {
        var office = Provider.Clients(1).First(c => c.Name == "Τεχνική Δομή ΑΕ");
        Assert.Equal(Timeline.At(2026, 4, 14, 14), Promises.ResponseDue(office, 4, Timeline.At(2026, 4, 10, 11)));
    }
}
