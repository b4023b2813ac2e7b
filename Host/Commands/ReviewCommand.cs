using System.CommandLine;
using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Privacy;

namespace Insights.Host.Commands;

/// <summary>insights review: the pack for the monthly meeting with a client.</summary>
internal static class ReviewCommand
{
    private static readonly Option<string?> Client = new("--client") { Description = "The client, as clients.csv names it.", HelpName = "NAME" };
    private static readonly Option<string?> Month = new("--month") { Description = "The month, for example 2026-10; without it the newest that is over.", HelpName = "YYYY-MM" };
    private static readonly Option<bool> All = new("--all") { Description = "Every client." };

    private static readonly Option<string> For = new("--audience") { Description = "Who will hold it: client, provider or owner. Outside the provider no person is named.", HelpName = "WHO", DefaultValueFactory = _ => "client" };
    private static readonly Option<bool> Anonymous = new("--anonymous") { Description = "Name no business and nobody." };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("review", "Write the workbook and the chart pack of a client's month.") { Client, Month, All, For, Anonymous };
        ThemeOption.AddTo(command);
        ProofOption.SetAction(command, PackKind.Review, common, parsed =>
        {
            var theme = ThemeOption.Of(parsed, common.Reference(parsed));
            var asked = parsed.GetValue(Month) is { } text ? ReviewMonth.Parse(text) : (DateOnly?)null;
            var client = parsed.GetValue(Client);
            var audience = Audiences.Of(parsed.GetRequiredValue(For));
            if (client is null && !parsed.GetValue(All))
                throw new SetupException(
                    "Say whose review to write: --client NAME, or --all for every client.",
                    "Πείτε ποιου πελάτη η ανασκόπηση: --client ΟΝΟΜΑ, ή --all για όλους τους πελάτες.");

            var file = Refreshing.Run(common, parsed);
            var reviews = new Reviews(common.Languages(parsed), common.Out(parsed), theme, audience, parsed.GetValue(Anonymous));
            foreach (var path in reviews.Write(file, client, asked))
                Screen.Result(path);
            return ExitCode.Done;
        });
        return command;
    }
}
