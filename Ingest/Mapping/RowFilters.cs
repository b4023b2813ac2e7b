using Insights.Ingest.Profiles;

namespace Insights.Ingest.Mapping;

/// <summary>Tells the rows of one kind in a list of several; one thread at a time.</summary>
/// <param name="filter">What tells; null: every row is one.</param>
/// <param name="cells">The cells that bear one of its columns' names.</param>
internal sealed class RowFilters(RowFilter? filter, int[] cells)
{
    private readonly Vocabulary _words = new((filter?.Words ?? []).ToDictionary(word => word, word => word));

    /// <summary>True for a row of the kind. Where the file lacks the column, every row is one.</summary>
    public bool Take(IRecord record)
    {
        if (filter is null || cells.Length == 0)
            return true;
        foreach (var cell in cells)
            if (filter.Words.Count == 0 ? StateMarks.IsFilled(record.Cell(cell)) : _words.Meaning(record.Cell(cell)) is not null)
                return true;
        return false;
    }
}
