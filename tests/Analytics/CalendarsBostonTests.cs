using Xunit.Abstractions;

namespace Insights.Analytics.Tests;

public sealed class CalendarsBostonTests(ITestOutputHelper output)
{
    [BostonFact]
    public void Published_due_times_are_five_business_days()
    {
        var boston = CalendarsBoston.Measure(CalendarsBoston.File()!);
        output.WriteLine(boston.ToString());
        Assert.Equal(1702, boston.RowCount);
        Assert.InRange(boston.Within2Ratio, .980, 1);
        Assert.InRange(boston.Within30Ratio, .995, 1);
    }

    private sealed class BostonFactAttribute : FactAttribute
    {
        public BostonFactAttribute()
        {
            if (CalendarsBoston.File() is null)
                Skip = "There is no folder shared/data/boston311 above this one.";
        }
    }
}
