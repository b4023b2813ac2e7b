using System.Text;

namespace Insights.Ingest.Reading.Json;

/// <summary>How a JSON text is laid out.</summary>
/// <param name="Encoding">Of its bytes.</param>
/// <param name="Steps">From each root value to its records.</param>
/// <param name="IsLines">One object a line, so that a bad line costs itself alone.</param>
internal sealed record JsonForm(Encoding Encoding, JsonStep[] Steps, bool IsLines)
{
    private const int LinesLooked = 10;

    /// <summary>True where the records stand in a map under their ids.</summary>
    public bool IsMap => Steps is [.., { Kind: JsonStepKind.NumberedProperties }];

    /// <summary>Looks through the text.</summary>
    public static JsonForm Detect(ByteSource source)
    {
        var sample = source.Start(Shapes.SampleSize);
        var encoding = TextEncodings.Detect(sample)!;
        using var window = new ByteWindow(OpenText(source, encoding));
        var steps = JsonStructure.Find(window);
        return new JsonForm(encoding, steps, steps.Length == 0 && HasLines(source, encoding));
    }

    /// <summary>A window at the start of the text.</summary>
    public ByteWindow Open(ByteSource source) => new(OpenText(source, Encoding));

    /// <summary>The records of the text in a window.</summary>
    public IEnumerator<JsonPiece> Pieces(ByteWindow window) => IsLines ? JsonPieces.Lines(window) : JsonPieces.Values(window, Steps);

    private static Stream OpenText(ByteSource source, Encoding encoding) => encoding is UTF8Encoding
        ? source.Open()
        : Encoding.CreateTranscodingStream(source.Open(), encoding, new UTF8Encoding(false), leaveOpen: false);

    /// <summary>The first line is an object, or most of the first lines are: the first may be the broken one.</summary>
    private static bool HasLines(ByteSource source, Encoding encoding)
    {
        using var window = new ByteWindow(OpenText(source, encoding));
        using var lines = JsonPieces.Lines(window);
        var (looked, whole) = (0, 0);
        while (looked < LinesLooked && lines.MoveNext())
        {
            looked++;
            using var record = JsonObject.Parse(window.Taken.Trim(ByteWindow.Blank).ToArray(), out _);
            whole += record is not null && record.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object ? 1 : 0;
            if (looked == 1 && whole == 1)
                return true;
        }
        return whole * 2 > looked;
    }
}
