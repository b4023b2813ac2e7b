using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using NodaTime;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Makes a change in a ticket's life of a row of a history. A row either tells an activity ("Take in charge ticket"), or a field and
/// the value it was given; a field the profile does not know is a change of kind <c>other</c>.
/// </summary>
public sealed class EventMapper : RowMapper<EventRow>
{
    private static readonly byte[] Other = "other"u8.ToArray();
    private static readonly byte[] State = "state"u8.ToArray();

    private readonly Layout<EventField> _layout;
    private readonly Vocabulary? _activities;
    private readonly Vocabulary? _fields;
    private readonly Vocabulary? _states;
    private readonly Vocabulary? _priorities;
    private readonly RowFilters _only;

    public EventMapper(Layout<EventField> layout, Profile profile, DateTimeZone zone)
        : base(layout.Header, profile, zone)
    {
        _layout = layout;
        _activities = Vocabulary.Of(profile.Events!.Words, EventField.Activity);
        _fields = Vocabulary.Of(profile.Events.Words, EventField.Field);
        _states = Vocabulary.Of(profile.Words, TicketColumn.State);
        _priorities = Vocabulary.Of(profile.Words, TicketColumn.Priority);
        _only = new RowFilters(profile.Events.Only, layout.CellsOf(profile.Events.Only?.Columns ?? []));
    }

    public override bool IsOfOtherKind(IRecord record) => !_only.Take(record);

    public override void AddHappened(EventRow row, List<long> instants) => instants.Add(row.Number(EventColumn.OccurredAt)!.Value);

    protected override Reject? Fill(IRecord record, EventRow row)
    {
        if (Require(record, _layout.CellsOf(EventField.TicketId), "ticket_id", out var ticket) is { } nameless)
            return nameless;
        row.SetText(EventColumn.TicketId, TicketId(ticket));
        if (RequireInstant(record, _layout.CellsOf(EventField.OccurredAt), row, EventColumn.OccurredAt, EventColumn.IsTimeAmbiguous) is { } timeless)
            return timeless;

        row.SetText(EventColumn.EventId, Cell(record, EventField.EventId));
        row.SetText(EventColumn.Actor, Cell(record, EventField.Actor));
        row.SetText(EventColumn.Team, Cell(record, EventField.Team));
        SetMeaning(record, row);
        return null;
    }

    private void SetMeaning(IRecord record, EventRow row)
    {
        var activity = Cell(record, EventField.Activity);
        if (!activity.IsEmpty)
            SetActivity(row, activity);
        else
            SetChange(row, Cell(record, EventField.Field), Cell(record, EventField.Value), Cell(record, EventField.OldValue));
    }

    private void SetActivity(EventRow row, ReadOnlySpan<byte> activity)
    {
        var meaning = _activities?.Meaning(activity) ?? Other;
        if (IsKind(meaning))
        {
            row.SetText(EventColumn.Kind, meaning);
        }
        else
        {
            row.SetText(EventColumn.Kind, State);
            row.SetText(EventColumn.Value, meaning);
        }
        row.SetText(EventColumn.ValueText, activity);
    }

    private void SetChange(EventRow row, ReadOnlySpan<byte> field, ReadOnlySpan<byte> value, ReadOnlySpan<byte> old)
    {
        var kind = _fields?.Meaning(field) ?? Other;
        row.SetText(EventColumn.Kind, kind);
        var meaning = kind.AsSpan().SequenceEqual(State) ? _states?.Meaning(value)
            : kind.AsSpan().SequenceEqual("priority"u8) ? _priorities?.Meaning(value)
            : null;
        row.SetText(EventColumn.Value, meaning is null && IsText(kind) ? value : meaning);
        row.SetText(EventColumn.ValueText, value);
        row.SetText(EventColumn.OldText, old);
    }

    /// <summary>Of agents, teams and what the profile does not know, the words are the value.</summary>
    private static bool IsText(ReadOnlySpan<byte> kind) => !kind.SequenceEqual(State) && !kind.SequenceEqual("priority"u8);

    private static bool IsKind(ReadOnlySpan<byte> meaning) =>
        meaning.SequenceEqual("created"u8) || meaning.SequenceEqual("responded"u8) || meaning.SequenceEqual("agent"u8)
        || meaning.SequenceEqual("team"u8) || meaning.SequenceEqual("priority"u8) || meaning.SequenceEqual("other"u8);

    private ReadOnlySpan<byte> Cell(IRecord record, EventField field) => FirstFilled(record, _layout.CellsOf(field));
}
