using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Mapping;

/// <summary>Where each ticket column stands in the rows of one file: a profile's aliases matched to that file's header.</summary>
public sealed class TicketLayout
{
    private TicketLayout(Profile profile, IReadOnlyList<string> header, IReadOnlyList<(TicketColumn Column, int[] Cells)> fields, int[] merged)
    {
        Profile = profile;
        Header = header;
        Fields = fields;
        MergedMarks = merged;
    }

    public Profile Profile { get; }

    public IReadOnlyList<string> Header { get; }

    /// <summary>The columns found, in the table's order, with the cells that may hold them, the preferred first.</summary>
    public IReadOnlyList<(TicketColumn Column, int[] Cells)> Fields { get; }

    /// <summary>The cells that may mark the ticket as merged.</summary>
    public IReadOnlyList<int> MergedMarks { get; }

    /// <summary>Matches names without case, accents and spacing; of several cells of one name the first counts.</summary>
    public static TicketLayout Of(Profile profile, IReadOnlyList<string> header)
    {
        var cells = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var cell = 0; cell < header.Count; cell++)
            cells.TryAdd(HeaderNames.Fold(header[cell]), cell);
        cells.Remove("");
        var fields = from column in profile.Columns.Keys.Order()
                     let found = Found(profile.Columns[column], cells)
                     where found.Length > 0
                     select (column, found);
        return new TicketLayout(profile, header, [.. fields], Found(profile.Merged?.Columns ?? [], cells));
    }

    public bool Has(TicketColumn column) => Fields.Any(f => f.Column == column);

    private static int[] Found(IReadOnlyList<string> names, Dictionary<string, int> cells) =>
        [.. names.Select(HeaderNames.Fold).Where(cells.ContainsKey).Select(name => cells[name]).Distinct()];
}
