namespace Insights.Analytics.Repeats;

/// <summary>A ticket as the warehouse tells it: its first known text, its keys as compared.</summary>
internal sealed record FailureReport(long Key, long CreatedAt, int Month, string? Number, string? Subject, string? Body, string? Asset, string? Requester, string? Category);

/// <summary>What links a ticket of a client has, and which group it belongs to.</summary>
/// <param name="Ticket">As it is compared.</param>
/// <param name="Links">Its best links, at most five.</param>
/// <param name="Leader">The key of the ticket that leads the group.</param>
/// <param name="By">The link it joined by; null for the leader.</param>
internal sealed record Placement(RepeatTicket Ticket, IReadOnlyList<FailureLink> Links, long Leader, FailureLink? By);

/// <summary>
/// The failures of one client, ticket by ticket in the order they became known. What stands in too many of the client's tickets tells
/// nothing: a device everything is booked on, a person who passes everybody's tickets on, a category of most tickets.
/// </summary>
internal sealed class ClientFailures
{
    private const int FewTickets = 50;
    private const double CommonAsset = 0.2;
    private const double CommonRequester = 0.4;
    private const double CommonCategory = 0.5;

    private readonly TicketTerms _terms;
    private readonly LinkIndex _index;
    private readonly FailureGroups _groups;
    private readonly RepeatedLines _lines = new();
    private readonly long _window;
    private readonly Dictionary<(char Field, string Key), int> _counts = [];
    private int _tickets;
    private int _month;

    public ClientFailures(TicketTerms terms, LinkThresholds thresholds)
    {
        _terms = terms;
        _window = thresholds.WindowDays * 86400L;
        _index = new LinkIndex(thresholds, term => _terms.IsTelling(_month, term));
        _groups = new FailureGroups(thresholds);
    }

    public Placement Place(FailureReport report)
    {
        _month = report.Month;
        _index.Forget(report.CreatedAt - _window);
        var lines = report.Body is null ? [] : _lines.Own([.. TicketText.OwnLines(report.Body)], report.Requester);
        var ticket = new RepeatTicket(report.Key, report.CreatedAt, Telling('a', report.Asset, CommonAsset), Telling('r', report.Requester, CommonRequester),
            Telling('c', report.Category, CommonCategory), report.Number)
        {
            Terms = _terms.Of(report.Month, report.Subject, lines, _index.IsCommon),
            Named = TicketText.Named(report.Subject),
        };
        _tickets++;
        var links = _index.Find(ticket, _window);
        var (leader, by) = _groups.Place(ticket, links);
        _index.Add(ticket);
        return new Placement(ticket, links, leader, by);
    }

    private string? Telling(char field, string? key, double common)
    {
        if (key is null)
            return null;
        var count = _counts[(field, key)] = _counts.GetValueOrDefault((field, key)) + 1;
        return _tickets >= FewTickets && count > common * _tickets ? null : key;
    }
}
