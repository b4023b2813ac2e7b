using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Insights.Analytics.Statistics;

/// <summary>
/// How the true ratios of several units (clients, providers) spread, as a Beta(A, B): a unit with few tickets is drawn towards the others.
/// </summary>
public readonly record struct BetaBinomial(double A, double B)
{
    /// <summary>The least number of units from which their spread can be told.</summary>
    public const int LeastUnits = 6;

    // A prior worth more tickets than this has no real spread.
    private const double NoSpread = 1e5;

    /// <summary>The Beta with that mean (0..1) and variance; null where no Beta spreads that much, or there is no spread.</summary>
    public static BetaBinomial? OfMoments(double mean, double variance)
    {
        var total = (mean * (1 - mean) / variance) - 1;
        return mean is > 0 and < 1 && variance > 0 && total > 0 ? new BetaBinomial(mean * total, (1 - mean) * total) : null;
    }

    /// <summary>The Beta of the units' mean ratio and its sample variance, each unit alike.</summary>
    public static BetaBinomial? OfMoments(IReadOnlyList<(long Successes, long N)> units)
    {
        var ratios = units.Select(u => (double)u.Successes / u.N).ToArray();
        var mean = ratios.Average();
        return OfMoments(mean, ratios.Sum(r => (r - mean) * (r - mean)) / (ratios.Length - 1));
    }

    /// <summary>
    /// The Beta that makes the counts likeliest, begun from the moments. Null where there are fewer than <see cref="LeastUnits"/> units, or
    /// they spread no more than chance would (the likelihood still rises where the prior outweighs 100,000 tickets): the pooled ratio serves
    /// then.
    /// </summary>
    public static BetaBinomial? Fit(IReadOnlyList<(long Successes, long N)> units)
    {
        if (units.Count < LeastUnits || OfMoments(units) is not { } start)
            return null;

        var objective = ObjectiveFunction.Value(p => -new BetaBinomial(Math.Exp(p[0]), Math.Exp(p[1])).LogLikelihood(units));
        var found = Climb(objective, Vector<double>.Build.Dense([Math.Log(start.A), Math.Log(start.B)]));
        return found is { } fit && fit.A + fit.B <= NoSpread ? fit : null;
    }

    /// <summary>Logarithm of the probability of the counts under this spread.</summary>
    public double LogLikelihood(IReadOnlyList<(long Successes, long N)> units)
    {
        var sum = 0.0;
        var prior = SpecialFunctions.BetaLn(A, B);
        foreach (var (x, n) in units)
            sum += SpecialFunctions.BinomialLn((int)n, (int)x) + SpecialFunctions.BetaLn(x + A, n - x + B) - prior;
        return sum;
    }

    /// <summary>A unit's ratio drawn towards the others, 0..1, and the 90 % interval of its true ratio.</summary>
    public (double Ratio, Interval Interval) Shrunk(long successes, long n)
    {
        var (a, b) = (successes + A, n - successes + B);
        return (a / (a + b), new Interval(Beta.InvCDF(a, b, 0.05), Beta.InvCDF(a, b, 0.95)));
    }

    /// <summary>Null where the climb does not end: it runs off to where there is no spread.</summary>
    private static BetaBinomial? Climb(IObjectiveFunction objective, Vector<double> start)
    {
        try
        {
            var point = NelderMeadSimplex.Minimum(objective, start, 1e-12, 5000).MinimizingPoint;
            return new BetaBinomial(Math.Exp(point[0]), Math.Exp(point[1]));
        }
        catch (MaximumIterationsException)
        {
            return null;
        }
    }
}
