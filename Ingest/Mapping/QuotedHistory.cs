using System.Text.RegularExpressions;

namespace Insights.Ingest.Mapping;

/// <summary>Finds where a message ends and the messages it answers begin, in English, Greek, German, Spanish, Portuguese, French and Italian.</summary>
internal static partial class QuotedHistory
{
    /// <summary>An introduction such as "On … wrote:" is broken over no more lines than this.</summary>
    private const int LongestIntroduction = 3;

    /// <summary>
    /// The text before the first message it quotes, without lines quoted by <c>&gt;</c>. Where nothing else would be left (a forwarded
    /// message, a message of answers between the lines), the text as it is.
    /// </summary>
    public static string Cut(string text)
    {
        var lines = text.Split('\n');
        var end = Enumerable.Range(0, lines.Length).Cast<int?>().FirstOrDefault(line => Starts(lines, line!.Value)) ?? lines.Length;
        var own = string.Join('\n', lines.Take(end).Where(line => !line.TrimStart().StartsWith('>'))).Trim();
        return own.Length > 0 ? own : text.Trim();
    }

    private static bool Starts(string[] lines, int at)
    {
        var line = lines[at].Trim().TrimStart('>', ' ');
        if (line.Length is 0 or > 500)
            return false;
        return Rule().IsMatch(line) || IsIntroduction(lines, at, line) || (Sender().IsMatch(line) && IsHeaderBlock(lines, at));
    }

    /// <summary>"On Tue, 1 Jul 2025 at 9:00, Maria wrote:", on one line or broken over a few.</summary>
    private static bool IsIntroduction(string[] lines, int at, string line)
    {
        if (!IntroductionStart().IsMatch(line))
            return false;
        for (var more = 0; more < LongestIntroduction && at + more < lines.Length; more++)
            if (IntroductionEnd().IsMatch(lines[at + more].Trim()))
                return true;
        return false;
    }

    /// <summary>"From:" is the head of a quoted message where "Sent:" and "Subject:" or "To:" follow at once.</summary>
    private static bool IsHeaderBlock(string[] lines, int at)
    {
        var next = lines.Skip(at + 1).Take(5).Select(line => line.Trim().TrimStart('>', ' ')).ToList();
        return next.Any(line => Sent().IsMatch(line)) && next.Any(line => About().IsMatch(line));
    }

    [GeneratedRegex(@"^-{2,} ?(Original Message|Forwarded message|Reply message|Αρχικό μήνυμα|Αρχικό Μήνυμα|Προωθημένο μήνυμα|Ursprüngliche Nachricht"
        + @"|Mensaje original|Mensagem original|Message d'origine|Messaggio originale) ?-{2,}|^##- .* -##$|^_{20,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(On|Στις|Την|Τη|Το|Στις:|Am|El|Em|Le|Il)\s.*\d", RegexOptions.CultureInvariant)]
    private static partial Regex IntroductionStart();

    [GeneratedRegex(@"(wrote|έγραψε|έγραψαν|schrieb[^:]{0,120}|escribió|escreveu|a écrit|ha scritto)\s?:$", RegexOptions.CultureInvariant)]
    private static partial Regex IntroductionEnd();

    [GeneratedRegex(@"^\*?(From|Από|Von|De|Da)\s?:\*? ?\S", RegexOptions.CultureInvariant)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^\*?(Sent|Date|Στάλθηκε|Ημερομηνία|Gesendet|Datum|Enviado|Enviado el|Fecha|Data|Enviada em|Envoyé|Inviato)\s?:", RegexOptions.CultureInvariant)]
    private static partial Regex Sent();

    [GeneratedRegex(@"^\*?(To|Subject|Προς|Θέμα|An|Betreff|Para|Asunto|Assunto|À|Objet|A|Oggetto)\s?:", RegexOptions.CultureInvariant)]
    private static partial Regex About();
}
