using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Insights.Ingest.Tests.Apis;

/// <summary>A real IMAP server on this machine with one mailbox, user "reports" and password "s3cret", for as long as it is not disposed.</summary>
internal sealed class Dovecot : IDisposable
{
    public const string Program = "/usr/sbin/dovecot";

    private readonly string _folder = Directory.CreateTempSubdirectory("insights-dovecot-").FullName;
    private readonly Process _server;
    private int _delivered;

    public Dovecot()
    {
        Port = FreePort();
        var config = Path.Combine(_folder, "dovecot.conf");
        Directory.CreateDirectory(Path.Combine(_folder, "mail", "new"));
        Directory.CreateDirectory(Path.Combine(_folder, "mail", "cur"));
        Directory.CreateDirectory(Path.Combine(_folder, "mail", "tmp"));
        File.WriteAllText(config, $$"""
            base_dir = {{_folder}}/run
            state_dir = {{_folder}}/state
            log_path = {{_folder}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            first_valid_uid = 1
            mail_location = maildir:{{_folder}}/mail
            passdb {
              driver = static
              args = password=s3cret
            }
            userdb {
              driver = static
              args = uid=mail gid=mail home={{_folder}}
            }
            service imap-login {
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            """);
        Own();
        _server = Process.Start(Program, ["-F", "-c", config]);
        Wait();
    }

    public int Port { get; }

    /// <summary>A message with files, as a tool's scheduled report comes.</summary>
    public void Deliver(string from, params (string Name, string Text)[] files)
    {
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse("reports@example.com"));
        message.Subject = "Weekly report";
        message.Date = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var body = new BodyBuilder { TextBody = "Συνημμένα" };
        foreach (var (name, text) in files)
            body.Attachments.Add(name, Encoding.UTF8.GetBytes(text));
        message.Body = body.ToMessageBody();
        message.WriteTo(Path.Combine(_folder, "mail", "new", $"17000000{++_delivered:00}.M1P1.here"));
        Own();
    }

    /// <summary>The names of the messages' files: what reading them changes.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.GetFiles(Path.Combine(_folder, "mail"), "17*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        using (var stop = Process.Start("kill", ["-TERM", $"{_server.Id}"]))
            stop.WaitForExit();
        _server.WaitForExit();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Own()
    {
        using var own = Process.Start("chown", ["-R", "mail:mail", Path.Combine(_folder, "mail")]);
        own.WaitForExit();
        using var see = Process.Start("chmod", ["755", _folder]);
        see.WaitForExit();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Wait()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var probe = new TcpClient("127.0.0.1", Port);
                return;
            }
            catch (SocketException) when (patience.Elapsed < TimeSpan.FromSeconds(20) && !_server.HasExited)
            {
                Thread.Sleep(100);
            }
        }
    }
}

/// <summary>A test that needs Dovecot and the right to start it; skipped, saying so, where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithDovecotAttribute : FactAttribute
{
    public FactWithDovecotAttribute()
    {
        if (!File.Exists(Dovecot.Program) || Environment.UserName != "root")
            Skip = "Dovecot (dovecot-imapd) is not installed, or this user may not start it.";
    }
}
