using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Insights.Ingest.Apis;

/// <summary>Texts with <c>{names}</c> in them.</summary>
internal static partial class Template
{
    /// <summary>The names a text, or a JSON value, holds.</summary>
    public static IEnumerable<string> Names(string text) => Hole().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>Each name becomes its value, escaped as the place asks.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values, Func<string, string> escape) =>
        Hole().Replace(text, hole => values.TryGetValue(hole.Groups["name"].Value, out var value) ? escape(value) : hole.Value);

    /// <summary>A copy of JSON with its texts filled; a text that is nothing but a name whose value is a number becomes that number.</summary>
    public static JsonNode? Fill(JsonNode? body, IReadOnlyDictionary<string, string> values) => body switch
    {
        JsonObject o => new JsonObject(o.Select(m => KeyValuePair.Create(m.Key, Fill(m.Value, values)))),
        JsonArray list => new JsonArray([.. list.Select(item => Fill(item, values))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Filled(text, values),
        _ => body?.DeepClone(),
    };

    private static JsonValue Filled(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = Fill(text, values, value => value);
        var isNumber = Hole().Match(text) is { Success: true } hole && hole.Length == text.Length && hole.Groups["name"].Value is "page" or "offset";
        return isNumber ? JsonValue.Create(long.Parse(filled, CultureInfo.InvariantCulture)) : JsonValue.Create(filled);
    }

    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}")]
    private static partial Regex Hole();
}
