using Cronos;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Ingest.Sources;
using NodaTime;

namespace Insights.Ingest.Tests.Apis;

/// <summary>Exports that arrive by mail, from a real IMAP server.</summary>
public sealed class MailPullTests : IDisposable
{
    private const string Export = "Ticket ID,Subject,Status,Priority,Created time\n1,Εκτυπωτής,Open,High,2026-03-01 09:00:00\n2,VPN,Open,Low,2026-03-01 10:00:00\n";

    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactWithDovecot]
    public async Task Each_message_is_read_once_and_left_as_it_is()
    {
        using var server = new Dovecot();
        server.Deliver("tool@example.com", ("../../weekly.csv", Export));
        var first = await Pull(server);
        Assert.Equal((1, 2L, 0L), (first.PageCount, first.NewCount, first.RejectCount));
        Assert.Equal(["1|Εκτυπωτής", "2|VPN"], _folder.Query("select ticket_id, subject from raw.tickets order by 1"));
        Assert.Equal(["weekly.csv|2026-03-02T08:00:00Z"], _folder.Query("select file, exported_at from raw.loads"));

        Assert.Equal(PullResult.None, await Pull(server) with { Refused = PullResult.None.Refused });
        server.Deliver("tool@example.com", ("weekly.csv", Export));
        server.Deliver("tool@example.com", ("weekly.csv", Export.Replace("1,Εκτυπωτής,Open", "1,Εκτυπωτής,Closed", StringComparison.Ordinal)));
        var second = await Pull(server);
        Assert.Equal((2, 0L, 1L), (second.PageCount, second.NewCount, second.ChangedCount));
        Assert.All(server.Files(), name => Assert.DoesNotContain(":2,S", name, StringComparison.Ordinal));
        Assert.Equal(3, server.Files().Count);
    }

    [FactWithDovecot]
    public async Task What_is_no_export_is_said_and_the_next_message_is_read()
    {
        using var server = new Dovecot();
        server.Deliver("someone@example.com", ("photo.jpg", "not a photo"), ("empty.csv", ""));
        server.Deliver("tool@example.com", ("weekly.csv", Export));
        var result = await Pull(server);
        Assert.Equal(2, result.NewCount);
        Assert.Contains(result.Refused, said => said.Contains("photo.jpg", StringComparison.Ordinal));
    }

    [FactWithDovecot]
    public async Task Only_messages_of_the_sender_asked_for_are_read()
    {
        using var server = new Dovecot();
        server.Deliver("stranger@example.com", ("weekly.csv", Export));
        Assert.Equal(0, (await Pull(server, settings => settings with { From = "tool@example.com" })).NewCount);
        server.Deliver("tool@example.com", ("weekly.csv", Export));
        Assert.Equal(2, (await Pull(server, settings => settings with { From = "tool@example.com" })).NewCount);
    }

    [FactWithDovecot]
    public async Task A_wrong_password_and_a_missing_folder_are_named_and_the_password_is_not()
    {
        using var server = new Dovecot();
        var refused = await Assert.ThrowsAsync<SetupException>(() => Pull(server, settings => settings with { Password = "wr0ngsecret" }));
        Assert.Contains("'reports'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ngsecret", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'Αναφορές'", (await Assert.ThrowsAsync<SetupException>(() => Pull(server, settings => settings with { Folder = "Αναφορές" }))).Message, StringComparison.Ordinal);
    }

    [FactWithDovecot]
    public async Task A_line_that_is_not_encrypted_is_not_used_for_another_machine()
    {
        using var server = new Dovecot();
        var settings = Settings(server) with { Host = "127.0.0.1" };
        Assert.True(settings.IsOnThisMachine);
        Assert.False((settings with { Host = "mail.example.com" }).IsOnThisMachine);
        await Assert.ThrowsAsync<IOException>(() => Pull(server, s => s with { Host = System.Net.Dns.GetHostName() }));
    }

    private async Task<PullResult> Pull(Dovecot server, Func<MailSettings, MailSettings>? change = null)
    {
        using var warehouse = new SharedWarehouse(_folder.Warehouse);
        var settings = Settings(server);
        using var pull = new MailPull(change?.Invoke(settings) ?? settings, warehouse, TimeProvider.System);
        return await pull.Run(CancellationToken.None);
    }

    private static MailSettings Settings(Dovecot server) => new()
    {
        Source = "mail",
        Profile = KnownProfiles.Find("generic"),
        Provider = "Provider",
        DefaultClient = "Αρτοποιία",
        TimeZone = null,
        Schedule = new PullSchedule(CronExpression.Hourly, DateTimeZone.Utc),
        Host = "127.0.0.1",
        Port = server.Port,
        User = "reports",
        Password = "s3cret",
        Folder = "INBOX",
        From = null,
    };
}
