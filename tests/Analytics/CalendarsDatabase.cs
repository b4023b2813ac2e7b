using DuckDB.NET.Data;
using Insights.Analytics.Calendars;

namespace Insights.Analytics.Tests;

/// <summary>An in-memory DuckDB with the raw calendar rows, the tables built from them and the selects that use them.</summary>
internal sealed class CalendarsDatabase : IDisposable
{
    private static readonly string[] Raw = ["reference_calendars", "reference_holidays"];
    private static readonly string[] Computed = ["calendar_versions", "calendar_segments", "calendar_days", "calendar_blocks", "business_days"];
    private static readonly string[] Views = ["due_answers", "calendar_gaps"];
    private static readonly string[] Macros = ["with_working_seconds", "working_seconds", "due_after_seconds", "due_after_days", "due_epochs"];

    public CalendarsDatabase()
    {
        Connection.Open();
        Run("create schema raw; create schema computed; create schema intermediate");
        Run("create table intermediate.clock_questions (question_id bigint, calendar_version_id integer, from_epoch bigint, to_epoch bigint)");
        Run("create table intermediate.due_questions (question_id bigint, calendar_version_id integer, from_epoch bigint, seconds bigint, business_days integer, until_second integer)");
        foreach (var table in Raw)
            Run(Sql($"raw/{table}.sql"));
        foreach (var table in Computed)
            Run(Sql($"computed/{table}.sql"));
        foreach (var macro in Macros)
            Run(Sql($"macros/{macro}.sql"));
        foreach (var view in Views)
            Run($"create view intermediate.{view} as {Sql($"intermediate/{view}.sql")}");
    }

    public DuckDBConnection Connection { get; } = new("Data Source=:memory:");

    /// <summary>Adds a version as the reference rows that describe it.</summary>
    public void Add(CalendarVersion version)
    {
        var line = Scalar<long>("select count(*) from raw.reference_calendars") + 2;
        foreach (var (kind, hours) in version.Open.Select(h => ("open", h)).Concat(version.Breaks.Select(h => ("break", h))))
            Run(
                "insert into raw.reference_calendars values (1, 'calendars.csv', $1, $2, $3, $4, $5, $6, $7, $8, $9, null)",
                line++, version.Calendar, version.Zone.Id, version.Holidays?.Name, version.ValidFrom.ToDateOnly(), kind, hours.Weekdays, hours.OpensSecond, hours.ClosesSecond);
        foreach (var rule in version.Holidays?.Rules ?? [])
            Run(
                "insert into raw.reference_holidays values (1, 'holidays.csv', $1, $2, $3, $4, $5, $6, $7, null)",
                line++, version.Holidays!.Name, rule.Rule, rule.Name, rule.OpensSecond, rule.ClosesSecond, rule.InsteadOf?.ToDateOnly());
    }

    /// <summary>The id of a version of a calendar.</summary>
    public int VersionId(string calendar) => Scalar<int>("select calendar_version_id from computed.calendar_versions where calendar = $1", calendar);

    public void Ask(long id, int version, long from, long? to) =>
        Run("insert into intermediate.clock_questions values ($1, $2, $3, $4)", id, version, from, to);

    public void AskDue(long id, int version, long from, long? seconds, int? days = null, int? until = null) =>
        Run("insert into intermediate.due_questions values ($1, $2, $3, $4, $5, $6)", id, version, from, seconds, days, until);

    public Dictionary<long, long?> Elapsed() => Answers("from computed.working_seconds('intermediate.clock_questions')");

    public Dictionary<long, long?> Due() => Answers("select question_id, due_epoch from intermediate.due_answers");

    public Dictionary<long, long?> Answers(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answers = new Dictionary<long, long?>();
        while (reader.Read())
            answers.Add(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1));
        return answers;
    }

    public T Scalar<T>(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return (T)command.ExecuteScalar()!;
    }

    public void Run(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    public void Dispose() => Connection.Dispose();

    private static string Sql(string path)
    {
        using var stream = typeof(CalendarTables).Assembly.GetManifestResourceStream(path)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private DuckDBCommand Command(string sql, object?[] values)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
            command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        return command;
    }
}
