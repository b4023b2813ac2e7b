namespace Insights.Samples;

/// <summary>Greek names in both alphabets, and the people they make up.</summary>
internal static class Names
{
    private static readonly string[] Men =
    [
        "Γιώργος Giorgos", "Γιάννης Giannis", "Κώστας Kostas", "Δημήτρης Dimitris", "Νίκος Nikos", "Παναγιώτης Panagiotis",
        "Βασίλης Vasilis", "Χρήστος Christos", "Θανάσης Thanasis", "Μιχάλης Michalis", "Στέλιος Stelios", "Ανδρέας Andreas",
        "Σπύρος Spyros", "Λευτέρης Lefteris", "Πέτρος Petros", "Αλέξανδρος Alexandros", "Μανώλης Manolis", "Τάσος Tasos",
    ];

    private static readonly string[] Women =
    [
        "Μαρία Maria", "Ελένη Eleni", "Κατερίνα Katerina", "Βασιλική Vasiliki", "Σοφία Sofia", "Αγγελική Angeliki", "Γεωργία Georgia",
        "Δήμητρα Dimitra", "Κωνσταντίνα Konstantina", "Παναγιώτα Panagiota", "Ιωάννα Ioanna", "Χριστίνα Christina", "Αναστασία Anastasia",
        "Φωτεινή Foteini", "Ευαγγελία Evangelia", "Ρένα Rena", "Δέσποινα Despoina", "Ειρήνη Eirini",
    ];

    // Man's form, woman's form, Latin man's, Latin woman's.
    private static readonly string[] Surnames =
    [
        "Παπαδόπουλος Παπαδοπούλου Papadopoulos Papadopoulou", "Οικονόμου Οικονόμου Oikonomou Oikonomou",
        "Γεωργίου Γεωργίου Georgiou Georgiou",
        "Νικολάου Νικολάου Nikolaou Nikolaou", "Καραγιάννης Καραγιάννη Karagiannis Karagianni", "Μακρής Μακρή Makris Makri",
        "Δημητρίου Δημητρίου Dimitriou Dimitriou", "Αλεξίου Αλεξίου Alexiou Alexiou", "Σαμαράς Σαμαρά Samaras Samara",
        "Τσάκωνας Τσάκωνα Tsakonas Tsakona", "Ζαφειρίου Ζαφειρίου Zafeiriou Zafeiriou", "Κοντός Κοντού Kontos Kontou",
        "Μαυρίδης Μαυρίδου Mavridis Mavridou", "Λάμπρου Λάμπρου Lamprou Lamprou", "Φωτίου Φωτίου Fotiou Fotiou",
        "Ρούσσος Ρούσσου Roussos Roussou", "Αναγνώστου Αναγνώστου Anagnostou Anagnostou", "Χατζής Χατζή Chatzis Chatzi",
        "Καλογεράκης Καλογεράκη Kalogerakis Kalogeraki", "Στεφανίδης Στεφανίδου Stefanidis Stefanidou",
        "Βασιλείου Βασιλείου Vasileiou Vasileiou",
        "Τριανταφύλλου Τριανταφύλλου Triantafyllou Triantafyllou", "Κυριακίδης Κυριακίδου Kyriakidis Kyriakidou", "Ξένος Ξένου Xenos Xenou",
        "Παππάς Παππά Pappas Pappa", "Μέλιος Μέλιου Melios Meliou", "Δούκας Δούκα Doukas Douka", "Γαλάνης Γαλάνη Galanis Galani",
        "Πετρίδης Πετρίδου Petridis Petridou", "Σωτηρίου Σωτηρίου Sotiriou Sotiriou", "Θεοδώρου Θεοδώρου Theodorou Theodorou",
        "Κανελλόπουλος Κανελλοπούλου Kanellopoulos Kanellopoulou",
    ];

    private static readonly string[][] Titles =
    [
        ["Υποδοχή", "Λογιστήριο", "F&B Manager", "Διεύθυνση", "Housekeeping", "Κρατήσεις", "Συντήρηση"],
        ["Αποθήκη", "Λογιστήριο", "Δρομολόγηση", "Παραλαβές", "Εξυπηρέτηση πελατών", "Τελωνείο", "Διεύθυνση"],
        ["Ιδιοκτήτης", "Barista"],
        ["Δικηγόρος", "Γραμματεία", "Ασκούμενος"],
        ["Γραμματεία", "Ιατρός", "Μικροβιολογικό", "Λογιστήριο", "Νοσηλευτική"],
        ["Πολιτικός μηχανικός", "Λογιστήριο", "Εργοτάξιο", "Γραμματεία", "Αρχιτέκτων"],
        ["Λογιστής", "Γραμματεία", "Μισθοδοσία"],
        ["Ιδιοκτήτρια", "Πωλήσεις"],
    ];

    public static List<Person> People(Client client, Dice dice)
    {
        var people = new List<Person>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (people.Count < client.Users)
        {
            var person = Somebody(client, dice, people.Count);
            if (taken.Add(person.Mail))
                people.Add(person);
        }

        return people;
    }

    private static Person Somebody(Client client, Dice dice, int number)
    {
        var isWoman = dice.Chance(0.55);
        var first = dice.Pick(isWoman ? Women : Men).Split(' ');
        var last = dice.Pick(Surnames).Split(' ');
        var latin = $"{first[1]} {last[isWoman ? 3 : 2]}";
        var mail = $"{char.ToLowerInvariant(latin[0])}.{last[isWoman ? 3 : 2].ToLowerInvariant()}@{client.Domain}";
        var language = Language(client.Trade, dice.Unit());
        return new Person(
            $"{first[0]} {last[isWoman ? 1 : 0]}", latin, mail, dice.Pick(Titles[(int)client.Trade]),
            $"+30 210 555 {dice.Between(100, 9999):0000}", 103000200000 + (int)client.Trade * 1000 + number, language,
            language == "el" || dice.Chance(0.4));
    }

    private static string Language(Trade trade, double roll) => trade switch
    {
        Trade.Hotel => roll < 0.5 ? "el" : roll < 0.7 ? "gl" : "en",
        Trade.Logistics => roll < 0.55 ? "el" : roll < 0.83 ? "gl" : "en",
        _ => roll < 0.68 ? "el" : roll < 0.92 ? "gl" : "en",
    };
}
