using System.CommandLine;
using Insights.Analytics;

namespace Insights.Host.Commands;

/// <summary>insights forget: a client, a person, or old tickets leave the warehouse for good.</summary>
internal static class ForgetCommand
{
    private static readonly Option<string?> Client = new("--client") { Description = "The client, as clients.csv names it.", HelpName = "NAME" };
    private static readonly Option<string?> Person = new("--person") { Description = "A person by name or mail address, as the exports write it.", HelpName = "NAME" };
    private static readonly Option<int?> OlderThan = new("--older-than") { Description = "What was created more than so many months ago.", HelpName = "MONTHS" };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do it; without it the command only says what would go." };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("forget", "Take a client, a person, or old tickets out of the warehouse, for good.") { Client, Person, OlderThan, Yes };
        command.SetAction(parsed =>
        {
            var (file, spoken) = (common.Warehouse(parsed), common.Spoken(parsed));
            var forgetting = Asked(parsed, file, TimeProvider.System);
            if (parsed.GetValue(Client) is not null)
                Refreshing.Run(common, parsed);
            var what = parsed.GetValue(Person) is null ? "ticket" : "forget.mention";
            if (parsed.GetValue(Yes))
                Screen.Result(spoken.Say("forget.done", ("count", spoken.Count(what, forgetting.Run()))));
            else
                Screen.Result(spoken.Say("forget.would", ("count", spoken.Count(what, forgetting.Count()))));
            Screen.Say(spoken.Say(parsed.GetValue(Client) is null ? "forget.files" : "forget.reference"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Forgetting Asked(ParseResult parsed, string file, TimeProvider clock) => (parsed.GetValue(Client), parsed.GetValue(Person), parsed.GetValue(OlderThan)) switch
    {
        ({ } client, null, null) => Forgetting.Client(file, client),
        (null, { } person, null) when person.Trim().Length > 0 => Forgetting.Person(file, person),
        (null, null, > 0 and { } months) => Forgetting.Before(file, clock.GetUtcNow().UtcDateTime.AddMonths(-months)),
        _ => throw new SetupException(
            "Say one thing to forget: --client NAME, --person NAME, or --older-than MONTHS (1 or more).",
            "Πείτε ένα πράγμα: --client ΟΝΟΜΑ, --person ΟΝΟΜΑ, ή --older-than ΜΗΝΕΣ (1 και πάνω)."),
    };
}
