using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Durations in words, in the languages of <see cref="MonthNames"/>: <c>2 days 3 hours</c>, <c>1 dias 18 horas 47 minutos</c>,
/// <c>2 ημέρες 3 ώρες 5 λεπτά</c>, <c>3d 4h</c>. A day is 24 hours and a week seven days, as tools count them.
/// </summary>
internal static partial class DurationWords
{
    private const int LongestText = 200;

    private static readonly (int Seconds, string Words)[] Table =
    [
        (1, "s sec secs second seconds sek sekunde sekunden segundo segundos seg seconde secondes secondo secondi δευτερολεπτο δευτερολεπτα δευτ δλ"),
        (60, "m min mins minute minutes minuten minuto minutos minuti λεπτο λεπτα λεπ λ"),
        (3600, "h hr hrs hour hours std stunde stunden hora horas heure heures ora ore ωρα ωρες ω"),
        (86_400, "d day days tag tage tagen día días dia dias jour jours j giorno giorni ημερα ημερες μερα μερες ημ"),
        (604_800, "w week weeks woche wochen semana semanas semaine semaines settimana settimane εβδομαδα εβδομαδες εβδ"),
    ];

    private static readonly Dictionary<string, int> Units = Table
        .SelectMany(unit => unit.Words.Split(' ').Select(word => (word, unit.Seconds)))
        .ToDictionary(pair => GreekText.Fold(pair.word), pair => pair.Seconds, StringComparer.Ordinal);

    /// <param name="text">UTF-8; nothing but numbers with their units, and the words "and" between them.</param>
    /// <param name="seconds">Not negative; a fraction of a second is cut off.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out long seconds)
    {
        seconds = 0;
        if (text.IsEmpty || text.Length > LongestText)
            return false;
        var parts = Whole().Match(GreekText.Fold(Encoding.UTF8.GetString(text)));
        if (!parts.Success)
            return false;
        var total = 0m;
        for (var i = 0; i < parts.Groups["unit"].Captures.Count; i++)
        {
            if (!Units.TryGetValue(parts.Groups["unit"].Captures[i].Value, out var unit))
                return false;
            total += Number(parts.Groups["number"].Captures[i].Value) * unit;
        }
        seconds = (long)total;
        return true;
    }

    private static decimal Number(string digits) => decimal.Parse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<number>[0-9]{1,9}(?:[.,][0-9]{1,3})?) ?(?<unit>\p{L}+)\.?(?:, | and | και | und | y | e | et |,| |$)?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
