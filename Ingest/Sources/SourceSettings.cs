using Cronos;
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

    public required CronExpression Schedule { get; init; }

    /// <summary>The clock of the schedule.</summary>
    public required DateTimeZone ScheduleZone { get; init; }

    /// <summary>The tool's API, with what the person gave.</summary>
    public required ApiAccess Access { get; init; }
}

/// <summary>One pack that is written by itself.</summary>
/// <param name="Pack"><c>review</c> or <c>benchmark</c>.</param>
/// <param name="Schedule">When.</param>
/// <param name="Zone">Of the schedule.</param>
public sealed record PackSettings(string Pack, CronExpression Schedule, DateTimeZone Zone);

/// <summary>What <c>insights watch --sources FILE</c> does by itself.</summary>
public sealed record SourcesPlan(IReadOnlyList<SourceSettings> Sources, IReadOnlyList<PackSettings> Packs);
