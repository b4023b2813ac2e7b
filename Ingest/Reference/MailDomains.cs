using System.Text.RegularExpressions;
using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>Mail domains as people list them, and the ones that belong to nobody in particular.</summary>
public static partial class MailDomains
{
    /// <summary>Free-mail providers common in Greece: an address there says nothing about the client.</summary>
    private static readonly HashSet<string> Free =
    [
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.gr", "ymail.com", "hotmail.com", "hotmail.gr", "outlook.com", "outlook.com.gr",
        "live.com", "msn.com", "icloud.com", "me.com", "aol.com", "gmx.com", "gmx.net", "proton.me", "protonmail.com", "mail.com",
        "otenet.gr", "forthnet.gr", "hol.gr", "windowslive.com", "in.gr", "mail.gr", "freemail.gr",
        "vivodinet.gr", "wind.gr", "cosmotemail.gr",
    ];

    public static bool IsFree(string domain) => Free.Contains(domain.ToLowerInvariant());

    public static bool IsDomain(string text) => Domain().IsMatch(text);

    /// <summary>Domains separated by spaces, commas or semicolons, with or without a leading @; lower-case, each once.</summary>
    public static Reading<IReadOnlyList<string>> Parse(string cell)
    {
        var domains = new List<string>();
        foreach (var written in cell.ToLowerInvariant().Split([' ', ',', ';', '\n', '\r', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))
        {
            var domain = written.TrimStart('@');
            if (!IsDomain(domain))
                return new Message(
                    $"'{written}' is not a mail domain. Write what follows the @, for example notos-logistics.example.",
                    $"Το «{written}» δεν είναι τομέας αλληλογραφίας. Γράψτε ό,τι ακολουθεί το @, για παράδειγμα notos-logistics.example.");
            if (IsFree(domain))
                return new Message(
                    $"'{domain}' is free mail, used by anyone. Write the whole address as a name in aliases instead.",
                    $"Το «{domain}» είναι δωρεάν αλληλογραφία που έχει ο καθένας. Γράψτε ολόκληρη τη διεύθυνση ως name στο aliases.");
            if (!domains.Contains(domain))
                domains.Add(domain);
        }

        return new(domains, null);
    }

    [GeneratedRegex(@"^[\p{L}\d]([\p{L}\d-]*[\p{L}\d])?(\.[\p{L}\d]([\p{L}\d-]*[\p{L}\d])?)+$")]
    private static partial Regex Domain();
}
