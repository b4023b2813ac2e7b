using System.Data;
using DuckDB.NET.Data;
using NodaTime;

namespace Insights.Analytics.Calendars;

/// <summary>The calendar versions the reference rows describe, by calendar and valid_from.</summary>
public static class CalendarRows
{
    private const int Day = 86400;

    private sealed record Row(
        string Calendar, string Zone, string? Holidays, LocalDate ValidFrom, string Kind, WeeklyHours Hours, string File, long Line)
    {
        public SetupException Wrong(string what) => new($"{File}, line {Line}: calendar '{Calendar}' {what}");
    }

    /// <exception cref="SetupException">A row contradicts another or cannot be true; the message names file and line.</exception>
    public static IReadOnlyList<CalendarVersion> Read(DuckDBConnection connection)
    {
        var holidays = HolidaySets(connection);
        return [.. Rows(connection).GroupBy(r => (r.Calendar, r.ValidFrom)).Select(rows => Version([.. rows], holidays))];
    }

    private static CalendarVersion Version(IReadOnlyList<Row> rows, Dictionary<string, HolidaySet> sets)
    {
        var first = rows[0];
        foreach (var row in rows)
            Check(row, first, sets);
        var open = rows.Where(r => r.Kind == "open").Select(r => r.Hours).ToList();
        if (open.Count == 0)
            throw first.Wrong($"has breaks but no opening hours valid from {first.ValidFrom:uuuu'-'MM'-'dd}. Add a row with kind open.");

        return new CalendarVersion(
            first.Calendar, DateTimeZoneProviders.Tzdb[first.Zone], first.ValidFrom, open,
            [.. rows.Where(r => r.Kind == "break").Select(r => r.Hours)], first.Holidays is null ? null : sets[first.Holidays]);
    }

    private static void Check(Row row, Row first, Dictionary<string, HolidaySet> sets)
    {
        if (row.Zone != first.Zone || row.Holidays != first.Holidays)
            throw row.Wrong($"says zone '{row.Zone}' and holidays '{row.Holidays}', but line {first.Line} says '{first.Zone}' and '{first.Holidays}'. Rows of one calendar and valid_from agree.");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(row.Zone) is null)
            throw row.Wrong($"has the unknown zone '{row.Zone}'. Write an IANA zone such as Europe/Athens.");
        if (row.Holidays is not null && !sets.ContainsKey(row.Holidays))
            throw row.Wrong($"uses holidays '{row.Holidays}', which no row of the holidays describes. Known: {string.Join(", ", sets.Keys.Order(StringComparer.Ordinal))}.");
        if (row.Kind is not ("open" or "break"))
            throw row.Wrong($"has the kind '{row.Kind}'. Write open or break.");
        if (row.Hours.Weekdays.Length == 0 || row.Hours.Weekdays.Any(d => d is < '1' or > '7'))
            throw row.Wrong($"has the days '{row.Hours.Weekdays}'. Write for example Mon-Fri.");
        if (row.Hours.OpensSecond is < 0 or > Day || row.Hours.ClosesSecond <= row.Hours.OpensSecond || row.Hours.ClosesSecond > 2 * Day)
            throw row.Wrong($"opens at second {row.Hours.OpensSecond} and closes at second {row.Hours.ClosesSecond} of the day. It closes after it opens, at the latest at the end of the next day.");
    }

    private static List<Row> Rows(DuckDBConnection connection) => Read(
        connection,
        "select calendar, zone, holidays, valid_from, kind, weekdays, opens_second, closes_second, file, line from raw.reference_calendars order by calendar, valid_from, file, line",
        r => new Row(r.GetString(0), r.GetString(1), Text(r, 2), Date(r, 3), r.GetString(4), new WeeklyHours(r.GetString(5), r.GetInt32(6), r.GetInt32(7)), r.GetString(8), r.GetInt64(9)));

    private static Dictionary<string, HolidaySet> HolidaySets(DuckDBConnection connection) => Read(
        connection,
        "select holidays, rule, name, opens_second, closes_second, instead_of, file, line from raw.reference_holidays order by holidays, file, line",
        r => (Set: r.GetString(0), Rule: Rule(r)))
        .GroupBy(r => r.Set).ToDictionary(g => g.Key, g => new HolidaySet(g.Key, [.. g.Select(r => r.Rule)]), StringComparer.Ordinal);

    private static HolidayRule Rule(IDataRecord r)
    {
        var (opens, closes) = (Number(r, 3), Number(r, 4));
        if (opens is null != closes is null || closes <= opens)
            throw new SetupException(
                $"{r.GetString(6)}, line {r.GetInt64(7)}: holiday '{r.GetString(2)}' opens at second {opens} and closes at second {closes}. Give both hours of a half day, the closing after the opening, or neither.",
                $"{r.GetString(6)}, γραμμή {r.GetInt64(7)}: η αργία '{r.GetString(2)}' ανοίγει στο δευτερόλεπτο {opens} και κλείνει στο {closes}. Δώστε και τις δύο ώρες της ημιαργίας, το κλείσιμο μετά το άνοιγμα, ή καμία.");
        return new HolidayRule(r.GetString(1), r.GetString(2), opens, closes, r.IsDBNull(5) ? null : Date(r, 5));
    }

    private static List<T> Read<T>(DuckDBConnection connection, string sql, Func<IDataRecord, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private static string? Text(IDataRecord r, int i) => r.IsDBNull(i) ? null : r.GetString(i);

    private static int? Number(IDataRecord r, int i) => r.IsDBNull(i) ? null : r.GetInt32(i);

    private static LocalDate Date(IDataRecord r, int i) => LocalDate.FromDateOnly((DateOnly)r.GetValue(i));
}
