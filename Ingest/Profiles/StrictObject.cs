using System.Text.Json;
using System.Text.Json.Nodes;
using Insights.Analytics;

namespace Insights.Ingest.Profiles;

/// <summary>
/// A JSON object read strictly: a key that is unknown, missing, given twice, or of the wrong kind stops with the file and the key.
/// </summary>
internal sealed class StrictObject
{
    private readonly string _file;
    private readonly string _path;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    public StrictObject(string file, string path, JsonElement element)
    {
        _file = file;
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong(path, "must be an object { … }");
        foreach (var member in element.EnumerateObject())
            if (!_members.TryAdd(member.Name, member.Value))
                throw Wrong(PathOf(member.Name), "stands there twice");
    }

    public IReadOnlyCollection<string> Keys => _members.Keys;

    /// <summary>Refuses keys outside <paramref name="known"/>, naming the nearest.</summary>
    public StrictObject Knowing(params IReadOnlyList<string> known)
    {
        foreach (var key in _members.Keys)
            if (!known.Contains(key, StringComparer.Ordinal))
                throw Wrong(PathOf(key), $"is not known here.{Suggestion(key, known)} Known: {string.Join(", ", known)}");
        return this;
    }

    public StrictObject Object(string key) => new(_file, PathOf(key), Member(key));

    public IReadOnlyList<StrictObject> Objects(string key) =>
        [.. Items(key).Select((item, i) => new StrictObject(_file, $"{PathOf(key)}[{i}]", item))];

    public string Text(string key) => TextOf(Member(key), PathOf(key));

    public string OneOf(string key, params IReadOnlyList<string> allowed)
    {
        var value = Text(key);
        return allowed.Contains(value, StringComparer.Ordinal)
            ? value
            : throw Wrong(PathOf(key), $"is '{value}'.{Suggestion(value, allowed)} Allowed: {string.Join(", ", allowed)}");
    }

    public IReadOnlyList<string> Texts(string key)
    {
        var texts = Items(key).Select(item => TextOf(item, PathOf(key))).ToList();
        return texts.Count > 0 ? texts : throw Wrong(PathOf(key), "must not be empty");
    }

    /// <summary>A whole number, not below <paramref name="least"/>.</summary>
    public int Number(string key, int least) => Member(key) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value >= least
        ? value
        : throw Wrong(PathOf(key), $"must be a whole number, {least} or more");

    /// <summary>Any JSON, as it stands.</summary>
    public JsonNode? Json(string key) => JsonNode.Parse(Member(key).GetRawText());

    public SetupException Wrong(string path, string what) => Wrong(path, what, what);

    public SetupException Wrong(string path, string english, string greek) => new($"{_file}: '{path}' {english}.", $"{_file}: λάθος στο '{path}' ({greek}).");

    private static string Suggestion(string word, IEnumerable<string> known) => $" Did you mean '{Words.Nearest(word, known)}'?";

    public bool Has(string key) => _members.ContainsKey(key);

    public string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private JsonElement Member(string key) => _members.TryGetValue(key, out var member) ? member : throw Wrong(PathOf(key), "is missing");

    private JsonElement.ArrayEnumerator Items(string key) => Member(key) is { ValueKind: JsonValueKind.Array } array
        ? array.EnumerateArray()
        : throw Wrong(PathOf(key), "must be a list [ … ]");

    private string TextOf(JsonElement element, string path) => element.ValueKind == JsonValueKind.String
        ? element.GetString()!
        : throw Wrong(path, "must be text in quotes");
}
