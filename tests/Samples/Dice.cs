namespace Insights.Samples;

/// <summary>
/// Seeded random numbers, the same on every machine: xoshiro256** started by SplitMix64, and only IEEE arithmetic
/// above it (no library logarithm or exponential, whose last bit differs between platforms).
/// </summary>
public sealed class Dice
{
    private ulong _a, _b, _c, _d;

    /// <summary>A stream of its own for each pair of seed and stream number.</summary>
    public Dice(ulong seed, ulong stream = 0)
    {
        var state = seed ^ (stream * 0xD1342543DE82EF95UL);
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Bits()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, count).</summary>
    public int Below(int count) => (int)(((Bits() >> 32) * (ulong)count) >> 32);

    /// <summary>A whole number in [low, high], both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An index, drawn in proportion to the weights.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        var at = Unit() * weights.Sum();
        for (var i = 0; i < weights.Count; i++)
        {
            at -= weights[i];
            if (at < 0)
                return i;
        }

        return weights.Count - 1;
    }

    /// <summary>A skewed positive number with the given median; sigma is the spread of its logarithm.</summary>
    public double Skewed(double median, double sigma) => median * Exp(sigma * Normal());

    private double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Unit();
        return sum;
    }

    private static double Exp(double x)
    {
        var y = x / 1024;
        var result = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4)));
        for (var i = 0; i < 10; i++)
            result *= result;
        return result;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
