using System.Globalization;
using System.Net.Sockets;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Loading;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace Insights.Ingest.Sources;

/// <summary>
/// Loads the exports that arrive by mail in a folder of an IMAP mailbox. The folder is only read: no message is moved, marked or deleted.
/// How far it was read is kept message by message; a file that came before, in another message too, changes nothing.
/// </summary>
/// <param name="settings">The mailbox.</param>
/// <param name="warehouse">Open only while a message is kept.</param>
/// <param name="clock">Tells when.</param>
public sealed class MailPull(MailSettings settings, SharedWarehouse warehouse, TimeProvider clock) : IPull, IDisposable
{
    /// <summary>What is larger is no mail a tool sends.</summary>
    private const int LargestMessage = 200 * 1024 * 1024;

    private readonly PullLedger _ledger = new(settings.Source, warehouse, clock);

    public string Source => settings.Source;

    public void Dispose() => _ledger.Dispose();

    public string Redacted(string text) => text.Replace(settings.Password, "***", StringComparison.Ordinal);

    public Task<DateTimeOffset?> LastStart(CancellationToken stopping) => _ledger.LastStart(stopping);

    public Task<PullResult> Run(CancellationToken stopping) => _ledger.Told(Read, Redacted, stopping);

    private async Task<PullResult> Read(PullState state, CancellationToken stopping)
    {
        using var client = new ImapClient();
        try
        {
            var folder = await Open(client, stopping).ConfigureAwait(false);
            var result = PullResult.None;
            foreach (var uid in await New(folder, state.Next, stopping).ConfigureAwait(false))
            {
                result = result.Plus(await Load(folder, uid, stopping).ConfigureAwait(false));
                state = state with { Next = Place(folder, uid), PageCount = state.PageCount + 1 };
                await _ledger.Save(state, stopping).ConfigureAwait(false);
            }

            await _ledger.Save(state with { EndedAt = _ledger.Now(), Error = null, ErrorAt = null }, stopping).ConfigureAwait(false);
            await client.DisconnectAsync(quit: true, stopping).ConfigureAwait(false);
            return result;
        }
        catch (Exception e) when (e is SocketException or ImapProtocolException or ServiceNotConnectedException or SslHandshakeException)
        {
            throw new IOException($"{settings.Source}: {settings.Host}:{settings.Port} did not answer as a mailbox over an encrypted line does: {e.Message}", e);
        }
    }

    private async Task<IMailFolder> Open(ImapClient client, CancellationToken stopping)
    {
        await client.ConnectAsync(settings.Host, settings.Port, settings.IsOnThisMachine ? SecureSocketOptions.Auto : SecureSocketOptions.SslOnConnect, stopping).ConfigureAwait(false);
        try
        {
            await client.AuthenticateAsync(settings.User, settings.Password, stopping).ConfigureAwait(false);
            var folder = await client.GetFolderAsync(settings.Folder, stopping).ConfigureAwait(false);
            await folder.OpenAsync(FolderAccess.ReadOnly, stopping).ConfigureAwait(false);
            return folder;
        }
        catch (AuthenticationException)
        {
            throw Wrong($"{settings.Host} does not know user '{settings.User}' with that password", $"το {settings.Host} δεν δέχεται τον χρήστη '{settings.User}' με αυτόν τον κωδικό");
        }
        catch (FolderNotFoundException)
        {
            throw Wrong($"the mailbox has no folder '{settings.Folder}'", $"το γραμματοκιβώτιο δεν έχει φάκελο '{settings.Folder}'");
        }
    }

    private SetupException Wrong(string english, string greek) => new($"{settings.Source}: {english}.", $"{settings.Source}: {greek}.");

    /// <summary>The messages after the last one read; all of them where the server numbered its folder anew.</summary>
    private async Task<IReadOnlyList<UniqueId>> New(IMailFolder folder, string? place, CancellationToken stopping)
    {
        var last = place?.Split(':') is [var validity, var uid] && validity == Number(folder.UidValidity) ? uint.Parse(uid, CultureInfo.InvariantCulture) : 0;
        var query = settings.From is { } from ? SearchQuery.FromContains(from) : SearchQuery.All;
        var found = await folder.SearchAsync(query, stopping).ConfigureAwait(false);
        return [.. found.Where(id => id.Id > last).OrderBy(id => id.Id)];
    }

    private static string Place(IMailFolder folder, UniqueId uid) => $"{Number(folder.UidValidity)}:{Number(uid.Id)}";

    private static string Number(uint number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<PullResult> Load(IMailFolder folder, UniqueId uid, CancellationToken stopping)
    {
        var summary = await folder.FetchAsync([uid], MessageSummaryItems.Size, stopping).ConfigureAwait(false);
        if (summary is not [{ Size: <= LargestMessage }])
            return PullResult.None with { PageCount = 1, Refused = [$"message {Number(uid.Id)} is larger than {LargestMessage >> 20} MB"] };
        using var message = await folder.GetMessageAsync(uid, stopping).ConfigureAwait(false);
        var result = PullResult.None with { PageCount = 1 };
        foreach (var attachment in message.Attachments.OfType<MimePart>().Where(part => part.Content is not null))
            result = result.Plus(await Load(attachment, message.Date.UtcDateTime, stopping).ConfigureAwait(false));
        return result;
    }

    /// <summary>A file that is no export of the tool is said and passed over: mail brings other things too.</summary>
    private async Task<PullResult> Load(MimePart attachment, DateTime sentAt, CancellationToken stopping)
    {
        var folder = Directory.CreateTempSubdirectory("insights-mail-");
        try
        {
            var file = Path.Combine(folder.FullName, FileName(attachment.FileName));
            await using (var stream = File.Create(file))
                await attachment.Content!.DecodeToAsync(stream, stopping).ConfigureAwait(false);
            var loaded = await warehouse.Write(opened => new ExportLoader(opened, clock).Load(Request(file, sentAt), stopping), stopping).ConfigureAwait(false);
            return loaded.AlreadyLoaded ? PullResult.None : new PullResult(0, loaded.NewCount, loaded.ChangedCount, loaded.RejectCount);
        }
        catch (SetupException e) when (e is not WarehouseInUseException)
        {
            return PullResult.None with { Refused = [$"'{OneLine.Of(attachment.FileName, 100)}': {e.Message}"] };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The name is the sender's: no more of it than letters, digits and what stands between them.</summary>
    private static string FileName(string? name)
    {
        var kept = string.Concat((name ?? "").Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ')).Trim('.', ' ');
        return kept.Length == 0 ? "attachment" : kept[Math.Max(0, kept.Length - 80)..];
    }

    private LoadRequest Request(string file, DateTime sentAt) => new()
    {
        File = file,
        Profile = settings.Profile,
        Source = settings.Source,
        Provider = settings.Provider,
        DefaultClient = settings.DefaultClient,
        TimeZone = settings.TimeZone,
        ExportedAt = sentAt > DateTime.UnixEpoch && sentAt <= _ledger.Now() ? sentAt : null,
    };
}
