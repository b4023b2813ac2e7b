using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>When requests come in: the hotel by season and round the clock, offices by weekday and hour.</summary>
internal sealed class Arrivals(Dice dice, Client client)
{
    // January to December.
    private static readonly double[] HotelSeason = [0.4, 0.45, 0.65, 0.95, 1.0, 1.25, 1.6, 1.75, 1.35, 1.0, 0.5, 0.55];
    private static readonly double[] OfficeSeason = [1.05, 1.0, 1.1, 0.9, 1.0, 1.05, 1.0, 0.55, 1.1, 1.1, 1.1, 0.95];
    private static readonly double[] HotelHours = [4, 3, 2, 1, 1, 2, 4, 7, 8, 7, 6, 6, 6, 6, 6, 6, 6, 7, 8, 8, 7, 7, 6, 5];
    private static readonly double[] OfficeHours = [0, 0, 0, 0, 0, 0, 0.3, 2, 8, 14, 13, 11, 9, 7, 8, 7, 6, 3, 1, 0.5, 0.3, 0.3, 0.2, 0];

    private bool IsHotel => client.Trade == Trade.Hotel;

    /// <summary>The instants of one month's requests, unordered.</summary>
    public IEnumerable<long> Month(int year, int month)
    {
        var season = (IsHotel ? HotelSeason : OfficeSeason)[month - 1];
        var wanted = client.MonthlyTickets * season * (0.9 + 0.2 * dice.Unit());
        var count = (int)wanted + (dice.Chance(wanted - (int)wanted) ? 1 : 0);
        var first = LocalDay(At(year, month, 1));
        var days = Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(d => DayWeight(first + d)).ToArray();
        for (var i = 0; i < count; i++)
        {
            var day = first + dice.Weighted(days);
            yield return FromLocal(day, dice.Weighted(IsHotel ? HotelHours : OfficeHours) * Hour + dice.Below(3600));
        }
    }

    private double DayWeight(long day)
    {
        var weekday = Date(day).DayOfWeek;
        if (IsHotel)
            return weekday is DayOfWeek.Friday or DayOfWeek.Saturday ? 1.15 : 1;
        if (IsHoliday(day))
            return 0.05;
        return weekday switch
        {
            DayOfWeek.Sunday => 0.02,
            DayOfWeek.Saturday => client.Trade is Trade.Bookshop or Trade.Cafe or Trade.Logistics ? 0.3 : 0.05,
            DayOfWeek.Monday => 1.3,
            DayOfWeek.Friday => 0.9,
            _ => 1,
        };
    }
}
