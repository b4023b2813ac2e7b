using DuckDB.NET.Data;
using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>
/// Fills computed.calendar_versions, calendar_segments, calendar_days, calendar_blocks and business_days from the reference
/// rows. Versions are numbered from 1 by calendar and valid_from, then those without holidays, so the same rows give the same tables.
/// </summary>
public static class CalendarTables
{
    private const int Block = 14400;
    private const int Slots = 3;

    private static readonly LocalDate Forever = new(9999, 12, 31);

    private static readonly string[] Tables = ["calendar_versions", "calendar_segments", "calendar_days", "calendar_blocks", "business_days"];

    /// <summary>
    /// Replaces the rows of the five tables, which exist. Every version covers all the years, because a ticket keeps the
    /// version it was created under. Take the year of the earliest instant, less one, to the year after the latest, plus one.
    /// </summary>
    /// <returns>How many calendar versions there are, not counting those without their holidays.</returns>
    /// <exception cref="SetupException">A calendar or holiday row is wrong.</exception>
    public static int Fill(DuckDBConnection connection, int firstYear, int lastYear)
    {
        foreach (var table in Tables)
            Clear(connection, table);
        var versions = CalendarRows.Read(connection);
        var weeklyId = versions.Count;
        for (var i = 0; i < versions.Count; i++)
        {
            var isLast = i + 1 == versions.Count || versions[i + 1].Calendar != versions[i].Calendar;
            var validTo = isLast ? Forever : versions[i + 1].ValidFrom;
            var hasHolidays = versions[i].Holidays is not null;
            Append(connection, i + 1, hasHolidays ? ++weeklyId : i + 1, versions[i].Calendar, WorkingTime.Build(versions[i], firstYear, lastYear), validTo);
            if (hasHolidays)
                Append(connection, weeklyId, weeklyId, null, WorkingTime.Build(versions[i] with { Holidays = null }, firstYear, lastYear), validTo);
        }

        return versions.Count;
    }

    private static void Append(DuckDBConnection connection, int id, int weeklyId, string? name, WorkingTime calendar, LocalDate validTo)
    {
        using (var segments = connection.CreateAppender("computed", "calendar_segments"))
            foreach (var s in calendar.Segments)
                segments.CreateRow().AppendValue(id).AppendValue(s.StartsEpoch).AppendValue(s.EndsEpoch).AppendValue(s.CumSeconds).EndRow();
        using (var days = connection.CreateAppender("computed", "business_days"))
            for (var i = 0; i < calendar.BusinessDays.Count; i++)
                Append(days.CreateRow().AppendValue(id).AppendValue(i), calendar.BusinessDays[i]);
        var hasCrowdedDays = AppendDays(connection, id, calendar);
        var hasCrowdedBlocks = AppendBlocks(connection, id, calendar);
        using var versions = connection.CreateAppender("computed", "calendar_versions");
        var (version, zone) = (calendar.Version, calendar.Version.Zone);
        versions.CreateRow().AppendValue(id).AppendValue(weeklyId).AppendValue(name).AppendValue(zone.Id)
            .AppendValue((DateOnly?)version.ValidFrom.ToDateOnly()).AppendValue((DateOnly?)validTo.ToDateOnly())
            .AppendValue(Midnight(zone, version.ValidFrom)).AppendValue(Midnight(zone, validTo))
            .AppendValue(calendar.CoversFromEpoch).AppendValue(calendar.CoversToEpoch)
            .AppendValue((bool?)hasCrowdedDays).AppendValue((bool?)hasCrowdedBlocks).EndRow();
    }

    private static void Append(IDuckDBAppenderRow row, BusinessDay day) =>
        row.AppendValue((DateOnly?)day.Date.ToDateOnly()).AppendValue(day.Clock.MidnightEpoch).AppendValue(day.OpensEpoch).AppendValue(day.ClosesEpoch)
            .AppendValue(day.Clock.ShiftEpoch).AppendValue(day.Clock.ShiftSeconds).EndRow();

    /// <summary>Nothing when one day is crowded: the version is then looked up in its segments.</summary>
    private static bool AppendDays(DuckDBConnection connection, int id, WorkingTime calendar)
    {
        var days = calendar.UtcDays().ToList();
        if (days.Exists(d => d.Open.Count > Slots))
            return true;

        using var appender = connection.CreateAppender("computed", "calendar_days");
        foreach (var day in days)
        {
            var row = appender.CreateRow().AppendValue((id * 100000L) + day.Day).AppendValue(id).AppendValue(day.Day).AppendValue(day.CumSeconds);
            for (var i = 0; i < Slots; i++)
            {
                var (starts, ends) = i < day.Open.Count ? day.Open[i] : (0, 0);
                row.AppendValue(starts).AppendValue(ends);
            }

            row.EndRow();
        }

        return false;
    }

    private static bool AppendBlocks(DuckDBConnection connection, int id, WorkingTime calendar)
    {
        var blocks = Blocks(calendar).ToList();
        if (blocks.Exists(b => b.Segments.Count > Slots))
            return true;

        using var appender = connection.CreateAppender("computed", "calendar_blocks");
        foreach (var (number, segments) in blocks)
        {
            var row = appender.CreateRow().AppendValue((id * 1000000L) + number).AppendValue(id).AppendValue((int)Math.Min(Block, calendar.TotalSeconds - (number * Block)));
            for (var i = 0; i < Slots; i++)
            {
                var segment = i < segments.Count ? segments[i] : new Segment(0, 0, long.MaxValue);
                row.AppendValue(segment.StartsEpoch).AppendValue(segment.CumSeconds);
            }

            row.EndRow();
        }

        return false;
    }

    private static IEnumerable<(long Number, List<Segment> Segments)> Blocks(WorkingTime calendar)
    {
        var first = 0;
        for (var starts = 0L; starts < calendar.TotalSeconds; starts += Block)
        {
            while (calendar.Segments[first].CumSeconds + calendar.Segments[first].Seconds <= starts)
                first++;
            yield return (starts / Block, calendar.Segments.Skip(first).TakeWhile(s => s.CumSeconds < starts + Block).ToList());
        }
    }

    private static long Midnight(DateTimeZone zone, LocalDate date) => zone.AtStartOfDay(date).ToInstant().ToUnixTimeSeconds();

    private static void Clear(DuckDBConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"delete from computed.{table}";
        command.ExecuteNonQuery();
    }
}
