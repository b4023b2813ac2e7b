using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>
/// The states in which the clock of a promise stands still, as a contract says them: <c>pending</c> or <c>αναμονή πελάτη</c> (waiting for
/// the client), <c>hold</c> or <c>αναμονή τρίτου</c> (for somebody else), <c>resolved</c> or <c>έως να ξανανοίξει</c> (solved, until it is
/// opened again), several with a comma; <c>none</c> or <c>καμία</c>: it never stands still.
/// </summary>
public static class PausesText
{
    private static readonly (string State, string[] Names)[] States =
    [
        ("pending", ["pending", "αναμονη πελατη", "waiting for client", "waiting for customer", "waiting on customer"]),
        ("hold", ["hold", "on hold", "αναμονη τριτου", "αναμονη τριτων", "waiting for third party", "waiting on third party"]),
        ("resolved", ["resolved", "λυμενο", "εωσ να ξανανοιξει", "until reopened"]),
    ];

    private static readonly string[] None = ["none", "καμια", "no"];

    /// <summary>Canonical states in a fixed order, each once; none at all for <c>none</c>.</summary>
    public static Reading<string[]> Parse(string text)
    {
        var parts = text.Split([',', ';', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var only] && None.Contains(GreekText.Fold(only)))
            return Array.Empty<string>();
        var unknown = parts.FirstOrDefault(part => !States.Any(state => state.Names.Contains(GreekText.Fold(part))));
        return parts.Length == 0 || unknown is not null
            ? NotUnderstood(unknown ?? text)
            : States.Where(state => state.Names.Intersect(parts.Select(GreekText.Fold)).Any()).Select(state => state.State).ToArray();
    }

    private static Message NotUnderstood(string part) => new(
        $"'{part}' is no state that stops the clock. Write pending, hold, resolved, several with a comma, or none; empty means the usual.",
        $"Το «{part}» δεν είναι κατάσταση που σταματά τον χρόνο. Γράψτε αναμονή πελάτη, αναμονή τρίτου, έως να ξανανοίξει, περισσότερα "
        + "με κόμμα, ή καμία· κενό σημαίνει τα συνηθισμένα.");
}
