using DuckDB.NET.Data;

namespace Insights.Analytics;

/// <summary>Values whose type is known only when they are appended.</summary>
internal static class Appending
{
    /// <exception cref="ArgumentException">The warehouse has no column for a value of that type.</exception>
    public static void AppendAny(this IDuckDBAppenderRow row, object? value) => _ = value switch
    {
        null => row.AppendNullValue(),
        string text => row.AppendValue(text),
        int number => row.AppendValue(number),
        short number => row.AppendValue(number),
        long number => row.AppendValue(number),
        double number => row.AppendValue(number),
        bool yes => row.AppendValue((bool?)yes),
        DateOnly date => row.AppendValue((DateOnly?)date),
        DateTime instant => row.AppendValue((DateTime?)instant),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} has no column type."),
    };
}
