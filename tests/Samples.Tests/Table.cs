using System.Text;

namespace Insights.Samples.Tests;

/// <summary>A delimited file read back, independently of what wrote it: one dictionary a row.</summary>
internal static class Table
{
    public static List<Dictionary<string, string>> Read(string path, char delimiter = ',')
    {
        var rows = Rows(File.ReadAllText(path), delimiter).ToList();
        var header = rows[0];
        Assert.All(rows, row => Assert.Equal(header.Count, row.Count));
        return [.. rows.Skip(1).Select(row => header.Zip(row).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }

    private static IEnumerable<List<string>> Rows(string text, char delimiter)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || (c != delimiter && c != '\n'))
                cell.Append(c);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == delimiter)
                    continue;
                yield return row;
                row = [];
            }
        }
    }
}
