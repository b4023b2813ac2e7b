using System.Diagnostics;
using System.Globalization;
using System.Text;
using Insights.Ingest.Mail;

namespace Insights.Benchmarks;

/// <summary>An MBOX as an owner's mail program exports it: how fast it is read into threads and messages, and the most memory held meanwhile.</summary>
internal static class MailboxBenchmark
{
    /// <summary>The share of messages from or to the provider is one in this many, and all of them.</summary>
    private static readonly int[] Shares = [5, 1];

    public static int Run(string[] args)
    {
        var messages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var folder = Directory.CreateTempSubdirectory("insights-mailbox-").FullName;
        try
        {
            Measure(Path.Combine(folder, "warm-up.mbox"), 2_000, 1);
            foreach (var share in Shares)
                Measure(Path.Combine(folder, "all.mbox"), messages, share);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(string file, int messages, int share)
    {
        Write(file, messages, share);
        var megabytes = new FileInfo(file).Length / 1e6;
        PeakMemory.Reset();
        var clock = Stopwatch.StartNew();
        using var mail = MailExport.Open(file, new MailOptions { ProviderDomains = ["provider.example"] });
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{messages} messages, {megabytes:0} MB, 1 in {share} the provider's: {seconds:0.0} s, {messages / seconds:0} messages/s, {megabytes / seconds:0} MB/s,"
            + $" peak memory {PeakMemory.Megabytes():0} MB; {mail.Notices.Count} notices"));
    }

    /// <summary>Threads of five; every tenth message has an attachment of 8 KB.</summary>
    private static void Write(string file, int messages, int share)
    {
        var attachment = string.Join("\r\n", Convert.ToBase64String(new byte[6000]).Chunk(76).Select(line => new string(line)));
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 16);
        for (var i = 0; i < messages; i++)
        {
            var other = i / 5 % share == 0 ? "help@provider.example" : $"friend{i % 97}@other{i % 31}.example";
            var (from, to) = i % 5 % 2 == 0 ? ("eleni@shop.example", other) : (other, "eleni@shop.example");
            var sent = DateTime.UnixEpoch.AddSeconds(1_600_000_000 + (i * 600L)).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
            text.Write($"From 17{i}@xxx {DateTime.UnixEpoch.AddSeconds(1_600_000_000 + (i * 600L)):ddd MMM dd HH:mm:ss} +0000 2020\r\n");
            text.Write($"X-GM-THRID: 17{i / 5}\r\nX-Gmail-Labels: Inbox,Opened\r\nDelivered-To: eleni@shop.example\r\n");
            text.Write($"Received: by 2002:a05:6402:1 with SMTP id a{i}; {sent} +0000\r\nReceived: from mx.example (mx.example [192.0.2.1]) by mx; {sent} +0000\r\n");
            text.Write($"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example;\r\n h=from:to:subject; bh={new string('A', 43)}=;\r\n b={new string('B', 300)}\r\n");
            text.Write($"MIME-Version: 1.0\r\nFrom: =?utf-8?b?zpXOu86tzr3Ozw==?= <{from}>\r\nTo: {to}\r\nSubject: {(i % 5 == 0 ? "" : "Re: ")}printer {i / 5}\r\n");
            text.Write($"Date: {sent} +0000\r\nMessage-ID: <m{i}@mail.example>\r\n");
            if (i % 5 > 0)
                text.Write($"In-Reply-To: <m{i - 1}@mail.example>\r\nReferences: {string.Join(' ', Enumerable.Range(i - (i % 5), i % 5).Select(r => $"<m{r}@mail.example>"))}\r\n");
            text.Write("Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
            text.Write(string.Concat(Enumerable.Repeat("Ο εκτυπωτής στο ταμείο δεν τυπώνει από το πρωί.\r\n", 8)));
            if (i % 10 == 0)
                text.Write($"--b1\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n{attachment}\r\n");
            text.Write("--b1--\r\n\r\n");
        }
    }
}
