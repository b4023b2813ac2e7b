using System.Text;
using DuckDB.NET.Native;

namespace Insights.Analytics.Loads;

/// <summary>The name and type each <see cref="TicketColumn"/> has in raw.tickets.</summary>
public static class TicketColumns
{
    public static readonly IReadOnlyList<TicketColumn> All = Enum.GetValues<TicketColumn>();

    private static readonly string[] Names = [.. All.Select(c => SnakeCase(c.ToString()))];
    private static readonly Dictionary<string, TicketColumn> ByName = All.ToDictionary(Name, StringComparer.Ordinal);

    /// <summary>The column's name in SQL and in profiles: <c>vendor_resolve_due_at</c>.</summary>
    public static string Name(this TicketColumn column) => Names[(int)column];

    /// <summary>True when <paramref name="name"/> is the SQL name of a column.</summary>
    public static bool TryFind(string name, out TicketColumn column) => ByName.TryGetValue(name, out column);

    /// <summary>True for a point in time (UTC).</summary>
    public static bool IsInstant(this TicketColumn column) => Type(column) == DuckDBType.Timestamp;

    /// <summary>True for text.</summary>
    public static bool IsText(this TicketColumn column) => Type(column) == DuckDBType.Varchar;

    internal static DuckDBType Type(TicketColumn column) => column switch
    {
        TicketColumn.Line or TicketColumn.PausedSeconds => DuckDBType.BigInt,
        TicketColumn.RowHash => DuckDBType.UnsignedBigInt,
        TicketColumn.Priority => DuckDBType.SmallInt,
        TicketColumn.ReopenCount => DuckDBType.Integer,
        TicketColumn.IsTimeAmbiguous => DuckDBType.Boolean,
        >= TicketColumn.CreatedAt and <= TicketColumn.VendorResolveDueAt => DuckDBType.Timestamp,
        _ => DuckDBType.Varchar,
    };

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        return text.ToString();
    }
}
