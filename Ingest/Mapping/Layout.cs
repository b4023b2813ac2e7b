using System.Runtime.CompilerServices;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Mapping;

/// <summary>Where each thing a profile reads stands in the rows of one file: the profile's names matched to that file's header.</summary>
public class Layout<TField>
    where TField : struct, Enum
{
    private readonly (TField Column, int[] Cells)[] _fields;
    private readonly int[]?[] _cells;

    /// <summary>Matches names as they are spelled, else without case, accents and spacing: a file may have both <c>type</c> and <c>Type</c>.</summary>
    public Layout(IReadOnlyList<string> header, IReadOnlyDictionary<TField, IReadOnlyList<string>> names)
    {
        Header = header;
        Cells = Numbered(header);
        _fields = [.. from field in names.Keys.Order()
                      let found = Found(names[field], Cells)
                      where found.Length > 0
                      select (field, found)];
        _cells = new int[Enum.GetValues<TField>().Length][];
        foreach (var (field, found) in _fields)
            _cells[Index(field)] = found;
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>What was found, in the enumeration's order, with the cells that may hold it, the preferred first.</summary>
    public IReadOnlyList<(TField Column, int[] Cells)> Fields => _fields;

    /// <summary>How many of the header's cells are used.</summary>
    public int UsedCells => Fields.SelectMany(f => f.Cells).Distinct().Count();

    /// <summary>The header's cells by name, spelled and folded; of several cells of one name the first counts.</summary>
    protected IReadOnlyDictionary<string, int> Cells { get; }

    /// <summary>The cells that may hold a field; empty when the file has none of its names.</summary>
    public int[] CellsOf(TField field) => _cells[Index(field)] ?? [];

    /// <summary>The cells that bear one of some names.</summary>
    public int[] CellsOf(IReadOnlyList<string> names) => Found(names, Cells);

    public bool Has(TField field) => _cells[Index(field)] is not null;

    protected static int[] Found(IReadOnlyList<string> names, IReadOnlyDictionary<string, int> cells) =>
        [.. names.Select(name => cells.ContainsKey(AsSpelled(name)) ? AsSpelled(name) : HeaderNames.Fold(name))
            .Where(cells.ContainsKey).Select(name => cells[name]).Distinct()];

    private static int Index(TField field) => Unsafe.BitCast<TField, int>(field);

    /// <summary>A key no folded name is equal to.</summary>
    private static string AsSpelled(string name) => $"={name.Trim()}";

    private static Dictionary<string, int> Numbered(IReadOnlyList<string> header)
    {
        var cells = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var cell = 0; cell < header.Count; cell++)
            if (HeaderNames.Fold(header[cell]) is { Length: > 0 } name)
            {
                cells.TryAdd(AsSpelled(header[cell]), cell);
                cells.TryAdd(name, cell);
            }
        return cells;
    }
}
