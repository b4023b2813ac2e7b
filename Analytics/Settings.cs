namespace Insights.Analytics;

/// <summary>The business constants the models read; a missing one would make a filter silently empty, so it stops the refresh.</summary>
internal static class Settings
{
    private static readonly string[] Needed =
    [
        "repeat_days", "episode_grace_hours", "stale_days", "minimum_n", "chronic_episodes", "chronic_days", "trailing_months",
        "comparison_months", "repeat_amber_ratio", "backlog_low_months", "backlog_high_months",
        "typed_after_seconds", "population_n", "one_priority_ratio", "one_requester_ratio", "one_asset_ratio", "archived_gap_days", "zone_n",
        "chaser_quiet_seconds", "question_seconds", "before_breach_seconds", "kappa_n", "keepable_ratio", "call_back_hours", "limits_months", "run_months",
        "trend_days", "trend_false_ratio", "guard_ratio", "guard_n", "many_false_ratio", "load_n",
    ];

    public static void Check(Warehouse warehouse)
    {
        var missing = Needed.Where(name => warehouse.Scalar<long>("select count(*) from raw.reference_settings where setting = $name", ("name", name)) == 0).ToList();
        if (missing.Count > 0)
            throw new SetupException(
                $"settings.csv has no row for {string.Join(", ", missing)}. Copy the missing rows from the settings.csv that comes with the program, or remove the file to use that one.",
                $"Το settings.csv δεν έχει γραμμή για {string.Join(", ", missing)}. Αντιγράψτε τις γραμμές που λείπουν από το settings.csv του προγράμματος, ή αφαιρέστε το αρχείο για να ισχύσει εκείνο.");
    }
}
