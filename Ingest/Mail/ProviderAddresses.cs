using System.Text;
using Insights.Analytics;
using Insights.Ingest.Reference;
using MimeKit;

namespace Insights.Ingest.Mail;

/// <summary>Tells the provider's addresses from everyone else's.</summary>
internal sealed class ProviderAddresses
{
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
    private readonly byte[][] _needles;

    /// <exception cref="SetupException">One is neither a domain nor an address, or is free mail used by anyone.</exception>
    public ProviderAddresses(IReadOnlyList<string> written)
    {
        foreach (var text in written.Select(w => w.Trim().ToLowerInvariant()).Where(w => w.Length > 0))
            Add(text);
        _needles = [.. _domains.Concat(_addresses).Select(Encoding.UTF8.GetBytes)];
    }

    public bool IsEmpty => _needles.Length == 0;

    public bool Includes(MailboxAddress mailbox) => Includes(mailbox.Address);

    public bool Includes(string address)
    {
        var lower = address.ToLowerInvariant();
        return _addresses.Contains(lower) || IsWithin(lower[(lower.LastIndexOf('@') + 1)..]);
    }

    /// <summary>False when no address in these headers can be the provider's: a quick look before they are taken apart.</summary>
    /// <param name="lowerHeaders">The headers as bytes, ASCII letters lower-case.</param>
    public bool MayBeIn(ReadOnlySpan<byte> lowerHeaders)
    {
        foreach (var needle in _needles)
            if (lowerHeaders.IndexOf(needle) >= 0)
                return true;
        return false;
    }

    private bool IsWithin(string domain)
    {
        for (var rest = domain; rest.Length > 0; rest = rest[(rest.IndexOf('.') + 1)..])
            if (_domains.Contains(rest))
                return true;
            else if (!rest.Contains('.'))
                return false;
        return false;
    }

    private void Add(string text)
    {
        if (text.LastIndexOf('@') > 0)
            _addresses.Add(text);
        else if (MailDomains.Parse(text) is { IsRead: true, Value: [var domain] })
            _domains.Add(domain);
        else
            throw new SetupException(
                $"--provider-domains has '{text}', which is no mail domain of a provider. Write what follows the @ in the provider's addresses"
                + " (provider.gr), or whole addresses where the provider uses free mail (name@gmail.com); several with commas between them.",
                $"--provider-domains: το '{text}' δεν είναι τομέας αλληλογραφίας παρόχου. Γράψτε ό,τι ακολουθεί το @ στις διευθύνσεις του"
                + " παρόχου (provider.gr), ή ολόκληρες διευθύνσεις αν ο πάροχος έχει δωρεάν αλληλογραφία (name@gmail.com)· πολλά με κόμματα.");
    }
}
