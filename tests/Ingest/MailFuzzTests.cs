using System.Text;
using Insights.Ingest.Mail;
using MimeKit;
using static Insights.Ingest.Tests.Mailbox;

namespace Insights.Ingest.Tests;

/// <summary>Mailboxes damaged in every way bytes can be: no crash, no hang, and every message met is kept, left out for a reason, or counted.</summary>
public sealed class MailFuzzTests
{
    private static readonly int Inputs = int.Parse(
        Environment.GetEnvironmentVariable("INSIGHTS_FUZZ_MAIL") ?? "4000", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly string[] Pieces =
    [
        "\n", "\r\n", "\n\n", "From ", "\nFrom - Mon Nov  3 09:00:00 2025\n", ">From ", "=?utf-8?b?", "=?iso-8859-7?q?=E1?=", "?=", "--b1", "--b1--", ":", ";",
        "Content-Type: multipart/mixed; boundary=b1\n", "Content-Type: message/rfc822\n", "Content-Transfer-Encoding: base64\n", "charset=utf-7", "\0", "<", ">", "\"",
        "Date: Mon, 32 Nov 99999 99:99:99 +9999\n", "References: <a@b> <a@b> <q@shop>\n", "In-Reply-To: <a@prov>\n", "@provider.example", "(((((((", "é", "\uFEFF",
        "Content-Type: text/html; charset=x-user-defined\n", "<style>", "&#xD800;", "Content-Disposition: attachment; filename*0*=utf-8''%",
    ];

    [Fact]
    public void Damaged_mail_is_read_as_far_as_it_goes()
    {
        var whole = Whole();
        for (var seed = 0; seed < Inputs; seed++)
        {
            var random = new Random(seed);
            var bytes = Damaged(whole, random);
            using var bodies = new BodyStore();
            var reader = new MailReader(new ProviderAddresses(["provider.example"]), bodies);
            using var stream = new MemoryStream(bytes);
            try
            {
                reader.Read(new MessageSource(stream, isMbox: seed % 5 > 0));
                var threads = MailThreads.Of(reader.Messages, reader.IsOthers);
                Assert.Equal(reader.Messages.Count, threads.Sum(t => t.Messages.Count));
                Assert.All(threads, t => Assert.True(t.ProblemCount >= 1 && t.Id.Length > 0));
                Assert.True(reader.Messages.Count + reader.DuplicateCount + reader.BrokenCount <= reader.MetCount);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
            }
        }
    }

    private static byte[] Whole()
    {
        var rich = Message("r@shop", Client, Provider, "Αρχεία", 3, "q@shop", "Ένα νέο θέμα");
        var builder = new BodyBuilder { TextBody = "κείμενο", HtmlBody = "<p>κείμενο</p>" };
        builder.Attachments.Add("a.pdf", new byte[300]);
        rich.Body = builder.ToMessageBody();
        return Mbox(
            Message("q@shop", Client, Provider, "Δεν τυπώνει", 0), Message("a@prov", Provider, Client, "Re: Δεν τυπώνει", 1, "q@shop"),
            rich, Message("o@shop", Client, "x@other.example", "other", 2));
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var changes = random.Next(1, 12); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 60)));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(100).ToList());
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(8) == 0 ? bytes.Count - at : 0);
                    break;
            }
        }
        return [.. bytes];
    }
}
