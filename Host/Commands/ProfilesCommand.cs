using System.CommandLine;
using Insights.Ingest.Profiles;

namespace Insights.Host.Commands;

/// <summary>insights profiles: the tools whose exports are known.</summary>
internal static class ProfilesCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("profiles", "List the tools whose exports are known.");
        command.SetAction(parsed =>
        {
            var spoken = common.Spoken(parsed);
            foreach (var profile in KnownProfiles.All)
                Screen.Result($"{profile.Name,-12} {profile.Title}: {spoken.Say("check.semantics", ("semantics", spoken.Say("semantics." + profile.FirstResponse.Semantics))).Trim()}");
            return ExitCode.Done;
        });
        return command;
    }
}
