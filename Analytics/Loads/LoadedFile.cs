namespace Insights.Analytics.Loads;

/// <summary>What raw.sources says of a source.</summary>
/// <param name="Source">The name the source is known by.</param>
/// <param name="Side"><c>provider</c> or <c>client</c>.</param>
/// <param name="Provider">The IT-support company.</param>
/// <param name="Profile">The profile that read it.</param>
/// <param name="TimeZone">The IANA zone of its times.</param>
/// <param name="ResponseSemantics">What stops the tool's own first-response clock.</param>
/// <param name="StopStates">The canonical states in which the tool's own clock stands still.</param>
/// <param name="DefaultClient">The client of tickets that name none.</param>
public sealed record SourceFacts(
    string Source, string Side, string Provider, string Profile, string TimeZone,
    string ResponseSemantics, IReadOnlyList<string> StopStates, string? DefaultClient);

/// <summary>What the ledger says of a file before its rows are counted.</summary>
/// <param name="Bytes">The file's size.</param>
/// <param name="Fingerprint">Tells a file that was loaded before; may still be in the making while the rows are read.</param>
/// <param name="Sha256">Lower-case hex; may still be in the making while the rows are read.</param>
/// <param name="Full">The period the file lists every ticket of, by creation; null: it is not declared full.</param>
/// <param name="LoadedAt">Now (UTC).</param>
public sealed record FileFacts(long Bytes, Task<string> Fingerprint, Task<string> Sha256, FullPeriod? Full, DateTime LoadedAt);

/// <summary>A period (UTC) of which a file lists every ticket created.</summary>
/// <param name="From">Included.</param>
/// <param name="Until">Not included; null: the moment of the export.</param>
public sealed record FullPeriod(DateTime From, DateTime? Until);

/// <summary>A row that could not be read.</summary>
/// <param name="Line">The 1-based line of the file the row starts on.</param>
/// <param name="Column">The header of the offending cell, or null when it is the row as a whole.</param>
/// <param name="Value">The offending cell.</param>
/// <param name="Reason">Why the row cannot be read; raw.rejects keeps the English.</param>
/// <param name="RawRow">The row as it stands in the file.</param>
public sealed record RejectedRow(long Line, string? Column, string? Value, Message Reason, string RawRow);

/// <summary>One table of a file: rows for one of the raw tables.</summary>
/// <param name="Table">Where its rows go.</param>
/// <param name="Name">What a person calls it; raw.loads.file.</param>
/// <param name="Fields">The columns its header can fill; any other is unavailable, not empty.</param>
/// <param name="Fill">Adds rows to the chunk until it is full; leaves it empty when there are no more. Called from several threads at
/// once.</param>
/// <param name="Facts">Called once after the last row.</param>
public sealed record LoadPart(RawTable Table, string Name, IReadOnlyList<string> Fields, Action<RawChunk> Fill, Func<RowFacts> Facts);

/// <summary>What the rows of one table of a file told once all were read.</summary>
/// <param name="Rejects">The rows that could not be read.</param>
/// <param name="NewestAt">The newest instant (UTC) among the rows; null when there are none.</param>
/// <param name="ExportedAt">The moment of the export (UTC), where it is known.</param>
/// <param name="ExportedBy">How it is known: <c>option</c>, <c>file</c> (the file says it inside) or <c>name</c> (of the file).</param>
/// <param name="Notices">What a person should know of how it was read: a code and how many rows it concerns.</param>
public sealed record RowFacts(
    IReadOnlyCollection<RejectedRow> Rejects, DateTime? NewestAt, DateTime? ExportedAt, string? ExportedBy,
    IReadOnlyList<(string Code, long Count)> Notices);

/// <summary>
/// What a load changed: <c>RowCount = NewCount + ChangedCount + UnchangedCount + RejectCount</c>. Name is the file, or the table in it;
/// Content the raw table its rows went to.
/// </summary>
public sealed record LoadCounts(
    long LoadId, string Name, string Content,
    long RowCount, long NewCount, long ChangedCount, long UnchangedCount, long RejectCount, DateTime? DataEnd);
