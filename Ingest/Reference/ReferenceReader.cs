using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>Reference data as read from a folder, every row sound, with what the person should know about how it was read.</summary>
/// <param name="Data">The rows, typed and checked.</param>
/// <param name="Sheets">Where each table was read, by its name; a table that is not there has no rows.</param>
/// <param name="Notices">Nothing wrong, but worth knowing: a workbook read instead of a CSV file, a night longer than half a day.</param>
public sealed record ReferenceRead(ReferenceData Data, IReadOnlyDictionary<string, ReferenceSheet> Sheets, IReadOnlyList<Message> Notices);

/// <summary>Reads and checks all reference tables of a folder: bytes to typed rows, nothing written.</summary>
public static class ReferenceReader
{
    /// <param name="directory">The folder of reference.xlsx or of the CSV files; null where a person keeps none yet.</param>
    /// <exception cref="SetupException">Anything in the folder is wrong; the message lists all of it.</exception>
    public static ReferenceRead Read(string? directory)
    {
        var problems = new ReferenceProblems();
        var own = directory is null ? ReferenceFolder.None(problems) : ReferenceFolder.Read(directory, problems);
        var sheets = ReferenceDefaults.Complete(own, problems);
        var data = ReadTables(sheets, problems);
        ReferenceNames.Check(sheets, problems);
        ReferenceChecks.Check(data, problems);
        problems.ThrowIfAny(directory ?? "");
        return new ReferenceRead(data, sheets, problems.Notices);
    }

    private static ReferenceData ReadTables(IReadOnlyDictionary<string, ReferenceSheet> sheets, ReferenceProblems problems)
    {
        List<T> Rows<T>(string table, Func<ReferenceCells, T> meaning)
        {
            if (!sheets.TryGetValue(table, out var sheet))
                return [];
            return [.. ReferenceCells.Of(sheet, ReferenceContract.Named(table), problems)
                .Select(cells => (cells, row: meaning(cells))).Where(pair => pair.cells.IsSound).Select(pair => pair.row)];
        }

        return new ReferenceData(
            Rows("clients", ReferenceTables.Client),
            [.. Rows("aliases", ReferenceTables.Alias), .. Assigned(sheets, problems)],
            Rows("vocabulary", ReferenceTables.Word),
            Rows("lexicon", ReferenceTables.Concept),
            Rows("promises", ReferenceTables.Promise),
            Rows("expectations", ReferenceTables.Expectation),
            Rows("critical_work", CriticalWorkTable.Row),
            Rows("sizes", ReferenceTables.Size),
            Rows("answers", ReferenceTables.Answer),
            Rows("labels", ReferenceTables.Label),
            Rows("calendars", ReferenceTables.Hours),
            Rows("holidays", ReferenceTables.Holiday),
            Rows("settings", ReferenceTables.Setting),
            Rows("benchmarks", ReferenceTables.Benchmark),
            Rows("actions", MeetingTables.Action),
            Rows("comments", MeetingTables.Comment),
            Rows("agreed_exclusions", MeetingTables.Exclusion),
            Rows("included_hours", IncludedHoursTable.Row));
    }

    /// <summary>The rows of the sheet <c>assign</c> that have a client; the others wait for a person.</summary>
    private static List<ReferenceAlias> Assigned(IReadOnlyDictionary<string, ReferenceSheet> sheets, ReferenceProblems problems) =>
        sheets.TryGetValue(ReferenceContract.Assign.Name, out var sheet)
            ? ReferenceCells.Of(sheet, ReferenceContract.Assign, problems).Where(cells => cells.IsSound)
                .Select(cells => new ReferenceAlias(cells.At, "*", cells.Text("address")!, cells.Text("client")!, null)).ToList()
            : [];
}
