using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;
using NodaTime;

namespace Insights.Ingest.Loading;

/// <summary>Finds what a profile can read in the tables of a file: tickets, their history, their messages, calls, or time entries.</summary>
internal static class Tables
{
    /// <summary>
    /// What the profile reads in these records: of the kinds whose necessary columns are there, the one that uses most of the header; and
    /// the histories and messages inside them.
    /// </summary>
    public static IEnumerable<TableReading> Of(FirstLook look, RecordSet written, DateTimeZone zone, DateTime now)
    {
        var profile = look.Profile;
        var records = JoinedColumns.Over(written, profile);
        TableReading? own = new TableReading?[]
        {
            Tickets(look, records, zone, now),
            profile.Events is { Rows: null } ? Events(profile, records, zone, now) : null,
            profile.Messages is { Rows: null } ? Messages(profile, records, zone, now) : null,
            Calls(profile, records, zone, now),
            TimeEntries(profile, records, zone, now),
        }.OfType<TableReading>().MaxBy(reading => reading.UsedCells);
        if (own is not null)
            yield return own;
        using var history = profile.Events?.Rows is { } changes ? records.Inside(changes) : null;
        if (history is not null && Events(profile, history, zone, now) is { } events)
            yield return events;
        using var thread = profile.Messages?.Rows is { } list ? records.Inside(list) : null;
        if (thread is not null && Messages(profile, thread, zone, now) is { } messages)
            yield return messages;
    }

    private static TableReading<TicketRow>? Tickets(FirstLook look, RecordSet records, DateTimeZone zone, DateTime now)
    {
        var layout = TicketLayout.Of(look.Profile, records.Header, look.RepeatsIn(records.Name));
        return layout.IsTicketList
            ? new(records, [.. layout.Fields.Select(f => f.Column.Name())], layout.UsedCells, () => new TicketMapper(layout, zone), now)
            : null;
    }

    private static TableReading<EventRow>? Events(Profile profile, RecordSet records, DateTimeZone zone, DateTime now)
    {
        var layout = new Layout<EventField>(records.Header, profile.Events!.Columns);
        return layout.Has(EventField.TicketId) && layout.Has(EventField.OccurredAt)
            && (layout.Has(EventField.Activity) || (layout.Has(EventField.Field) && layout.Has(EventField.Value)))
            ? new(records, Names(layout), layout.UsedCells, () => new EventMapper(layout, profile, zone), now)
            : null;
    }

    private static TableReading<MessageRow>? Messages(Profile profile, RecordSet records, DateTimeZone zone, DateTime now)
    {
        var layout = new Layout<MessageField>(records.Header, profile.Messages!.Columns);
        return layout.Has(MessageField.TicketId) && layout.Has(MessageField.SentAt)
            && (layout.Has(MessageField.Body) || layout.Has(MessageField.Author) || layout.Has(MessageField.AuthorSide))
            ? new(records, Names(layout), layout.UsedCells, () => new MessageMapper(layout, profile, zone), now)
            : null;
    }

    private static TableReading<CallRow>? Calls(Profile profile, RecordSet records, DateTimeZone zone, DateTime now)
    {
        if (profile.Calls is null)
            return null;
        var layout = new Layout<CallField>(records.Header, profile.Calls.Columns);
        return layout.Has(CallField.StartedAt) && (layout.Has(CallField.Caller) || layout.Has(CallField.Callee))
            ? new(records, Names(layout), layout.UsedCells, () => new CallMapper(layout, profile, zone), now)
            : null;
    }

    private static TableReading<TimeEntryRow>? TimeEntries(Profile profile, RecordSet records, DateTimeZone zone, DateTime now)
    {
        if (profile.TimeEntries is null)
            return null;
        var layout = new Layout<TimeEntryField>(records.Header, profile.TimeEntries.Columns);
        return Recognition.IsTimeSheet(layout)
            ? new(records, Names(layout), layout.UsedCells, () => new TimeEntryMapper(layout, profile, zone), now)
            : null;
    }

    private static IReadOnlyList<string> Names<TField>(Layout<TField> layout)
        where TField : struct, Enum => [.. layout.Fields.Select(f => f.Column.Name())];
}
