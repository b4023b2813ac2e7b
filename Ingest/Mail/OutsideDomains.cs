using Insights.Analytics;
using Insights.Ingest.Reference;
using MimeKit;

namespace Insights.Ingest.Mail;

/// <summary>
/// Whom the mailbox corresponds with most, for a person who has not said which of them is the provider: domains and counts, nothing else.
/// Free mail, and the domain of the address that most messages are from or to (the owner's), are left out.
/// </summary>
internal sealed class OutsideDomains
{
    private const int Shown = 10;

    private readonly Dictionary<string, long> _addresses = new(StringComparer.Ordinal);

    public static SetupException Ask(IReadOnlyList<MailFile> files)
    {
        var hint = Hint(files);
        return new SetupException(
            "Say which mail domains are the provider's: --provider-domains provider.gr (several with commas; whole addresses where it uses free"
            + $" mail). Only messages from or to them are read.{hint.English}",
            "Πείτε ποιοι τομείς αλληλογραφίας είναι του παρόχου: --provider-domains provider.gr (πολλοί με κόμματα· ολόκληρες διευθύνσεις αν έχει"
            + $" δωρεάν αλληλογραφία). Διαβάζονται μόνο μηνύματα από και προς αυτούς.{hint.Greek}");
    }

    public static SetupException NoneFound(IReadOnlyList<MailFile> files, IReadOnlyList<string> domains, long count)
    {
        var hint = Hint(files);
        var shown = string.Join(", ", domains);
        return new SetupException(
            $"None of the {count} messages is from or to {shown}. Check --provider-domains.{hint.English}",
            $"Κανένα από τα {count} μηνύματα δεν είναι από ή προς {shown}. Ελέγξτε το --provider-domains.{hint.Greek}");
    }

    private static Message Hint(IReadOnlyList<MailFile> files)
    {
        var domains = new OutsideDomains();
        foreach (var file in files)
            file.Read(domains.Count);
        var most = string.Join(", ", domains.Most());
        return most.Length == 0
            ? new("", "")
            : new($" The outside domains met most, with their messages: {most}.", $" Οι πιο συχνοί ξένοι τομείς, με τα μηνύματά τους: {most}.");
    }

    private void Count(MessageSource source)
    {
        while (source.Next())
            if (MailHeaders.Parse(source.Headers) is { } headers)
                foreach (var address in Addresses(headers))
                    _addresses[address] = _addresses.GetValueOrDefault(address) + 1;
    }

    private static IEnumerable<string> Addresses(HeaderList headers) =>
        ((HeaderId[])[HeaderId.From, HeaderId.To, HeaderId.Cc])
            .SelectMany(name => MailHeaders.Mailboxes(headers, name))
            .Select(mailbox => mailbox.Address.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Most()
    {
        var own = _addresses.OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).Select(a => DomainOf(a.Key)).FirstOrDefault();
        return _addresses.GroupBy(a => DomainOf(a.Key), a => a.Value, StringComparer.Ordinal)
            .Where(domain => domain.Key != own && !MailDomains.IsFree(domain.Key) && MailDomains.IsDomain(domain.Key))
            .Select(domain => (domain.Key, Count: domain.Sum()))
            .OrderByDescending(domain => domain.Count).ThenBy(domain => domain.Key, StringComparer.Ordinal)
            .Take(Shown)
            .Select(domain => $"{domain.Key} ({domain.Count})");
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
