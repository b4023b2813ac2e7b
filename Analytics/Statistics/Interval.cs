namespace Insights.Analytics.Statistics;

/// <summary>Both ends of an interval, in the unit of the figure it surrounds; of 95 % where its method says nothing else.</summary>
public readonly record struct Interval(double Low, double High);
