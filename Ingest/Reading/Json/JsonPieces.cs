using Insights.Analytics;

namespace Insights.Ingest.Reading.Json;

/// <summary>One record's text as it was cut out of a file.</summary>
/// <param name="Line">Its line, or its place among the records.</param>
/// <param name="Key">The name it stands under in a map; null elsewhere.</param>
/// <param name="Broken">Why it is no whole object; null when it looks whole.</param>
internal readonly record struct JsonPiece(long Line, string? Key, Message? Broken);

/// <summary>Cuts JSON text into the texts of its records. The text of the piece just given is in the window.</summary>
internal static class JsonPieces
{
    private static readonly Message CutShort = new(
        "the file ends within this object: it was cut short, and what followed is missing",
        "το αρχείο τελειώνει μέσα σε αυτό το αντικείμενο: κόπηκε, και ό,τι ακολουθούσε λείπει");

    private static readonly Message Derailed = new(
        "the JSON breaks off here: what follows cannot be told apart", "η JSON χαλάει εδώ: ό,τι ακολουθεί δεν ξεχωρίζει");

    private static readonly Message NoObject = new("this is no JSON object", "αυτό δεν είναι αντικείμενο JSON");

    private static readonly Message TooLong = new(
        $"the record is longer than {ReadingLimits.RecordBytes} bytes", $"η εγγραφή είναι πάνω από {ReadingLimits.RecordBytes} byte");

    /// <summary>One object a line; blank lines count and are no records.</summary>
    public static IEnumerator<JsonPiece> Lines(ByteWindow window)
    {
        for (var line = 1L; window.TakeLine(); line++)
            if (!window.Taken.Trim(ByteWindow.Blank).IsEmpty)
                yield return new JsonPiece(line, null, window.IsTooLong ? TooLong : IsObject(window) ? null : NoObject);
    }

    /// <summary>The values the steps lead to, from each root value.</summary>
    public static IEnumerator<JsonPiece> Values(ByteWindow window, JsonStep[] steps)
    {
        var count = 0L;
        while (window.Peek() is { } next)
        {
            if (next == ',')
            {
                window.Step();
                continue;
            }
            foreach (var (key, broken) in Inside(window, steps, 0, null))
            {
                yield return new JsonPiece(++count, key, broken);
                if (broken == CutShort || broken == Derailed)
                    yield break;
            }
        }
    }

    private static IEnumerable<(string? Key, Message? Broken)> Inside(ByteWindow window, JsonStep[] steps, int at, string? key)
    {
        if (at == steps.Length)
            return [Record(window, key)];
        var opening = steps[at].Kind == JsonStepKind.Elements ? (byte)'[' : (byte)'{';
        if (window.Peek() == opening)
            return opening == '[' ? Elements(window, steps, at) : Members(window, steps, at);
        return window.SkipValue() ? [] : [(null, CutShort)];
    }

    private static (string? Key, Message? Broken) Record(ByteWindow window, string? key)
    {
        if (window.Peek() is null or (byte)']' or (byte)'}' or (byte)':')
            return (key, window.Peek() is null ? CutShort : Derailed);
        if (!window.TakeValue())
            return (key, CutShort);
        if (window.IsTooLong)
            return (key, TooLong);
        return (key, IsObject(window) ? null : NoObject);
    }

    private static IEnumerable<(string? Key, Message? Broken)> Elements(ByteWindow window, JsonStep[] steps, int at)
    {
        window.Step();
        while (window.Peek() is { } next)
        {
            if (next is (byte)']' or (byte)',')
                window.Step();
            if (next == ']')
                yield break;
            if (next != ',')
                foreach (var piece in Inside(window, steps, at + 1, null))
                    yield return piece;
        }
        yield return (null, CutShort);
    }

    private static IEnumerable<(string? Key, Message? Broken)> Members(ByteWindow window, JsonStep[] steps, int at)
    {
        window.Step();
        while (window.Peek() is { } next)
        {
            if (next is (byte)'}' or (byte)',')
                window.Step();
            if (next == '}')
                yield break;
            if (next == ',')
                continue;
            if (Name(window) is not { } name)
            {
                yield return (null, window.Peek() is null ? CutShort : Derailed);
                yield break;
            }
            if (!IsOnPath(steps[at], name) && !window.SkipValue())
                yield return (null, CutShort);
            else if (IsOnPath(steps[at], name))
                foreach (var piece in Inside(window, steps, at + 1, steps[at].Kind == JsonStepKind.NumberedProperties ? name : null))
                    yield return piece;
        }
        yield return (null, CutShort);
    }

    private static string? Name(ByteWindow window)
    {
        if (window.Peek() != '"' || !window.TakeValue())
            return null;
        var name = JsonStrings.Text(window.Taken);
        if (window.Peek() != ':')
            return null;
        window.Step();
        return name;
    }

    private static bool IsOnPath(JsonStep step, string name) =>
        step.Kind == JsonStepKind.NumberedProperties ? name.Any(char.IsAsciiDigit) : step.Name == name;

    private static bool IsObject(ByteWindow window) => window.Taken.TrimStart(ByteWindow.Blank) is [(byte)'{', ..];
}
