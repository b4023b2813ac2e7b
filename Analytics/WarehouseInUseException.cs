namespace Insights.Analytics;

/// <summary>Another process has the warehouse open; later it may not.</summary>
public sealed class WarehouseInUseException(string english, string greek, Exception? cause = null) : SetupException(english, greek, cause);
