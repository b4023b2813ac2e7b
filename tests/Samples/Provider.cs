namespace Insights.Samples;

/// <summary>
/// Somebody who asks. Name as written in Greek and in Latin letters; Language is how they write: el, gl (Greeklish) or en.
/// </summary>
public sealed record Person(string Greek, string Latin, string Mail, string Title, string Phone, long ContactId, string Language,
    bool SignsInGreek)
{
    /// <summary>The name as the tool shows it.</summary>
    public string Shown => SignsInGreek ? Greek : Latin;

    /// <summary>One of the provider's own people, who opened the ticket.</summary>
    public bool IsAgent { get; init; }

    public string FirstName(string language) => (language == "el" ? Greek : Latin).Split(' ')[0];
}

/// <summary>Somebody who answers, and their habits as shares of their tickets; Pace multiplies the time they take.</summary>
public sealed record Agent(
    string Name, string Mail, string Team, double Pace, bool IsTerse, double Lowers, double PausesWithoutAsking, double ClosesSilently);

/// <summary>A device. Place holds where it stands, in Greek, Greeklish and English.</summary>
public sealed record Asset(string Tag, string Kind, string[] Place);

/// <summary>One business served. Pace multiplies the provider's times there, by month from 0 to 17.</summary>
public sealed record Client(
    string Name, string Exported, string Source, Trade Trade, string Prefix, string Domain, int Users, double MonthlyTickets,
    string Fleet, string[][] Places, double PaceAtStart, double PaceAtEnd)
{
    public WorkingHours Hours => Trade == Trade.Hotel ? WorkingHours.Extended : WorkingHours.Support;

    public bool HasContract => Trade != Trade.Cafe;

    public IReadOnlyList<Person> People { get; init; } = [];

    public IReadOnlyList<Asset> Assets { get; init; } = [];

    public Asset Tagged(string tag) => Assets.First(a => a.Tag == tag);
}

/// <summary>The invented provider, its five agents and its eight clients.</summary>
public static class Provider
{
    public const string Name = "Αίολος Πληροφορική";

    public static readonly IReadOnlyList<Agent> Agents =
    [
        new("Γιώργος Αντωνίου", "g.antoniou@aiolos.example", "Helpdesk", 0.7, true, 0.03, 0.01, 0.005),
        new("Μαρία Κωστοπούλου", "m.kostopoulou@aiolos.example", "Helpdesk", 0.9, false, 0.01, 0.005, 0.001),
        new("Νίκος Σταθόπουλος", "n.stathopoulos@aiolos.example", "Helpdesk", 1.35, true, 0.14, 0.02, 0.01),
        new("Ελένη Βλάχου", "e.vlachou@aiolos.example", "Δίκτυα και συστήματα", 1.1, false, 0.03, 0.09, 0.005),
        new("Δημήτρης Ράπτης", "d.raptis@aiolos.example", "Δίκτυα και συστήματα", 0.95, true, 0.05, 0.02, 0.03),
    ];

    public static readonly Person Monitoring = new(
        "Aiolos Monitoring", "Aiolos Monitoring", "monitoring@aiolos.example", "", "", 103000100001, "en", false);

    /// <summary>An agent as the one who opens a ticket.</summary>
    public static Person Opening(Agent agent) => new(
        agent.Name, agent.Name, agent.Mail, agent.Team, "", Exports.Accounts.IdOf(agent), "el", true)
    { IsAgent = true };

    private static readonly string[][] HotelPlaces =
    [
        ["στη ρεσεψιόν", "sth reception", "at reception"], ["στο εστιατόριο", "sto estiatorio", "in the restaurant"],
        ["στο μπαρ της πισίνας", "sto pool bar", "at the pool bar"], ["στο λογιστήριο", "sto logisthrio", "in accounting"],
        ["στον 2ο όροφο", "ston 2o orofo", "on the 2nd floor"], ["στο spa", "sto spa", "in the spa"],
        ["στο back office", "sto back office", "in the back office"], ["στον 4ο όροφο", "ston 4o orofo", "on the 4th floor"],
    ];

    private static readonly string[][] WarehousePlaces =
    [
        ["στην αποθήκη 2", "sthn apothiki 2", "in warehouse 2"], ["στις παραλαβές", "stis paralaves", "at goods-in"],
        ["στο λογιστήριο", "sto logistirio", "in accounting"], ["στη δρομολόγηση", "sth dromologhsh", "in dispatch"],
        ["στο γραφείο κίνησης", "sto grafeio kinisis", "in the traffic office"], ["στη ράμπα 4", "sth rampa 4", "at dock 4"],
        ["στο τελωνείο", "sto telwneio", "in customs"], ["στον 1ο όροφο", "ston 1o orofo", "on the 1st floor"],
    ];

    private static readonly string[][] ClinicPlaces =
    [
        ["στη γραμματεία", "sth grammateia", "at the front desk"], ["στο μικροβιολογικό", "sto mikroviologiko", "in the lab"],
        ["στο ιατρείο 3", "sto iatreio 3", "in surgery 3"], ["στο ακτινολογικό", "sto aktinologiko", "in radiology"],
        ["στον υπέρηχο", "ston yperhxo", "in ultrasound"], ["στο λογιστήριο", "sto logistirio", "in accounting"],
    ];

    private static readonly string[][] OfficePlaces =
    [
        ["στη γραμματεία", "sth grammateia", "at the front desk"],
        ["στο γραφείο της διεύθυνσης", "sto grafeio ths dieythynshs", "in the manager's office"],
        ["στο λογιστήριο", "sto logisthrio", "in accounting"],
        ["στην αίθουσα συσκέψεων", "sthn aithousa syskepsewn", "in the meeting room"],
        ["στο ισόγειο", "sto isogeio", "on the ground floor"],
    ];

    private static readonly string[][] ShopPlaces =
    [
        ["στο ταμείο", "sto tameio", "at the till"], ["στην αποθήκη", "sthn apothiki", "in the stock room"],
        ["στο γραφείο", "sto grafeio", "in the office"],
    ];

    /// <summary>The eight clients with their people and devices; the seed changes who works there, never how many.</summary>
    public static IReadOnlyList<Client> Clients(ulong seed) =>
    [
        .. new Client[]
        {
            new("Ξενοδοχείο Ακρόπολις View", "Acropolis View Hotel", "freshdesk", Trade.Hotel, "ACR", "acropolisview.example", 45, 50,
                "PC 28,POS 6,PRN 6,AP 8,RTR 2,SRV 2,TEL 7,NAS 1", HotelPlaces, 1.0, 1.0),
            new("Νότος Logistics", "Notos Logistics SA", "freshdesk", Trade.Logistics, "NTS", "notos-logistics.example", 80, 60,
                "PC 62,PRN 8,SCN 6,AP 6,RTR 2,SRV 4,TEL 6,NAS 1", WarehousePlaces, 0.5, 2.4),
            new("Καφέ Μέλι", "Kafe Meli", "freshdesk", Trade.Cafe, "MEL", "kafemeli.example", 4, 1.3,
                "PC 1,POS 1,PRN 1,RTR 1,TEL 1", ShopPlaces, 1.2, 1.2),
            new("Δικηγορικό Γραφείο Παππά", "Pappas Law", "zendesk", Trade.Law, "PAP", "pappaslaw.example", 12, 11,
                "PC 9,PRN 2,RTR 1,SRV 1,NAS 1", OfficePlaces, 0.9, 0.9),
            new("Κλινική Υγεία Πλους", "Ygeia Plous Clinic", "zendesk", Trade.Clinic, "YGP", "ygeiaplous.example", 30, 31,
                "PC 24,PRN 5,AP 3,RTR 1,SRV 2,TEL 2,NAS 1", ClinicPlaces, 0.9, 0.9),
            new("Τεχνική Δομή ΑΕ", "Techniki Domi", "zendesk", Trade.Construction, "TED", "technikidomi.example", 25, 24,
                "PC 20,PRN 3,RTR 1,SRV 1,TEL 2,NAS 1", OfficePlaces, 2.1, 0.5),
            new("Λογιστικό Γραφείο Σίγμα", "Λογιστικό Γραφείο Σίγμα", "osticket", Trade.Accounting, "SIG", "sigma-logistiki.example", 8, 9,
                "PC 6,PRN 1,RTR 1,SRV 1,NAS 1", OfficePlaces, 1.1, 1.1),
            new("Βιβλιοπωλείο Σελίδα", "Βιβλιοπωλείο Σελίδα", "osticket", Trade.Bookshop, "SEL", "selida.example", 6, 5.5,
                "PC 3,POS 1,PRN 1,RTR 1,TEL 1", ShopPlaces, 1.0, 1.0),
        }.Select((client, i) => client with { People = Names.People(client, new Dice(seed, 100 + (ulong)i)), Assets = Devices(client) }),
    ];

    private static List<Asset> Devices(Client client)
    {
        var devices = new List<Asset>();
        foreach (var part in client.Fleet.Split(','))
        {
            var kind = part.Split(' ')[0];
            for (var i = 1; i <= int.Parse(part.Split(' ')[1], null); i++)
                devices.Add(new Asset($"{client.Prefix}-{kind}-{i:00}", kind,
                    client.Places[(devices.Count * 3 + i) % client.Places.Length]));
        }

        return devices;
    }
}
