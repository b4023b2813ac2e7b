using Insights.Analytics.Loads;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Profiles.Drafts;

/// <summary>What the profiles this program carries call their columns, and what their words mean: all of it together.</summary>
internal sealed class HeaderLexicon
{
    private readonly Dictionary<string, TicketColumn> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _votes = new(StringComparer.Ordinal);
    private readonly Dictionary<TicketColumn, Dictionary<string, string>> _words = [];

    public HeaderLexicon(IReadOnlyList<Profile> profiles)
    {
        var names = from profile in profiles
                    from column in profile.Columns
                    from name in column.Value
                    group column.Key by HeaderNames.Fold(name);
        foreach (var name in names)
        {
            var most = name.GroupBy(c => c).OrderByDescending(c => c.Count()).ThenBy(c => c.Key).First();
            (_columns[name.Key], _votes[name.Key]) = (most.Key, most.Count());
        }
        foreach (var (column, words) in profiles.SelectMany(p => p.Words))
            foreach (var (word, meaning) in words)
                Words(column).TryAdd(HeaderNames.Fold(word), meaning);
    }

    /// <summary>The column a header name means in most profiles that know it; null when none does.</summary>
    public TicketColumn? Column(string header) => _columns.TryGetValue(HeaderNames.Fold(header), out var column) ? column : null;

    /// <summary>How many profiles know a header name.</summary>
    public int Votes(string header) => _votes.GetValueOrDefault(HeaderNames.Fold(header));

    /// <summary>The column whose known names share the most of their beginning with a part of the header; null when none does.</summary>
    public TicketColumn? Nearest(string header)
    {
        var folded = HeaderNames.Fold(header);
        var near = _columns.Where(c => c.Key.Length >= 4 && (folded.Contains(c.Key, StringComparison.Ordinal) || c.Key.Contains(folded, StringComparison.Ordinal)) && folded.Length >= 4)
            .OrderByDescending(c => Math.Min(c.Key.Length, folded.Length)).ThenBy(c => c.Key.Length).ThenBy(c => c.Key, StringComparer.Ordinal)
            .ToList();
        return near.Count == 0 ? null : near[0].Value;
    }

    /// <summary>What a word of a column means in the profiles; null when none knows it.</summary>
    public string? Meaning(TicketColumn column, string word) => Words(column).GetValueOrDefault(HeaderNames.Fold(word));

    private Dictionary<string, string> Words(TicketColumn column)
    {
        if (!_words.TryGetValue(column, out var words))
            _words[column] = words = new(StringComparer.Ordinal);
        return words;
    }
}
