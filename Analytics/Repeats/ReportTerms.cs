namespace Insights.Analytics.Repeats;

/// <summary>The terms of failure reports in the order they became known, weighed among the tickets of their provider.</summary>
internal sealed class ReportTerms(Lexicon lexicon)
{
    private readonly Dictionary<string, RepeatedLines> _linesOf = new(StringComparer.Ordinal);
    private TicketTerms _terms = new(new Vocabulary(lexicon));
    private string? _provider;

    /// <summary>Not yet brought to length 1. Good until the next report is asked for.</summary>
    public ReadOnlySpan<WeighedTerm> Of(FailureReport report)
    {
        if (_provider != report.Provider)
            Turn(report.Provider);
        return _terms.Of(report.Month, report.Subject, report.Body is null ? [] : OwnLines(report, report.Body));
    }

    private List<ReadOnlyMemory<char>> OwnLines(FailureReport report, string body)
    {
        if (!_linesOf.TryGetValue(report.Client, out var lines))
            _linesOf[report.Client] = lines = new RepeatedLines();
        return lines.Own([.. TicketText.OwnLines(body)], report.Requester);
    }

    private void Turn(string provider)
    {
        _provider = provider;
        _terms = new TicketTerms(new Vocabulary(lexicon));
        _linesOf.Clear();
    }
}
