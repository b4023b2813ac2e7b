using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Sources;
using Insights.Reports.Style;

namespace Insights.Host.Commands;

/// <summary>insights pull: asks the tools now, once.</summary>
internal static class PullCommand
{
    private static readonly Option<string> Sources = new("--sources") { Description = "The file of tools to pull.", HelpName = "FILE", DefaultValueFactory = _ => "sources.json" };
    private static readonly Option<string?> Only = new("--source") { Description = "Only this source of the file.", HelpName = "NAME" };
    private static readonly Option<bool> Anew = new("--anew") { Description = "Everything from the beginning, not only what is new: finds what was deleted in the tool." };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("pull", "Ask the tools of sources.json for what is new, now.") { Sources, Only, Anew };
        command.SetAction(async (parsed, stopping) =>
        {
            var asked = Asked(SourcesFile.Read(parsed.GetRequiredValue(Sources)), parsed.GetValue(Only));
            using var gate = new SemaphoreSlim(1);
            foreach (var source in asked)
            {
                using var pull = new SourcePull(source, common.Warehouse(parsed), gate, TimeProvider.System);
                await Pull(source, pull, parsed.GetValue(Anew), common.Spoken(parsed), stopping).ConfigureAwait(false);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task Pull(SourceSettings source, SourcePull pull, bool anew, Language spoken, CancellationToken stopping)
    {
        Screen.Say(spoken.Say("console.pull", ("source", source.Source), ("profile", source.Profile.Name)));
        var result = anew ? await pull.Resync(stopping).ConfigureAwait(false) : await pull.Run(stopping).ConfigureAwait(false);
        Screen.Say(spoken.Say(
            "console.pulled", ("source", source.Source), ("pages", spoken.Whole(result.PageCount)), ("new", spoken.Whole(result.NewCount)),
            ("changed", spoken.Whole(result.ChangedCount)), ("rejects", spoken.Whole(result.RejectCount))));
    }

    private static List<SourceSettings> Asked(SourcesPlan plan, string? only)
    {
        var asked = plan.Sources.Where(source => only is null || source.Source == only).ToList();
        return asked.Count > 0 ? asked : throw new SetupException(
            $"--source {only}: the file names no such source. It names: {string.Join(", ", plan.Sources.Select(s => s.Source))}.",
            $"--source {only}: το αρχείο δεν έχει τέτοια πηγή. Έχει: {string.Join(", ", plan.Sources.Select(s => s.Source))}.");
    }
}
