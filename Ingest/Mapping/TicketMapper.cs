using System.Text;
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
    private readonly (TicketColumn Column, int[] Cells)[] _fields;
    private readonly bool[] _countsWhenDone;
    private readonly Vocabulary?[] _words;
    private readonly bool _respondsInMinutes;
    private readonly Vocabulary _mergedWords;
    private readonly Vocabulary _deletedWords;

    public TicketMapper(TicketLayout layout, DateTimeZone zone)
        : base(layout.Header, layout.Profile, zone)
    {
        _layout = layout;
        _fields = [.. layout.Fields];
        _countsWhenDone = [.. layout.Header.Select((_, cell) => layout.WhenDone.Contains(cell))];
        _words = [.. RawColumns<TicketColumn>.All.Select(c => Vocabulary.Of(layout.Profile.Words, c))];
        _mergedWords = new Vocabulary((layout.Profile.Merged?.Words ?? []).ToDictionary(word => word, _ => "merged"));
        _deletedWords = new Vocabulary((layout.Profile.Deleted?.Words ?? []).ToDictionary(word => word, _ => "deleted"));
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
        foreach (var (column, cells) in _fields)
        {
            var cell = FirstFilled(record, cells, out var at);
            if (!cell.IsEmpty && (column == TicketColumn.State ? SetState(record, row, cells, cell) : Set(row, column, cell, at)) is { } reason)
                return Rejected(at, cell, reason);
        }
        if (Incomplete(record, row) is { } incomplete)
            return incomplete;
        MarkState(record, row);
        return null;
    }

    /// <summary>Marks beside the state: deleted counts for more than merged.</summary>
    private void MarkState(IRecord record, TicketRow row)
    {
        if (_layout.Deleted?.Are(record, _deletedWords, row.Utf8(TicketColumn.TicketId)) == true)
            row.SetText(TicketColumn.State, "deleted"u8);
        else if (_layout.Merged?.Are(record, _mergedWords, row.Utf8(TicketColumn.TicketId)) == true)
            SetMerged(record, row);
    }

    private void SetMerged(IRecord record, TicketRow row)
    {
        row.SetText(TicketColumn.State, "merged"u8);
        if (!row.IsSet(TicketColumn.MergedInto))
            row.SetText(TicketColumn.MergedInto, _layout.Merged!.Into(record, row.Utf8(TicketColumn.TicketId)));
    }

    /// <summary>
    /// The words are those of the first column filled; where they are not known (tools let people name their states), the next column that
    /// says something known tells the state: <c>Status Category</c>, <c>closedFlag</c>.
    /// </summary>
    private Message? SetState(IRecord record, TicketRow row, int[] cells, ReadOnlySpan<byte> text)
    {
        var meaning = Meaning(TicketColumn.State, text);
        for (var other = 0; meaning is null && other < cells.Length; other++)
            meaning = Meaning(TicketColumn.State, Trim(record.Cell(cells[other])));
        row.SetText(TicketColumn.State, meaning);
        row.SetText(TicketColumn.StateText, text);
        return null;
    }

    /// <summary>Sets a column from its cell; says why when it cannot.</summary>
    private Message? Set(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell, int at)
    {
        if (column == TicketColumn.RespondedAt && _respondsInMinutes)
            return SetRespondedAfter(row, cell);
        if (column.IsInstant())
            return _countsWhenDone[at] && !IsDone(row) ? null : SetInstant(row, column, cell, at);
        switch (column)
        {
            case TicketColumn.TicketId or TicketColumn.Number:
                row.SetText(column, Number(column, cell));
                return null;
            case TicketColumn.Description when MessageText.MayBeHtml(cell):
                row.SetText(column, Encoding.UTF8.GetBytes(MessageText.Plain(Encoding.UTF8.GetString(cell))));
                return null;
            case TicketColumn.Priority:
                SetPriority(row, cell);
                row.SetText(TicketColumn.PriorityText, cell);
                return null;
            case TicketColumn.Channel when Meaning(column, cell) is null:
                row.SetText(column, cell);
                return null;
            case TicketColumn.Kind or TicketColumn.Channel or TicketColumn.Satisfaction:
                row.SetText(column, Meaning(column, cell));
                return null;
            case TicketColumn.VendorResponseOutcome or TicketColumn.VendorResolveOutcome:
                SetOutcome(row, column, cell);
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

    /// <summary>
    /// Time left tells an outcome, never how long anything took: a target that was missed stays missed; one with time left was met only
    /// where the ticket is answered, or done, and else runs on. States and times stand before the outcomes in the table's order.
    /// </summary>
    private void SetOutcome(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell)
    {
        if (!_layout.Profile.Units.ContainsKey(column) || !Durations.TryReadRemaining(cell, out var isPast))
            row.SetText(column, Meaning(column, cell));
        else if (isPast)
            row.SetText(column, "breached"u8);
        else if (IsDone(row) || (column == TicketColumn.VendorResponseOutcome && row.IsSet(TicketColumn.RespondedAt)))
            row.SetText(column, "met"u8);
    }

    private static bool IsDone(TicketRow row) => row.IsSet(TicketColumn.State)
        ? row.Utf8(TicketColumn.State).SequenceEqual("resolved"u8) || row.Utf8(TicketColumn.State).SequenceEqual("closed"u8)
            || row.Utf8(TicketColumn.State).SequenceEqual("merged"u8)
        : row.IsSet(TicketColumn.ResolvedAt) || row.IsSet(TicketColumn.ClosedAt);

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
        if (Durations.IsNegative(cell))
            return null;
        if (!Durations.TryRead(cell, "minutes", out var seconds))
            return new("is no number of minutes", "δεν είναι αριθμός λεπτών");
        if (row.Number(TicketColumn.CreatedAt) is not { } created)
            return null;
        if (!TimeReader.IsInRange(created + seconds))
            return new("is a number of minutes that ends after 2100", "είναι λεπτά που τελειώνουν μετά το 2100");
        row.SetInstant(TicketColumn.RespondedAt, created + seconds);
        return null;
    }

    private Message? SetDuration(TicketRow row, TicketColumn column, ReadOnlySpan<byte> cell)
    {
        var unit = _layout.Profile.Units[column];
        if (Durations.IsNegative(cell))
            return null;
        if (!Durations.TryRead(cell, unit, out var seconds))
            return Durations.Refusal(unit);
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

    private void SetPriority(TicketRow row, ReadOnlySpan<byte> cell)
    {
        if (Meaning(TicketColumn.Priority, cell) is { } rank)
            row.SetNumber(TicketColumn.Priority, rank[0] - '0');
    }

    private byte[]? Meaning(TicketColumn column, ReadOnlySpan<byte> cell) => _words[(int)column]?.Meaning(cell);

    private Reject? Incomplete(IRecord record, TicketRow row)
    {
        if (_layout.Profile.DerivesTicketId && !row.IsSet(TicketColumn.TicketId) && row.IsSet(TicketColumn.CreatedAt))
            row.SetText(TicketColumn.TicketId, DerivedId.Of(row, _layout.Repeats.GetValueOrDefault(record.Line, 1)));
        foreach (var (column, cells) in _fields)
            if (column is TicketColumn.TicketId or TicketColumn.CreatedAt && !row.IsSet(column))
                return Rejected(cells[0], record.Cell(cells[0]), new($"a ticket needs a {column.Name()}", $"το αίτημα χρειάζεται {column.Name()}"));
        return null;
    }
}
