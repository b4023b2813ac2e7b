using Insights.Analytics;

namespace Insights.Ingest.Mapping;

/// <summary>Why a row is no ticket.</summary>
/// <param name="Column">The header of the offending cell, or null when it is the row as a whole.</param>
/// <param name="Value">The offending cell, cut where it is long.</param>
/// <param name="Reason">In words for a person who knows the export.</param>
public sealed record Reject(string? Column, string? Value, Message Reason);
