using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Loading;

/// <summary>What a person should look at after a load.</summary>
internal static class Warnings
{
    public static IReadOnlyList<Message> Of(RecordSet records, TicketLayout layout, LoadCounts counts, long futureCount)
    {
        var warnings = new List<Message>();
        if (counts.RowCount == 0)
            warnings.Add(new Message("The file has a header and 0 rows.", "Το αρχείο έχει επικεφαλίδες και 0 γραμμές."));
        if (counts.RejectCount > 0)
            warnings.Add(new Message(
                $"{counts.RejectCount} of {counts.RowCount} rows could not be read; raw.rejects says why.",
                $"{counts.RejectCount} από {counts.RowCount} γραμμές δεν διαβάστηκαν· ο πίνακας raw.rejects λέει γιατί."));
        warnings.AddRange(records.Notices.Select(n => n.Text));
        if (futureCount > 0)
            warnings.Add(new Message(
                $"{futureCount} tickets have a time that has not come yet."
                + $" Is {layout.Profile.DayOrder} the order of day and month, and is the time zone right?",
                $"{futureCount} αιτήματα έχουν ώρα που δεν ήρθε ακόμη."
                + $" Είναι {layout.Profile.DayOrder} η σειρά ημέρας και μήνα, και σωστή η ζώνη ώρας;"));
        return warnings;
    }
}
