using System.CommandLine;
using Insights.Analytics;
using Insights.Reports.Packs;

namespace Insights.Host.Commands;

/// <summary>insights verdict: for the owner of a small business, is the provider good enough?</summary>
internal static class VerdictCommand
{
    private static readonly Option<string?> Client = new("--client") { Description = "Your business, as it was named when the files were loaded.", HelpName = "NAME" };
    private static readonly Option<string?> Month = new("--month") { Description = "The last of the twelve months, for example 2026-10; without it the newest there is.", HelpName = "YYYY-MM" };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("verdict", "For a business: is my IT provider good enough? From your own log, the provider's export, or both.") { Client, Month };
        command.SetAction(parsed =>
        {
            var client = parsed.GetValue(Client) ?? throw new SetupException(
                "Say whose provider to judge: --client NAME, as it was named when the files were loaded.",
                "Πείτε για ποια επιχείρηση: --client ΟΝΟΜΑ, όπως δόθηκε όταν φορτώθηκαν τα αρχεία.");
            var asked = parsed.GetValue(Month) is { } text ? ReviewMonth.Parse(text) : (DateOnly?)null;
            var file = common.Warehouse(parsed);
            using (var warehouse = Warehouse.OpenExisting(file))
                Refreshing.Run(warehouse, common.Reference(parsed), common.AsOf(parsed), common.Spoken(parsed), TimeProvider.System);
            foreach (var path in Write(file, client, asked, common, parsed))
                Screen.Result(path);
            return ExitCode.Done;
        });
        return command;
    }

    private static List<string> Write(string file, string client, DateOnly? asked, CommonOptions common, ParseResult parsed)
    {
        using var warehouse = Warehouse.OpenForReading(file);
        var marts = new Marts(warehouse);
        var month = asked ?? VerdictPack.Latest(marts, client);
        return [.. common.Languages(parsed).SelectMany(language => Screen.Step(
            language.Say("console.verdict", ("client", client), ("month", language.Month(month))), () => VerdictPack.Write(marts, client, month, language, common.Out(parsed))))];
    }
}
