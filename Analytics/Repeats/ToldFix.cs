namespace Insights.Analytics.Repeats;

/// <summary>A message of a ticket.</summary>
/// <param name="IsProvider">Written by the provider; else by the client.</param>
/// <param name="At">UTC epoch second.</param>
/// <param name="Body">Its words.</param>
internal readonly record struct SpokenMessage(bool IsProvider, long At, string Body);

/// <summary>A step that the client named and the provider then took.</summary>
/// <param name="ToldAt">UTC epoch second of the client's message.</param>
/// <param name="FixedAt">UTC epoch second of the provider's.</param>
/// <param name="Quote">The client's line, at most 200 characters.</param>
/// <param name="Words">The step as each of the two writes it.</param>
internal sealed record ToldFix(long ToldAt, long FixedAt, string Quote, string Words);

/// <summary>Finds who named the fix first, the client or the provider, by the steps (concepts of the lexicon, in remedies.txt) that their words name.</summary>
internal sealed class ToldFixes
{
    private const int QuoteLength = 200;

    private readonly Vocabulary _vocabulary;
    private readonly HashSet<int> _steps = [];

    public ToldFixes(Lexicon lexicon)
    {
        _vocabulary = new Vocabulary(lexicon);
        foreach (var concept in SqlFiles.Text("repeats/remedies.txt").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            foreach (var (term, _) in _vocabulary.Terms(concept))
                _steps.Add(term);
    }

    /// <summary>Whether the client wrote again after its complaint, and the provider after that.</summary>
    public static bool IsAskable(IReadOnlyList<SpokenMessage> messages)
    {
        var again = messages.ToList().FindIndex(1, m => !m.IsProvider);
        return again > 0 && messages.Skip(again + 1).Any(m => m.IsProvider);
    }

    /// <summary>The first step the client named before the provider; null where there is none.</summary>
    /// <param name="complaint">Subject and first text of the ticket.</param>
    /// <param name="messages">In order of time; the first of them, where it is the client's, belongs to the complaint.</param>
    public ToldFix? Of(string complaint, IReadOnlyList<SpokenMessage> messages)
    {
        var known = Steps(complaint).Select(s => s.Term).ToHashSet();
        var told = new Dictionary<int, (long At, string Line, string Written)>();
        for (var i = 0; i < messages.Count; i++)
            if (messages[i].IsProvider)
            {
                foreach (var (term, written) in Steps(messages[i].Body))
                    if (told.TryGetValue(term, out var first))
                        return new ToldFix(first.At, messages[i].At, first.Line, Both(first.Written, written));
                    else
                        known.Add(term);
            }
            else if (i == 0)
                known.UnionWith(Steps(messages[i].Body).Select(s => s.Term));
            else
                Tell(messages[i], known, told);
        return null;
    }

    private void Tell(SpokenMessage message, HashSet<int> known, Dictionary<int, (long At, string Line, string Written)> told)
    {
        foreach (var line in TicketText.OwnLines(message.Body))
            foreach (var (term, written) in Steps(line.Span))
                if (!known.Contains(term))
                    told.TryAdd(term, (message.At, Quote(line.ToString()), written));
    }

    private List<(int Term, string Written)> Steps(ReadOnlySpan<char> text) => [.. _vocabulary.Terms(text).Where(t => _steps.Contains(t.Term))];

    private static string Both(string client, string provider) =>
        string.Equals(client, provider, StringComparison.OrdinalIgnoreCase) ? client : $"{client} = {provider}";

    private static string Quote(string line) => line.Length <= QuoteLength ? line : line[..(char.IsHighSurrogate(line[QuoteLength - 2]) ? QuoteLength - 2 : QuoteLength - 1)] + "…";
}
