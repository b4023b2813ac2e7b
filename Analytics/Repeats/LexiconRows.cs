namespace Insights.Analytics.Repeats;

/// <summary>The lexicon of the reference data.</summary>
internal static class LexiconRows
{
    public static Lexicon Read(Warehouse warehouse) =>
        new(Rows(warehouse).Select(row => (row.Concept, (IEnumerable<string>)row.Words)), Lexicon.KnownStopWords());

    /// <summary>The words of each concept; of a concept with two rows the first.</summary>
    public static Dictionary<string, string[]> Words(Warehouse warehouse) =>
        Rows(warehouse).GroupBy(row => row.Concept, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.First().Words, StringComparer.Ordinal);

    private static List<(string Concept, string[] Words)> Rows(Warehouse warehouse)
    {
        using var command = warehouse.Command("select concept, words from raw.reference_lexicon order by line = 0, line");
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string[])>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        return rows;
    }
}
