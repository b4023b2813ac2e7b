using System.CommandLine;
using Insights.Analytics;

namespace Insights.Host.Commands;

/// <summary>insights query "select …": a person's own read-only SQL over the warehouse.</summary>
internal static class QueryCommand
{
    private static readonly Argument<string> Sql = new("sql") { Description = "A select, for example: from marts.client_months" };
    private static readonly Option<string> Format = new("--format") { Description = "table, csv or json.", DefaultValueFactory = _ => "table" };

    public static Command Create(CommonOptions common)
    {
        Format.AcceptOnlyFromAmong([.. Listing.Formats]);
        var command = new Command("query", "Run SQL over the warehouse, read-only.") { Sql, Format };
        command.SetAction(parsed =>
        {
            using var warehouse = Warehouse.OpenForReading(common.Warehouse(parsed));
            var (columns, rows) = new Query(warehouse).Run(parsed.GetRequiredValue(Sql));
            Listing.Write(parsed.GetRequiredValue(Format), columns, rows);
            return ExitCode.Done;
        });
        return command;
    }
}
