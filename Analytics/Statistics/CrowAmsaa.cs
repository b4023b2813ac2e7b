using MathNet.Numerics.Distributions;

namespace Insights.Analytics.Statistics;

/// <summary>A rate of events that follows a power of age, lambda * beta * age^(beta - 1) (Crow 1974, AMSAA).</summary>
/// <param name="Beta">Above 0; above 1 events come closer together, below 1 further apart.</param>
/// <param name="Lambda">Events a system has had at age 1.</param>
/// <param name="Events">How many the fit is of.</param>
/// <param name="Freedom">Degrees of freedom of the chi-squared behind the interval of beta.</param>
public readonly record struct CrowAmsaa(double Beta, double Lambda, long Events, int Freedom)
{
    /// <summary>
    /// The likeliest curve of one system, or one beta common to several; lambda is then their mean, which is the likeliest where all were
    /// observed for the same time. Null where fewer than two events came before an end, or all of them at it.
    /// </summary>
    public static CrowAmsaa? Of(params ReadOnlySpan<EventHistory> histories)
    {
        if (MilHdbk189.Of(histories) is not { Freedom: >= 4, ChiSquared: > 0 } test)
            return null;

        var (events, exposure) = (0L, 0.0);
        foreach (var history in histories)
            events += history.Times.Count;
        var beta = 2 * events / test.ChiSquared;
        foreach (var history in histories)
            exposure += Math.Pow(history.End, beta);
        return new CrowAmsaa(beta, events / exposure, events, test.Freedom);
    }

    /// <summary>Beta without the bias of the likeliest one, which is too far from 0 where events are few.</summary>
    public double UnbiasedBeta => ((Freedom / 2.0) - 1) / Events * Beta;

    /// <summary>The exact interval of beta.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not above 0 and below 1.</exception>
    public Interval BetaInterval(double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        var tail = (1 - confidence) / 2;
        var scale = Beta / (2 * Events);
        return new Interval(scale * ChiSquared.InvCDF(Freedom, tail), scale * ChiSquared.InvCDF(Freedom, 1 - tail));
    }

    /// <summary>Events per unit of time of one system at an age above 0; at the end of its observation, the rate now.</summary>
    public double Rate(double age) => Lambda * Beta * Math.Pow(age, Beta - 1);
}
