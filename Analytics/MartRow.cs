namespace Insights.Analytics;

/// <summary>One row of a mart, read by column name. A null is "not measurable" or "not stated", never zero.</summary>
public sealed class MartRow
{
    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly object?[] _values;

    internal MartRow(IReadOnlyDictionary<string, int> columns, object?[] values)
    {
        _columns = columns;
        _values = values;
    }

    /// <summary>The value of a column as DuckDB gave it.</summary>
    /// <exception cref="ArgumentException">The mart has no such column.</exception>
    public object? this[string column] =>
        _columns.TryGetValue(column, out var i) ? _values[i] : throw new ArgumentException($"The mart has no column '{column}'; it has {string.Join(", ", _columns.Keys)}.");

    public string? Text(string column) => (string?)this[column];

    /// <summary>A whole number: a count, or seconds.</summary>
    public long? Whole(string column) => this[column] is { } value ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>A ratio 0 to 1, or another number with a fraction.</summary>
    public double? Number(string column) => this[column] is { } value ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) : null;

    public bool? Flag(string column) => (bool?)this[column];

    /// <summary>An instant in UTC.</summary>
    public DateTime? Instant(string column) => this[column] is DateTime value ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : null;

    public DateOnly? Date(string column) => this[column] switch
    {
        null => null,
        DateOnly date => date,
        DateTime instant => DateOnly.FromDateTime(instant),
        var other => throw new InvalidCastException($"Column '{column}' holds a {other.GetType().Name}, not a date."),
    };
}
