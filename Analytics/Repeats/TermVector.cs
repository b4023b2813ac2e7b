namespace Insights.Analytics.Repeats;

/// <summary>A term of a ticket.</summary>
/// <param name="Term">Its number in the vocabulary.</param>
/// <param name="Weight">Above 0.</param>
/// <param name="IsTelling">A code, or a term of few of the provider's tickets.</param>
/// <param name="Written">As first written.</param>
internal readonly record struct WeighedTerm(int Term, float Weight, bool IsTelling, string Written);

/// <summary>Terms with their weights, heaviest first; a ticket's are a unit vector, or empty.</summary>
internal readonly struct TermVector(WeighedTerm[] terms)
{
    public ReadOnlySpan<WeighedTerm> Terms => terms;

    /// <summary>The vector of length 1 of the terms that are not left out.</summary>
    public static TermVector Unit(ReadOnlySpan<WeighedTerm> terms, Func<int, bool> isLeftOut)
    {
        var kept = new List<WeighedTerm>(terms.Length);
        foreach (var term in terms)
            if (!isLeftOut(term.Term))
                kept.Add(term);
        var unit = kept.ToArray();
        var length = new TermVector(unit).Length();
        for (var i = 0; i < unit.Length; i++)
            unit[i] = unit[i] with { Weight = unit[i].Weight / length };
        Sort(unit);
        return new TermVector(unit);
    }

    /// <summary>Heaviest first, of equals the first met: in no order that depends on what other tickets there are.</summary>
    private static void Sort(WeighedTerm[] terms)
    {
        for (var i = 1; i < terms.Length; i++)
        {
            var (term, at) = (terms[i], i);
            for (; at > 0 && terms[at - 1].Weight < term.Weight; at--)
                terms[at] = terms[at - 1];
            terms[at] = term;
        }
    }

    public float Length()
    {
        var squares = 0.0;
        foreach (var term in terms)
            squares += term.Weight * term.Weight;
        return (float)Math.Sqrt(squares);
    }

    /// <summary>The sum of the products of the weights; of two unit vectors their cosine, 0..1.</summary>
    public float Dot(TermVector other)
    {
        var product = 0f;
        foreach (var term in terms)
            if (other.Find(term.Term) is var at and >= 0)
                product += term.Weight * other.Terms[at].Weight;
        return product;
    }

    public TermVector Plus(TermVector other)
    {
        var sum = new List<WeighedTerm>(terms);
        foreach (var term in other.Terms)
            if (Find(term.Term) is var at and >= 0)
                sum[at] = sum[at] with { Weight = sum[at].Weight + term.Weight };
            else
                sum.Add(term);
        return new TermVector([.. sum]);
    }

    /// <summary>The terms in both that add most to the product, each as this vector and as the other writes it.</summary>
    public List<(string Here, string There)> Shared(TermVector other, int most)
    {
        var shared = new List<(float Product, string Here, string There)>(most + 1);
        foreach (var term in terms)
        {
            if (other.Find(term.Term) is not (var at and >= 0))
                continue;
            var product = term.Weight * other.Terms[at].Weight;
            var place = shared.Count;
            while (place > 0 && product > shared[place - 1].Product)
                place--;
            if (place < most)
                shared.Insert(place, (product, term.Written, other.Terms[at].Written));
            if (shared.Count > most)
                shared.RemoveAt(most);
        }

        return shared.ConvertAll(s => (s.Here, s.There));
    }

    public bool SharesTelling(TermVector other)
    {
        foreach (var term in terms)
            if (term.IsTelling && other.Find(term.Term) >= 0)
                return true;
        return false;
    }

    private int Find(int term)
    {
        for (var i = 0; i < terms.Length; i++)
            if (terms[i].Term == term)
                return i;
        return -1;
    }
}
