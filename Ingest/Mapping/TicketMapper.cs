using Insights.Analytics;
using Insights.Analytics.Loads;
using NodaTime;

namespace Insights.Ingest.Mapping;

/// <summary>Makes a ticket of a row of a ticket list.</summary>
public sealed class TicketMapper : RowMapper<TicketRow>
{
    private static readonly TicketColumn[] Happened =
        [TicketColumn.CreatedAt, TicketColumn.RespondedAt, TicketColumn.ResolvedAt, TicketColumn.ClosedAt, TicketColumn.UpdatedAt];

    private readonly TicketLayout _layout;
    private readonly Vocabulary?[] _words;
    private readonly bool _respondsInMinutes;
    private readonly Vocabulary _mergedWords;

    public TicketMapper(TicketLayout layout, DateTimeZone zone)
        : base(layout.Header, layout.Profile.Empty, layout.Profile.DateFormats, zone)
    {
        _layout = layout;
        _words = [.. RawColumns<TicketColumn>.All.Select(c => Vocabulary.Of(layout.Profile.Words, c))];
        _mergedWords = new Vocabulary((layout.Profile.Merged?.Words ?? []).ToDictionary(word => word, _ => "merged"));
        _respondsInMinutes = layout.Profile.FirstResponse.Mode == "minutes_from_created";
    }

    public override void AddHappened(TicketRow row, List<long> instants)
    {
        foreach (var column in Happened)
            if (row.Number(column) is { } seconds)
                instants.Add(seconds);
    }

    protected override Reject? Fill(IRecord record, TicketRow row)
    {
        row.SetNumber(TicketColumn.IsTimeAmbiguous, 0);
        foreach (var (column, cells) in _layout.Fields)
        {
            var cell = FirstFilled(record, cells, out var at);
            if (!cell.IsEmpty && Set(row, column, cell, at) is { } reason)
                return Rejected(at, cell, reason);
        }
        MarkMerged(record, row);
        return Incomplete(record, row);
    }

    private void MarkMerged(IRecord record, TicketRow row)
    {
        foreach (var cell in _layout.MergedMarks)
        {
            var tags = record.Cell(cell);
            foreach (var tag in tags.IsEmpty ? default : tags.SplitAny(" ,;"u8))
                if (_mergedWords.Meaning(tags[tag]) is { } merged)
                    row.SetText(TicketColumn.State, merged);
        }
    }

    /// <summary>Sets a column from its cell; says why when it cannot.</summary>
    private Message? Set(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell, int at)
    {
        if (column == TicketColumn.RespondedAt && _respondsInMinutes)
            return SetRespondedAfter(row, cell);
        if (column.IsInstant())
            return SetInstant(row, column, cell, at);
        switch (column)
        {
            case TicketColumn.State:
                SetMeaning(row, column, cell);
                row.SetText(TicketColumn.StateText, cell);
                return null;
            case TicketColumn.Priority:
                SetPriority(row, cell);
                row.SetText(TicketColumn.PriorityText, cell);
                return null;
            case TicketColumn.Channel when Meaning(column, cell) is null:
                row.SetText(column, cell);
                return null;
            case TicketColumn.Kind or TicketColumn.Channel or TicketColumn.VendorResponseOutcome or TicketColumn.VendorResolveOutcome:
                SetMeaning(row, column, cell);
                return null;
            case TicketColumn.PausedSeconds:
                return SetDuration(row, column, cell);
            case TicketColumn.ReopenCount:
                return SetCount(row, column, cell);
            default:
                row.SetText(column, cell);
                return null;
        }
    }

    private Message? SetInstant(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell, int at)
    {
        if (ReadInstant(at, cell, out var seconds, out var isAmbiguous) is { } unreadable)
            return unreadable;
        if (seconds is { } instant)
            row.SetInstant(column, instant);
        if (isAmbiguous)
            row.SetNumber(TicketColumn.IsTimeAmbiguous, 1);
        return null;
    }

    /// <summary>
    /// created_at stands before responded_at in the table's order, so it is there, or the row is rejected for lacking it.
    /// </summary>
    private static Message? SetRespondedAfter(TicketRow row, ReadOnlySpan<byte> cell)
    {
        if (!Durations.TryRead(cell, "minutes", out var seconds))
            return new("is no number of minutes", "δεν είναι αριθμός λεπτών");
        if (row.Number(TicketColumn.CreatedAt) is { } created)
            row.SetInstant(TicketColumn.RespondedAt, created + seconds);
        return null;
    }

    private Message? SetDuration(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell)
    {
        var unit = _layout.Profile.Units[column];
        if (!Durations.TryRead(cell, unit, out var seconds))
            return new($"is no duration in {unit}", $"δεν είναι διάρκεια σε {unit}");
        row.SetNumber(column, seconds);
        return null;
    }

    private static Message? SetCount(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell)
    {
        if (!Numbers.TryReadCount(cell, out var count))
            return new("is no whole number", "δεν είναι ακέραιος αριθμός");
        row.SetNumber(column, count);
        return null;
    }

    private void SetMeaning(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell) => row.SetText(column, Meaning(column, cell));

    private void SetPriority(TicketRow row, ReadOnlySpan<byte> cell)
    {
        if (Meaning(TicketColumn.Priority, cell) is { } rank)
            row.SetNumber(TicketColumn.Priority, rank[0] - '0');
    }

    private byte[]? Meaning(TicketColumn column, ReadOnlySpan<byte> cell) => _words[(int)column]?.Meaning(cell);

    private Reject? Incomplete(IRecord record, TicketRow row)
    {
        foreach (var (column, cells) in _layout.Fields)
            if (column is TicketColumn.TicketId or TicketColumn.CreatedAt && !row.IsSet(column))
                return Rejected(cells[0], record.Cell(cells[0]), new($"a ticket needs a {column.Name()}", $"το αίτημα χρειάζεται {column.Name()}"));
        return null;
    }
}
