namespace Insights.Analytics.Repeats;

/// <summary>Which words and lines of failure reports say something; settings signature_count, signature_ratio, link_rare_ratio.</summary>
/// <param name="LinesOfRequester">A line in more tickets of one requester is a signature.</param>
/// <param name="LinesOfClient">A line in a greater share of the client's tickets is one, 0..1.</param>
/// <param name="Rare">A term in at most this share of the tickets is rare, 0..1.</param>
internal sealed record TermThresholds(int LinesOfRequester, double LinesOfClient, double Rare)
{
    public static TermThresholds Read(Warehouse warehouse) => new(
        warehouse.Scalar<int>("select signature_count from reference.settings"), warehouse.Scalar<double>("select signature_ratio from reference.settings"),
        warehouse.Scalar<double>("select link_rare_ratio from reference.settings"));
}

/// <summary>
/// The terms of failure reports, weighed among the tickets of their provider. First the texts of all are read, in the order of their places, then
/// any of them can be asked for.
/// </summary>
internal sealed class ReportTerms : IDisposable
{
    private readonly Vocabulary _vocabulary;
    private readonly TicketTerms _terms;
    private readonly TermFile _file;
    private readonly Dictionary<string, TermWeights> _weights = new(StringComparer.Ordinal);
    private readonly TermThresholds _thresholds;
    private RepeatedLines _lines;
    private (string Provider, string Client) _client = ("", "");

    public ReportTerms(Lexicon lexicon, TermThresholds thresholds, string file)
    {
        (_thresholds, _lines) = (thresholds, Lines(thresholds));
        _vocabulary = new Vocabulary(lexicon);
        _terms = new TicketTerms(_vocabulary);
        _file = new TermFile(file);
    }

    public void Add(FailureReport report)
    {
        if (_client != (report.Provider, report.Client))
            (_client, _lines) = ((report.Provider, report.Client), Lines(_thresholds));
        if (!_weights.TryGetValue(report.Provider, out var weights))
            _weights[report.Provider] = weights = new TermWeights(_vocabulary, _thresholds.Rare);
        var terms = _terms.Of(report.Subject, report.Body is null ? [] : _lines.Own([.. TicketText.OwnLines(report.Body)], report.Requester));
        weights.Add(report.Load, report.Month, terms);
        _file.Add(terms);
    }

    /// <summary>Not yet brought to length 1. Good until the next report is asked for.</summary>
    public ReadOnlySpan<WeighedTerm> Of(FailureReport report) => _weights[report.Provider].Of(report.Load, report.Month, _file.Read(report.Place));

    private static RepeatedLines Lines(TermThresholds thresholds) => new(thresholds.LinesOfRequester, thresholds.LinesOfClient);

    public void Dispose() => _file.Dispose();
}
