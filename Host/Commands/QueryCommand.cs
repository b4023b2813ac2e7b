using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Insights.Analytics;
using Spectre.Console;

namespace Insights.Host.Commands;

/// <summary>insights query "select …": a person's own read-only SQL over the warehouse.</summary>
internal static class QueryCommand
{
    private static readonly Argument<string> Sql = new("sql") { Description = "A select, for example: from marts.client_months" };
    private static readonly Option<string> Format = new("--format") { Description = "table, csv or json.", DefaultValueFactory = _ => "table" };

    public static Command Create(CommonOptions common)
    {
        Format.AcceptOnlyFromAmong("table", "csv", "json");
        var command = new Command("query", "Run SQL over the warehouse, read-only.") { Sql, Format };
        command.SetAction(parsed =>
        {
            using var warehouse = Warehouse.OpenForReading(common.Warehouse(parsed));
            var (columns, rows) = new Query(warehouse).Run(parsed.GetRequiredValue(Sql));
            Write(parsed.GetRequiredValue(Format), columns, rows);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(string format, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
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
