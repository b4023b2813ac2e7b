using Insights.Analytics;
using Insights.Ingest.Reference;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>Reference data in, models rebuilt: what every command that shows numbers does first.</summary>
internal static class Refreshing
{
    /// <summary>Loads the reference folder where there is one, rebuilds what is stale, and says what is missing, each with the row to add.</summary>
    public static void Run(Warehouse warehouse, string reference, DateTime? asOf, Language spoken, TimeProvider clock)
    {
        var folder = Directory.Exists(reference) ? reference : null;
        var now = clock.GetUtcNow().UtcDateTime;
        var load = Screen.Step(spoken.Say("console.reference", ("folder", reference)), () => ReferenceLoader.Load(warehouse, folder, now));
        foreach (var notice in load.Notices)
            Screen.Say(notice.In(spoken.Code));
        Screen.Step(spoken.Say("console.refresh"), () => new Models(warehouse).Refresh(asOf));
        foreach (var line in Gaps.Lines(new Marts(warehouse), spoken))
            Screen.Say(line);
    }
}
