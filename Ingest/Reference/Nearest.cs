using Insights.Analytics;
using Insights.Ingest.Mapping;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Reference;

/// <summary>The known name a person most likely meant.</summary>
public static class Nearest
{
    private const int LongestName = 100;

    /// <summary>The nearest of <paramref name="known"/> by edits of folded text, if no more than a third of the letters differ.</summary>
    public static string? To(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
            return null;
        var folded = GreekText.Fold(name);
        var best = known.Select(candidate => (candidate, distance: Words.Distance(folded, GreekText.Fold(candidate))))
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
}
