using NodaTime;

namespace Insights.Reports.Tests.Workbooks;

/// <summary>Fourteen months of invented tickets of three clients, the same every time.</summary>
internal static class InventedTickets
{
    public const string Judged = "Λογιστικό Γραφείο Παπαδάκη & Συνεργάτες";
    public const string Unpromised = "Αφοί Νικολάου Ο.Ε.";
    public const string Unmeasured = "Hotel Aegli";
    public const string Zone = "Europe/Athens";

    public static readonly DateOnly Month = new(2026, 10, 1);
    public static readonly DateTime DataEnd = new(2026, 11, 2, 7, 10, 0, DateTimeKind.Utc);

    /// <summary>Texts that a spreadsheet may take for a formula, or that a file cannot hold.</summary>
    public static readonly string[] Hostile =
    [
        "=HYPERLINK(\"http://x\",\"click\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "'=1", "<b>bold</b> & \"quoted\"",
        "a\u0001b\uD800c", "_x0041_ literal", "two\r\nlines", "＝1+1", "😀 emoji", "=cmd|' /C calc'!A0", "",
    ];

    private static readonly string[] Subjects =
    [
        "Δεν ανοίγει το Outlook στον υπολογιστή της γραμματείας", "Ο εκτυπωτής τυπώνει λευκές σελίδες",
            "VPN λογιστηρίου: αποσυνδέεται κάθε λίγα λεπτά",
        "Αργό ERP το πρωί", "Νέος χρήστης για το τμήμα πωλήσεων", "To internet epese pali sto katastima",
            "Κλείδωμα λογαριασμού μετά από αλλαγή κωδικού",
        "Backup failed on SRV-01", "Αίτημα για δεύτερη οθόνη", "Δεν φορτώνει το myDATA από το πρόγραμμα τιμολόγησης",
    ];

    private static readonly string[] People = ["Μαρία Παπαδάκη", "Γιώργος Ιωάννου", "Eleni K.", "Νίκος Αλεξίου"];

    public static IEnumerable<InventedTicket> All() => new[] { (Judged, 5, 31), (Unpromised, 3, 7), (Unmeasured, 2, 12) }
        .SelectMany(c => Of(c.Item1, new Random(c.Item3), c.Item2 * 7));

    private static IEnumerable<InventedTicket> Of(string client, Random random, int perMonth)
    {
        var number = 1000;
        for (var month = Month.AddMonths(-13); month <= Month; month = month.AddMonths(1))
            for (var i = 0; i < perMonth + random.Next(-4, 5); i++)
                yield return One(client, random, month, ++number);
    }

    private static InventedTicket One(string client, Random random, DateOnly month, int number)
    {
        var local = month.ToDateTime(new TimeOnly(random.Next(7, 19), random.Next(60),
            random.Next(60))).AddDays(random.Next(DateTime.DaysInMonth(month.Year, month.Month)));
        var created = LocalDateTime.FromDateTime(local).InZoneLeniently(DateTimeZoneProviders.Tzdb[Zone]).ToDateTimeUtc();
        var priority = random.Next(10) switch { 0 => 1, < 4 => 2, < 9 => 3, _ => 0 };
        var subject = random.Next(Subjects.Length);
        var isHostile = number % 11 == 0;
        long? response = random.Next(14) == 0 ? null : (long)Math.Exp(random.NextDouble() * 7) * 30;
        long? resolve = response is null && random.Next(2) == 0 || random.Next(20) == 0 ? null
            : (response ?? 0) + (long)(random.NextDouble() * 200_000);
        return new InventedTicket(
            client, month, number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            isHostile ? Hostile[number / 11 % Hostile.Length] : Subjects[subject], People[random.Next(People.Length)],
            subject % 5 == 4 ? "request" : "incident", priority == 0 ? null : priority, created,
            Until(created, number % 60 == 0 ? 600 : response), Until(created, resolve), subject % 5 == 4 ? null
                : $"F{subject}", subject is 2 or 7 ? "PC-0" + subject : null);
    }

    private static DateTime? Until(DateTime created, long? seconds) =>
        seconds is { } s && created.AddSeconds(s) <= DataEnd ? created.AddSeconds(s) : null;
}

internal sealed record InventedTicket(
    string Client, DateOnly Month, string Number, string Subject, string Requester, string Kind, int? Priority,
    DateTime CreatedAt, DateTime? RespondedAt, DateTime? ResolvedAt, string? Failure, string? Asset);
