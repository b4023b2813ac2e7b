namespace Insights.Analytics.Repeats;

/// <summary>So many links of one ticket: the surest first, then the most similar; of equals the first taken.</summary>
internal sealed class BestLinks(int most)
{
    /// <summary>The tier of the last of as many as there may be, and what a sum of products must be above to come to a higher score; as long as there are fewer, none is too weak.</summary>
    private Tier _lastTier = (Tier)int.MaxValue;
    private float _bar;

    public List<FailureLink> Links { get; } = new(most + 1);

    /// <summary>What the sum of products of a link of a tier must be above to be among them.</summary>
    public float Bar(Tier tier) => tier < _lastTier ? float.NegativeInfinity : tier == _lastTier ? _bar : float.PositiveInfinity;

    public void Take(FailureLink link)
    {
        var place = Links.Count;
        while (place > 0 && IsBetter(link, Links[place - 1]))
            place--;
        Links.Insert(place, link);
        if (Links.Count > most)
            Links.RemoveAt(most);
        if (Links.Count == most)
            (_lastTier, _bar) = (Links[^1].Tier, Links[^1].Score + (Likeness.Step / 2));
    }

    private static bool IsBetter(FailureLink one, FailureLink other) => one.Tier < other.Tier || (one.Tier == other.Tier && one.Score > other.Score);
}
