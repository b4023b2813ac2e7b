using System.Globalization;
using Insights.Analytics;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Mail;

/// <summary>
/// A mailbox, read: the threads with the provider that the client began, one record each, and their messages. See the README beside this
/// file for what is read, what is inferred, and what is never kept.
/// </summary>
public sealed class MailExport : IDisposable
{
    /// <summary>The state of every ticket: a mailbox does not say when a matter ended.</summary>
    public const string OpenState = "open (inferred)";

    /// <summary>As <see cref="OpenState"/>, where the client's last message reads like thanks.</summary>
    public const string ThankedState = "open (inferred; the last message reads like thanks)";

    private static readonly string[] ThreadHeader =
        ["Thread", "Subject", "Requester", "Requester address", "Agent", "Channel", "State", "Created at",
        "First human reply at", "Last message at", "Message count", "Problem count"];

    private static readonly string[] MessageHeader =
        ["Thread", "Message", "Sent at", "From", "From address", "Side", "Channel", "Subject", "Body", "Visible", "Automatic",
        "Attachments", "Remarks"];

    private readonly BodyStore? _bodies;

    private MailExport(string name, IReadOnlyList<MailThread> all, IReadOnlyList<Notice> notices, BodyStore? bodies)
    {
        _bodies = bodies;
        List<MailThread> threads = [.. all.Where(t => t.Start == ThreadStart.Client)];
        List<(MailThread Thread, MailMessage Message)> messages =
            [.. all.Where(t => t.Start != ThreadStart.Provider).SelectMany(thread => thread.Messages.Select(m => (thread, m)))];
        Threads = new MailRecords(
            $"{name}/threads", ThreadHeader, threads.Count, i => threads[i].First.Place, i => Cells(threads[i]), notices);
        Messages = new MailRecords(
            $"{name}/messages", MessageHeader, messages.Count,
            i => messages[i].Message.Place, i => Cells(messages[i].Thread, messages[i].Message), []);
        Notices = notices;
    }

    /// <summary>One record per thread the client began.</summary>
    public RecordSet Threads { get; }

    /// <summary>
    /// One record per message of those threads, and of threads whose beginning is missing: an earlier export may have it.
    /// </summary>
    public RecordSet Messages { get; }

    /// <summary>What a person should know of how the mailbox was read; also <see cref="Threads"/>' own.</summary>
    public IReadOnlyList<Notice> Notices { get; }

    /// <summary>True for an MBOX, an EML, or a folder with one in it; told by content.</summary>
    public static bool IsMail(string path) => MailFiles.In([path]).Any(file => file.Kind is not null);

    /// <summary>The files behind the paths, folders gone into, in the order they are read.</summary>
    public static IReadOnlyList<string> FilesIn(IEnumerable<string> paths) => [.. paths.SelectMany(MailFiles.FilesOf)];

    /// <summary>Reads a file (MBOX, EML) or a folder of such.</summary>
    /// <exception cref="SetupException">No provider's domain is given or none of its messages is there, or there is no mail.</exception>
    public static MailExport Open(string path, MailOptions options) => Open([path], options);

    /// <summary>Reads several files and folders as one mailbox: a thread may have its questions in Sent and its answers in Inbox.</summary>
    /// <exception cref="SetupException">As above.</exception>
    public static MailExport Open(IReadOnlyList<string> paths, MailOptions options)
    {
        var files = MailFiles.In(paths).ToList();
        if (files.All(f => f.Kind is null))
            throw MailFiles.NoMail(paths);
        var provider = new ProviderAddresses(options.ProviderDomains);
        if (provider.IsEmpty)
            throw OutsideDomains.Ask(files);

        var bodies = options.KeepBodies ? new BodyStore() : null;
        try
        {
            var reader = new MailReader(provider, bodies);
            foreach (var file in files)
                file.Read(reader.Read);
            if (reader.Messages.Count == 0)
                throw OutsideDomains.NoneFound(files, options.ProviderDomains, reader.MetCount);
            var all = MailThreads.Of(reader.Messages, reader.IsOthers);
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(paths[0]));
            return new MailExport(name, all, MailNotices.Of(reader, all, files), bodies);
        }
        catch
        {
            bodies?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Threads.Dispose();
        Messages.Dispose();
        _bodies?.Dispose();
    }

    private static string?[] Cells(MailThread thread) =>
    [
        thread.Id,
        thread.First.Subject,
        thread.First.Author,
        thread.First.AuthorAddress,
        thread.FirstHumanReply?.Author,
        "Email",
        thread.EndsInThanks ? ThankedState : OpenState,
        Instant(thread.First.SentAt),
        Instant(thread.FirstHumanReply?.SentAt),
        Instant(thread.LastAt),
        Number(thread.Messages.Count),
        Number(thread.ProblemCount),
    ];

    private string?[] Cells(MailThread thread, MailMessage message) =>
    [
        thread.Id,
        message.Id,
        Instant(message.SentAt),
        message.Author,
        message.AuthorAddress,
        message.IsFromProvider ? "provider" : "client",
        "Email",
        message.Subject,
        message.Body is { } place ? _bodies!.Read(place) : null,
        "yes",
        message.IsAutomatic ? "yes" : "no",
        Number(message.AttachmentCount),
        message.Remarks,
    ];

    private static string Instant(long? seconds) =>
        seconds is null ? "" : DateTime.UnixEpoch.AddSeconds(seconds.Value).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
