using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>Writes the example rows of a profile as the files a tool would.</summary>
internal static class ExampleFiles
{
    public static string Csv(IReadOnlyList<ProfileExample> examples, char delimiter = ',', string lineEnd = "\n", bool isReversed = false)
    {
        var header = examples.SelectMany(e => e.Row.Keys).Distinct().ToList();
        if (isReversed)
            header.Reverse();
        var text = new StringBuilder().AppendJoin(delimiter, header.Select(h => Quoted(h, delimiter))).Append(lineEnd);
        foreach (var example in examples)
            text.AppendJoin(delimiter, header.Select(h => Quoted(example.Row.GetValueOrDefault(h, ""), delimiter))).Append(lineEnd);
        return text.ToString();
    }

    /// <summary>
    /// The examples in groups that can be rows of one file: names that differ only in case or spacing (those of a CSV and of the API's
    /// JSON) stand in no file together.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ProfileExample>> Groups(IReadOnlyList<ProfileExample> examples)
    {
        var groups = new List<List<ProfileExample>>();
        foreach (var example in examples)
            if (groups.Find(group => group.All(other => GoTogether(other, example))) is { } group)
                group.Add(example);
            else
                groups.Add([example]);
        return groups;
    }

    /// <summary>False where a name is both a value and an object: such a row stands in no JSON.</summary>
    public static bool CanBeJson(ProfileExample example) =>
        example.Row.Keys.All(name => !example.Row.Keys.Any(other => other.StartsWith(name + ".", StringComparison.Ordinal)));

    private static bool GoTogether(ProfileExample a, ProfileExample b) =>
        !a.Row.Keys.Any(name => b.Row.Keys.Any(other => name != other && HeaderNames.Fold(name) == HeaderNames.Fold(other)));

    /// <summary>A list of objects whose header names are paths: <c>company.name</c>, <c>journals[].details[].name</c>.</summary>
    public static string Json(IReadOnlyList<ProfileExample> examples) =>
        new JsonArray([.. examples.Select(e => (JsonNode?)Record(e.Row))]).ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static JsonObject Record(IReadOnlyDictionary<string, string> row)
    {
        var record = new JsonObject();
        foreach (var (path, value) in row)
            Set(record, path.Split('.'), value);
        return record;
    }

    private static void Set(JsonObject owner, ReadOnlySpan<string> path, string value)
    {
        var isList = path[0].EndsWith("[]", StringComparison.Ordinal);
        var name = isList ? path[0][..^2] : path[0];
        if (path.Length == 1)
            owner[name] = isList ? new JsonArray(Value(value)) : Value(value);
        else
            Set(Inner(owner, name, isList), path[1..], value);
    }

    private static JsonObject Inner(JsonObject owner, string name, bool isList)
    {
        if (!owner.ContainsKey(name))
            owner[name] = isList ? new JsonArray(new JsonObject()) : new JsonObject();
        return isList ? owner[name]!.AsArray()[0]!.AsObject() : owner[name]!.AsObject();
    }

    private static JsonValue? Value(string value) => value switch
    {
        "" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ => JsonValue.Create(value),
    };

    private static string Quoted(string cell, char delimiter) => cell.AsSpan().ContainsAny([delimiter, '"', '\n']) ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
