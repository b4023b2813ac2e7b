using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using NodaTime;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Makes a time entry of a row of a time sheet. A ticket may be named with words around its number, <c>Bug #12: no print</c>; a day without
/// a time is its midnight. An entry that names neither ticket nor client is kept: its source may have one client only.
/// </summary>
/// <param name="layout">Where its fields stand.</param>
/// <param name="profile">What its words mean, and the unit of its durations.</param>
/// <param name="zone">Of instants without an offset.</param>
public sealed class TimeEntryMapper(Layout<TimeEntryField> layout, Profile profile, DateTimeZone zone)
    : RowMapper<TimeEntryRow>(layout.Header, profile, zone)
{
    private readonly string _unit = profile.TimeEntries!.Units[TimeEntryField.WorkedSeconds];
    private readonly Vocabulary? _billable = Vocabulary.Of(profile.TimeEntries!.Words, TimeEntryField.IsBillable);
    private readonly Vocabulary? _covered = Vocabulary.Of(profile.TimeEntries!.Words, TimeEntryField.IsCovered);
    private readonly RowFilters _only = new(profile.TimeEntries!.Only, layout.CellsOf(profile.TimeEntries.Only?.Columns ?? []));

    public override bool IsOfOtherKind(IRecord record) => !_only.Take(record);

    public override void AddHappened(TimeEntryRow row, List<long> instants) => instants.Add(row.Number(TimeEntryColumn.WorkedAt)!.Value);

    protected override Reject? Fill(IRecord record, TimeEntryRow row)
    {
        if (RequireInstant(record, layout.CellsOf(TimeEntryField.WorkedAt), row, TimeEntryColumn.WorkedAt, TimeEntryColumn.IsTimeAmbiguous) is { } timeless)
            return timeless;
        if (SetWorked(record, row) is { } endless)
            return endless;

        row.SetText(TimeEntryColumn.EntryId, Cell(record, TimeEntryField.EntryId));
        row.SetText(TimeEntryColumn.TicketId, TicketId(NumberIn(Cell(record, TimeEntryField.TicketId))));
        row.SetText(TimeEntryColumn.ClientText, Cell(record, TimeEntryField.ClientText));
        row.SetText(TimeEntryColumn.Agent, Cell(record, TimeEntryField.Agent));
        SetFlag(row, TimeEntryColumn.IsBillable, _billable, Cell(record, TimeEntryField.IsBillable));
        SetFlag(row, TimeEntryColumn.IsCovered, _covered, Cell(record, TimeEntryField.IsCovered));
        return null;
    }

    private Reject? SetWorked(IRecord record, TimeEntryRow row)
    {
        if (Require(record, layout.CellsOf(TimeEntryField.WorkedSeconds), TimeEntryColumn.WorkedSeconds.Name(), out var cell) is { } missing)
            return missing;
        if (!TryReadLength(cell, _unit, out var seconds))
            return Rejected(
                layout.CellsOf(TimeEntryField.WorkedSeconds)[0], cell, Durations.Refusal(_unit));
        row.SetNumber(TimeEntryColumn.WorkedSeconds, seconds);
        return null;
    }

    /// <summary>Hours are written with a point or a comma; with one colon, <c>1:30</c>, they are hours and minutes.</summary>
    private static bool TryReadLength(ReadOnlySpan<byte> cell, string unit, out long seconds)
    {
        if (cell.Count((byte)':') == 1 && unit is ("hours" or "hh:mm:ss"))
            return Durations.TryRead(cell, "hh:mm", out seconds);
        return cell.Count((byte)',') == 1 && !cell.Contains((byte)'.')
            ? Durations.TryRead(WithPoint(cell), unit, out seconds)
            : Durations.TryRead(cell, unit, out seconds);
    }

    private static byte[] WithPoint(ReadOnlySpan<byte> cell)
    {
        var written = cell.ToArray();
        written.AsSpan().Replace((byte)',', (byte)'.');
        return written;
    }

    /// <summary>The digits after the first #, where there are any; else the cell.</summary>
    private static ReadOnlySpan<byte> NumberIn(ReadOnlySpan<byte> cell)
    {
        var number = cell[(cell.IndexOf((byte)'#') + 1)..];
        var length = number.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = length < 0 ? number : number[..length];
        return number.Length == cell.Length || digits.IsEmpty ? cell : digits;
    }

    private static void SetFlag(TimeEntryRow row, TimeEntryColumn column, Vocabulary? words, ReadOnlySpan<byte> cell)
    {
        if (!cell.IsEmpty && words?.Meaning(cell) is { } meaning)
            row.SetNumber(column, meaning.AsSpan().SequenceEqual("yes"u8) ? 1 : 0);
    }

    private ReadOnlySpan<byte> Cell(IRecord record, TimeEntryField field) => FirstFilled(record, layout.CellsOf(field));
}
