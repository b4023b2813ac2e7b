using System.CommandLine;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Reports.Style;

namespace Insights.Host.Commands;

/// <summary>insights status: one line a source, how far it is held and what stopped it.</summary>
internal static class StatusCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("status", "Show, source by source, how far it is held and what went wrong last.");
        command.SetAction(parsed =>
        {
            using var warehouse = Warehouse.OpenForReading(common.Warehouse(parsed));
            var states = new Pulls(warehouse).All().ToDictionary(state => state.Source);
            foreach (var (source, until) in new Pulls(warehouse).Held())
                Screen.Result(Line(source, until, states.GetValueOrDefault(source), common.Spoken(parsed)));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Line(string source, DateTime? until, PullState? state, Language spoken)
    {
        var values = new[]
        {
            ("source", source), ("until", Utc(until)), ("cursor", Utc(state?.CursorAt)), ("ended", Utc(state?.EndedAt)), ("started", Utc(state?.StartedAt)),
            ("error", state?.Error ?? ""), ("at", Utc(state?.ErrorAt)), ("pages", spoken.Whole(state?.PageCount ?? 0)),
        };
        return spoken.Say(state switch
        {
            null => "console.status.file",
            { Error: not null } => "console.status.failed",
            { NewestAt: not null } => "console.status.halfway",
            { EndedAt: null } => "console.status.begun",
            _ => "console.status.pulled",
        }, values);
    }

    /// <summary>For a person who looks after the program, and for programs: ISO, UTC.</summary>
    private static string Utc(DateTime? at) => at is { } known ? Iso.Instant(known) : "–";
}
