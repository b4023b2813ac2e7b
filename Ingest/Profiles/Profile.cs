using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Apis;

namespace Insights.Ingest.Profiles;

/// <summary>
/// How to read one tool's export: which of its columns is which, and what its words mean. Read strictly from JSON by <see
/// cref="ProfileReader"/>.
/// </summary>
public sealed record Profile
{
    /// <summary>The name a person types after <c>--profile</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Where what the profile says was read.</summary>
    public required string SourceOfTruth { get; init; }

    /// <summary>True when the export's column names were read in the tool's source or in a real file, not from memory.</summary>
    public required bool HasConfirmedHeaders { get; init; }

    /// <summary>What a person ticks or runs in the tool to get a useful export.</summary>
    public required Message How { get; init; }

    /// <summary><c>provider</c> or <c>client</c>: whose record the export usually is.</summary>
    public required string Side { get; init; }

    /// <summary>The IANA zone of times without an offset, unless the load says otherwise.</summary>
    public required string TimeZone { get; init; }

    /// <summary><c>ymd</c>, <c>dmy</c> or <c>mdy</c>: declared, never guessed per row; or <c>judge</c>: judged from all dates of a file (see
    /// <c>FirstLook</c>), and where they do not tell, as the date formats have it.</summary>
    public required string DayOrder { get; init; }

    /// <summary>True where offsets in the file are wrong and its times are those of the zone all the same.</summary>
    public required bool IgnoresOffsets { get; init; }

    /// <summary>Days by the clock on the wall that mean no date, beside those every tool's do: <c>1970-01-01</c>.</summary>
    public required IReadOnlyList<DateOnly> NoDates { get; init; }

    /// <summary>Header names whose times without an offset are UTC, whatever the zone of the others.</summary>
    public required IReadOnlyList<string> UtcColumns { get; init; }

    /// <summary>Header names of resolved and closed times that count only while the ticket is resolved or closed: tools keep them when it
    /// is opened again.</summary>
    public required IReadOnlyList<string> WhenDone { get; init; }

    /// <summary>Columns that hold whole numbers, written with or without a space between the thousands.</summary>
    public required IReadOnlyList<TicketColumn> Numbers { get; init; }

    /// <summary>True where a row without an id gets one made of when, what and who.</summary>
    public required bool DerivesTicketId { get; init; }

    /// <summary>Header names of such exports that are not read; they tell whose export it is.</summary>
    public required IReadOnlyList<string> Unread { get; init; }

    /// <summary>The forms of dates, the usual one first (see <c>DatePattern</c>).</summary>
    public required IReadOnlyList<string> DateFormats { get; init; }

    /// <summary>Cells that mean nothing was entered, beside the empty one: <c>-</c>, <c>No Agent</c>.</summary>
    public required IReadOnlyList<string> Empty { get; init; }

    public required FirstResponse FirstResponse { get; init; }

    /// <summary>The canonical states in which the tool's own clock stands still; in the others it runs.</summary>
    public required IReadOnlyList<string> StopStates { get; init; }

    /// <summary>The header names of each column of a ticket list, in any language; a row's value is the first that is not empty. Empty
    /// where the tool exports no ticket list.</summary>
    public required IReadOnlyDictionary<TicketColumn, IReadOnlyList<string>> Columns { get; init; }

    /// <summary>How a ticket that was merged into another is marked, where the state does not say it; null where it is not.</summary>
    public required StateMark? Merged { get; init; }

    /// <summary>How a deleted ticket is marked, where the state does not say it; null where it is not.</summary>
    public required StateMark? Deleted { get; init; }

    /// <summary>The unit of columns that hold a duration: one of <c>Durations.Units</c>; of a vendor outcome <c>remaining</c>, where the
    /// column holds the time left to the target.</summary>
    public required IReadOnlyDictionary<TicketColumn, string> Units { get; init; }

    /// <summary>
    /// What the words of a column mean: the word as exported to the canonical one (a priority's rank as <c>1</c> to <c>5</c>).
    /// </summary>
    public required IReadOnlyDictionary<TicketColumn, IReadOnlyDictionary<string, string>> Words { get; init; }

    /// <summary>Rows of such an export, by header name, and the ticket each must become, by column name.</summary>
    public required IReadOnlyList<ProfileExample> Examples { get; init; }

    /// <summary>The history of tickets, one row per change; null where it is not exported.</summary>
    public required Section<EventField>? Events { get; init; }

    /// <summary>The messages of tickets; null where they are not exported.</summary>
    public required Section<MessageField>? Messages { get; init; }

    /// <summary>Telephone calls; null where the profile is no telephone log.</summary>
    public required Section<CallField>? Calls { get; init; }

    /// <summary>The time worked, one row per entry; null where it is not exported.</summary>
    public required Section<TimeEntryField>? TimeEntries { get; init; }

    /// <summary>How the tool gives the same over the network; null where it is not known.</summary>
    public required Api? Api { get; init; }

    /// <summary><c>pbx</c>, <c>handset</c> or <c>bill</c> where the profile is a telephone log: a bill lists answered calls only.</summary>
    public required string? LogKind { get; init; }
}

/// <param name="Mode"><c>field</c> (the column is a time), <c>minutes_from_created</c> (it is a number of minutes), or <c>none</c> (not exported).</param>
/// <param name="Semantics">What stops the tool's own clock: <c>public_reply</c>, <c>status_change</c>, <c>assignment</c>, <c>unknown</c>,
/// or <c>none</c>.</param>
public sealed record FirstResponse(string Mode, string Semantics);

/// <summary>How an export marks tickets whose state is not what the state column says.</summary>
/// <param name="Columns">The header names of columns that mark one by a word: a yes or no, or a list of tags.</param>
/// <param name="Words">The words in them that do; tags are told apart by commas, semicolons and spaces.</param>
/// <param name="Filled">The header names of columns that mark one by not being empty, zero, false or no.</param>
/// <param name="NotId">The header names of columns that mark one by holding another id than the ticket's own.</param>
public sealed record StateMark(
    IReadOnlyList<string> Columns, IReadOnlyList<string> Words, IReadOnlyList<string> Filled, IReadOnlyList<string> NotId);

/// <param name="Row">Header name to cell.</param>
/// <param name="Ticket">Column name to value: text as it is, numbers in digits, instants as <c>2026-01-31T10:00:00Z</c>. Columns not
/// named are not checked; an empty value means null.</param>
public sealed record ProfileExample(IReadOnlyDictionary<string, string> Row, IReadOnlyDictionary<string, string> Ticket);
