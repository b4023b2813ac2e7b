using System.Text;

namespace Insights.Samples;

/// <summary>What the slots of a phrase stand for.</summary>
internal sealed record Words(string Place = "", string Device = "", string Person = "", string Code = "", string Number = "",
    string Me = "", string Agent = "");

/// <summary>Things that belong together: subjects with the bodies that fit them, or questions with their answers.</summary>
internal sealed record Pairing(string[] First, string[] Second);

/// <summary>
/// The phrases people write, from Phrases/*.txt: sections named "topic language", one phrase a line. In a paired section a line is
/// "first / first | second / second".
/// </summary>
internal static class Phrases
{
    private static readonly Dictionary<string, string[]> Sections = Read("incidents.txt", "requests.txt", "talk.txt", "cases.txt");

    private static readonly Dictionary<string, Pairing[]> Paired = Sections.Where(s => s.Value[0].Contains(" | "))
        .ToDictionary(s => s.Key, s => s.Value.Select(Pair).ToArray(), StringComparer.Ordinal);

    public static bool Has(string section) => Sections.ContainsKey(section);

    public static IReadOnlyList<string> Of(string section) => Sections[section];

    public static IReadOnlyList<Pairing> Pairs(string section) => Paired[section];

    public static string Fill(string phrase, Words words) => phrase.Contains('{')
        ? new StringBuilder(phrase).Replace("{place}", words.Place).Replace("{device}", words.Device).Replace("{person}", words.Person)
            .Replace("{code}", words.Code).Replace("{n}", words.Number).Replace("{me}", words.Me).Replace("{agent}", words.Agent).ToString()
        : phrase;

    private static Pairing Pair(string line)
    {
        var halves = line.Split(" | ");
        return new Pairing(halves[0].Split(" / "), halves[1].Split(" / "));
    }

    private static Dictionary<string, string[]> Read(params string[] files)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        foreach (var line in files.SelectMany(Lines))
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
                sections.Add(line[1..^1], current = []);
            else
                current!.Add(line);
        }

        return sections.ToDictionary(s => s.Key, s => s.Value.ToArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
