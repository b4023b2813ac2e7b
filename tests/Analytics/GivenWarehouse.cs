using System.Globalization;
using DuckDB.NET.Data;

namespace Insights.Analytics.Tests;

/// <summary>A real warehouse in a temporary file, filled with given raw rows; refreshed, it answers with rows as text.</summary>
public sealed class GivenWarehouse : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-").FullName;
    private long _loads;
    private long _lines;
    private DateTime? _asOf;
    private bool _isRefreshed;
    private readonly HashSet<string> _built = new(StringComparer.Ordinal);

    /// <summary>The settings that come with the program, but for two thresholds and a short ladder; settings: SQL that changes them.</summary>
    public GivenWarehouse(string settings = "")
    {
        Warehouse = Warehouse.OpenForWriting(Path.Combine(_folder, "given.duckdb"));
        Run($"""
            insert into raw.reference_settings (load_id, file, line, setting, value, unit)
              select 1, 's', row_number() over (), setting, value, unit
              from read_csv('{Path.Combine(Root(), "data", "reference", "settings.csv")}')
              where setting not like 'ladder%';
            insert into raw.reference_lexicon (load_id, file, line, concept, words)
              select 1, 'l', row_number() over (), concept, words from read_csv('{Path.Combine(Root(), "data", "reference", "lexicon.csv")}');
            update raw.reference_settings set value = 2 where setting = 'minimum_n';
            insert into raw.reference_settings (load_id, file, line, setting, value, unit) values (1, 's', 1, 'ladder_1', 600, 'seconds'), (1, 's', 1, 'ladder_2', 3600, 'seconds')
            """);
        if (settings.Length > 0)
            Run(settings);
        Run("""
            insert into raw.reference_calendars (load_id, file, line, calendar, zone, valid_from, kind, weekdays, opens_second, closes_second)
              values (1, 'c', 2, 'support', 'Europe/Athens', '2020-01-01', 'open', '12345', 32400, 61200)
            """);
    }

    public Warehouse Warehouse { get; }

    /// <summary>A source whose export carries the given canonical fields, loaded once; its data ends at the instant given (UTC).</summary>
    public GivenWarehouse Source(string source, string dataEnd, string fields = "responded_at,resolved_at,closed_at", string semantics = "public_reply", string side = "provider")
    {
        _loads++;
        Run($"insert into raw.sources (source, side, provider, profile, time_zone, response_semantics, fields, default_client) values ('{source}', '{side}', 'Provider', 'p', 'Europe/Athens', '{semantics}', '{fields}', null)");
        Run($"insert into raw.loads (load_id, source, file, sha256, profile, row_count, new_count, changed_count, unchanged_count, reject_count, exported_at, data_end_at, loaded_at) values ({_loads}, '{source}', 'f', 'sha{_loads}', 'p', 0, 0, 0, 0, 0, null, '{dataEnd}', '{dataEnd}')");
        return this;
    }

    /// <summary>One more file of a source; tickets, events and messages given from here on are its own. Columns and values as SQL text.</summary>
    public GivenWarehouse Load(string source, string dataEnd, string content = "tickets", string set = "")
    {
        _loads++;
        var (names, values) = Columns(set);
        Run($"insert into raw.loads (load_id, source, file, sha256, profile, row_count, new_count, changed_count, unchanged_count, reject_count, data_end_at, loaded_at, content{names}) values ({_loads}, '{source}', 'f{_loads}', 'sha{_loads}', 'p', 0, 0, 0, 0, 0, '{dataEnd}', '{dataEnd}', '{content}'{values})");
        return this;
    }

    /// <summary>The ids the last file lists, of a file declared full.</summary>
    public GivenWarehouse Listed(params string[] ids)
    {
        foreach (var id in ids)
            Run($"insert into raw.listed (load_id, ticket_id) values ({_loads}, '{id}')");
        return this;
    }

    /// <summary>An event of the last file; kind created, responded, state, priority, agent or team.</summary>
    public GivenWarehouse Event(string source, string id, string at, string kind, string? value = null, string set = "")
    {
        var (names, values) = Columns(set);
        var quoted = value is null ? "null" : $"'{value}'";
        Run($"insert into raw.events (load_id, line, source, ticket_id, row_hash, occurred_at, kind, value, value_text, is_time_ambiguous{names}) values ({_loads}, {++_lines}, '{source}', '{id}', hash('{id}{at}{kind}{value}'), '{at}', '{kind}', {quoted}, {quoted}, false{values})");
        return this;
    }

    /// <summary>A message of the last file; side requester, agent or system.</summary>
    public GivenWarehouse Message(string source, string id, string at, string? side, string set = "is_public = true; is_automatic = false")
    {
        var (names, values) = Columns(set);
        Run($"insert into raw.messages (load_id, line, source, ticket_id, row_hash, sent_at, author_side, is_time_ambiguous{names}) values ({_loads}, {++_lines}, '{source}', '{id}', hash('{id}{at}{side}{set.Replace("'", "", StringComparison.Ordinal)}'), '{at}', {(side is null ? "null" : $"'{side}'")}, false{values})");
        return this;
    }

    public GivenWarehouse Client(string client, string zone = "Europe/Athens")
    {
        Run($"insert into raw.reference_clients (load_id, file, line, client, provider, zone) values (1, 'c', 2, '{client}', 'Provider', '{zone}')");
        return this;
    }

    /// <summary>A ticket of the last source; columns and values as SQL text, after the key and the creation instant.</summary>
    public GivenWarehouse Ticket(string source, string id, string client, string created, string set = "")
    {
        var (names, values) = Columns(set);
        Run($"insert into raw.tickets (load_id, line, source, ticket_id, row_hash, client_text, created_at, is_time_ambiguous{names}) values ({_loads}, 1, '{source}', '{id}', hash('{id}{created}{set.Replace("'", "", StringComparison.Ordinal)}'), '{client}', '{created}', false{values})");
        return this;
    }

    public GivenWarehouse Promise(string client, string kind, int? priority, long? seconds, string clock = "contract", string more = "")
    {
        var columns = more.Length == 0 ? [] : more.Split(';').Select(s => s.Split('=', 2)).ToList();
        Run($"""
            insert into raw.reference_promises (load_id, file, line, client, priority, promise_kind, promise, seconds, clock, calendar, target_ratio{string.Concat(columns.Select(c => ", " + c[0].Trim()))})
              values (1, 'p', 2, '{client}', {priority?.ToString(CultureInfo.InvariantCulture) ?? "null"}, '{kind}', 'as written', {seconds?.ToString(CultureInfo.InvariantCulture) ?? "null"}, '{clock}', 'support', 0.95{string.Concat(columns.Select(c => ", " + c[1].Trim()))})
            """);
        return this;
    }

    /// <summary>From here on the rows are measured; of the relations only those asked for are built.</summary>
    public GivenWarehouse Refresh(DateTime? asOf = null)
    {
        (_asOf, _isRefreshed) = (asOf, true);
        _built.Clear();
        return this;
    }

    /// <summary>Everything is built now, as the program does it.</summary>
    public GivenWarehouse RefreshAll()
    {
        new Models(Warehouse).Refresh(null);
        _isRefreshed = false;
        return this;
    }

    public void Run(string sql) => Warehouse.Execute(sql);

    /// <summary>The rows of a query, cells joined with '|', null as '∅'.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        if (_isRefreshed)
            Build(sql);
        using var command = Warehouse.Command(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader, i))));
        return rows;
    }

    public void Dispose()
    {
        Warehouse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The folder of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Insights.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private void Build(string sql) => new Models(Warehouse).Build(
        _asOf, Models.Reads(sql).Where(r => !r.StartsWith("raw.", StringComparison.Ordinal)).ToHashSet(), _built);

    private static (string Names, string Values) Columns(string set)
    {
        var columns = set.Length == 0 ? [] : set.Split(';').Select(s => s.Split('=', 2)).ToList();
        return (string.Concat(columns.Select(c => ", " + c[0].Trim())), string.Concat(columns.Select(c => ", " + c[1].Trim())));
    }

    private static string Cell(DuckDBDataReader reader, int i) => reader.IsDBNull(i) ? "∅" : reader.GetValue(i) switch
    {
        DateTime at => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => Math.Round(number, 4).ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
