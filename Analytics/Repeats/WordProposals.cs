namespace Insights.Analytics.Repeats;

/// <summary>Words that seem to mean one thing, for a person to decide.</summary>
/// <param name="Concept">The concept of the lexicon the first words belong to already; null: a new one, to be named.</param>
/// <param name="Words">All words the row would have, as people write them.</param>
/// <param name="PairCount">In so many pairs of tickets one stood where the other stood in the other ticket.</param>
public sealed record WordProposal(string? Concept, IReadOnlyList<string> Words, int PairCount);

/// <summary>
/// New rows for the lexicon from the program's own links: tickets of one device and one person that the device joined and the words did not.
/// A word of the one and a word of the other that meet more often than by chance may mean the same.
/// </summary>
public static class WordProposals
{
    /// <summary>Below this many pairs a meeting of two words is an accident.</summary>
    private const int FewestPairs = 3;

    private const int Most = 50;

    /// <summary>The proposals, those least likely by chance first (log-likelihood ratio), at most fifty.</summary>
    /// <param name="warehouse">Refreshed.</param>
    public static IReadOnlyList<WordProposal> Of(Warehouse warehouse)
    {
        var lexicon = LexiconRows.Words(warehouse);
        var meetings = new WordMeetings(new Vocabulary(LexiconRows.Read(warehouse)));
        foreach (var (one, other) in Texts(warehouse))
            meetings.Add(one, other);
        var (proposals, taken) = (new List<WordProposal>(), new HashSet<MetWord>());
        foreach (var meeting in meetings.Ranked(FewestPairs))
            if (IsFree(meeting.One, taken) && IsFree(meeting.Other, taken) && Row(meeting, lexicon) is { } row)
            {
                proposals.Add(row);
                taken.UnionWith([meeting.One, meeting.Other]);
            }

        return [.. Joined(proposals).Take(Most)];
    }

    /// <summary>A new word is proposed once, where it is least by chance (competitive linking, Melamed 2000); a concept may get several.</summary>
    private static bool IsFree(MetWord word, HashSet<MetWord> taken) => word.Concept is not null || !taken.Contains(word);

    /// <summary>Two concepts that meet are left as they are: to make them one is no row to fill.</summary>
    private static WordProposal? Row(WordMeeting meeting, Dictionary<string, string[]> lexicon) => (meeting.One.Concept, meeting.Other.Concept) switch
    {
        (not null, not null) => null,
        ({ } concept, null) => new(concept, [.. lexicon[concept], meeting.Other.Written], meeting.PairCount),
        (null, { } concept) => new(concept, [.. lexicon[concept], meeting.One.Written], meeting.PairCount),
        _ => new(null, [meeting.One.Written, meeting.Other.Written], meeting.PairCount),
    };

    /// <summary>A concept has one row, with all the words proposed for it, where its first stands.</summary>
    private static IEnumerable<WordProposal> Joined(List<WordProposal> proposals) => proposals
        .GroupBy(p => p.Concept ?? string.Join(';', p.Words))
        .Select(rows => rows.First() with { Words = [.. rows.SelectMany(r => r.Words).Distinct()], PairCount = rows.Max(r => r.PairCount) });

    private static IEnumerable<(string One, string Other)> Texts(Warehouse warehouse)
    {
        using var command = warehouse.Command(SqlFiles.Text("queries/unworded_links.sql"));
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return (Text(row.GetValue(0), row.GetValue(1)), Text(row.GetValue(2), row.GetValue(3)));
    }

    /// <summary>The subject and the beginning of the body's own lines, as links compare them.</summary>
    private static string Text(object subject, object body)
    {
        var lines = string.Join('\n', TicketText.OwnLines(body as string ?? ""));
        return $"{subject as string}\n{lines.AsSpan(0, Math.Min(TicketTerms.BodyLength, lines.Length))}";
    }
}
