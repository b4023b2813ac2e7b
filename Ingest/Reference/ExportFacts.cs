namespace Insights.Ingest.Reference;

/// <summary>What a person's own exports say before anything is loaded: the beginning of their reference data.</summary>
/// <param name="Provider">The IT-support company.</param>
/// <param name="Files">The exports, as read.</param>
/// <param name="Clients">The most tickets first.</param>
/// <param name="Words">Priority and state words; the most tickets first.</param>
/// <param name="Agents">Who answers, and how many tickets; the most first.</param>
/// <param name="Addresses">Requesters without a client name whose mail domain tells none either; the most tickets first.</param>
public sealed record ExportFacts(
    string Provider,
    IReadOnlyList<ExportFile> Files,
    IReadOnlyList<FoundClient> Clients,
    IReadOnlyList<FoundWord> Words,
    IReadOnlyList<(string Name, long Tickets)> Agents,
    IReadOnlyList<(string Address, long Tickets)> Addresses)
{
    /// <summary>The zone of most files.</summary>
    public string Zone => Files.GroupBy(file => file.Zone).OrderByDescending(zone => zone.Sum(file => file.Tickets)).First().Key;

    /// <summary>The local date of the first ticket, null without tickets.</summary>
    public DateOnly? First => Files.Min(file => file.First);
}

/// <summary>One export: how it was read, how much of it, and the local dates of its first and last ticket.</summary>
public sealed record ExportFile(
    string File, string Source, string Profile, string Zone, long Tickets, long Rejects, DateOnly? First, DateOnly? Last);

/// <summary>
/// A client under the name most of its tickets bear, with the mail domains most of whose tickets are its own. Names: what exports call
/// it, by source. A client no export names has its mail domain for a name.
/// </summary>
public sealed record FoundClient(
    string Name, IReadOnlyList<(string Source, string Name)> Names, IReadOnlyList<string> Domains, long Tickets,
    DateOnly First, DateOnly Last);

/// <summary>A word of a priority or state column. Value: what its profile takes it for, null when the profile does not know it.</summary>
public sealed record FoundWord(string Source, string Field, string Text, string? Value, long Tickets);
