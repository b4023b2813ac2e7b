using System.Globalization;
using System.Text;

namespace Insights.Benchmarks;

/// <summary>A Freshdesk-shaped CSV of any size, the same for the same seed.</summary>
internal static class LoadingFile
{
    private const string Header =
        "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,"
        + "Initial response time,Time tracked,First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,"
        + "Resolution status,First response status,Tags,Survey results,Association type,Product,Every response status,"
        + "Full name,Title,Email,Work phone,Mobile phone,Contact ID,Company Name";

    private static readonly string[] Subjects =
        ["Ο εκτυπωτής στο λογιστήριο δεν τυπώνει", "VPN drops every few minutes", "Den anoigei to ERP sto tamio", "New user, please", "Printer \"\"HP 2\"\" jams, again", "Αργό δίκτυο στην αποθήκη"];

    private static readonly string[] States = ["Closed", "Closed", "Closed", "Resolved", "Open", "Pending", "Waiting on Customer"];
    private static readonly string[] Priorities = ["Low", "Medium", "Medium", "High", "Urgent"];
    private static readonly string[] Channels = ["Email", "Phone", "Portal"];
    private static readonly string[] Kinds = ["Incident", "Service Request", ""];

    public static void Write(string file, int tickets)
    {
        var random = new Random(20260101);
        using var writer = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 20);
        writer.WriteLine(Header);
        for (var ticket = 1; ticket <= tickets; ticket++)
            writer.WriteLine(Row(random, ticket, tickets));
    }

    private static string Row(Random random, int ticket, int tickets)
    {
        var created = new DateTime(2024, 7, 1).AddSeconds((long)(ticket * (547.0 * 86_400 / tickets)));
        var responded = created.AddSeconds(random.Next(60, 20_000));
        var resolved = responded.AddSeconds(random.Next(60, 300_000));
        var isDone = random.Next(20) > 0;
        var subject = Subjects[random.Next(Subjects.Length)];
        var client = random.Next(40);
        var requester = random.Next(900);
        return string.Create(CultureInfo.InvariantCulture,
            $"{100_000 + ticket},\"{subject} #{random.Next(500)}\",{Any(random, States)},{Any(random, Priorities)},{Any(random, Channels)},{Any(random, Kinds)},"
            + $"Agent {random.Next(12)},Team {random.Next(4)},{created:yyyy-MM-dd HH:mm:ss},{created.AddHours(8):yyyy-MM-dd HH:mm:ss},"
            + $"{(isDone ? resolved.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "")},{(isDone ? resolved.AddDays(2).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "")},"
            + $"{resolved:yyyy-MM-dd HH:mm:ss},{responded:yyyy-MM-dd HH:mm:ss},00:{random.Next(60):00}:00,{random.Next(9):00}:{random.Next(60):00}:00,,{random.Next(5)},{random.Next(5)},"
            + $"{(random.Next(4) == 0 ? "SLA Violated" : "Within SLA")},{(random.Next(4) == 0 ? "SLA Violated" : "Within SLA")},,,,,,"
            + $"Requester {requester},,r{requester}@client{client}.example.gr,,,{requester},Client {client}");
    }

    private static string Any(Random random, string[] words) => words[random.Next(words.Length)];
}
