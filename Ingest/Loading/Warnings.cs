using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Loading;

/// <summary>What a person should look at after a load.</summary>
internal static class Warnings
{
    public static IReadOnlyList<string> Of(DelimitedText text, TicketLayout layout, LoadCounts counts, long futureCount)
    {
        var warnings = new List<string>();
        if (counts.RowCount == 0)
            warnings.Add("The file has a header and no rows.");
        if (counts.RejectCount > 0)
            warnings.Add($"{counts.RejectCount} of {counts.RowCount} rows could not be read; raw.rejects says why.");
        if (text.HasBrokenCharacters)
            warnings.Add($"Some letters are no valid {text.Encoding.WebName}; � stands in their place. Export the file again as UTF-8.");
        if (futureCount > 0)
            warnings.Add($"{futureCount} tickets have a time that has not come yet: is {layout.Profile.DayOrder} the order of day and month, and is the time zone right?");
        return warnings;
    }
}
