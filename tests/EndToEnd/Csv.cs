using System.Text;

namespace Insights.EndToEnd.Tests;

/// <summary>Comma-separated text with quoted cells, as the program under test does not read it.</summary>
internal static class Csv
{
    public static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
                End(c);
            else
                cell.Append(c);
        }

        return [.. rows.Where(row => row.Count > 1)];

        void End(char c)
        {
            rows[^1].Add(cell.ToString());
            cell.Clear();
            if (c == '\n')
                rows.Add([]);
        }
    }
}
