using System.CommandLine;
using Insights.Analytics;

namespace Insights.Host.Commands;

/// <summary>insights review: the pack for the monthly meeting with a client.</summary>
internal static class ReviewCommand
{
    private static readonly Option<string?> Client = new("--client") { Description = "The client, as clients.csv names it.", HelpName = "NAME" };
    private static readonly Option<string?> Month = new("--month") { Description = "The month, for example 2026-10; without it the newest that is over.", HelpName = "YYYY-MM" };
    private static readonly Option<bool> All = new("--all") { Description = "Every client." };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("review", "Write the workbook and the chart pack of a client's month.") { Client, Month, All };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(Month) is { } text ? ReviewMonth.Parse(text) : (DateOnly?)null;
            var client = parsed.GetValue(Client);
            if (client is null && !parsed.GetValue(All))
                throw new SetupException(
                    "Say whose review to write: --client NAME, or --all for every client.",
                    "Πείτε ποιου πελάτη η ανασκόπηση: --client ΟΝΟΜΑ, ή --all για όλους τους πελάτες.");

            var file = common.Warehouse(parsed);
            using (var warehouse = Warehouse.OpenExisting(file))
                Refreshing.Run(warehouse, common.Reference(parsed), common.AsOf(parsed), common.Spoken(parsed), TimeProvider.System);
            foreach (var path in Reviews.Write(file, client, asked, common.Languages(parsed), common.Out(parsed)))
                Screen.Result(path);
            return ExitCode.Done;
        });
        return command;
    }
}
