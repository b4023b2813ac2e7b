using System.Reflection;
using System.Text;

namespace Insights.Analytics;

/// <summary>The SQL files of this assembly by path below Sql/, for example "marts/tickets.sql".</summary>
internal static class SqlFiles
{
    private static readonly Assembly Home = typeof(SqlFiles).Assembly;

    public static IReadOnlyList<string> In(string folder) =>
        [.. Home.GetManifestResourceNames().Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Text(string path)
    {
        using var stream = Home.GetManifestResourceStream(path) ?? throw new InvalidOperationException($"No SQL file '{path}' in this program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
