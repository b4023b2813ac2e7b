using Insights.Analytics;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Mail;

internal enum MailKind
{
    Mbox,
    Message,
}

/// <param name="Source">Its bytes.</param>
/// <param name="Kind">Null where it is no mail.</param>
internal sealed record MailFile(ByteSource Source, MailKind? Kind)
{
    public void Read(Action<MessageSource> read)
    {
        if (Kind is null)
            return;
        using var stream = Source.Open();
        read(new MessageSource(stream, Kind == MailKind.Mbox));
    }
}

/// <summary>Finds mail in files, folders and zips (as Google Takeout makes them), by content.</summary>
internal static class MailFiles
{
    private const int SampleSize = 1 << 13;

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly string[] MailHeaderNames =
        ["from", "to", "date", "subject", "message-id", "received", "return-path", "delivered-to", "mime-version", "x-gm-thrid", "dkim-signature"];

    /// <summary>The files, in the order of their names; those that are no mail too.</summary>
    public static IEnumerable<MailFile> In(IEnumerable<string> paths) =>
        paths.SelectMany(FilesOf).SelectMany(SourcesOf).Select(source => new MailFile(source, KindOf(source)));

    public static SetupException NoMail(IReadOnlyList<string> paths)
    {
        var shown = string.Join(", ", paths.Select(p => $"'{p}'"));
        return new SetupException(
            $"There is no mail in {shown}. Give an MBOX file (Google Takeout; in Thunderbird a folder of the profile), an .eml file, or a folder of"
            + " them. Outlook's .pst and .msg are not read: bring the account into Thunderbird, or save the messages as .eml.",
            $"Δεν υπάρχει αλληλογραφία στο {shown}. Δώστε αρχείο MBOX (Google Takeout· στο Thunderbird ένας φάκελος του προφίλ), αρχείο .eml, ή"
            + " φάκελο με τέτοια. Τα .pst και .msg του Outlook δεν διαβάζονται: περάστε τον λογαριασμό στο Thunderbird, ή αποθηκεύστε .eml.");
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*", Everything).Order(StringComparer.Ordinal);
        return [path];
    }

    private static IEnumerable<ByteSource> SourcesOf(string path)
    {
        var source = ByteSource.OfFile(path);
        if (Shapes.Of(source.Start(SampleSize)) != Shape.Zip)
            return [source];
        using var zip = new ZipContent(source);
        return zip.Kind() == ZipKind.Files ? [.. zip.Entries(source)] : [source];
    }

    private static MailKind? KindOf(ByteSource source)
    {
        var text = source.Start(SampleSize);
        return MboxPostmark.Begins(text) ? MailKind.Mbox : IsMessage(text) ? MailKind.Message : null;
    }

    /// <summary>Lines of <c>Name: value</c>, two of them names only mail has together.</summary>
    private static bool IsMessage(ReadOnlySpan<byte> text)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range].TrimEnd((byte)'\r');
            if (line.IsEmpty || range.End.Value == text.Length)
                break;
            if (line[0] is (byte)' ' or (byte)'\t' && met.Count > 0)
                continue;
            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || line[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0)
                return false;
            met.Add(System.Text.Encoding.ASCII.GetString(line[..colon]).ToLowerInvariant());
        }
        return met.Count(MailHeaderNames.Contains) >= 2;
    }
}
