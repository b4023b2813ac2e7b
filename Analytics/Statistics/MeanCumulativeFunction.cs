namespace Insights.Analytics.Statistics;

/// <summary>From this age on a system has had so many events on average.</summary>
/// <param name="Age">In the unit of the histories.</param>
/// <param name="AtRisk">Systems still observed at this age.</param>
/// <param name="Mean">Events a system, 0 or more.</param>
public readonly record struct MeanCumulativeStep(double Age, int AtRisk, double Mean);

/// <summary>How many events a system of a fleet has had on average by each age, with no model behind it (Nelson 1988).</summary>
public static class MeanCumulativeFunction
{
    /// <summary>
    /// A step for every event, ascending, two where two come at one age; none where there are no events. A system is at risk up to and with
    /// the age at which its observation ends.
    /// </summary>
    public static IReadOnlyList<MeanCumulativeStep> Of(params ReadOnlySpan<EventHistory> histories)
    {
        double[] ends = [.. histories.ToArray().Select(h => h.End).Order()];
        double[] ages = [.. histories.ToArray().SelectMany(h => h.Times).Order()];
        var steps = new MeanCumulativeStep[ages.Length];
        var (ended, mean) = (0, 0.0);
        for (var i = 0; i < ages.Length; i++)
        {
            while (ends[ended] < ages[i])
                ended++;
            mean += 1.0 / (ends.Length - ended);
            steps[i] = new MeanCumulativeStep(ages[i], ends.Length - ended, mean);
        }

        return steps;
    }
}
