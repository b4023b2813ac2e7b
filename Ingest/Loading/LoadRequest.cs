using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mail;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Loading;

/// <summary>One file to load.</summary>
public sealed record LoadRequest
{
    /// <summary>The export; of a mailbox of several files the first.</summary>
    public required string File { get; init; }

    /// <summary>The mailbox, where the export is one; null for any other.</summary>
    public Mailbox? Mailbox { get; init; }

    public required Profile Profile { get; init; }

    /// <summary>Why that profile, where the file's columns decided; null where a person named it.</summary>
    public Message? Recognised { get; init; }

    /// <summary>The name under which this tool of this provider is known; tickets are told apart by it.</summary>
    public required string Source { get; init; }

    /// <summary>The IT-support company.</summary>
    public required string Provider { get; init; }

    /// <summary><c>provider</c> or <c>client</c>; null: as the profile says.</summary>
    public string? Side { get; init; }

    /// <summary>The client of tickets whose row names none.</summary>
    public string? DefaultClient { get; init; }

    /// <summary>The IANA zone of times without an offset; null: as the profile says.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The moment of the export (UTC), where a person says it.</summary>
    public DateTime? ExportedAt { get; init; }

    /// <summary>How far the source is pulled with this file, a page of its tool; null: a person gave the file.</summary>
    public PullState? Pulled { get; init; }

    /// <summary>The period of which the file lists every ticket created; null: it is not declared full.</summary>
    public FullPeriod? Full { get; init; }
}

/// <summary>Mail to be read as one: a thread may have its questions in one file and its answers in another.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="Options">Whose messages count.</param>
public sealed record Mailbox(IReadOnlyList<string> Paths, MailOptions Options);

/// <summary>What a load did: <c>RowCount = NewCount + ChangedCount + UnchangedCount + RejectCount</c>.</summary>
/// <param name="LoadId">The load in the ledger.</param>
/// <param name="RowCount">Data rows read.</param>
/// <param name="NewCount">Tickets, events, messages or calls the source did not have.</param>
/// <param name="ChangedCount">Further versions of those it has.</param>
/// <param name="UnchangedCount">Rows that said nothing new.</param>
/// <param name="RejectCount">Rows that could not be read; raw.rejects says why.</param>
/// <param name="AlreadyLoaded">True when this very file was loaded before: nothing was done, the counts are those of then.</param>
/// <param name="DataEnd">The moment of the export, else the newest instant in the file (UTC).</param>
/// <param name="Tables">The same, table by table of the file.</param>
/// <param name="Rejects">The first few rejects, for a person to look at.</param>
/// <param name="Warnings">What a person should look at.</param>
public sealed record LoadResult(
    long LoadId,
    long RowCount,
    long NewCount,
    long ChangedCount,
    long UnchangedCount,
    long RejectCount,
    bool AlreadyLoaded,
    DateTime? DataEnd,
    IReadOnlyList<LoadCounts> Tables,
    IReadOnlyList<RejectedRow> Rejects,
    IReadOnlyList<Message> Warnings);
