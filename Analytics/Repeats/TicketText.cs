namespace Insights.Analytics.Repeats;

/// <summary>What a ticket's first text says itself: without what it quotes, and without the lines that stand in everybody's mail.</summary>
public static class TicketText
{
    private static readonly string[] QuoteStarts =
        ["-----Original", "-----Αρχικό", "________________________________", "From: ", "Από: ", "Sent: ", "Στάλθηκε: ", "Begin forwarded", "---------- Forwarded"];

    /// <summary>The lines of a body up to the first it quotes, trimmed; empty ones and quoted ones (&gt;) left out.</summary>
    public static IEnumerable<ReadOnlyMemory<char>> OwnLines(string body)
    {
        var rest = body.AsMemory();
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf('\n');
            var line = rest[..(end < 0 ? rest.Length : end)].Trim();
            rest = end < 0 ? ReadOnlyMemory<char>.Empty : rest[(end + 1)..];
            if (StartsQuote(line.Span))
                yield break;
            if (!line.IsEmpty && line.Span[0] != '>')
                yield return line;
        }
    }

    /// <summary>The numbers of tickets a subject names: #1234.</summary>
    public static IReadOnlyList<string> Named(string? subject)
    {
        if (subject is null || !subject.Contains('#'))
            return [];
        var named = new List<string>();
        for (var at = subject.IndexOf('#'); at >= 0; at = subject.IndexOf('#', at + 1))
        {
            var end = at + 1;
            while (end < subject.Length && (char.IsAsciiLetterOrDigit(subject[end]) || subject[end] == '-'))
                end++;
            if (end > at + 1)
                named.Add(subject[(at + 1)..end]);
        }

        return named;
    }

    private static bool StartsQuote(ReadOnlySpan<char> line)
    {
        foreach (var start in QuoteStarts)
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        return (line.StartsWith("On ") && line.EndsWith(" wrote:")) || (line.StartsWith("Στις ") && line.EndsWith(" έγραψε:"));
    }
}
