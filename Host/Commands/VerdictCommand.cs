using System.CommandLine;
using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Privacy;

namespace Insights.Host.Commands;

/// <summary>insights verdict: for the owner of a small business, is the provider good enough?</summary>
internal static class VerdictCommand
{
    private static readonly Option<string?> Client = new("--client") { Description = "Your business, as it was named when the files were loaded.", HelpName = "NAME" };
    private static readonly Option<string?> Month = new("--month") { Description = "The last of the twelve months, for example 2026-10; without it the newest there is.", HelpName = "YYYY-MM" };
    private static readonly Option<string> For = new("--audience") { Description = "Who will hold it: owner, client or provider. Outside the provider no person is named.", HelpName = "WHO", DefaultValueFactory = _ => "owner" };
    private static readonly Option<bool> Anonymous = new("--anonymous") { Description = "Name no business and nobody." };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("verdict", "For a business: is my IT provider good enough? From your own log, the provider's export, or both.") { Client, Month, For, Anonymous };
        ThemeOption.AddTo(command);
        ProofOption.SetAction(command, PackKind.Verdict, common, parsed =>
        {
            var client = parsed.GetValue(Client) ?? throw new SetupException(
                "Say whose provider to judge: --client NAME, as it was named when the files were loaded.",
                "Πείτε για ποια επιχείρηση: --client ΟΝΟΜΑ, όπως δόθηκε όταν φορτώθηκαν τα αρχεία.");
            var asked = parsed.GetValue(Month) is { } text ? ReviewMonth.Parse(text) : (DateOnly?)null;
            var audience = Audiences.Of(parsed.GetRequiredValue(For));
            var theme = ThemeOption.Of(parsed, common.Reference(parsed));
            var file = Refreshing.Run(common, parsed);
            using var read = Warehouse.OpenForReading(file);
            var marts = new Marts(read);
            var month = asked ?? VerdictPack.Latest(marts, client);
            foreach (var language in common.Languages(parsed))
            {
                var disclosure = Disclosure.Of(marts, audience, parsed.GetValue(Anonymous), language);
                Write(VerdictPack.Of(marts, language, disclosure, theme), client, disclosure.Shown(client), month, common.Out(parsed));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(VerdictPack pack, string client, string shown, DateOnly month, string folder)
    {
        var language = pack.Language;
        var written = Screen.Step(language.Say("console.verdict", ("client", client), ("month", language.Month(month))), () => pack.Write(shown, month, folder));
        foreach (var path in written)
            Screen.Result(path);
    }
}
