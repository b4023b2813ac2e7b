namespace Insights.Analytics.Statistics;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014) and the draws made from it, written out so that the same seed gives the same figures on every
/// machine and with every version of every library. A value: pass it by reference.
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private const int CountedOneByOne = 16;

    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in (0, 1), both ends left out.</summary>
    public double Uniform() => ((Next() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>The rank-th smallest of n uniform draws from (0, 1), rank from 1 to n: Beta(rank, n - rank + 1).</summary>
    public double OrderStatistic(int rank, int n)
    {
        var below = Gamma(rank);
        return below / (below + Gamma(n - rank + 1));
    }

    /// <summary>How many of n trials succeed, each with the given ratio 0..1; exact for any n, by halving (Devroye 1986, X.4.3).</summary>
    public int Binomial(int n, double ratio)
    {
        var successes = 0;
        while (n > CountedOneByOne && ratio is > 0 and < 1)
        {
            var middle = (n + 1) / 2;
            var cut = OrderStatistic(middle, n);
            (successes, n, ratio) = cut <= ratio
                ? (successes + middle, n - middle, (ratio - cut) / (1 - cut))
                : (successes, middle - 1, ratio / cut);
        }

        if (ratio >= 1)
            return successes + n;
        for (; n > 0 && ratio > 0; n--)
            successes += Uniform() < ratio ? 1 : 0;
        return successes;
    }

    /// <summary>Gamma of shape 1 or more, scale 1 (Marsaglia and Tsang 2000).</summary>
    private double Gamma(int shape)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + (c * x);
            v = v * v * v;
            if (v <= 0)
                continue;
            var u = Uniform();
            if (u < 1 - (0.0331 * x * x * x * x) || Math.Log(u) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
                return d * v;
        }
    }

    /// <summary>Standard normal (Marsaglia's polar method, one of the pair).</summary>
    private double Normal()
    {
        while (true)
        {
            var (x, y) = ((2 * Uniform()) - 1, (2 * Uniform()) - 1);
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }
}
