using System.Globalization;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Privacy;

/// <summary>
/// What an audience sees of people. Outside the provider an agent is a number, the same in every pack, no figure stands per agent, and requesters are
/// hidden. Secrets in subjects are masked for everybody. Anonymous, clients, providers, people and sources are numbers wherever they are named.
/// </summary>
public sealed class Disclosure : MartView
{
    private static readonly HashSet<string> OfAgents = ["agent", "lowered_by", "raised_by", "owner"];
    private static readonly HashSet<string> OfRequesters = ["requester", "requester_mail"];
    private static readonly HashSet<string> Written =
        ["subject", "title", "quote", "words", "detail", "shared_terms", "earlier_subject", "other_subject", "beside_subject", "shared_words", "action", "comment", "excluded_for"];

    private static readonly HashSet<string> Naming = [.. Written, "client", "provider", "asset", "category", "team", "activity", "value"];

    private static readonly HashSet<string> OfSources = ["source", "other_source", "earlier_source", "beside_source", "client_source", "provider_source"];

    /// <summary>What whoever keeps the warehouse calls its files and notes beside its figures; no pack says it.</summary>
    private static readonly HashSet<string> Internal = ["earlier_file", "later_file", "note"];

    private readonly Dictionary<string, string> _agents;
    private readonly Names? _names;

    private Disclosure(Audience audience, bool isAnonymous, Dictionary<string, string> agents, Names? names)
    {
        Audience = audience;
        IsAnonymous = isAnonymous;
        _agents = agents;
        _names = names;
    }

    /// <summary>What an audience sees of these marts, in its language.</summary>
    /// <param name="marts">All of them.</param>
    /// <param name="audience">Who will read.</param>
    /// <param name="isAnonymous">Nobody and no business is named.</param>
    /// <param name="language">The reader's.</param>
    public static Disclosure Of(Marts marts, Audience audience, bool isAnonymous, Language language)
    {
        var people = marts.Rows("people").OrderBy(p => p.Instant("first_at")).ThenBy(p => p.Text("name"), StringComparer.Ordinal).ToList();
        var agents = Numbered(people.Where(p => p.Text("role") == "agent").Select(p => p.Text("name")), n => language.Say("privacy.agent", ("n", n)));
        return new Disclosure(audience, isAnonymous, agents, isAnonymous ? Names.Of(marts, people, agents, language) : null);
    }

    public Audience Audience { get; }

    public bool IsAnonymous { get; }

    /// <summary>The name an anonymous pack gives a client.</summary>
    public string Shown(string client) => _names?.Of(client) ?? client;

    public override string Client(string shown) => _names?.Client(shown) ?? shown;

    public override bool Shows(string mart, MartRow row) =>
        Audience == Audience.Provider || !(mart == "chasers_by_agent" || (mart == "attainment_by" && row.Text("dimension") == "agent"));

    public override string? Text(string column, string text)
    {
        if (Internal.Contains(column))
            return null;
        if (OfSources.Contains(column))
            return _names?.Source(text) ?? text;
        if (OfRequesters.Contains(column))
            return Audience == Audience.Provider ? _names?.Of(text) ?? text : null;
        if (column == "owner" && IsAnonymous)
            return null;
        if (OfAgents.Contains(column))
            return Audience == Audience.Provider && _names is null ? text : _agents.GetValueOrDefault(text, text);
        var masked = Written.Contains(column) ? Secrets.Masked(text) : text;
        return _names is not null && Naming.Contains(column) ? _names.In(masked) : masked;
    }

    /// <summary>Each name its number, in the order first met; the same person written in two ways of case is one.</summary>
    internal static Dictionary<string, string> Numbered(IEnumerable<string?> names, Func<string, string> said)
    {
        var numbered = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.OfType<string>())
            if (!numbered.ContainsKey(name))
                numbered.Add(name, said((numbered.Count + 1).ToString(CultureInfo.InvariantCulture)));
        return numbered;
    }
}
