using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Loading;
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
            var plan = SourcesFile.Read(parsed.GetRequiredValue(Sources));
            using var warehouse = new SharedWarehouse(common.Warehouse(parsed));
            foreach (var pull in Asked(plan, parsed.GetValue(Only), warehouse))
                await Pull(pull, parsed.GetValue(Anew), common.Spoken(parsed), stopping).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task Pull(IPull pull, bool anew, Language spoken, CancellationToken stopping)
    {
        Screen.Say(spoken.Say("console.pull", ("source", pull.Source)));
        // A mailbox forgets nothing: to read it from the beginning would find nothing deleted.
        var result = anew && pull is SourcePull tool ? await tool.Resync(stopping).ConfigureAwait(false) : await pull.Run(stopping).ConfigureAwait(false);
        foreach (var refused in result.Refused)
            Screen.Say(refused);
        Screen.Say(spoken.Say(
            "console.pulled", ("source", pull.Source), ("pages", spoken.Whole(result.PageCount)), ("new", spoken.Whole(result.NewCount)),
            ("changed", spoken.Whole(result.ChangedCount)), ("rejects", spoken.Whole(result.RejectCount))));
    }

    private static List<IPull> Asked(SourcesPlan plan, string? only, SharedWarehouse warehouse)
    {
        List<IPull> all = [.. plan.Sources.Select(s => new SourcePull(s, warehouse, TimeProvider.System)), .. plan.Mail.Select(m => new MailPull(m, warehouse, TimeProvider.System))];
        var asked = all.Where(pull => only is null || pull.Source == only).ToList();
        return asked.Count > 0 ? asked : throw new SetupException(
            $"--source {only}: the file names no such source. It names: {string.Join(", ", all.Select(s => s.Source))}.",
            $"--source {only}: το αρχείο δεν έχει τέτοια πηγή. Έχει: {string.Join(", ", all.Select(s => s.Source))}.");
    }
}
