using System.Security.Cryptography;
using System.Text;

namespace Insights.Reports.Packs;

/// <summary>
/// Folder names for clients. A client's name comes from other people's files, so it may hold a path, a name Windows keeps
/// for itself, or nothing at all; the folder keeps its letters and digits, in any script, and can be no path.
/// </summary>
public static class SafeName
{
    private const int Longest = 60;

    private static readonly HashSet<string> KeptByWindows = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The folder name of each client: different clients get different folders, also where case does not matter.</summary>
    public static IReadOnlyDictionary<string, string> ForAll(IEnumerable<string> clients)
    {
        var cleaned = clients.Distinct(StringComparer.Ordinal).Select(c => (Client: c, Name: Clean(c))).ToList();
        var shared = cleaned.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return cleaned.ToDictionary(c => c.Client, c =>
            shared.Contains(c.Name) || c.Name.Length == 0 ? Marked(c.Name, c.Client) : c.Name, StringComparer.Ordinal);
    }

    private static string Clean(string client)
    {
        var letters =
            client.EnumerateRunes().Select(r => Rune.IsLetterOrDigit(r) || r.Value is '-' or '_' or '.' or '&' ? r.ToString() : " ");
        var words = string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('.'))
            .Where(w => w.Length > 0);
        var name = Shortened(string.Join(' ', words)).Trim('.', ' ', '-');
        return KeptByWindows.Contains(name.Split('.')[0]) ? "_" + name : name;
    }

    private static string Shortened(string name)
    {
        var kept = new StringBuilder();
        foreach (var rune in name.EnumerateRunes().Take(Longest))
            kept.Append(rune);
        return kept.ToString();
    }

    /// <summary>The name with eight letters that stand for exactly this client, so that it never shares a folder.</summary>
    private static string Marked(string name, string client)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(client)))[..8];
        return name.Length == 0 ? "client-" + mark : $"{name}-{mark}";
    }
}
