using System.Text.RegularExpressions;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Loading;

/// <summary>Refuses a telephone log that has days and no times: how long anyone waited cannot be told from it, and midnight is not it.</summary>
internal static partial class TimelessCalls
{
    /// <summary>Null unless the profile reads calls and the file has a column of dates without one of times.</summary>
    public static SetupException? Refusal(LoadRequest request, IReadOnlyList<string> header) =>
        request.Profile.Calls is not null && JoinedColumns.Half(request.Profile, header) is { } date ? Refused(request, date) : null;

    /// <summary>Null unless the profile reads calls and all that was wrong with the rows is a date without a time.</summary>
    public static SetupException? Refusal(LoadRequest request, IReadOnlyList<RejectedRow> rejects) =>
        request.Profile.Calls is not null && rejects.Count > 0 && rejects.All(r => DateAlone().IsMatch(r.Value ?? ""))
            ? Refused(request, rejects[0].Column ?? "")
            : null;

    private static SetupException Refused(LoadRequest request, string column) => new(
        $"The file '{request.File}' has the day of each call ('{column}') and not its time, so it cannot show how long anyone waited; nothing was"
        + $" loaded. Get one with times: {request.Profile.How.English}",
        $"Το αρχείο '{request.File}' έχει την ημέρα κάθε κλήσης ('{column}') και όχι την ώρα, άρα δεν δείχνει πόσο περίμενε κανείς· δεν φορτώθηκε"
        + $" τίποτα. Βγάλτε ένα με ώρες: {request.Profile.How.Greek}");

    [GeneratedRegex(@"^\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})(\s+00:00(:00)?)?\s*$")]
    private static partial Regex DateAlone();
}
