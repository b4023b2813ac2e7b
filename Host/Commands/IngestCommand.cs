using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Loading;

namespace Insights.Host.Commands;

/// <summary>insights ingest: exports in, through the ledger.</summary>
internal static class IngestCommand
{
    private static readonly Argument<string[]> Files = new("files") { Description = "The exports.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> ProfileName = new("--profile") { Description = "The tool it came from (insights profiles), or a profile file of your own; without it, recognised from the header.", HelpName = "NAME|FILE" };
    private static readonly Option<string?> Source = new("--source") { Description = "The name of this tool of this provider; without it, the profile's name.", HelpName = "NAME" };
    private static readonly Option<string> Provider = new("--provider") { Description = "The IT-support company.", HelpName = "NAME", DefaultValueFactory = _ => "provider" };
    private static readonly Option<string?> Side = new("--side") { Description = "Whose file it is: provider or client." };
    private static readonly Option<string?> Client = new("--client") { Description = "The client of tickets whose row names none.", HelpName = "NAME" };
    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "The zone of the file's times, for example Europe/Athens; without it, as the profile says.", HelpName = "ZONE" };

    public static Command Create(CommonOptions common)
    {
        Side.AcceptOnlyFromAmong("provider", "client");
        var command = new Command("ingest", "Load exports. The same file twice changes nothing.") { Files, ProfileName, Source, Provider, Side, Client, TimeZone };
        command.SetAction(parsed =>
        {
            var spoken = common.Spoken(parsed);
            var requests = parsed.GetRequiredValue(Files).Select(file => Request(parsed, file)).ToList();
            using var warehouse = Warehouse.OpenForWriting(common.Warehouse(parsed));
            foreach (var request in requests)
                Loads.Run(warehouse, request, spoken);
            return ExitCode.Done;
        });
        return command;
    }

    private static LoadRequest Request(ParseResult parsed, string file)
    {
        var profile = Loads.Profile(file, parsed.GetValue(ProfileName));
        return new LoadRequest
        {
            File = file,
            Profile = profile,
            Source = parsed.GetValue(Source) ?? profile.Name,
            Provider = parsed.GetRequiredValue(Provider),
            Side = parsed.GetValue(Side),
            DefaultClient = parsed.GetValue(Client),
            TimeZone = parsed.GetValue(TimeZone),
        };
    }
}
