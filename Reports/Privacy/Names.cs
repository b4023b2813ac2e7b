using System.Text.RegularExpressions;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Privacy;

/// <summary>The names an anonymous pack must not say, and what it says for each.</summary>
internal sealed class Names
{
    /// <summary>Shorter ones are words too.</summary>
    private const int Shortest = 4;

    private readonly Dictionary<string, string> _shown;
    private readonly Dictionary<string, string> _clients;
    private readonly Dictionary<string, string> _sources;
    private readonly Regex? _any;

    private Names(Dictionary<string, string> shown, Dictionary<string, string> clients, Dictionary<string, string> sources)
    {
        _shown = shown;
        _clients = clients;
        _sources = sources;
        var names = shown.Keys.SelectMany(Parts).Where(n => n.Length >= Shortest).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).ToList();
        _any = names.Count == 0 ? null : new Regex(@"(?<![\p{L}\d])(?:" + string.Join('|', names.Select(Regex.Escape)) + @")(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Clients, providers, people and sources (which may be called after a client), each numbered in the order first met.</summary>
    public static Names Of(Marts marts, IReadOnlyList<MartRow> people, IReadOnlyDictionary<string, string> agents, Language language)
    {
        Dictionary<string, string> Number(IEnumerable<string?> names, string key) => Disclosure.Numbered(names, n => language.Say(key, ("n", n)));
        var months = marts.Rows("client_months").OrderBy(r => r.Date("month")).ThenBy(r => r.Text("client"), StringComparer.Ordinal).ToList();
        var clients = Number(months.Select(r => r.Text("client")).Concat(marts.Rows("intensity").Select(r => r.Text("client"))), "privacy.client");
        var shown = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, said) in clients.Concat(Number(months.Select(r => r.Text("provider")), "privacy.provider")).Concat(agents).Concat(Number(people.Where(p => p.Text("role") == "requester").Select(p => p.Text("name")), "privacy.requester")))
            shown.TryAdd(name, said);
        var sources = Number(marts.Rows("providers").OrderBy(r => r.Instant("data_start_at")).ThenBy(r => r.Text("source"), StringComparer.Ordinal).Select(r => r.Text("source")), "privacy.source");
        return new Names(shown, clients.ToDictionary(c => c.Value, c => c.Key, StringComparer.Ordinal), sources);
    }

    /// <summary>The client a shown name stands for; itself where it stands for none.</summary>
    public string Client(string shown) => _clients.GetValueOrDefault(shown, shown);

    /// <summary>What is said for a source; what is none stays.</summary>
    public string Source(string name) => _sources.GetValueOrDefault(name, name);

    /// <summary>What is said for a whole name.</summary>
    public string? Of(string name) => _shown.GetValueOrDefault(name);

    /// <summary>What is said for a text that is a name; else the text with dots for every name in it.</summary>
    public string In(string text) => _shown.TryGetValue(text, out var said) ? said : _any?.Replace(text, "•••") ?? text;

    /// <summary>A name, and the longer words of one of several words: a first name alone tells who it is too.</summary>
    private static IEnumerable<string> Parts(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(name);
}
