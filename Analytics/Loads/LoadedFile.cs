namespace Insights.Analytics.Loads;

/// <summary>What raw.sources says of a source.</summary>
/// <param name="Source">The name the source is known by.</param>
/// <param name="Side"><c>provider</c> or <c>client</c>.</param>
/// <param name="Provider">The IT-support company.</param>
/// <param name="Profile">The profile that read it.</param>
/// <param name="TimeZone">The IANA zone of its times.</param>
/// <param name="ResponseSemantics">What stops the tool's own first-response clock.</param>
/// <param name="Fields">The columns of raw.tickets the last file could fill; any other is unavailable, not empty.</param>
/// <param name="DefaultClient">The client of tickets that name none.</param>
public sealed record SourceFacts(
    string Source, string Side, string Provider, string Profile, string TimeZone,
    string ResponseSemantics, IReadOnlyList<string> Fields, string? DefaultClient);

/// <summary>What the ledger says of a file before its rows are counted.</summary>
/// <param name="File">The name, without its folder.</param>
/// <param name="Sha256">Lower-case hex of the file's bytes; may still be in the making while the rows are read.</param>
/// <param name="ExportedAt">The moment of the export (UTC), where it is known.</param>
/// <param name="LoadedAt">Now (UTC).</param>
public sealed record FileFacts(string File, Task<string> Sha256, DateTime? ExportedAt, DateTime LoadedAt);

/// <summary>A row that was no ticket.</summary>
/// <param name="Line">The 1-based line of the file the row starts on.</param>
/// <param name="Column">The header of the offending cell, or null when it is the row as a whole.</param>
/// <param name="Value">The offending cell.</param>
/// <param name="Reason">Why the row is no ticket; raw.rejects keeps the English.</param>
/// <param name="RawRow">The row as it stands in the file.</param>
public sealed record RejectedRow(long Line, string? Column, string? Value, Message Reason, string RawRow);

/// <summary>What a file's rows told once all were read.</summary>
/// <param name="Rejects">The rows that are no tickets.</param>
/// <param name="NewestAt">The newest instant (UTC) among the tickets; null when there are none.</param>
public sealed record RowFacts(IReadOnlyCollection<RejectedRow> Rejects, DateTime? NewestAt);

/// <summary>What a load changed: <c>RowCount = NewCount + ChangedCount + UnchangedCount + RejectCount</c>.</summary>
public sealed record LoadCounts(
    long LoadId, long RowCount, long NewCount, long ChangedCount, long UnchangedCount, long RejectCount, DateTime? DataEnd);
