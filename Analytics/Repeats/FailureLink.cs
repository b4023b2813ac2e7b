namespace Insights.Analytics.Repeats;

/// <summary>How sure it is that two tickets report the same failure; the first that holds, A the surest.</summary>
internal enum Tier
{
    /// <summary>The later ticket names the earlier one, or the desk put the two together.</summary>
    A,

    /// <summary>The same device, and the same kind of fault or similar words.</summary>
    B,

    /// <summary>The same words from the same person, or from several within two hours.</summary>
    C,

    /// <summary>Similar words of somebody else, another day: for a person to look at.</summary>
    D,
}

/// <summary>A ticket linked to an earlier one of its client.</summary>
/// <param name="Earlier">The earlier ticket.</param>
/// <param name="Tier">The evidence.</param>
/// <param name="Score">The cosine of the two texts, 0..1.</param>
internal readonly record struct FailureLink(RepeatTicket Earlier, Tier Tier, float Score);

/// <summary>From which similarity on two texts count, by what else the tickets share; settings link_*, ratios 0..1.</summary>
/// <param name="Window">Seconds between the creation of two tickets that are compared, at most.</param>
/// <param name="OfAsset">Beside the same device.</param>
/// <param name="OfRequester">Beside the same person.</param>
/// <param name="OfCategory">Beside the same kind of fault.</param>
/// <param name="Alone">With nothing else in common.</param>
/// <param name="OfGroup">To a group's first tickets, before joining by words.</param>
/// <param name="BusyAsset">A device with so many tickets in the window is a service: its kind of fault alone says nothing.</param>
internal sealed record LinkThresholds(long Window, double OfAsset, double OfRequester, double OfCategory, double Alone, double OfGroup, int BusyAsset)
{
    /// <summary>A word in more than this share of the tickets in the window tells nothing, 0..1.</summary>
    public double CommonShare { get; init; } = 0.2;

    /// <summary>Links kept of one ticket; computed.failure_links and marts.repeat_links have as many places.</summary>
    public int Kept { get; init; } = 5;

    /// <summary>The weakest evidence by which a ticket joins a group.</summary>
    public Tier Weakest { get; init; } = Tier.C;

    /// <summary>A device, a person and a category in more than this share of the client's tickets so far tell nothing, 0..1.</summary>
    public (double OfAsset, double OfRequester, double OfCategory) Common { get; init; } = (0.2, 0.4, 0.5);

    public static LinkThresholds Read(Warehouse warehouse)
    {
        double Ratio(string setting) => warehouse.Scalar<double>($"select {setting} from reference.settings");
        return new(
            86400L * warehouse.Scalar<int>("select link_window_days from reference.settings"), Ratio("link_asset_ratio"), Ratio("link_requester_ratio"),
            Ratio("link_category_ratio"), Ratio("link_text_ratio"), Ratio("link_group_ratio"), warehouse.Scalar<int>("select link_busy_count from reference.settings"))
        {
            Common = (Ratio("link_common_asset_ratio"), Ratio("link_common_requester_ratio"), Ratio("link_common_category_ratio")),
        };
    }
}
