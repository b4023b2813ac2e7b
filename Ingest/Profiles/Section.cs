namespace Insights.Ingest.Profiles;

/// <summary>How one kind of row beside tickets is read: a history, messages, calls, or time entries.</summary>
/// <typeparam name="TField">What such a row can say.</typeparam>
public sealed record Section<TField>
    where TField : struct, Enum
{
    /// <summary>The list inside each object of a JSON export that holds these rows; null: the file's own rows.</summary>
    public required string? Rows { get; init; }

    /// <summary>Which rows of the list are rows of this kind; null: all.</summary>
    public required RowFilter? Only { get; init; }

    /// <summary>The header names of each field, in any language; a row's value is the first that is not empty.</summary>
    public required IReadOnlyDictionary<TField, IReadOnlyList<string>> Columns { get; init; }

    /// <summary>What the words of a field mean: the word as exported to the canonical one.</summary>
    public required IReadOnlyDictionary<TField, IReadOnlyDictionary<string, string>> Words { get; init; }

    /// <summary>The unit of fields that hold a duration.</summary>
    public required IReadOnlyDictionary<TField, string> Units { get; init; }

    /// <summary>Rows of such an export, by header name, and the row of the raw table each must become, by column name.</summary>
    public required IReadOnlyList<ProfileExample> Examples { get; init; }
}

/// <param name="Columns">The header names of the column that tells.</param>
/// <param name="Words">What it must say, in any case; none: it must say something.</param>
public sealed record RowFilter(IReadOnlyList<string> Columns, IReadOnlyList<string> Words);

/// <summary>What a row of a history can say. Either an activity, or a field and the value it was given.</summary>
public enum EventField
{
    TicketId,
    EventId,
    OccurredAt,
    Activity,
    Field,
    Value,
    OldValue,
    Actor,
    Team,
}

/// <summary>What a row of messages can say.</summary>
public enum MessageField
{
    TicketId,
    MessageId,
    SentAt,
    Author,
    AuthorMail,
    AuthorSide,

    /// <summary>Filled where someone of the provider wrote the message.</summary>
    AgentAuthor,

    /// <summary>Filled where someone of the client wrote the message.</summary>
    RequesterAuthor,

    /// <summary>Who asked, in the words of the author: a message of that author is the requester's, one of any other the agent's.</summary>
    TicketRequester,
    Channel,
    Subject,
    Body,
    IsPublic,
    IsAutomatic,
    AttachmentCount,

    /// <summary>What the words do, of a reader that does not hand on the words themselves (<see cref="Mapping.Remarks.Noted"/>).</summary>
    Remarks,
}

/// <summary>What a row of a telephone log can say.</summary>
public enum CallField
{
    CallId,
    StartedAt,
    Direction,
    Caller,
    Callee,
    DurationSeconds,
    RingSeconds,
    IsAnswered,
    ClientText,
}

/// <summary>What a row of a time sheet can say.</summary>
public enum TimeEntryField
{
    EntryId,
    TicketId,
    ClientText,
    WorkedAt,
    WorkedSeconds,
    Agent,
    IsBillable,
    IsCovered,
}
