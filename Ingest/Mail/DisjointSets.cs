namespace Insights.Ingest.Mail;

/// <summary>Names that belong together (union-find).</summary>
internal sealed class DisjointSets
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    public void Join(string a, string b)
    {
        var (rootA, rootB) = (Of(a), Of(b));
        if (rootA != rootB)
            _parents[rootA] = rootB;
    }

    /// <summary>The one name that stands for all that belong together with this one.</summary>
    public string Of(string name)
    {
        var root = name;
        while (_parents.TryGetValue(root, out var parent))
            root = parent;
        for (var at = name; at != root;)
            (at, _parents[at]) = (_parents[at], root);
        return root;
    }
}
