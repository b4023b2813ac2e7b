using Insights.Analytics;
using Insights.Analytics.Loads;

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

    /// <summary><c>ymd</c>, <c>dmy</c> or <c>mdy</c>: declared, never guessed per row.</summary>
    public required string DayOrder { get; init; }

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
    public required MergedMark? Merged { get; init; }

    /// <summary>The unit of columns that hold a duration: <c>seconds</c>, <c>minutes</c>, <c>hours</c> or <c>hh:mm:ss</c>.</summary>
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

    /// <summary><c>pbx</c>, <c>handset</c> or <c>bill</c> where the profile is a telephone log: a bill lists answered calls only.</summary>
    public required string? LogKind { get; init; }
}

/// <param name="Mode"><c>field</c> (the column is a time), <c>minutes_from_created</c> (it is a number of minutes), or <c>none</c> (not exported).</param>
/// <param name="Semantics">What stops the tool's own clock: <c>public_reply</c>, <c>status_change</c>, <c>assignment</c>, <c>unknown</c>,
/// or <c>none</c>.</param>
public sealed record FirstResponse(string Mode, string Semantics);

/// <param name="Columns">The header names of the column that marks a merged ticket: a yes or no, or a list of tags.</param>
/// <param name="Words">The words in it that do; tags are told apart by commas, semicolons and spaces.</param>
public sealed record MergedMark(IReadOnlyList<string> Columns, IReadOnlyList<string> Words);

/// <param name="Row">Header name to cell.</param>
/// <param name="Ticket">Column name to value: text as it is, numbers in digits, instants as <c>2026-01-31T10:00:00Z</c>. Columns not
/// named are not checked; an empty value means null.</param>
public sealed record ProfileExample(IReadOnlyDictionary<string, string> Row, IReadOnlyDictionary<string, string> Ticket);
