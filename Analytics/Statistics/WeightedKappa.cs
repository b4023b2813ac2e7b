namespace Insights.Analytics.Statistics;

/// <summary>How much of an agreement two neighbouring levels are.</summary>
public enum KappaWeight
{
    /// <summary>None: only the same level agrees (Cohen).</summary>
    Unweighted,

    /// <summary>Falling evenly with the distance.</summary>
    Linear,

    /// <summary>Falling with its square.</summary>
    Quadratic,
}

/// <summary>Agreement of two raters beyond chance: 1 is full agreement, 0 what chance would give.</summary>
/// <param name="Value">-1..1.</param>
/// <param name="StandardError">After Fleiss, Cohen and Everitt (1969), for an interval of Value, not for a test against 0.</param>
public readonly record struct WeightedKappa(double Value, double StandardError)
{
    /// <summary>Of a square table of counts, a row per level of one rater, a column per level of the other, levels in order.</summary>
    /// <returns>Null where the table is empty or all of it is one level, in which chance alone agrees fully.</returns>
    /// <exception cref="ArgumentException">The table is not square.</exception>
    public static WeightedKappa? Of(long[,] counts, KappaWeight weight)
    {
        var k = counts.GetLength(0);
        if (k != counts.GetLength(1))
            throw new ArgumentException($"A table of {k} by {counts.GetLength(1)} is not square.", nameof(counts));
        double n = counts.Cast<long>().Sum();
        if (n == 0)
            return null;

        var (rows, columns) = (new double[k], new double[k]);
        foreach (var (i, j) in Cells(k))
            (rows[i], columns[j]) = (rows[i] + (counts[i, j] / n), columns[j] + (counts[i, j] / n));
        double Weight(int i, int j) => weight switch
        {
            KappaWeight.Unweighted => i == j ? 1 : 0,
            KappaWeight.Linear => 1 - (Math.Abs(i - j) / (double)(k - 1)),
            _ => 1 - ((i - j) * (i - j) / (double)((k - 1) * (k - 1))),
        };
        if (k == 1 || Cells(k).Where(c => rows[c.I] * columns[c.J] > 0).All(c => Weight(c.I, c.J) == 1))
            return null;

        var observed = Cells(k).Sum(c => Weight(c.I, c.J) * counts[c.I, c.J] / n);
        var chance = Cells(k).Sum(c => Weight(c.I, c.J) * rows[c.I] * columns[c.J]);
        var rowWeights = Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => columns[j] * Weight(i, j))).ToArray();
        var columnWeights = Enumerable.Range(0, k).Select(j => Enumerable.Range(0, k).Sum(i => rows[i] * Weight(i, j))).ToArray();
        var spread = Cells(k).Sum(c => counts[c.I, c.J] / n
            * Square((Weight(c.I, c.J) * (1 - chance)) - ((rowWeights[c.I] + columnWeights[c.J]) * (1 - observed))));
        var variance = (spread - Square((observed * chance) - (2 * chance) + observed)) / (n * Square(Square(1 - chance)));
        return new WeightedKappa((observed - chance) / (1 - chance), Math.Sqrt(Math.Max(0, variance)));
    }

    private static IEnumerable<(int I, int J)> Cells(int k) => Enumerable.Range(0, k * k).Select(c => (c / k, c % k));

    private static double Square(double x) => x * x;
}
