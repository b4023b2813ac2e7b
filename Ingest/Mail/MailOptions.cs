namespace Insights.Ingest.Mail;

/// <summary>How a mailbox is read.</summary>
public sealed record MailOptions
{
    /// <summary>
    /// The provider's mail domains (<c>provider.gr</c>, its subdomains included) or whole addresses (<c>nikos@gmail.com</c>). Only
    /// messages from or to them count.
    /// </summary>
    public required IReadOnlyList<string> ProviderDomains { get; init; }

    /// <summary>True to keep the words of the messages too.</summary>
    public bool KeepBodies { get; init; }
}
