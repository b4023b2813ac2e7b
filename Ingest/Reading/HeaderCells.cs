using Insights.Analytics;

namespace Insights.Ingest.Reading;

/// <summary>The names of a header, as many as a file may have.</summary>
internal static class HeaderCells
{
    /// <exception cref="SetupException">There are more than <see cref="ReadingLimits.Columns"/>.</exception>
    public static string[] Checked(string place, int count, Func<int, string> name) =>
        count <= ReadingLimits.Columns ? [.. Enumerable.Range(0, count).Select(name)] : throw TooMany(place);

    public static SetupException TooMany(string place) => new(
        $"The file '{place}' has more than {ReadingLimits.Columns} columns. Is it an export of tickets? Choose fewer columns and export again.",
        $"Το αρχείο '{place}' έχει πάνω από {ReadingLimits.Columns} στήλες. Είναι εξαγωγή αιτημάτων; Διαλέξτε λιγότερες στήλες και κάντε νέα εξαγωγή.");
}
