using Insights.Analytics;

namespace Insights.Reports.Privacy;

/// <summary>Who will hold a pack; it decides what of people stands in it.</summary>
public enum Audience
{
    /// <summary>The business served, at the meeting.</summary>
    Client,

    /// <summary>The provider itself.</summary>
    Provider,

    /// <summary>The owner of the business served, who asks whether the provider is good enough.</summary>
    Owner,
}

/// <summary>The audiences by the word a person types.</summary>
public static class Audiences
{
    /// <exception cref="SetupException">There is no such audience.</exception>
    public static Audience Of(string word) => Enum.GetValues<Audience>().Cast<Audience?>().FirstOrDefault(a => string.Equals(a.ToString(), word, StringComparison.OrdinalIgnoreCase))
        ?? throw new SetupException(
            $"--audience {word}: a pack is for the client, the provider or the owner. Write client, provider or owner.",
            $"--audience {word}: ένα πακέτο είναι για τον πελάτη, την εταιρεία ή τον ιδιοκτήτη. Γράψτε client, provider ή owner.");
}
