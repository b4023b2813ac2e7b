using Insights.Analytics;

namespace Insights.Ingest.Apis;

/// <summary>The tool knows who asks, and has no such thing or does not give it to them (403, 404).</summary>
internal sealed class NotGivenException(Message what) : SetupException(what.English, what.Greek);
