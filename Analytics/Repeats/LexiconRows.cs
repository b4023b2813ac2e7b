namespace Insights.Analytics.Repeats;

/// <summary>The lexicon of the reference data.</summary>
internal static class LexiconRows
{
    public static Lexicon Read(Warehouse warehouse)
    {
        using var command = warehouse.Command("select concept, words from raw.reference_lexicon order by line = 0, line");
        using var reader = command.ExecuteReader();
        var rows = new List<(string, IEnumerable<string>)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        return new Lexicon(rows, Lexicon.KnownStopWords());
    }
}
