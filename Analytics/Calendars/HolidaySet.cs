using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>One holiday on its date. OpensSecond and ClosesSecond are the hours kept on a half day, null when closed.</summary>
public sealed record Holiday(LocalDate Date, string Name, int? OpensSecond, int? ClosesSecond)
{
    public bool IsClosed => OpensSecond is null;
}

/// <summary>A named list of holiday rules, and the dates they give.</summary>
public sealed record HolidaySet(string Name, IReadOnlyList<HolidayRule> Rules)
{
    /// <summary>The holidays of a year in date order. A row with InsteadOf takes every other holiday off that day.</summary>
    /// <exception cref="SetupException">A rule cannot be read, or InsteadOf names a day that is no holiday.</exception>
    public IReadOnlyList<Holiday> In(int year)
    {
        var usual = Rules.Where(r => r.InsteadOf is null).Select(r => At(r.DateIn(year), r)).OfType<Holiday>().ToList();
        var replaced = Rules.Select(r => r.InsteadOf).OfType<LocalDate>().Where(d => d.Year == year).ToHashSet();
        RequireHolidays(replaced, usual);
        var moved = Rules.Select(r => At(r.ReplacementDate(), r)).OfType<Holiday>().Where(h => h.Date.Year == year);
        return [.. usual.Where(h => !replaced.Contains(h.Date)).Concat(moved).OrderBy(h => h.Date)];
    }

    private static Holiday? At(LocalDate? date, HolidayRule rule) =>
        date is { } day ? new Holiday(day, rule.Name, rule.OpensSecond, rule.ClosesSecond) : null;

    private void RequireHolidays(IEnumerable<LocalDate> replaced, List<Holiday> usual)
    {
        foreach (var day in replaced)
            if (usual.TrueForAll(h => h.Date != day))
                throw new SetupException(
                    $"Holidays '{Name}': instead_of names {day:uuuu'-'MM'-'dd}, which no other row makes a holiday. Name the day that is moved.",
                    $"Αργίες '{Name}': το instead_of γράφει {day:uuuu'-'MM'-'dd}, που καμία άλλη γραμμή δεν την κάνει αργία. Γράψτε την ημέρα που μεταφέρεται.");
    }
}
