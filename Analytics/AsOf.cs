namespace Insights.Analytics;

/// <summary>The one row that says from when reports look.</summary>
internal static class AsOf
{
    public static void Write(Warehouse warehouse, DateTime? asOf)
    {
        warehouse.Execute(SqlFiles.Text("computed/as_of.sql"));
        warehouse.Execute("insert into computed.as_of values ($at)", ("at", asOf));
    }
}
