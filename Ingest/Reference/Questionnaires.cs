using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>An answer a question allows.</summary>
/// <param name="Code">As it is kept.</param>
/// <param name="English">As it is asked.</param>
/// <param name="Greek">As it is asked in Greek.</param>
public sealed record AllowedAnswer(string Code, string English, string Greek);

/// <summary>A question to a client, with the answers it allows.</summary>
public sealed record Question(string Code, string English, string Greek, IReadOnlyList<AllowedAnswer> Answers);

/// <summary>The questions whose answers stand in answers.csv.</summary>
public static class Questionnaires
{
    private static readonly AllowedAnswer[] YesNoUnknown = [new("yes", "yes", "ναι"), new("no", "no", "όχι"), new("unknown", "I do not know", "δεν γνωρίζω")];

    /// <summary>Three red flags: a provider that lacks one of these fixes failures and manages nothing.</summary>
    public static IReadOnlyList<Question> RedFlags { get; } =
    [
        new("monitoring_tools", "Does your provider watch your devices with tools, and write to you before you do?",
            "Παρακολουθεί ο πάροχος τις συσκευές σας με εργαλεία, και σας ειδοποιεί πριν το κάνετε εσείς;", YesNoUnknown),
        new("it_manager", "Does somebody by name answer for your IT as a whole, as a manager does?",
            "Υπάρχει ένα πρόσωπο, με όνομα, που έχει την ευθύνη για όλη την πληροφορική σας, όπως ένας υπεύθυνος;", YesNoUnknown),
        new("advice_process", "Does the provider sit down with you at set times to advise and plan?",
            "Κάθεται ο πάροχος μαζί σας σε τακτά διαστήματα για να σας συμβουλεύσει και να σχεδιάσετε;", YesNoUnknown),
    ];

    internal static IReadOnlyList<(string, string[])> Codes => [.. RedFlags.Select(q => (q.Code, Array.Empty<string>()))];

    internal static IReadOnlyList<(string, string[])> Answers(string question) =>
        [.. RedFlags.Single(q => q.Code == question).Answers.Select(a => (a.Code, new[] { GreekText.Fold(a.Greek), GreekText.Fold(a.English) }))];
}
