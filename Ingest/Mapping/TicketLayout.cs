using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Mapping;

/// <summary>Where each ticket column stands in the rows of one file.</summary>
public sealed class TicketLayout : Layout<TicketColumn>
{
    private TicketLayout(Profile profile, IReadOnlyList<string> header)
        : base(header, profile.Columns)
    {
        Profile = profile;
        MergedMarks = Found(profile.Merged?.Columns ?? [], Cells);
    }

    public Profile Profile { get; }

    /// <summary>The cells that may mark the ticket as merged.</summary>
    public IReadOnlyList<int> MergedMarks { get; }

    /// <summary>Matches names without case, accents and spacing; of several cells of one name the first counts.</summary>
    public static TicketLayout Of(Profile profile, IReadOnlyList<string> header) => new(profile, header);
}
