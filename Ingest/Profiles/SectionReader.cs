using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Profiles;

/// <summary>Reads the parts of a profile that tell how one kind of row is read.</summary>
internal static class SectionReader
{
    private static readonly string[] YesOrNo = ["yes", "no"];

    /// <summary>What an activity can be: the kind of an event, or the state it brings the ticket to.</summary>
    private static readonly string[] Activities =
        ["created", "responded", "agent", "team", "priority", "other", "new", "open", "pending", "hold", "resolved", "closed", "merged", "deleted"];

    public static Section<EventField> Events(StrictObject section) => Read<EventField, EventColumn>(
        section.Knowing("rows", "only", "columns", "words", "examples"), "event", [],
        new() { [EventField.Activity] = Activities, [EventField.Field] = ["state", "priority", "agent", "team"] },
        [EventField.TicketId, EventField.OccurredAt]);

    public static Section<MessageField> Messages(StrictObject section) => Read<MessageField, MessageColumn>(
        section.Knowing("rows", "only", "columns", "words", "examples"), "message", [],
        new()
        {
            [MessageField.AuthorSide] = ["requester", "agent", "system"],
            [MessageField.IsPublic] = YesOrNo,
            [MessageField.IsAutomatic] = YesOrNo,
        },
        [MessageField.TicketId, MessageField.SentAt]);

    public static Section<CallField> Calls(StrictObject section) => Read<CallField, CallColumn>(
        section.Knowing("log_kind", "columns", "units", "words", "examples"), "call", [CallField.DurationSeconds, CallField.RingSeconds],
        new() { [CallField.Direction] = ["in", "out"], [CallField.IsAnswered] = YesOrNo },
        [CallField.StartedAt]);

    public static Section<TimeEntryField> TimeEntries(StrictObject section) => Read<TimeEntryField, TimeEntryColumn>(
        section.Knowing("only", "columns", "units", "words", "examples"), "entry", [TimeEntryField.WorkedSeconds],
        new() { [TimeEntryField.IsBillable] = YesOrNo, [TimeEntryField.IsCovered] = YesOrNo },
        [TimeEntryField.WorkedAt, TimeEntryField.WorkedSeconds]);

    /// <summary>The unit of each field that holds a duration.</summary>
    public static IReadOnlyDictionary<TField, string> Units<TField>(StrictObject root, params IReadOnlyList<TField> durations)
        where TField : struct, Enum
    {
        if (!root.Has("units"))
            return new Dictionary<TField, string>();
        var units = root.Object("units").Knowing([.. durations.Select(d => d.Name())]);
        return units.Keys.ToDictionary(Named<TField>, key => units.OneOf(key, Durations.Units));
    }

    public static IReadOnlyDictionary<TField, IReadOnlyDictionary<string, string>> Words<TField>(
        StrictObject words, IReadOnlyDictionary<TField, string[]> canonical)
        where TField : struct, Enum
    {
        words.Knowing([.. canonical.Keys.Select(field => field.Name())]);
        return words.Keys.ToDictionary(
            Named<TField>, key => (IReadOnlyDictionary<string, string>)Meanings(words.Object(key), canonical[Named<TField>(key)]));
    }

    public static IReadOnlyList<ProfileExample> Examples<TColumn>(StrictObject section, string made)
        where TColumn : struct, Enum =>
        [.. section.Objects("examples").Select(example => Example(example.Knowing("row", made), made, RawColumns<TColumn>.Names))];

    public static TField Named<TField>(string name)
        where TField : struct, Enum => RawColumnNames.TryFind<TField>(name, out var field) ? field
        : throw new ArgumentException($"Nothing is named {name}.");

    private static Section<TField> Read<TField, TColumn>(
        StrictObject section, string made, IReadOnlyList<TField> durations, Dictionary<TField, string[]> canonical,
        IReadOnlyList<TField> required)
        where TField : struct, Enum
        where TColumn : struct, Enum
    {
        var columns = section.Object("columns").Knowing(RawColumns<TField>.Names);
        foreach (var field in required)
            if (!columns.Has(field.Name()))
                throw section.Wrong(columns.PathOf(field.Name()), "is missing");
        return new Section<TField>
        {
            Rows = section.Has("rows") ? section.Text("rows") : null,
            Only = section.Has("only") ? Filter(section.Object("only").Knowing("columns", "words")) : null,
            Columns = columns.Keys.ToDictionary(Named<TField>, columns.Texts),
            Words = section.Has("words") ? Words(section.Object("words"), canonical) : new Dictionary<TField, IReadOnlyDictionary<string, string>>(),
            Units = Units(section, durations),
            Examples = Examples<TColumn>(section, made),
        };
    }

    private static RowFilter Filter(StrictObject only) => new(only.Texts("columns"), only.Has("words") ? only.Texts("words") : []);

    private static ProfileExample Example(StrictObject example, string made, IReadOnlyList<string> columns) =>
        new(Texts(example.Object("row")), Texts(example.Object(made).Knowing(columns)));

    private static Dictionary<string, string> Texts(StrictObject values) => values.Keys.ToDictionary(key => key, values.Text);

    /// <summary>From canonical word to the words exported, as the file has it, to the other way round.</summary>
    private static Dictionary<string, string> Meanings(StrictObject vocabulary, string[] canonical)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meaning in vocabulary.Knowing(canonical).Keys)
            foreach (var word in vocabulary.Texts(meaning))
                if (!meanings.TryAdd(word, meaning))
                    throw vocabulary.Wrong(vocabulary.PathOf(meaning), $"has '{word}', which already means {meanings[word]}");
        return meanings;
    }
}
