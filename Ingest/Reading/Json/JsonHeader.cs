using System.Runtime.InteropServices;
using System.Text.Json;

namespace Insights.Ingest.Reading.Json;

/// <summary>Finds the columns of a JSON text: every path that holds a value in some record.</summary>
internal static class JsonHeader
{
    /// <summary>Adds the paths of a record. In a list of objects the first stands for all, unless the list is on the path to the rows.</summary>
    public static void Add(JsonElement value, JsonTree.Node node)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    Add(property.Value, node.Child(JsonNames.Of(property)));
                break;
            case JsonValueKind.Array:
                AddList(value, node);
                break;
            default:
                node.BecomeColumn();
                break;
        }
    }

    private static void AddList(JsonElement list, JsonTree.Node node)
    {
        var isFirst = true;
        foreach (var element in list.EnumerateArray())
            if (element.ValueKind == JsonValueKind.Object)
            {
                if (isFirst || node.IsOnListPath)
                    Add(element, node.Elements);
                isFirst = false;
            }
            else
            {
                (node.IsRowList ? node.Elements : node).BecomeColumn();
            }
    }
}

/// <summary>The names of properties as UTF-8.</summary>
internal static class JsonNames
{
    public static ReadOnlySpan<byte> Of(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? System.Text.Encoding.UTF8.GetBytes(JsonStrings.Text([(byte)'"', .. raw, (byte)'"'])) : raw;
    }
}
