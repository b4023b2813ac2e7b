namespace Insights.Ingest.Reference;

/// <summary>One sentence to the person who keeps the reference data, in both languages.</summary>
public sealed record Message(string English, string Greek)
{
    /// <summary>The sentence in <paramref name="language"/>: <c>el</c> Greek, anything else English.</summary>
    public string In(string language) => language == "el" ? Greek : English;
}

/// <summary>What a cell means, or why it cannot be read. A wrong cell is a value, not an exception.</summary>
public readonly record struct Reading<T>(T? Value, Message? Error)
{
    public bool IsRead => Error is null;

    public static implicit operator Reading<T>(T value) => new(value, null);

    public static implicit operator Reading<T>(Message error) => new(default, error);
}
