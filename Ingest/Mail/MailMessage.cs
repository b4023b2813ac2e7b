namespace Insights.Ingest.Mail;

/// <summary>What is kept of one message to or from the provider: its headers' facts, never its words.</summary>
internal sealed record MailMessage
{
    /// <summary>The Message-ID without its brackets; where there is none, a hash of date, sender, recipients and subject.</summary>
    public required string Id { get; init; }

    /// <summary>The messages it answers, the oldest first (References, then In-Reply-To).</summary>
    public required IReadOnlyList<string> References { get; init; }

    public required string Subject { get; init; }

    public required SubjectText Topic { get; init; }

    /// <summary>Seconds since 1970-01-01 UTC; null where no header says when.</summary>
    public required long? SentAt { get; init; }

    /// <summary>True where the Date header was missing or a day off, and the time is the receiving server's.</summary>
    public required bool IsTimeCorrected { get; init; }

    public required string Author { get; init; }

    public required string AuthorAddress { get; init; }

    public required bool IsFromProvider { get; init; }

    /// <summary>The addresses, lower-case, of everyone in From, To and Cc but the provider.</summary>
    public required IReadOnlyList<string> ClientAddresses { get; init; }

    public required bool IsAutomatic { get; init; }

    /// <summary>True where a receiving server stamped it.</summary>
    public required bool IsReceived { get; init; }

    public required int AttachmentCount { get; init; }

    /// <summary>True where its subject or first lines speak of a further problem.</summary>
    public required bool SaysAnotherProblem { get; init; }

    /// <summary>True where it is short and reads like thanks.</summary>
    public required bool SaysThanks { get; init; }

    /// <summary>What its words do (<see cref="Mapping.Remarks.Cell"/>); null where it has none.</summary>
    public required string? Remarks { get; init; }

    /// <summary>The message's place in what was read, from 1.</summary>
    public required long Place { get; init; }

    /// <summary>Where its words are kept, when they are.</summary>
    public BodyPlace? Body { get; init; }
}
