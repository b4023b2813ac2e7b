using System.Text;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using NodaTime;

namespace Insights.Ingest.Mapping;

/// <summary>Makes a telephone call of a row of a telephone log. A bill lists answered calls only, so it does not tell which were.</summary>
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

    private readonly byte[] _kind = Encoding.UTF8.GetBytes(profile.LogKind!);
    private readonly Vocabulary? _directions = Vocabulary.Of(profile.Calls!.Words, CallField.Direction);
    private readonly Vocabulary? _answered = Vocabulary.Of(profile.Calls!.Words, CallField.IsAnswered);

    public override void AddHappened(CallRow row, List<long> instants) => instants.Add(row.Number(CallColumn.StartedAt)!.Value);

    protected override Reject? Fill(IRecord record, CallRow row)
    {
        if (RequireInstant(record, layout.CellsOf(CallField.StartedAt), "started_at", out var seconds, out var isAmbiguous) is { } timeless)
            return timeless;

        row.SetInstant(CallColumn.StartedAt, seconds);
        row.SetNumber(CallColumn.IsTimeAmbiguous, isAmbiguous ? 1 : 0);
        row.SetText(CallColumn.LogKind, _kind);
        foreach (var (field, column) in Texts)
            row.SetText(column, Cell(record, field));
        row.SetText(CallColumn.Direction, _directions?.Meaning(Cell(record, CallField.Direction)));
        if (_answered?.Meaning(Cell(record, CallField.IsAnswered)) is { } answered && Profile.LogKind != "bill")
            row.SetNumber(CallColumn.IsAnswered, answered.AsSpan().SequenceEqual("yes"u8) ? 1 : 0);
        return SetDurations(record, row);
    }

    private Reject? SetDurations(IRecord record, CallRow row)
    {
        foreach (var (field, column) in Durations)
        {
            var cell = Cell(record, field);
            var unit = Profile.Calls!.Units.GetValueOrDefault(field, "seconds");
            if (cell.IsEmpty)
                continue;
            if (!Mapping.Durations.TryRead(cell, unit, out var seconds))
                return Rejected(layout.CellsOf(field)[0], cell, new Message($"is no duration in {unit}", $"δεν είναι διάρκεια σε {unit}"));
            row.SetNumber(column, seconds);
        }
        return null;
    }

    private ReadOnlySpan<byte> Cell(IRecord record, CallField field) => FirstFilled(record, layout.CellsOf(field));
}
