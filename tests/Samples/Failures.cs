namespace Insights.Samples;

/// <summary>
/// A kind of ticket. Weights: how often at each trade of <see cref="Trade"/>, in its order. Assets: the kinds of device it strikes.
/// </summary>
public sealed record Failure(string Name, string Category, string Type, string[] Assets, int[] Weights)
{
    /// <summary>Whether it is something broken (a failure that can come back), not a wish or a question.</summary>
    public bool IsIncident => Type == "incident";

    /// <summary>The category in the words of the Zendesk account.</summary>
    public string GreekCategory => Category switch
    {
        "Printer" => "Εκτυπωτές",
        "Email" => "Email",
        "Network" => "Δίκτυο",
        "ERP" => "ERP",
        "POS" => "Ταμεία POS",
        "Booking" => "Κρατήσεις",
        "VPN" => "VPN",
        "Backup" => "Αντίγραφα ασφαλείας",
        "Access" => "Πρόσβαση",
        "Hardware" => "Εξοπλισμός",
        "Telephony" => "Τηλεφωνία",
        _ => "Λογισμικό",
    };

    // Weights: hotel, logistics, cafe, law, clinic, construction, accounting, bookshop.
    public static readonly IReadOnlyList<Failure> All =
    [
        new("printer", "Printer", "incident", ["PRN"], [8, 9, 2, 8, 9, 7, 7, 4]),
        new("email", "Email", "incident", ["PC"], [6, 9, 1, 9, 7, 9, 7, 5]),
        new("wifi", "Network", "incident", ["AP"], [12, 4, 0, 0, 3, 0, 0, 0]),
        new("internet", "Network", "incident", ["RTR"], [3, 3, 3, 2, 2, 2, 2, 4]),
        new("erp", "ERP", "incident", ["SRV"], [0, 7, 0, 0, 3, 4, 4, 0]),
        new("pos", "POS", "incident", ["POS"], [8, 0, 5, 0, 0, 0, 0, 6]),
        new("booking", "Booking", "incident", ["SRV"], [8, 0, 0, 0, 0, 0, 0, 0]),
        new("vpn", "VPN", "incident", ["RTR"], [1, 4, 0, 4, 1, 6, 4, 0]),
        new("pc", "Hardware", "incident", ["PC"], [7, 10, 2, 7, 9, 9, 6, 5]),
        new("software", "Software", "incident", ["PC"], [4, 8, 0, 8, 9, 10, 10, 4]),
        new("telephony", "Telephony", "incident", ["TEL"], [6, 4, 1, 0, 4, 3, 0, 2]),
        new("share", "Access", "incident", ["NAS", "SRV"], [2, 4, 0, 5, 4, 6, 4, 0]),
        new("scanner", "Hardware", "incident", ["SCN"], [0, 9, 0, 0, 0, 0, 0, 0]),
        new("monitoring-backup", "Backup", "incident", ["NAS"], [2, 3, 0, 3, 3, 3, 4, 0]),
        new("monitoring-disk", "Hardware", "incident", ["SRV"], [2, 3, 0, 2, 2, 2, 2, 0]),
        new("monitoring-link", "Network", "incident", ["RTR", "AP"], [3, 3, 0, 1, 1, 2, 1, 1]),
        new("password", "Access", "request", [], [7, 8, 1, 4, 8, 4, 3, 2]),
        new("newuser", "Access", "request", [], [5, 4, 0, 2, 4, 3, 1, 1]),
        new("leaver", "Access", "request", [], [3, 3, 0, 1, 2, 2, 1, 0]),
        new("install", "Software", "request", ["PC"], [3, 6, 1, 5, 5, 7, 5, 3]),
        new("toner", "Printer", "request", ["PRN"], [3, 4, 1, 4, 4, 3, 3, 3]),
        new("equipment", "Hardware", "request", [], [2, 4, 1, 2, 3, 4, 1, 1]),
        new("question", "Software", "question", [], [3, 5, 1, 5, 5, 4, 6, 4]),
        new("problem-printer", "Printer", "problem", ["PRN"], [0, 0, 0, 0, 0, 0, 0, 0]),
        new("problem-pos", "POS", "problem", ["POS"], [0, 0, 0, 0, 0, 0, 0, 0]),
    ];

    public static Failure Named(string name) => All.First(f => f.Name == name);
}

/// <summary>The trades of the eight clients; the order is that of a failure's weights.</summary>
public enum Trade
{
    Hotel,
    Logistics,
    Cafe,
    Law,
    Clinic,
    Construction,
    Accounting,
    Bookshop,
}
