namespace Insights.Analytics.Repeats;

/// <summary>The failures of clients one after the other: the next client's begin where its first report comes.</summary>
internal sealed class FailuresByClient(LinkThresholds thresholds, bool comesByTime = false)
{
    private ClientFailures _failures = new(thresholds, comesByTime);
    private (string Provider, string Client)? _client;

    public Placement Place(FailureReport report, ReadOnlySpan<WeighedTerm> terms)
    {
        if (_client != (report.Provider, report.Client))
            (_client, _failures) = ((report.Provider, report.Client), new ClientFailures(thresholds, comesByTime));
        return _failures.Place(report, terms);
    }
}
