using System.Globalization;
using System.Text.Json.Nodes;

namespace Insights.Ingest.Apis;

/// <summary>
/// Values in JSON by path: <c>stats.updated_at</c>; in lists <c>names[0].text</c>, <c>fields[name=status].values</c> (where the element says so),
/// <c>journals[].details[]</c> (each). Upper and lower case are one: tools change them between versions.
/// </summary>
internal static class JsonPlace
{
    /// <summary>The value, of several the first; null where there is none.</summary>
    public static JsonNode? Find(JsonNode? root, string path) => All(root, Steps(path)).FirstOrDefault();

    /// <summary>The value as text, numbers as written; null where there is none or it is empty.</summary>
    public static string? Text(JsonNode? root, string path) => Find(root, path) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length > 0 ? text : null,
        var other => other.ToJsonString(),
    };

    /// <summary>The objects of a list; a single object is a list of one. Null where there is neither.</summary>
    public static IReadOnlyList<JsonObject>? Items(JsonNode? root, string path) => Find(root, path) switch
    {
        JsonArray list => [.. list.OfType<JsonObject>()],
        JsonObject one => [one],
        _ => null,
    };

    /// <summary>The objects that hold the last member of a path.</summary>
    public static IEnumerable<JsonObject> Holders(JsonNode root, string path) => All(root, Steps(path)[..^1]).OfType<JsonObject>();

    /// <summary>The last member of a path.</summary>
    public static string Last(string path) => Steps(path)[^1];

    /// <summary>Puts a text at a path of members, making the objects on the way.</summary>
    public static void Put(JsonObject root, string path, string? text)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            if (root[step] is not JsonObject next)
                root[step] = next = [];
            root = next;
        }

        root[steps[^1]] = text;
    }

    private static string[] Steps(string path) => path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<JsonNode?> All(JsonNode? root, string[] steps) => steps.Aggregate(
        (IEnumerable<JsonNode?>)[root], (nodes, step) => nodes.SelectMany(node => Step(node, step)).Where(node => node is not null));

    private static IEnumerable<JsonNode?> Step(JsonNode? node, string step) => (node, step) switch
    {
        (JsonObject o, _) when step[0] != '[' => [Member(o, step)],
        (JsonArray list, "[]") => list,
        (JsonArray list, _) when step[0] == '[' && int.TryParse(step[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index < list.Count ? [list[index]] : [],
        (JsonArray list, _) when step[0] == '[' && step[1..^1].Split('=', 2) is [var name, var value] => list.Where(item => Text(item, name) == value),
        _ => [],
    };

    private static JsonNode? Member(JsonObject node, string name) => node.TryGetPropertyValue(name, out var value)
        ? value
        : node.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
