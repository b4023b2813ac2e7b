using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>The headings of a sheet against the columns of its table.</summary>
internal static class ReferenceHeadings
{
    /// <summary>Where each column stands, or null when the headings are wrong (the problems say how).</summary>
    public static IReadOnlyDictionary<string, int>? Columns(ReferenceSheet sheet, ReferenceContract contract, ReferenceProblems problems)
    {
        var at = sheet.At(sheet.HeaderLine);
        var known = contract.Columns.Select(column => column.Key).ToList();
        var columns = new Dictionary<string, int>();
        var isSound = true;
        for (var i = 0; i < sheet.Headings.Count; i++)
            isSound &= Place(sheet, at, i, known, columns, problems);
        foreach (var missing in contract.Columns.Where(column => column.IsRequired && !columns.ContainsKey(column.Key)))
        {
            isSound = false;
            problems.Add(at, missing.Key, null, new Message(
                $"the column is missing. The table {contract.Name} has: {string.Join(", ", known)}.",
                $"λείπει η στήλη. Ο πίνακας {contract.Name} έχει: {string.Join(", ", known)}."));
        }

        return isSound ? columns : null;
    }

    private static bool Place(
        ReferenceSheet sheet, Place at, int index, List<string> known, Dictionary<string, int> columns, ReferenceProblems problems)
    {
        var heading = sheet.Headings[index];
        var isUnused = heading.Length == 0 && sheet.Rows.All(row => index >= row.Cells.Count || row.Cells[index].Length == 0);
        var problem = isUnused ? null
            : heading.Length == 0 ? new Message(
                $"column {index + 1} has cells but no heading. Write one of: {string.Join(", ", known)}.",
                $"η στήλη {index + 1} έχει κελιά αλλά όχι επικεφαλίδα. Γράψτε μία από τις: {string.Join(", ", known)}.")
            : !known.Contains(heading)
                ? Nearest.Unknown(heading, known, "column of this table", "στήλη του πίνακα", string.Join(", ", known))
            : !columns.TryAdd(heading, index) ? new Message(
                "the column stands twice. Keep one.",
                "η στήλη υπάρχει δύο φορές. Κρατήστε τη μία.")
            : null;
        if (problem is not null)
            problems.Add(at, heading.Length == 0 ? null : heading, heading, problem);
        return problem is null;
    }
}
