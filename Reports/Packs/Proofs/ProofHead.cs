using System.Globalization;
using System.Text.Json.Serialization;
using Insights.Analytics;

namespace Insights.Reports.Packs.Proofs;

/// <summary>What a proof is of, by what it was made, and what it must agree with.</summary>
internal sealed record ProofHead
{
    /// <summary>review, verdict or benchmark; those of reviews written before there were others do not say.</summary>
    public string Pack { get; init; } = "review";

    /// <summary>Null where the head names no pack there is.</summary>
    [JsonIgnore]
    public PackKind? Kind => Enum.GetValues<PackKind>().Cast<PackKind?>().FirstOrDefault(p => Word(p!.Value) == Pack);

    /// <summary>Null of a benchmark, which holds several.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Client { get; init; }

    public required string Provider { get; init; }

    /// <summary>2026-10.</summary>
    public required string Month { get; init; }

    /// <exception cref="FormatException">The head names no month.</exception>
    [JsonIgnore]
    public DateOnly FirstDay => DateOnly.ParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public required string Language { get; init; }

    /// <summary>client, provider or owner.</summary>
    public required string Audience { get; init; }

    public required bool IsAnonymous { get; init; }

    /// <summary>The moment the figures look from, UTC.</summary>
    public required string AsOf { get; init; }

    public required string ProgramVersion { get; init; }

    /// <summary>The face pictures and pages were set in: another one gives other bytes and the same figures.</summary>
    public required string Font { get; init; }

    /// <summary>The files of the theme the pack is in, parts of the proof; none of a pack in the house's look.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PackFile>? Theme { get; init; }

    /// <summary>The exchange files of a benchmark's peers, parts of the proof; null where it was held against none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PackFile>? Peers { get; init; }

    /// <summary>The rows, a part of the proof per mart.</summary>
    public required IReadOnlyList<ProofPart> Marts { get; init; }

    /// <summary>The files of the pack.</summary>
    public required IReadOnlyList<PackFile> Files { get; init; }

    /// <summary>What a head calls a pack, and the command that writes it is called.</summary>
    public static string Word(PackKind pack) => pack.ToString().ToLowerInvariant();
}

/// <param name="Mart">Its name.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">How many.</param>
/// <param name="Sha256">Of the part, lower-case hex.</param>
internal sealed record ProofPart(string Mart, IReadOnlyList<MartColumn> Columns, int Rows, string Sha256);
