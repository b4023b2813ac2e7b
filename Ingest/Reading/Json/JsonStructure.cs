using System.Text.Json;

namespace Insights.Ingest.Reading.Json;

/// <summary>
/// Finds where the records of a JSON text stand: the root list, a list or map inside an envelope (a page of an API's answers), or the
/// root objects themselves, one a line or one after another.
/// </summary>
/// <remarks>
/// Of several lists in an envelope: one named as tickets are, else one named as API pages name theirs, else any; of these the one
/// with most objects. A root object that has an id, a number or a subject of its own is a record, never an envelope.
/// </remarks>
internal sealed class JsonStructure(ByteWindow window)
{
    private const int Deepest = 4;
    private const int MostRoots = 1_000;
    private const int MostLists = 1_000;

    private static readonly string[] TicketNames =
        ["ticket", "tickets", "issue", "issues", "request", "requests", "incident", "incidents", "objects", "cases", "workorders"];

    private static readonly string[] PageNames =
        ["item", "items", "result", "results", "data", "record", "records", "node", "nodes", "edges", "value", "values", "rows", "entries",
            "events", "list", "page", "hits", "content", "calls", "messages"];

    private static readonly string[] IdentityNames =
        ["id", "key", "number", "ticketid", "uuid", "guid", "sysid", "subject", "title", "summary", "created", "createdat"];

    private readonly Dictionary<string, (JsonStep[] Steps, long Count)> _lists = new(StringComparer.Ordinal);
    private bool _hasIdentity;
    private bool _isList;

    /// <summary>The steps from each root value to its records.</summary>
    public static JsonStep[] Find(ByteWindow window) => new JsonStructure(window).Find();

    private JsonStep[] Find()
    {
        var roots = 0;
        while (window.Peek() is { } first && roots < MostRoots)
        {
            _isList |= first == '[';
            roots++;
            if (!(first == '[' ? RootList() : Value([], 0)))
                break;
        }
        var root = _isList ? new[] { new JsonStep(JsonStepKind.Elements) } : [];
        return _hasIdentity ? root : Best(root, roots);
    }

    private JsonStep[] Best(JsonStep[] root, int roots)
    {
        var outer = _lists.Where(l => l.Value.Steps.Length > root.Length && !_lists.Values.Any(o => IsInside(l.Value.Steps, o.Steps, root)));
        var best = outer.OrderByDescending(l => Rank(l.Value.Steps)).ThenByDescending(l => l.Value.Count).ThenBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => l.Value.Steps).FirstOrDefault();
        return best is not null && (Rank(best) > 0 || (roots == 1 && !_isList)) ? best : root;
    }

    private static bool IsInside(JsonStep[] list, JsonStep[] other, JsonStep[] root) =>
        other.Length > root.Length && other.Length < list.Length && list.AsSpan().StartsWith(other);

    private static int Rank(JsonStep[] steps)
    {
        var names = steps.Where(s => s.Kind == JsonStepKind.Property).Select(s => HeaderNames.Fold(s.Name)).ToList();
        if (names.Any(n => TicketNames.Contains(n)))
            return 2;
        return names.Any(n => PageNames.Contains(n)) ? 1 : 0;
    }

    /// <summary>The first objects of a root list may be envelopes themselves: pages in a list.</summary>
    private bool RootList()
    {
        window.Step();
        JsonStep[] path = [new(JsonStepKind.Elements)];
        for (var looked = 0; looked < MostRoots; looked++)
        {
            if (window.Peek() == ',')
                window.Step();
            if (window.Peek() == ']')
            {
                window.Step();
                return true;
            }
            if (!(window.Peek() == '{' ? Members(path, 1) : window.SkipValue()))
                return false;
        }
        return false;
    }

    private bool Value(JsonStep[] path, int depth) => window.Peek() switch
    {
        (byte)'{' when depth <= Deepest => Members(path, depth),
        (byte)'[' => Elements([.. path, new(JsonStepKind.Elements)]),
        (byte)']' or (byte)'}' or (byte)',' or (byte)':' => false,
        _ => window.SkipValue(),
    };

    private bool Elements(JsonStep[] path)
    {
        window.Step();
        var count = 0L;
        var isWhole = true;
        while (isWhole && window.Peek() is { } next && next != ']')
        {
            count += next == '{' ? 1 : 0;
            isWhole = next == ',' ? Stepped() : window.SkipValue();
        }
        Note(path, count);
        return isWhole && window.Peek() == ']' && Stepped();
    }

    private bool Members(JsonStep[] path, int depth)
    {
        window.Step();
        var (members, numbered) = (0L, 0L);
        var isWhole = true;
        while (isWhole && window.Peek() is { } next && next != '}')
        {
            if (next == ',')
            {
                window.Step();
                continue;
            }
            if (next != '"' || !window.TakeValue())
                return false;
            var name = JsonStrings.Text(window.Taken);
            if (window.Peek() != ':')
                return false;
            window.Step();
            members++;
            var isNumbered = name.Any(char.IsAsciiDigit);
            numbered += isNumbered && window.Peek() == '{' ? 1 : 0;
            NoteIdentity(name, path);
            isWhole = Value([.. path, isNumbered ? new(JsonStepKind.NumberedProperties) : new(JsonStepKind.Property, name)], depth + 1);
        }
        if (members == numbered)
            Note([.. path, new(JsonStepKind.NumberedProperties)], members);
        return isWhole && window.Peek() == '}' && Stepped();
    }

    private void NoteIdentity(string name, JsonStep[] path)
    {
        var isRoot = path.Length == 0 || (path.Length == 1 && path[0].Kind == JsonStepKind.Elements);
        if (isRoot && window.Peek() is not ((byte)'{' or (byte)'[' or (byte)'n') && IdentityNames.Contains(HeaderNames.Fold(name)))
            _hasIdentity = true;
    }

    private bool Stepped()
    {
        window.Step();
        return true;
    }

    private void Note(JsonStep[] path, long count)
    {
        var key = JsonSerializer.Serialize(path.Select(s => s.ToString()));
        if (count > 0 && (_lists.Count < MostLists || _lists.ContainsKey(key)))
            _lists[key] = (path, _lists.GetValueOrDefault(key).Count + count);
    }
}
