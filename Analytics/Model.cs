namespace Insights.Analytics;

/// <summary>One step of a refresh: the relations it makes, the relations it reads, and how it is built.</summary>
internal sealed record Model(string Name, IReadOnlyList<string> Produces, IReadOnlyList<string> Reads, Action<Warehouse> Build);
