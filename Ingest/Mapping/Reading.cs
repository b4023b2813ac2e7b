using Insights.Analytics;

namespace Insights.Ingest.Mapping;

/// <summary>What a cell means, or why it cannot be read. A wrong cell is a value, not an exception.</summary>
public readonly record struct Reading<T>(T? Value, Message? Error)
{
    public bool IsRead => Error is null;

    public static implicit operator Reading<T>(T value) => new(value, null);

    public static implicit operator Reading<T>(Message error) => new(default, error);
}
