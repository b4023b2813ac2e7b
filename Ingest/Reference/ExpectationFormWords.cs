using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>What the form of <c>insights init --expectations</c> asks, in the client's language.</summary>
internal static class ExpectationFormWords
{
    public static readonly Message Title = new("What do you expect of your IT support?", "Τι περιμένετε από την τεχνική σας υποστήριξη;");

    public static readonly Message Client = new("Client", "Πελάτης");

    public static readonly Message FilledBy = new("Filled in by, on", "Συμπληρώθηκε από, στις");

    public static readonly Message Lead = new(
        "There are no right answers. One mark (x) a row: if this happened today, how soon should somebody answer you, and how soon should you be "
        + "able to work again? All hours count, nights and weekends too.",
        "Δεν υπάρχουν σωστές απαντήσεις. Ένα σημάδι (x) σε κάθε γραμμή: αν συνέβαινε σήμερα, σε πόση ώρα θα θέλατε να σας απαντήσει κάποιος και σε "
        + "πόση να δουλεύετε ξανά; Μετρούν όλες οι ώρες, και οι νύχτες και τα Σαββατοκύριακα.");

    public static readonly Message Priority = new("Priority", "Προτεραιότητα");

    public static readonly Message Answer = new("Somebody answers me within", "Μου απαντά άνθρωπος μέσα σε");

    public static readonly Message Solution = new("I can work again within", "Δουλεύω ξανά μέσα σε");

    public static readonly Message Other = new("or write", "ή γράψτε");

    public static readonly Message Critical = new(
        "What must never stop? Work you cannot be without, such as issuing invoices, and when it matters. Days, hours: empty is always.",
        "Τι δεν πρέπει να σταματήσει ποτέ; Εργασίες χωρίς τις οποίες δεν γίνεται, όπως η έκδοση τιμολογίων, και πότε. Ημέρες, ώρες: κενό είναι πάντα.");

    public static readonly Message FormFoot = new(
        "Words: those your people would write in a request, separated by commas; invoic* is every word that begins so.",
        "Λέξεις: όσες θα έγραφαν οι άνθρωποί σας σε ένα αίτημα, χωρισμένες με κόμμα· τιμολογ* είναι κάθε λέξη που αρχίζει έτσι.");

    /// <summary>What each priority is, 1 first, in the client's words and not in the provider's.</summary>
    public static IReadOnlyList<Message> Priorities { get; } =
    [
        new("Nobody can work, or money is being lost", "Κανείς δεν μπορεί να δουλέψει, ή χάνονται χρήματα"),
        new("Somebody cannot work, or all of us only with trouble", "Κάποιος δεν μπορεί να δουλέψει, ή όλοι με δυσκολία"),
        new("Something is broken, and there is a way round it", "Κάτι δεν λειτουργεί, αλλά υπάρχει άλλος τρόπος"),
        new("A question, or something new we would like", "Ερώτηση, ή κάτι νέο που θα θέλαμε"),
    ];

    /// <summary>The times to choose from: how the reference data writes each, how the form does, and its seconds.</summary>
    public static IReadOnlyList<(string Written, Message Shown, long Seconds)> Times { get; } =
    [
        ("10m", new("10 min", "10 λεπτά"), 600), ("30m", new("30 min", "30 λεπτά"), 1800), ("2h", new("2 hours", "2 ώρες"), 7200),
        ("4h", new("4 hours", "4 ώρες"), 14_400), ("24h", new("1 day", "1 ημέρα"), 86_400), ("48h", new("2 days", "2 ημέρες"), 172_800),
    ];

    /// <summary>The columns of the part on critical work: the key in its table, the heading, and from which to which column of the page.</summary>
    public static IReadOnlyList<(string Key, Message Shown, int From, int To)> CriticalColumns { get; } =
    [
        ("activity", new("Work", "Εργασία"), 1, 2),
        ("words", new("Words that tell it", "Λέξεις που τη δείχνουν"), 3, 5),
        ("assets", new("Devices", "Συσκευές"), 6, 7),
        ("days", new("Days", "Ημέρες"), 8, 9),
        ("from", new("From", "Από"), 10, 10),
        ("until", new("Until", "Έως"), 11, 11),
        ("priority", new("Priority", "Προτερ."), 12, 12),
        ("expectation", new("Answer in", "Απάντηση σε"), 13, 14),
        ("note", new("Who may be called", "Ποιον καλούμε"), 15, 16),
    ];

    public static readonly Message ExpectationsSheet = new(
        "What the forms say. Keep this file as reference.xlsx; correct the forms, not the cells below.",
        "Τι λένε τα έντυπα. Κρατήστε το αρχείο ως reference.xlsx· διορθώσεις στα έντυπα, όχι στα κελιά εδώ.");
}
