using System.Text;
using System.Text.RegularExpressions;

namespace Insights.Reports.Style;

/// <summary>
/// The words of every report: the files Words/*.csv with the columns key, en, el, so both languages stand side by side.
/// A key stands in one file only.
/// </summary>
internal static partial class Words
{
    private static readonly Lazy<IReadOnlyList<WordRow>> AllRows = new(() => [.. Resources().SelectMany(Read)]);

    /// <summary>Every row of every file, in file and line order.</summary>
    public static IReadOnlyList<WordRow> Rows => AllRows.Value;

    /// <summary>Text by key in the language of a code.</summary>
    public static IReadOnlyDictionary<string, string> In(string code) =>
        Rows.ToDictionary(row => row.Key, row => code == "el" ? row.Greek : row.English, StringComparer.Ordinal);

    /// <summary>The names in braces of a text.</summary>
    public static IReadOnlyList<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups["name"].Value)];

    /// <summary>Puts values in the place of their names.</summary>
    /// <exception cref="ArgumentException">The text names a value that was not given.</exception>
    public static string Fill(string key, string text, IReadOnlyList<(string Name, string Value)> values) =>
        Placeholder().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        var given = values.FirstOrDefault(v => v.Name == name);
        return given.Name is null ? throw new ArgumentException($"The words of '{key}' need a value for {{{name}}}.") : given.Value;
    });

    private static IEnumerable<string> Resources() => typeof(Words).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith("Words/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<WordRow> Read(string resource)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = 1;
        reader.ReadLine();
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (text.Length > 0)
                yield return Row(resource, line, text);
        }
    }

    private static WordRow Row(string resource, int line, string text)
    {
        var cells = Cell().Matches(text).Select(m => m.Value.Trim(',').Trim()).Select(Unquoted).ToList();
        return cells.Count == 3
            ? new WordRow(resource, line, cells[0], cells[1], cells[2])
            : throw new InvalidDataException($"{resource} line {line} has {cells.Count} cells, not key, en, el: {text}");
    }

    private static string Unquoted(string cell) =>
        cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("""(?:^|,)(?:"(?:[^"]|"")*"|[^,]*)""")]
    private static partial Regex Cell();
}

/// <summary>One line of a words file.</summary>
internal sealed record WordRow(string File, int Line, string Key, string English, string Greek);
