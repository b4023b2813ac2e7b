using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>
/// What is planted beside a client's own months, each with dice of its own so that nothing else changes: what fails outside the clients, the fix
/// that the client named first, and the failure that the provider looked into for good.
/// </summary>
internal static class Cases
{
    private const int FirstStream = 20;

    // Who reports each outage, in which language, how many minutes after it began.
    private static readonly (string Topic, string Kind, long Start, (string Client, string Language, int After)[] Reports)[] Outages =
    [
        ("mydata", "software", At(2026, 10, 14, 10, 5, 20), [("PAP", "el", 0), ("SIG", "el", 12), ("TED", "gl", 26), ("NTS", "en", 39)]),
        ("carrier", "internet", At(2026, 3, 19, 12, 10, 33), [("YGP", "el", 0), ("ACR", "en", 9), ("SEL", "el", 21), ("ACR", "gl", 35)]),
    ];

    private static readonly Told[] Tellings =
    [
        new("YGP", "share", "YGP-NAS-01", "el", At(2026, 10, 6, 10, 12, 41), "told_fix",
            "Δεν μπαίνω στον φάκελο των αποτελεσμάτων",
            "Καλημέρα,\nαπό το πρωί ο φάκελος με τα αποτελέσματα μου λέει ότι δεν έχω δικαίωμα. Χθες έμπαινα κανονικά.",
            (25, "reply", "Καλημέρα σας, το κοιτάμε και θα σας πούμε."),
            (70, "advice", "Μήπως πρέπει να ξεκλειδώσετε τον χρήστη μου; Την άλλη φορά αυτό ήταν."),
            (130, "resolution", "Πράγματι, τον ξεκλείδωσα και μπαίνετε.")),
        new("ACR", "pos", "ACR-POS-02", "en", At(2026, 9, 22, 13, 20, 17), "told_fix",
            "Terminal at the bar refuses every card",
            "Hi,\nthe terminal at the bar refuses every card since noon, cash only for now.",
            (12, "reply", "Hello, I am asking the bank and will come back to you."),
            (55, "advice", "Last time it was enough to unplug the reader and plug it in again."),
            (84, "resolution", "Unplugged the reader and plugged it back in, two cards went through.")),
        new("TED", "software", "TED-PC-12", "gl", At(2026, 8, 25, 11, 30, 52), "told_fix",
            "to sxediastiko kleinei mono tou",
            "kalhmera, to sxediastiko kleinei mono tou otan pataw ektypwsh. xthes ola kala.",
            (30, "reply", "Καλημέρα, συνδέομαι να το δω."),
            (95, "advice", "mhpws thelei apegkatastash h teleytaia enhmerwsh? etsi eftiakse sth Maria"),
            (160, "resolution", "Έκανα απεγκατάσταση της τελευταίας ενημέρωσης, τυπώνει κανονικά.")),
        new("PAP", "printer", "PAP-PRN-02", "el", At(2026, 9, 8, 10, 3, 9), "fix_named_first",
            "Μαύρη ρίγα στις φωτοτυπίες",
            "Καλημέρα,\nό,τι σαρώνω βγαίνει με μία μαύρη ρίγα από πάνω ως κάτω.",
            (20, "reply", "Καθαρίστε με ένα στεγνό πανί το στενό τζάμι και πείτε μου."),
            (65, "answer", "Το καθάρισα, η ρίγα έμεινε."),
            (150, "resolution", "Πέρασα και καθάρισα τους καθρέφτες από μέσα, βγαίνει καθαρό.")),
    ];

    // The failure, and what the agent writes: subject, request, what the client is told, what was done.
    private static readonly (string Client, string Failure, string Tag, int Agent, string[] Words)[] Mendings =
    [
        ("ACR", "pos", "ACR-POS-03", 0, ["Επαναλαμβανόμενες βλάβες στο ACR-POS-03: αναζήτηση αιτίας", "Πέμπτη και πλέον φορά σε δύο μήνες. Ζητώ από τον κατασκευαστή έλεγχο τροφοδοσίας και πλακέτας.",
            "Σας φέρνουμε δανεικό ταμείο όσο ελέγχεται το δικό σας.", "Ο κατασκευαστής άλλαξε πλακέτα και τροφοδοτικό, το ταμείο επέστρεψε στη θέση του."]),
        ("TED", "printer", "TED-PRN-03", 1, ["Γιατί σταματά τόσο συχνά ο TED-PRN-03", "Κολλάει, βγάζει γραμμές, χάνεται από το δίκτυο. Να δούμε αν φταίει η μονάδα ή η θέση του.",
            "Θα περάσουμε αύριο να τον μετρήσουμε και να τον μεταφέρουμε.", "Μπήκε νέα μονάδα έλξης χαρτιού και δική του πρίζα δικτύου, μακριά από το παράθυρο."]),
    ];

    public static IEnumerable<Ticket> Beside(IReadOnlyList<Scene> scenes, ulong seed)
    {
        var beside = scenes.Select((s, i) => new Scene(s.Client, new Dice(seed, (ulong)(FirstStream + i)))).ToDictionary(s => s.Client.Prefix);
        foreach (var (topic, kind, start, reports) in Outages)
            for (var i = 0; i < reports.Length; i++)
                Report(beside[reports[i].Client], topic, kind, reports[i].Language, start + (reports[i].After * Minute), start + (3 * Hour), i);
        foreach (var told in Tellings)
            Tell(beside[told.Client], told);
        foreach (var (client, failure, tag, agent, words) in Mendings)
            Mend(beside[client], scenes.First(s => s.Client.Prefix == client), failure, tag, Provider.Agents[agent], words);
        return beside.Values.SelectMany(s => s.Tickets);
    }

    private static void Report(Scene scene, string topic, string kind, string language, long at, long over, int number)
    {
        var plan = new Plan { AnswerAt = at + (scene.Dice.Between(6, 25) * Minute), ResolveAt = over + (number * 4 * Minute), FailureId = $"upstream/{topic}" };
        scene.Add(kind, at + scene.Dice.Below(60), 2, person: Somebody(scene, language), plan: plan, topic: topic, variant: number, planted: "upstream_outage");
    }

    private static void Tell(Scene scene, Told told)
    {
        var agent = Provider.Agents[scene.Dice.Below(3)];
        var person = Somebody(scene, told.Language);
        var talk = told.Talk.Select(said => said.Kind is "advice" or "answer"
            ? new Message(told.At + (said.After * Minute), Side.Client, person.Shown, said.Kind, said.Text)
            : new Message(told.At + (said.After * Minute), Side.Provider, agent.Name, said.Kind, said.Text));
        scene.Add(told.Failure, told.At, 3, scene.Client.Tagged(told.Tag), new Plan { Talk = [.. talk] }, person, agent, channel: "portal", planted: told.Label)
            .Write(told.Subject, told.Body);
    }

    // From the day after the last failure before September, for a week.
    private static void Mend(Scene scene, Scene own, string failure, string tag, Agent agent, string[] words)
    {
        var last = own.Tickets.Where(t => t.Kind.Name == failure && t.Asset?.Tag == tag && t.CreatedAt < At(2026, 9, 1)).Max(t => t.ResolvedAt ?? t.CreatedAt);
        var at = scene.Client.Hours.Add(last + Day, scene.Dice.Between(20, 90) * Minute);
        var over = scene.Client.Hours.Add(at + (7 * Day), scene.Dice.Between(60, 200) * Minute);
        Message[] talk = [new(at + (40 * Minute), Side.Provider, agent.Name, "update", words[2]), new(over, Side.Provider, agent.Name, "resolution", words[3])];
        var plan = new Plan { Talk = talk, FailureId = $"{scene.Client.Prefix}/{failure}/{tag}" };
        scene.Add($"problem-{failure}", at, 3, scene.Client.Tagged(tag), plan, Provider.Opening(agent), agent, topic: failure, channel: "portal", planted: "permanent_fix")
            .Write(words[0], words[1]);
    }

    private static Person Somebody(Scene scene, string language) =>
        scene.Client.People.Where(p => p.Language == language).ToList() is { Count: > 0 } fitting ? scene.Dice.Pick(fitting) : scene.AnyPerson();

    /// <summary>A conversation: After is minutes from the request.</summary>
    private sealed record Told(string Client, string Failure, string Tag, string Language, long At, string Label, string Subject, string Body, params (int After, string Kind, string Text)[] Talk);
}
