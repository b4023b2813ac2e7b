using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>The known name a person most likely meant.</summary>
public static class Nearest
{
    /// <summary>The nearest of <paramref name="known"/> by edits of folded text, if no more than a third of the letters differ.</summary>
    public static string? To(string name, IEnumerable<string> known)
    {
        var folded = GreekText.Fold(name);
        var best = known.Select(candidate => (candidate, distance: Distance(folded, GreekText.Fold(candidate))))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal).FirstOrDefault();
        return best.candidate is not null
            && best.distance <= Math.Max(1, Math.Max(folded.Length, best.candidate.Length) / 3) ? best.candidate : null;
    }

    /// <summary>"'x' is not a known …; did you mean …?", with an example where nothing known is near.</summary>
    public static Message Unknown(string name, IEnumerable<string> known, string kind, string greekKind, string example)
    {
        var near = To(name, known);
        return near is null
            ? new Message(
                $"'{name}' is not a known {kind}. Write for example {example}.",
                $"Δεν υπάρχει {greekKind} «{name}». Γράψτε για παράδειγμα {example}.")
            : new Message(
                $"'{name}' is not a known {kind}. Did you mean '{near}'?",
                $"Δεν υπάρχει {greekKind} «{name}». Μήπως εννοείτε «{near}»;");
    }

    /// <summary>Levenshtein distance: insertions, deletions and substitutions of one letter.</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
