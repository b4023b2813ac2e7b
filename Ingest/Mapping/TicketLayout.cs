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
        Merged = profile.Merged is null ? null : new StateMarks(profile.Merged, names => Found(names, Cells));
        Deleted = profile.Deleted is null ? null : new StateMarks(profile.Deleted, names => Found(names, Cells));
        WhenDone = Found(profile.WhenDone, Cells).ToHashSet();
    }

    public Profile Profile { get; }

    /// <summary>True when the rows can be tickets: each has a time of creation, and an id or what the profile makes one of.</summary>
    public bool IsTicketList => Has(TicketColumn.CreatedAt) && !TellsOfAnother
        && (Has(TicketColumn.TicketId) || (Profile.DerivesTicketId && Has(TicketColumn.Subject)));

    /// <summary>Lines of rows whose derived id an earlier row has: the how-manieth each is, from 2 (see <see cref="FirstLook"/>).</summary>
    public IReadOnlyDictionary<long, int> Repeats { get; init; } = new Dictionary<long, int>();

    /// <summary>The cells that may mark the ticket as merged.</summary>
    internal StateMarks? Merged { get; }

    /// <summary>The cells that may mark the ticket as deleted.</summary>
    internal StateMarks? Deleted { get; }

    /// <summary>The cells that count only while the ticket is done.</summary>
    internal IReadOnlySet<int> WhenDone { get; }

    /// <summary>True where the rows have numbers of their own and hold the changes of tickets they name by other numbers: Zendesk's audits.</summary>
    private bool TellsOfAnother => Profile.Events is { Rows: { } rows } history
        && Header.Any(name => name.StartsWith(rows, StringComparison.Ordinal))
        && CellsOf(history.Columns[EventField.TicketId]) is [var told, ..]
        && CellsOf(TicketColumn.TicketId) is [var own, ..]
        && told != own;

    /// <summary>Matches names without case, accents and spacing; of several cells of one name the first counts.</summary>
    /// <param name="profile">What to look for.</param>
    /// <param name="header">The names in the file.</param>
    /// <param name="repeats">As <see cref="Repeats"/>.</param>
    public static TicketLayout Of(Profile profile, IReadOnlyList<string> header, IReadOnlyDictionary<long, int>? repeats = null) =>
        new(profile, header) { Repeats = repeats ?? new Dictionary<long, int>() };
}
