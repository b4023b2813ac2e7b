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

    /// <summary>How soon a client needs somebody, and how much: twelve questions, each answered low, middle or high, that need no ticket.</summary>
    public static IReadOnlyList<Question> Intensity { get; } =
    [
        Of("immediacy_answer", "When the work you cannot be without stops, how soon must somebody answer?", "Όταν σταματά η δουλειά που δεν μπορεί να περιμένει, πόσο γρήγορα πρέπει να απαντήσει κάποιος;",
            ("two days", "δύο ημέρες"), ("two hours", "δύο ώρες"), ("ten minutes", "δέκα λεπτά")),
        Of("immediacy_hours", "When are people at work or customers served?", "Πότε εργάζεστε ή εξυπηρετείτε πελάτες;",
            ("office hours", "ώρες γραφείου"), ("evenings or Saturdays too", "και απογεύματα ή Σάββατα"), ("round the clock or every day", "όλο το 24ωρο ή κάθε ημέρα")),
        Of("immediacy_customers", "Does a customer or patient stand before you while it does not work?", "Περιμένει πελάτης ή ασθενής μπροστά σας όσο δεν λειτουργεί;",
            ("no", "όχι"), ("sometimes", "μερικές φορές"), ("always", "πάντα")),
        Of("immediacy_cost", "What does an hour without your systems cost?", "Τι κοστίζει μία ώρα χωρίς τα συστήματά σας;",
            ("a delay", "μια καθυστέρηση"), ("work done twice", "δουλειά που γίνεται δύο φορές"), ("lost sales or danger", "χαμένες πωλήσεις ή κίνδυνος")),
        Of("immediacy_by_hand", "How long can you go on by hand?", "Πόση ώρα μπορείτε να συνεχίσετε με το χέρι;",
            ("days", "ημέρες"), ("some hours", "μερικές ώρες"), ("not at all", "καθόλου")),
        Of("immediacy_season", "Are there days when nothing may stop (season, tax dates, pay day)?", "Υπάρχουν ημέρες που τίποτα δεν επιτρέπεται να σταματήσει (σεζόν, προθεσμίες, μισθοδοσία);",
            ("no", "όχι"), ("some days a year", "μερικές ημέρες τον χρόνο"), ("months, or every day", "μήνες ή κάθε ημέρα")),
        Of("load_faults", "How often does something keep one of you from working?", "Πόσο συχνά κάτι εμποδίζει έναν από εσάς να δουλέψει;",
            ("less than once a month", "λιγότερο από μία φορά τον μήνα"), ("every week", "κάθε εβδομάδα"), ("every day", "κάθε ημέρα")),
        Of("load_again", "How often is it the same thing again?", "Πόσο συχνά είναι πάλι το ίδιο;",
            ("rarely", "σπάνια"), ("now and then", "πότε πότε"), ("mostly", "συνήθως")),
        Of("load_age", "How many of your computers are older than five years?", "Πόσοι υπολογιστές σας είναι πάνω από πέντε ετών;",
            ("hardly any", "σχεδόν κανένας"), ("about half", "περίπου οι μισοί"), ("most", "οι περισσότεροι")),
        Of("load_systems", "What runs at your place besides computers and mail?", "Τι άλλο λειτουργεί σε εσάς εκτός από υπολογιστές και ταχυδρομείο;",
            ("nothing", "τίποτα"), ("a server or a program of the trade", "διακομιστής ή πρόγραμμα του κλάδου"), ("several that depend on each other", "πολλά που εξαρτώνται μεταξύ τους")),
        Of("load_places", "From how many places do you work?", "Από πόσα σημεία εργάζεστε;",
            ("one", "ένα"), ("two or three, or some from home", "δύο ή τρία, ή μερικοί από το σπίτι"), ("many", "πολλά")),
        Of("load_changes", "How often do people or devices come and go?", "Πόσο συχνά έρχονται ή φεύγουν άνθρωποι ή συσκευές;",
            ("a few times a year", "λίγες φορές τον χρόνο"), ("every month", "κάθε μήνα"), ("every week", "κάθε εβδομάδα")),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<Question> All => RedFlags.Concat(Intensity);

    internal static IReadOnlyList<(string, string[])> Codes => [.. All.Select(q => (q.Code, Array.Empty<string>()))];

    internal static IReadOnlyList<(string, string[])> Answers(string question) =>
        [.. All.Single(q => q.Code == question).Answers.Select(a => (a.Code, new[] { GreekText.Fold(a.Greek), GreekText.Fold(a.English) }))];

    private static Question Of(string code, string english, string greek, (string English, string Greek) low, (string English, string Greek) middle, (string English, string Greek) high) =>
        new(code, english, greek, [new("low", low.English, low.Greek), new("middle", middle.English, middle.Greek), new("high", high.English, high.Greek)]);
}
