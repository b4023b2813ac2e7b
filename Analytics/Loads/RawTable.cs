using System.Runtime.CompilerServices;
using System.Text;
using DuckDB.NET.Native;

namespace Insights.Analytics.Loads;

/// <summary>One of the raw tables that rows of exports are loaded into, with the columns a row fills.</summary>
public sealed class RawTable
{
    private RawTable(string name, IReadOnlyList<string> columns, int derivedCount = 0)
    {
        Name = name;
        Columns = columns;
        HashedCount = columns.Count - derivedCount;
        Types = [.. columns.Select(TypeOf)];
    }

    public static RawTable Tickets { get; } = new("tickets", RawColumns<TicketColumn>.Names);

    public static RawTable Events { get; } = new("events", RawColumns<EventColumn>.Names);

    public static RawTable Messages { get; } = new("messages", RawColumns<MessageColumn>.Names, derivedCount: 1);

    public static RawTable Calls { get; } = new("calls", RawColumns<CallColumn>.Names);

    public static RawTable TimeEntries { get; } = new("time_entries", RawColumns<TimeEntryColumn>.Names);

    /// <summary>The name below <c>raw.</c>; raw.loads.content says it too.</summary>
    public string Name { get; }

    /// <summary>SQL names, line and row_hash first.</summary>
    public IReadOnlyList<string> Columns { get; }

    internal IReadOnlyList<DuckDBType> Types { get; }

    /// <summary>The first columns, of which a row's hash is made; those behind them derive from these.</summary>
    internal int HashedCount { get; }

    internal const int Line = 0;
    internal const int RowHash = 1;

    /// <summary>The house rule of names, the other way round: <c>_at</c> is an instant, <c>_seconds</c> a whole number, <c>is_</c> a flag.</summary>
    internal static DuckDBType TypeOf(string column) => column switch
    {
        "line" => DuckDBType.BigInt,
        "row_hash" => DuckDBType.UnsignedBigInt,
        "priority" => DuckDBType.SmallInt,
        _ when column.EndsWith("_at", StringComparison.Ordinal) => DuckDBType.Timestamp,
        _ when column.EndsWith("_seconds", StringComparison.Ordinal) => DuckDBType.BigInt,
        _ when column.EndsWith("_count", StringComparison.Ordinal) => DuckDBType.Integer,
        _ when column.StartsWith("is_", StringComparison.Ordinal) => DuckDBType.Boolean,
        _ => DuckDBType.Varchar,
    };
}

/// <summary>The columns a row of one table fills, by their enumeration: its members count from 0 without a gap.</summary>
public static class RawColumns<TColumn>
    where TColumn : struct, Enum
{
    public static readonly IReadOnlyList<TColumn> All = Enum.GetValues<TColumn>();

    public static readonly IReadOnlyList<string> Names = [.. All.Select(c => SnakeCase(c.ToString()))];

    internal static readonly DuckDBType[] Types = [.. Names.Select(RawTable.TypeOf)];

    internal static readonly Dictionary<string, TColumn> ByName = All.ToDictionary(c => Names[Index(c)], StringComparer.Ordinal);

    internal static int Index(TColumn column) => Unsafe.BitCast<TColumn, int>(column);

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        return text.ToString();
    }
}

/// <summary>What the columns of the raw tables are called and hold.</summary>
public static class RawColumnNames
{
    /// <summary>The column's name in SQL and in profiles: <c>vendor_resolve_due_at</c>.</summary>
    public static string Name<TColumn>(this TColumn column)
        where TColumn : struct, Enum => RawColumns<TColumn>.Names[RawColumns<TColumn>.Index(column)];

    /// <summary>True when <paramref name="name"/> is the SQL name of a column.</summary>
    public static bool TryFind<TColumn>(string name, out TColumn column)
        where TColumn : struct, Enum => RawColumns<TColumn>.ByName.TryGetValue(name, out column);

    /// <summary>True for a point in time (UTC).</summary>
    public static bool IsInstant<TColumn>(this TColumn column)
        where TColumn : struct, Enum => RawColumns<TColumn>.Types[RawColumns<TColumn>.Index(column)] == DuckDBType.Timestamp;

    /// <summary>True for text.</summary>
    public static bool IsText<TColumn>(this TColumn column)
        where TColumn : struct, Enum => RawColumns<TColumn>.Types[RawColumns<TColumn>.Index(column)] == DuckDBType.Varchar;
}
