using System.Text;

namespace Insights.Ingest.Reading.Json;

/// <summary>
/// The paths met in the records of a list, each a column in the order of first appearance. Fixed once the scan of the file is over;
/// then read by several threads.
/// </summary>
internal sealed class JsonTree
{
    private readonly List<string> _names = [];
    private readonly string _place;

    /// <param name="place">The file, for messages.</param>
    /// <param name="listPath">The list inside each record whose elements are the rows: <c>a.b[].c[]</c>; null: a row a record.</param>
    public JsonTree(string place, string? listPath)
    {
        _place = place;
        HasListPath = listPath is not null;
        Root = new Node(this, "", 0, listPath);
    }

    public Node Root { get; }

    /// <summary>True where the rows are elements of a list inside each record.</summary>
    public bool HasListPath { get; }

    /// <summary>True once an element of that list was met.</summary>
    public bool HasRows { get; private set; }

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>For each column, how many of the lists on the path it stands in.</summary>
    public List<int> Levels { get; } = [];

    /// <summary>The column of the names under which the records stand in a map.</summary>
    public int AddKeyColumn() => Add("*", 0);

    private int Add(string name, int level)
    {
        if (_names.Count == ReadingLimits.Columns)
            throw HeaderCells.TooMany(_place);
        _names.Add(name);
        Levels.Add(level);
        return _names.Count - 1;
    }

    /// <summary>One path.</summary>
    internal sealed class Node(JsonTree tree, string path, int level, string? listPath)
    {
        private const int None = -1;

        private readonly Dictionary<byte[], Node> _children = new(Utf8Comparer.Instance);
        private readonly bool _isAboveList = listPath?.StartsWith(path + ".", StringComparison.Ordinal) ?? false;
        private Node? _elements;
        private int _column = None;

        public string Path => path;

        /// <summary>How many of the lists on the path it stands in.</summary>
        public int Level => level;

        /// <summary>True for a list on the path to the rows: its elements are gone through one by one.</summary>
        public bool IsOnListPath { get; } = listPath == path + "[]" || (listPath?.StartsWith(path + "[].", StringComparison.Ordinal) ?? false);

        /// <summary>True for what the rows are somewhere inside of, itself included.</summary>
        public bool LeadsToRows => IsOnListPath || _isAboveList;

        /// <summary>True for the list whose elements are the rows.</summary>
        public bool IsRowList { get; } = listPath == path + "[]";

        public Node Elements => _elements ??= NewElements();

        /// <summary>The property of that name, met before.</summary>
        public Node? Find(ReadOnlySpan<byte> name) =>
            _children.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var child) ? child : null;

        /// <summary>The property of that name, new where it was not met before.</summary>
        public Node Child(ReadOnlySpan<byte> name)
        {
            if (Find(name) is { } known)
                return known;
            var written = Encoding.UTF8.GetString(name);
            var child = new Node(tree, path.Length == 0 ? written : $"{path}.{written}", level, listPath);
            if (_children.Count == ReadingLimits.Columns)
                throw HeaderCells.TooMany(tree._place);
            _children.Add(name.ToArray(), child);
            return child;
        }

        /// <summary>The column of this path; null when it never held a value.</summary>
        public int? Column => _column == None ? null : _column;

        private Node NewElements()
        {
            tree.HasRows |= IsRowList;
            return new Node(tree, path + "[]", IsOnListPath ? level + 1 : level, listPath);
        }

        /// <summary>Makes the path a column.</summary>
        public void BecomeColumn()
        {
            if (_column == None)
                _column = tree.Add(path, level);
        }
    }
}
