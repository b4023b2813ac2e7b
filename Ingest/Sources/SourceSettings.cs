using Insights.Ingest.Apis;
using Insights.Ingest.Profiles;
using NodaTime;

namespace Insights.Ingest.Sources;

/// <summary>One tool that is pulled, as sources.json has it.</summary>
public sealed record SourceSettings
{
    /// <summary>The name under which this tool of this provider is known.</summary>
    public required string Source { get; init; }

    /// <summary>Whose <c>api</c> part is followed.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The IT-support company.</summary>
    public required string Provider { get; init; }

    /// <summary>The client of tickets that name none; null: none.</summary>
    public required string? DefaultClient { get; init; }

    /// <summary>The clock of the tool: of instants without an offset, and of questions asked by its clock.</summary>
    public required DateTimeZone Zone { get; init; }

    public required PullSchedule Schedule { get; init; }

    /// <summary>The tool's API, with what the person gave.</summary>
    public required ApiAccess Access { get; init; }
}

/// <summary>One folder of a mailbox in which exports arrive, as sources.json has it.</summary>
public sealed record MailSettings
{
    public required string Source { get; init; }

    /// <summary>Whose exports arrive.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The IT-support company.</summary>
    public required string Provider { get; init; }

    /// <summary>The client of tickets that name none; null: none.</summary>
    public required string? DefaultClient { get; init; }

    /// <summary>The IANA zone of the exports' times; null: as the profile says.</summary>
    public required string? TimeZone { get; init; }

    public required PullSchedule Schedule { get; init; }

    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    public required string Folder { get; init; }

    /// <summary>Only of messages from it; null: of all.</summary>
    public required string? From { get; init; }

    /// <summary>Only then the line need not be encrypted.</summary>
    public bool IsOnThisMachine => Host == "localhost" || (System.Net.IPAddress.TryParse(Host, out var address) && System.Net.IPAddress.IsLoopback(address));
}

/// <summary>One pack that is written by itself.</summary>
/// <param name="Pack"><c>review</c> or <c>benchmark</c>.</param>
/// <param name="When">When it is due.</param>
public sealed record PackSettings(string Pack, PullSchedule When);

/// <summary>What <c>insights watch --sources FILE</c> does by itself.</summary>
public sealed record SourcesPlan(IReadOnlyList<SourceSettings> Sources, IReadOnlyList<MailSettings> Mail, IReadOnlyList<PackSettings> Packs);
