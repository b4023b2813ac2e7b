using System.Text.Json.Nodes;
using Insights.Analytics.Loads;

namespace Insights.Ingest.Apis;

/// <summary>One page of tickets, with what was asked for each of them; or of time entries.</summary>
/// <param name="Rows">By <c>tickets</c>, <c>messages</c>, <c>history</c>, <c>time_entries</c>.</param>
/// <param name="After">How far the source is pulled once the page is kept.</param>
/// <param name="IsLast">The pull has come to its end.</param>
internal sealed record PulledPage(IReadOnlyDictionary<string, List<JsonObject>> Rows, PullState After, bool IsLast);
