using System.Text;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Profiles.Drafts;

/// <summary>What the cells of one column of an unknown export look like.</summary>
internal sealed class ColumnSample(string name, int index)
{
    /// <summary>A column with more different values than this is no vocabulary.</summary>
    private const int MostWords = 200;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private long _letters;

    public string Name => name;

    public int Index => index;

    public int Filled { get; private set; }

    /// <summary>Every different value while they are few; the commonest first.</summary>
    public IReadOnlyList<string> Values => [.. _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];

    /// <summary>True when no value came twice.</summary>
    public bool IsUnique { get; private set; } = true;

    public bool HasFewValues => _counts.Count <= MostWords && !IsUnique;

    public double MeanLength => Filled == 0 ? 0 : (double)_letters / Filled;

    /// <summary>The share of the cells with text that pass.</summary>
    public double Share(Func<string, bool> passes) => _counts.Count == 0 ? 0 : (double)_counts.Keys.Count(passes) / _counts.Count;

    public static IReadOnlyList<ColumnSample> Of(RecordSet records, int rows)
    {
        var columns = records.Header.Select((name, index) => new ColumnSample(name, index)).ToList();
        var read = 0;
        while (read < rows && records.NextBatch() is { } batch)
            using (batch)
                for (; read < rows && batch.Read(); read++)
                    foreach (var column in columns)
                        column.Add(batch);
        return columns;
    }

    private void Add(RecordBatch record)
    {
        var cell = index < record.Count ? Encoding.UTF8.GetString(record.Cell(index)).Trim() : "";
        if (cell.Length == 0)
            return;

        Filled++;
        _letters += cell.Length;
        if (_counts.TryGetValue(cell, out var count))
            IsUnique = false;
        if (count > 0 || _counts.Count <= 10_000)
            _counts[cell] = count + 1;
    }
}
