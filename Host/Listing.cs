using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Insights.Host;

/// <summary>Rows on the standard output, for people (table) or for other programs (csv, json).</summary>
internal static class Listing
{
    /// <summary>The forms rows can be written in.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["table", "csv", "json"];

    public static void Write(string format, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        switch (format)
        {
            case "csv":
                WriteCsv(columns, rows);
                break;
            case "json":
                Screen.Result(JsonSerializer.Serialize(rows.Select(row => columns.Zip(row).ToDictionary(c => c.First, c => Plain(c.Second)))));
                break;
            default:
                WriteTable(columns, rows);
                break;
        }
    }

    private static void WriteCsv(IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        Screen.Result(string.Join(',', columns.Select(Quoted)));
        foreach (var row in rows)
            Screen.Result(string.Join(',', row.Select(value => Quoted(Text(value)))));
    }

    private static void WriteTable(IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(column)).NoWrap());
        foreach (var row in rows)
            table.AddRow(row.Select(value => new Text(Text(value))));
        AnsiConsole.Write(table);
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static object? Plain(object? value) => value is null or string or bool or int or long or double ? value : Text(value);

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list and not string => "[" + string.Join(", ", list.Cast<object?>().Select(Text)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
