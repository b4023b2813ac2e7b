using Insights.Ingest.Reading;

namespace Insights.Ingest.Mapping;

/// <summary>Where each thing a profile reads stands in the rows of one file: the profile's names matched to that file's header.</summary>
public class Layout<TField>
    where TField : struct, Enum
{
    /// <summary>Matches names without case, accents and spacing.</summary>
    public Layout(IReadOnlyList<string> header, IReadOnlyDictionary<TField, IReadOnlyList<string>> names)
    {
        Header = header;
        Cells = Numbered(header);
        Fields = [.. from field in names.Keys.Order()
                     let found = Found(names[field], Cells)
                     where found.Length > 0
                     select (field, found)];
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>What was found, in the enumeration's order, with the cells that may hold it, the preferred first.</summary>
    public IReadOnlyList<(TField Column, int[] Cells)> Fields { get; }

    /// <summary>How many of the header's cells are used.</summary>
    public int UsedCells => Fields.SelectMany(f => f.Cells).Distinct().Count();

    /// <summary>The header's cells by folded name; of several cells of one name the first counts.</summary>
    protected IReadOnlyDictionary<string, int> Cells { get; }

    /// <summary>The cells that may hold a field; empty when the file has none of its names.</summary>
    public int[] CellsOf(TField field) => Fields.FirstOrDefault(f => EqualityComparer<TField>.Default.Equals(f.Column, field)).Cells ?? [];

    /// <summary>The cells that bear one of some names.</summary>
    public int[] CellsOf(IReadOnlyList<string> names) => Found(names, Cells);

    public bool Has(TField field) => Fields.Any(f => EqualityComparer<TField>.Default.Equals(f.Column, field));

    protected static int[] Found(IReadOnlyList<string> names, IReadOnlyDictionary<string, int> cells) =>
        [.. names.Select(HeaderNames.Fold).Where(cells.ContainsKey).Select(name => cells[name]).Distinct()];

    private static Dictionary<string, int> Numbered(IReadOnlyList<string> header)
    {
        var cells = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var cell = 0; cell < header.Count; cell++)
            cells.TryAdd(HeaderNames.Fold(header[cell]), cell);
        cells.Remove("");
        return cells;
    }
}
