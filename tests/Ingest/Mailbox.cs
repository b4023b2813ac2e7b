using System.Text;
using Insights.Ingest.Mail;
using Insights.Ingest.Reading;
using MimeKit;

namespace Insights.Ingest.Tests;

/// <summary>Mailboxes made for a test: in MimeKit's hand where they are well-formed, in bytes where they are not.</summary>
internal static class Mailbox
{
    public const string Client = "Eleni <eleni@shop.example>";
    public const string Provider = "Nikos <nikos@provider.example>";

    public static readonly DateTimeOffset Start = new(2025, 11, 3, 9, 0, 0, TimeSpan.FromHours(2));

    /// <summary>One message; the id without brackets, times as minutes after <see cref="Start"/>.</summary>
    public static MimeMessage Message(string id, string from, string to, string subject, double minutes, string? answers = null, string text = "…")
    {
        var message = new MimeMessage
        {
            MessageId = id,
            Subject = subject,
            Date = Start.AddMinutes(minutes),
            Body = new TextPart("plain") { Text = text },
        };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.AddRange(InternetAddressList.Parse(to));
        if (answers is null)
            return message;
        message.InReplyTo = answers.Split(' ')[^1];
        message.References.AddRange(answers.Split(' '));
        return message;
    }

    public static byte[] Mbox(params IEnumerable<MimeMessage> messages)
    {
        using var mbox = new MemoryStream();
        foreach (var message in messages)
        {
            mbox.Write("From - Mon Nov  3 09:00:00 2025\n"u8);
            message.WriteTo(mbox);
            mbox.Write("\n\n"u8);
        }
        return mbox.ToArray();
    }

    public static byte[] Raw(params IEnumerable<string> messages) =>
        Encoding.UTF8.GetBytes(string.Concat(messages.Select(m => $"From x@y.example Mon Nov  3 07:00:00 +0000 2025\n{m}\n\n")));

    public static MailExport Read(LoadingFolder folder, byte[] mbox, bool bodies = false) =>
        MailExport.Open(folder.Write("mail.mbox", mbox), Options(bodies));

    public static MailOptions Options(bool bodies = false) => new() { ProviderDomains = ["provider.example"], KeepBodies = bodies };

    /// <summary>The records of a set, each by header name.</summary>
    public static List<Dictionary<string, string>> Rows(RecordSet set)
    {
        var rows = new List<Dictionary<string, string>>();
        while (set.NextBatch() is { } batch)
            using (batch)
                while (batch.Read())
                    rows.Add(set.Header.Select((name, i) => (name, Encoding.UTF8.GetString(batch.Cell(i)))).ToDictionary());
        return rows;
    }

    public static long Noticed(MailExport mail, string code) => mail.Notices.FirstOrDefault(n => n.Code == code)?.Count ?? 0;
}
