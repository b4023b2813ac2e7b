using System.Text;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using NodaTime;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Makes a telephone call of a row of a telephone log. A bill lists answered calls only, so it does not tell which were; where it names
/// no direction, the calls it charges for are outgoing. In other logs a call with talk time was answered. Where one column holds the other
/// party's number, it is the caller of an incoming call and the callee of an outgoing one.
/// </summary>
/// <param name="layout">Where its fields stand.</param>
/// <param name="profile">What its words mean, and what kind of log it is.</param>
/// <param name="zone">Of instants without an offset.</param>
public sealed class CallMapper(Layout<CallField> layout, Profile profile, DateTimeZone zone)
    : RowMapper<CallRow>(layout.Header, profile, zone)
{
    private static readonly (CallField Field, CallColumn Column)[] Texts =
    [
        (CallField.CallId, CallColumn.CallId), (CallField.Caller, CallColumn.Caller), (CallField.Callee, CallColumn.Callee),
        (CallField.ClientText, CallColumn.ClientText),
    ];

    private static readonly (CallField Field, CallColumn Column)[] Durations =
        [(CallField.DurationSeconds, CallColumn.DurationSeconds), (CallField.RingSeconds, CallColumn.RingSeconds)];

    private static readonly byte[] Out = "out"u8.ToArray();

    private readonly byte[] _kind = Encoding.UTF8.GetBytes(profile.LogKind!);
    private readonly bool _isBill = profile.LogKind == "bill";
    private readonly bool _hasOneParty = layout.CellsOf(CallField.Caller).Intersect(layout.CellsOf(CallField.Callee)).Any();
    private readonly Vocabulary? _directions = Vocabulary.Of(profile.Calls!.Words, CallField.Direction);
    private readonly Vocabulary? _answered = Vocabulary.Of(profile.Calls!.Words, CallField.IsAnswered);

    public override void AddHappened(CallRow row, List<long> instants) => instants.Add(row.Number(CallColumn.StartedAt)!.Value);

    protected override Reject? Fill(IRecord record, CallRow row)
    {
        if (IsDayAlone(FirstFilled(record, layout.CellsOf(CallField.StartedAt), out var at)))
            return Rejected(at, record.Cell(at), new Message("is a day without a time", "είναι ημέρα χωρίς ώρα"));
        if (RequireInstant(record, layout.CellsOf(CallField.StartedAt), row, CallColumn.StartedAt, CallColumn.IsTimeAmbiguous) is { } timeless)
            return timeless;

        row.SetText(CallColumn.LogKind, _kind);
        var direction = _directions?.Meaning(Cell(record, CallField.Direction)) ?? (_isBill ? Out : null);
        foreach (var (field, column) in Texts)
            if (!_hasOneParty || direction is null || column != OwnSide(direction))
                row.SetText(column, Cell(record, field));
        row.SetText(CallColumn.Direction, direction);
        if (SetDurations(record, row) is { } unreadable)
            return unreadable;
        SetAnswered(record, row);
        return null;
    }

    /// <summary>Who of the two is not the other party.</summary>
    private static CallColumn OwnSide(byte[] direction) => direction.AsSpan().SequenceEqual(Out) ? CallColumn.Caller : CallColumn.Callee;

    private void SetAnswered(IRecord record, CallRow row)
    {
        if (_isBill)
            return;
        if (_answered?.Meaning(Cell(record, CallField.IsAnswered)) is { } answered)
            row.SetNumber(CallColumn.IsAnswered, answered.AsSpan().SequenceEqual("yes"u8) ? 1 : 0);
        else if (row.Number(CallColumn.DurationSeconds) is { } talked)
            row.SetNumber(CallColumn.IsAnswered, talked > 0 ? 1 : 0);
    }

    /// <summary>A call began at a time; a day alone would be read as its midnight.</summary>
    private static bool IsDayAlone(ReadOnlySpan<byte> cell) =>
        cell.Length <= 10 && !cell.Contains((byte)':') && cell.Count((byte)'-') + cell.Count((byte)'/') + cell.Count((byte)'.') == 2;

    private Reject? SetDurations(IRecord record, CallRow row)
    {
        foreach (var (field, column) in Durations)
        {
            var cell = Cell(record, field);
            var unit = Profile.Calls!.Units.GetValueOrDefault(field, "seconds");
            if (cell.IsEmpty)
                continue;
            if (!TryReadLength(cell, unit, out var seconds))
                return Rejected(layout.CellsOf(field)[0], cell, Mapping.Durations.Refusal(unit));
            row.SetNumber(column, seconds);
        }
        return null;
    }

    /// <summary>A call's length with colons says its own unit: <c>3:25</c> is minutes and seconds, <c>0:03:25</c> has hours too.</summary>
    private static bool TryReadLength(ReadOnlySpan<byte> cell, string unit, out long seconds) => cell.Count((byte)':') switch
    {
        0 => Mapping.Durations.TryRead(cell, unit, out seconds),
        1 => Mapping.Durations.TryRead((byte[])[.. "0:"u8, .. cell], "hh:mm:ss", out seconds),
        _ => Mapping.Durations.TryRead(cell, "hh:mm:ss", out seconds),
    };

    private ReadOnlySpan<byte> Cell(IRecord record, CallField field) => FirstFilled(record, layout.CellsOf(field));
}
