using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Reference;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>Reference data in, models rebuilt: what every command that shows numbers does first.</summary>
internal static class Refreshing
{
    /// <summary>
    /// Loads the reference folder, rebuilds what is stale, and says what is missing, each with the row to add. Without a folder
    /// (null), what the warehouse already knows is kept.
    /// </summary>
    public static void Run(Warehouse warehouse, string? reference, DateTime? asOf, Language spoken, TimeProvider clock)
    {
        if (reference is not null || !new RawReference(warehouse).IsLoaded)
            Load(warehouse, reference, spoken, clock);
        Screen.Step(spoken.Say("console.refresh"), () => new Models(warehouse).Refresh(asOf));
        foreach (var line in Gaps.Lines(new Marts(warehouse), spoken))
            Screen.Say(line);
    }

    /// <summary>The warehouse a command works on, which must be there, refreshed as its options say.</summary>
    /// <returns>Its file.</returns>
    public static string Run(CommonOptions common, ParseResult parsed)
    {
        using var warehouse = Warehouse.OpenExisting(common.Warehouse(parsed));
        Run(warehouse, common.Reference(parsed), common.AsOf(parsed), common.Spoken(parsed), TimeProvider.System);
        return warehouse.File;
    }

    private static void Load(Warehouse warehouse, string? reference, Language spoken, TimeProvider clock)
    {
        if (reference is not null)
            Screen.Say(spoken.Say("console.reference", ("folder", reference)));
        foreach (var notice in ReferenceLoader.Load(warehouse, reference, clock.GetUtcNow().UtcDateTime).Notices)
            Screen.Say(notice.In(spoken.Code));
    }
}
