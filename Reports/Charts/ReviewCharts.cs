namespace Insights.Reports.Charts;

/// <summary>The charts of a client review, in the order they are shown. A new chart is one file and one line here.</summary>
public static class ReviewCharts
{
    /// <summary>Every chart: its name and how it is drawn.</summary>
    public static IReadOnlyList<(string Name, Func<ReviewScope, Chart> Draw)> All { get; } =
    [
        (ResponseAttainment.Name, ResponseAttainment.Of),
        (PriorityExpectations.Name, PriorityExpectations.Of),
        (ResponseLadder.Name, ResponseLadder.Of),
        (TwoClocks.Name, TwoClocks.Of),
        (RepeatFailures.Name, RepeatFailures.Of),
        (FailureTimeline.Name, FailureTimeline.Of),
        (MeanFailures.Name, MeanFailures.Of),
        (Backlog.Name, Backlog.Of),
        (ResolutionTimes.Name, ResolutionTimes.Of),
    ];
}
