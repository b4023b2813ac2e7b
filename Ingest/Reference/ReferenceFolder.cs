using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>
/// Finds the reference tables of a folder: the sheets of <c>reference.xlsx</c> and the files <c>{table}.csv</c>.
/// Where both hold a table the workbook wins, and a notice says so.
/// </summary>
public static class ReferenceFolder
{
    public const string WorkbookName = "reference.xlsx";

    /// <summary>The names of all files reference data is read from.</summary>
    public static IReadOnlyList<string> FileNames { get; } = [WorkbookName, .. ReferenceContract.All.Select(table => table.Name + ".csv")];

    /// <summary>The tables found, by name.</summary>
    /// <exception cref="SetupException">There is no such folder, or it holds no reference table at all.</exception>
    public static IReadOnlyDictionary<string, ReferenceSheet> Read(string directory, ReferenceProblems problems)
    {
        if (!Directory.Exists(directory))
            throw new SetupException(
                $"There is no folder '{directory}'. Give --reference the folder of clients.csv, promises.csv … or of {WorkbookName}.",
                $"Δεν υπάρχει φάκελος '{directory}'. "
                + $"Δώστε στο --reference τον φάκελο των clients.csv, promises.csv … ή του {WorkbookName}.");

        var workbook = Path.Combine(directory, WorkbookName);
        var sheets = File.Exists(workbook)
            ? new Dictionary<string, ReferenceSheet>(ReferenceXlsx.Read(workbook, problems))
            : [];
        foreach (var table in ReferenceContract.All)
            AddCsv(sheets, Path.Combine(directory, table.Name + ".csv"), table.Name, problems);
        if (sheets.Count == 0 && problems.All.Count == 0)
            throw new SetupException(
                $"The folder '{directory}' holds no reference data: neither {WorkbookName} nor clients.csv. "
                + "insights init FILE... writes a workbook to begin with.",
                $"Ο φάκελος '{directory}' δεν έχει στοιχεία αναφοράς: ούτε {WorkbookName} ούτε clients.csv. "
                + "Το insights init FILE... γράφει ένα βιβλίο για αρχή.");
        return sheets;
    }

    /// <summary>No reference data of a person's own: no client and no promise is known, and a notice says how to begin.</summary>
    public static IReadOnlyDictionary<string, ReferenceSheet> None(ReferenceProblems problems)
    {
        problems.Notice(
            "There is no reference data yet, so no client and no promise is known. Begin with: insights init FILE...",
            "Δεν υπάρχουν ακόμη στοιχεία αναφοράς, άρα δεν είναι γνωστός κανένας πελάτης και καμία δέσμευση. "
            + "Ξεκινήστε με: insights init FILE...");
        return new Dictionary<string, ReferenceSheet>();
    }

    private static void AddCsv(Dictionary<string, ReferenceSheet> sheets, string path, string table, ReferenceProblems problems)
    {
        if (!File.Exists(path))
            return;
        if (sheets.ContainsKey(table))
            problems.Notice(
                $"{table}: read from {WorkbookName}; {table}.csv beside it was not read.",
                $"{table}: διαβάστηκε από το {WorkbookName}· το {table}.csv δίπλα του δεν διαβάστηκε.");
        else if (ReferenceCsv.Read(path, problems) is { } sheet)
            sheets[table] = sheet;
    }
}
