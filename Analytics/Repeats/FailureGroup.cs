namespace Insights.Analytics.Repeats;

/// <summary>The tickets of one failure, led by the first.</summary>
internal sealed class FailureGroup
{
    private const int OfCentroid = 10;

    private TermVector _centroid;
    private float _length;
    private int _count;
    private int? _asset;
    private bool _hasSeveralAssets;

    public FailureGroup(RepeatTicket leader)
    {
        Leader = leader.Key;
        _centroid = new TermVector([]);
        Add(leader);
    }

    /// <summary>The ticket_key of the ticket that leads.</summary>
    public long Leader { get; }

    public void Add(RepeatTicket ticket)
    {
        _hasSeveralAssets |= _asset is not null && ticket.Asset is not null && _asset != ticket.Asset;
        _asset ??= ticket.Asset;
        if (_count++ < OfCentroid)
        {
            _centroid = _count == 1 ? ticket.Terms : _centroid.Plus(ticket.Terms);
            _length = _centroid.Length();
        }

        ticket.Group = this;
    }

    /// <summary>No ticket of the group is about another device.</summary>
    public bool IsOfAsset(int? asset) => _asset is null || (!_hasSeveralAssets && _asset == asset);

    /// <summary>The cosine of the ticket and the sum of the group's first tickets, 0..1.</summary>
    public double Similarity(RepeatTicket ticket) => _length == 0 ? 0 : ticket.Terms.Dot(_centroid) / _length;
}
