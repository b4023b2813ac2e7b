namespace Insights.Analytics.Repeats;

/// <summary>The failures of a provider's clients; the next provider's begin where its first report comes.</summary>
internal sealed class ProviderFailures(LinkThresholds thresholds)
{
    private readonly Dictionary<string, ClientFailures> _clients = new(StringComparer.Ordinal);
    private string? _provider;

    public Placement Place(FailureReport report, ReadOnlySpan<WeighedTerm> terms)
    {
        if (_provider != report.Provider)
            _clients.Clear();
        _provider = report.Provider;
        if (!_clients.TryGetValue(report.Client, out var client))
            _clients[report.Client] = client = new ClientFailures(thresholds);
        return client.Place(report, terms);
    }
}
