namespace Insights.Analytics.Statistics;

/// <summary>Both ends of a 95 % interval of a ratio, 0..1.</summary>
public readonly record struct Interval(double Low, double High);
