namespace Insights.Analytics.Matches;

/// <summary>Why two tickets are taken for the same; the first that holds, Number the surest.</summary>
internal enum MatchBasis
{
    Number,
    PersonWords,
    Words,
    PersonTime,
    Time,
}

/// <summary>A client's record and a provider's ticket that may be the same.</summary>
/// <param name="Client">The client's record.</param>
/// <param name="Provider">The provider's ticket.</param>
/// <param name="Basis">Why they are taken for the same.</param>
/// <param name="Score">Words in common, 0..1.</param>
internal sealed record Match(MatchTicket Client, MatchTicket Provider, MatchBasis Basis, double Score)
{
    /// <summary>Seconds from the client's record to the provider's ticket.</summary>
    public long Gap => Provider.CreatedAt - Client.CreatedAt;
}

/// <summary>What two tickets must share to be taken for the same; the settings match_*, in seconds and ratios 0..1.</summary>
internal sealed record MatchRules(long Before, long After, long Near, long NumberGap, int NumberDigits, double PersonRatio, double WordsRatio)
{
    public static MatchRules Read(Warehouse warehouse)
    {
        long Whole(string setting) => warehouse.Scalar<int>($"select {setting} from reference.settings");
        double Ratio(string setting) => warehouse.Scalar<double>($"select {setting} from reference.settings");
        return new(
            3600 * Whole("match_before_hours"), 3600 * Whole("match_after_hours"), 60 * Whole("match_near_minutes"), 86_400 * Whole("match_number_days"),
            (int)Whole("match_number_digits"), Ratio("match_person_ratio"), Ratio("match_words_ratio"));
    }

    /// <summary>How far apart any two that may be the same are created, at most.</summary>
    public long Farthest => Math.Max(NumberGap, Math.Max(Before, After));

    /// <summary>Null: nothing says that they are the same. By time alone only the one that stands alone on both sides is taken.</summary>
    public Match? Of(MatchTicket client, MatchTicket provider, Func<bool> standAlone)
    {
        var gap = provider.CreatedAt - client.CreatedAt;
        var score = Common(client.Words, provider.Words);
        return Basis(client, provider, gap, score, standAlone) is { } basis ? new Match(client, provider, basis, score) : null;
    }

    private MatchBasis? Basis(MatchTicket client, MatchTicket provider, long gap, double score, Func<bool> standAlone)
    {
        if (Math.Abs(gap) <= NumberGap && provider.Number is { } number && client.Named.Contains(number))
            return MatchBasis.Number;
        if (gap < -Before || gap > After)
            return null;
        var isBySame = client.IsBySame(provider);
        if (isBySame == true && score >= PersonRatio)
            return MatchBasis.PersonWords;
        if (score >= WordsRatio)
            return MatchBasis.Words;
        if (Math.Abs(gap) > Near || isBySame == false)
            return null;
        return isBySame == true ? MatchBasis.PersonTime : standAlone() ? MatchBasis.Time : null;
    }

    /// <summary>Twice the words both have, of the words of both (Dice); 0 without words.</summary>
    private static double Common(IReadOnlyDictionary<int, string> one, IReadOnlyDictionary<int, string> other)
    {
        var all = one.Count + other.Count;
        return all == 0 ? 0 : 2.0 * one.Keys.Count(other.ContainsKey) / all;
    }
}
