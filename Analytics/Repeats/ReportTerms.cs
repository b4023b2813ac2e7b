namespace Insights.Analytics.Repeats;

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
    private RepeatedLines _lines = new();
    private (string Provider, string Client) _client = ("", "");

    public ReportTerms(Lexicon lexicon, string file)
    {
        _vocabulary = new Vocabulary(lexicon);
        _terms = new TicketTerms(_vocabulary);
        _file = new TermFile(file);
    }

    public void Add(FailureReport report)
    {
        if (_client != (report.Provider, report.Client))
            (_client, _lines) = ((report.Provider, report.Client), new RepeatedLines());
        if (!_weights.TryGetValue(report.Provider, out var weights))
            _weights[report.Provider] = weights = new TermWeights(_vocabulary);
        var terms = _terms.Of(report.Subject, report.Body is null ? [] : _lines.Own([.. TicketText.OwnLines(report.Body)], report.Requester));
        weights.Add(report.Load, report.Month, terms);
        _file.Add(terms);
    }

    /// <summary>Not yet brought to length 1. Good until the next report is asked for.</summary>
    public ReadOnlySpan<WeighedTerm> Of(FailureReport report) => _weights[report.Provider].Of(report.Load, report.Month, _file.Read(report.Place));

    public void Dispose() => _file.Dispose();
}
