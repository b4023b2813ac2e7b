using Insights.Analytics;

namespace Insights.Reports;

/// <summary>What is wrong with an entry of a file somebody wrote.</summary>
internal static class WrongEntry
{
    private const int MostShown = 60;

    /// <param name="file">Where it stands.</param>
    /// <param name="key">Which entry; empty: the file itself.</param>
    /// <param name="value">What it says; shown in one line.</param>
    /// <param name="english">What is wrong and what would be right, without a stop.</param>
    /// <param name="greek">The same.</param>
    /// <param name="cause">What told.</param>
    public static SetupException In(string file, string key, string value, string english, string greek, Exception? cause = null)
    {
        var shown = OneLine.Of(value, MostShown);
        var place = string.Join(" ", new[] { key, shown.Length > 0 ? $"\"{shown}\"" : "" }.Where(p => p.Length > 0));
        return new SetupException($"{file}: {place}{(place.Length > 0 ? ": " : "")}{english}.", $"{file}: {place}{(place.Length > 0 ? ": " : "")}{greek}.", cause);
    }
}
