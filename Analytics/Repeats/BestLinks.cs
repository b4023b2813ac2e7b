namespace Insights.Analytics.Repeats;

/// <summary>So many links of one ticket: the surest first, then the most similar; of equals the first taken.</summary>
internal sealed class BestLinks(int most)
{
    public List<FailureLink> Links { get; } = new(most + 1);

    /// <summary>The similarity that a link of a tier must be above to be among them.</summary>
    public float Bar(Tier tier)
    {
        if (Links.Count < most || tier < Links[^1].Tier)
            return float.NegativeInfinity;
        return tier == Links[^1].Tier ? Links[^1].Score : float.PositiveInfinity;
    }

    public void Take(FailureLink link)
    {
        var place = Links.Count;
        while (place > 0 && IsBetter(link, Links[place - 1]))
            place--;
        Links.Insert(place, link);
        if (Links.Count > most)
            Links.RemoveAt(most);
    }

    private static bool IsBetter(FailureLink one, FailureLink other) => one.Tier < other.Tier || (one.Tier == other.Tier && one.Score > other.Score);
}
