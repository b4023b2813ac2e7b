using System.CommandLine;
using Insights.Analytics;

namespace Insights.Host.Commands;

/// <summary>insights whatif: the last twelve months under other hours, holidays, targets and pause rules, before anyone signs.</summary>
internal static class WhatIfCommand
{
    private static readonly Option<string> With = new("--with")
    {
        Description = "A folder with the reference files that would change: promises.csv, calendars.csv, holidays.csv … or reference.xlsx.",
        HelpName = "DIR",
        Required = true,
    };

    private static readonly Option<string?> Client = new("--client") { Description = "One client, as clients.csv names it.", HelpName = "NAME" };
    private static readonly Option<string?> Month = new("--month") { Description = "The last of the twelve months, for example 2026-10; without it the newest that is over.", HelpName = "YYYY-MM" };
    private static readonly Option<string> Format = new("--format") { Description = "table, csv or json.", DefaultValueFactory = _ => "table" };

    public static Command Create(CommonOptions common)
    {
        Format.AcceptOnlyFromAmong([.. Listing.Formats]);
        var command = new Command("whatif", "Replay the last twelve months under proposed promises, hours, holidays or pause rules. Nothing is changed.") { With, Client, Month, Format };
        command.SetAction(parsed =>
        {
            var (file, spoken) = (common.Warehouse(parsed), common.Spoken(parsed));
            var reference = common.Reference(parsed) ?? throw new SetupException(
                $"There is no reference folder '{common.ReferenceToWrite(parsed)}' to lay the proposal over. Name it with --reference.",
                $"Δεν υπάρχει φάκελος στοιχείων αναφοράς '{common.ReferenceToWrite(parsed)}' για να μπει πάνω του η πρόταση. Δώστε τον με --reference.");
            var asked = parsed.GetValue(Month) is { } text ? ReviewMonth.Parse(text) : (DateOnly?)null;
            using (var warehouse = Warehouse.OpenExisting(file))
                Refreshing.Run(warehouse, reference, common.AsOf(parsed), spoken, TimeProvider.System);
            using var proposal = Proposal.Of(file, reference, parsed.GetRequiredValue(With), common.AsOf(parsed), spoken, TimeProvider.System);
            var (columns, rows) = WhatIf.Compare(file, proposal.File, asked ?? Latest(file), KnownClient(file, parsed.GetValue(Client)));
            Listing.Write(parsed.GetRequiredValue(Format), columns, rows);
            return ExitCode.Done;
        });
        return command;
    }

    private static DateOnly Latest(string file)
    {
        using var warehouse = Warehouse.OpenForReading(file);
        return ReviewMonth.Latest(new Marts(warehouse));
    }

    private static string? KnownClient(string file, string? client)
    {
        using var warehouse = Warehouse.OpenForReading(file);
        if (client is null || new Marts(warehouse).Rows("client_months", client).Count > 0)
            return client;
        throw new SetupException(
            $"--client '{client}': no tickets of this client. Write it as clients.csv does.",
            $"--client '{client}': δεν υπάρχουν αιτήματα αυτού του πελάτη. Γράψτε τον όπως στο clients.csv.");
    }
}
