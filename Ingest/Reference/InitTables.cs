using System.Globalization;

namespace Insights.Ingest.Reference;

/// <summary>The rows of each reference table as the person's exports prefill them, in the order of the table's columns.</summary>
internal static class InitTables
{
    /// <summary>The calendar promises are proposed to run on.</summary>
    private const string Support = "support";

    private static readonly string[] PromiseKinds = ["response", "resolve"];

    /// <summary>Cells by table; null is a blank a person may fill, "" one that is rarely needed.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string?[]>> Of(ExportFacts facts, string language) =>
        new Dictionary<string, IReadOnlyList<string?[]>>
        {
            ["clients"] = [.. facts.Clients.Select(client => Client(client, facts, language))],
            ["promises"] = [.. Combined(facts, PromiseKinds).Select(row =>
                new[] { row.Client, row.Priority, row.Kind, null, "", Support, "", "", "", "", "", "" })],
            ["expectations"] = [.. Combined(facts, PromiseKinds[..1]).Select(row =>
                new[] { row.Client, row.Priority, row.Kind, null, "", "", "" })],
            ["critical_work"] = [.. facts.Clients.Select(client =>
                new[] { client.Name, null, null, null, null, null, null, "1", null, "" })],
            ["calendars"] = [[Support, facts.Zone, "GR", ValidFrom(facts), "open", "Mon-Fri", "09:00", "17:00", ""]],
            ["vocabulary"] = [.. facts.Words.Where(word => word.Value is null).Select(word =>
                new[] { word.Source, word.Field, word.Text, null, InitWords.Tickets(word.Tickets).In(language) })],
            ["aliases"] = [.. facts.Clients.SelectMany(Aliases)],
            ["assign"] = [.. facts.Addresses.Select(row =>
                new[] { row.Address, row.Tickets.ToString(CultureInfo.InvariantCulture), null })],
            ["actions"] = [],
            ["comments"] = [],
            ["agreed_exclusions"] = [],
            ["included_hours"] = [.. facts.Clients.Select(client => new[] { client.Name, null, "month", ValidFrom(facts), "", "" })],
            ["holidays"] = ReferenceDefaults.Rows("holidays"),
            ["settings"] = ReferenceDefaults.Rows("settings"),
        };

    private static string?[] Client(FoundClient client, ExportFacts facts, string language) =>
    [
        client.Name, facts.Provider, facts.Zone, "", null, null, string.Join(' ', client.Domains),
        InitWords.Period(client.Tickets, client.First, client.Last).In(language),
    ];

    /// <summary>An export's name is compared without case, so a name that differs in case only needs no row.</summary>
    private static IEnumerable<string?[]> Aliases(FoundClient client) => client.Names
        .DistinctBy(name => (name.Source, name.Name.ToLowerInvariant()))
        .Where(name => !name.Name.Equals(client.Name, StringComparison.OrdinalIgnoreCase))
        .Select(name => new[] { name.Source, name.Name, client.Name, "" });

    private static IEnumerable<(string Client, string Priority, string Kind)> Combined(ExportFacts facts, string[] kinds) =>
        from client in facts.Clients
        from kind in kinds
        from priority in Priorities(facts)
        select (client.Name, priority, kind);

    /// <summary>The priorities that occur, or every one where no export has any.</summary>
    private static List<string> Priorities(ExportFacts facts)
    {
        var met = facts.Words.Where(word => word is { Field: "priority", Value: not null })
            .Select(word => word.Value!).Distinct().Order().ToList();
        return met.Count == 0 ? ["*"] : met;
    }

    /// <summary>Before the first ticket: 1 January of its year.</summary>
    private static string ValidFrom(ExportFacts facts) =>
        new DateOnly((facts.First ?? new DateOnly(2020, 1, 1)).Year, 1, 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
