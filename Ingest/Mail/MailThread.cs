namespace Insights.Ingest.Mail;

/// <summary>Who wrote first, as far as the mailbox shows.</summary>
internal enum ThreadStart
{
    /// <summary>The client: the thread is a ticket.</summary>
    Client,

    /// <summary>The provider, of its own accord: no request of the client's.</summary>
    Provider,

    /// <summary>What stands first answers something the mailbox lacks: when the client asked is not known.</summary>
    Missing,
}

/// <summary>Messages that belong together.</summary>
/// <param name="Id">The Message-ID of the message the thread began with, whether the mailbox has it or not.</param>
/// <param name="Messages">As they followed one another; at least one.</param>
/// <param name="BeganInHouse">True where it began among others, in a message that was not to the provider.</param>
internal sealed record MailThread(string Id, IReadOnlyList<MailMessage> Messages, bool BeganInHouse)
{
    /// <summary>A client's message this many seconds after the last one may be about something else.</summary>
    public const long LongSilence = 14 * 86_400;

    public MailMessage First => Messages[0];

    public bool HasBeginning => First.Id == Id;

    public ThreadStart Start =>
        First.IsFromProvider ? HasBeginning && !First.Topic.IsAnswer ? ThreadStart.Provider : ThreadStart.Missing
        : HasBeginning || BeganInHouse || !First.Topic.IsAnswer || First.Topic.IsForward ? ThreadStart.Client
        : ThreadStart.Missing;

    public MailMessage? FirstHumanReply => Messages.FirstOrDefault(m => m.IsFromProvider && !m.IsAutomatic);

    public long? LastAt => Messages.Max(m => m.SentAt);

    /// <summary>True where the provider answered, and never by a person's hand.</summary>
    public bool HasOnlyAutomaticAnswers => FirstHumanReply is null && Messages.Any(m => m.IsFromProvider);

    /// <summary>True where the client's last message, with nothing after it, reads like thanks. An inference; it closes nothing.</summary>
    public bool EndsInThanks => Messages[^1] is { IsFromProvider: false, IsAutomatic: false, SaysThanks: true } && Messages.Count > 1;

    /// <summary>
    /// How many problems the thread seems to hold: 1, and one more for each client's message that changes the subject, comes after a
    /// silence of more than 14 days, or says that it is about something else.
    /// </summary>
    public int ProblemCount
    {
        get
        {
            var topics = new HashSet<string>(StringComparer.Ordinal) { First.Topic.Key };
            var count = 1;
            for (var i = 1; i < Messages.Count; i++)
                if (Messages[i] is { IsFromProvider: false, IsAutomatic: false } message && IsAnother(message, Messages[i - 1], topics))
                    count++;
                else
                    topics.Add(Messages[i].Topic.Key);
            return count;
        }
    }

    private static bool IsAnother(MailMessage message, MailMessage before, HashSet<string> topics) =>
        (message.Topic.Key.Length > 0 && topics.Add(message.Topic.Key))
        || message.SentAt - before.SentAt > LongSilence
        || message.SaysAnotherProblem;
}
