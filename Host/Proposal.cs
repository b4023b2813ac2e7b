using Insights.Analytics;
using Insights.Ingest.Reference;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>A copy of a warehouse under proposed reference data, in a temporary folder that goes with it.</summary>
internal sealed class Proposal : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-whatif-").FullName;

    private Proposal(string warehouse)
    {
        File = Path.Combine(_folder, "proposal.duckdb");
        System.IO.File.Copy(warehouse, File);
    }

    /// <summary>The copy of the warehouse.</summary>
    public string File { get; }

    /// <summary>The warehouse with the reference data of a folder, over which the files of the proposal are laid, refreshed.</summary>
    /// <exception cref="SetupException">The proposal has no file of reference data, or a file in a form the reference folder does not use, or something in it is wrong.</exception>
    public static Proposal Of(string warehouse, string reference, string proposed, DateTime? asOf, Language spoken, TimeProvider clock)
    {
        var proposal = new Proposal(warehouse);
        try
        {
            var folder = proposal.Lay(reference, proposed);
            using var copy = Warehouse.OpenExisting(proposal.File);
            Refreshing.Run(copy, folder, asOf, spoken, clock);
            return proposal;
        }
        catch
        {
            proposal.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Lay(string reference, string proposed)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "reference")).FullName;
        var names = FilesOf(proposed);
        if (names.Count == 0)
            throw new SetupException(
                $"--with '{proposed}': there is no reference data in it. Copy the files to change (promises.csv, calendars.csv …, or reference.xlsx) from '{reference}' there, change them, and run the command again.",
                $"--with '{proposed}': δεν υπάρχουν στοιχεία αναφοράς. Αντιγράψτε εκεί από το '{reference}' τα αρχεία που θα αλλάξετε (promises.csv, calendars.csv …, ή reference.xlsx), αλλάξτε τα, και τρέξτε ξανά την εντολή.");
        if (FilesOf(reference).Contains(ReferenceFolder.WorkbookName) && !names.Contains(ReferenceFolder.WorkbookName))
            throw new SetupException(
                $"--with '{proposed}': '{reference}' keeps its reference data in {ReferenceFolder.WorkbookName}, and a workbook wins over CSV files. Put a changed copy of {ReferenceFolder.WorkbookName} in '{proposed}'.",
                $"--with '{proposed}': το '{reference}' έχει τα στοιχεία αναφοράς στο {ReferenceFolder.WorkbookName}, και το βιβλίο εργασίας υπερισχύει των CSV. Βάλτε στο '{proposed}' ένα αλλαγμένο αντίγραφο του {ReferenceFolder.WorkbookName}.");

        foreach (var (source, name) in FilesOf(reference).Select(name => (reference, name)).Concat(names.Select(name => (proposed, name))))
            System.IO.File.Copy(Path.Combine(source, name), Path.Combine(folder, name), overwrite: true);
        return folder;
    }

    private static List<string> FilesOf(string folder) => !Directory.Exists(folder) ? [] :
        [.. ReferenceFolder.FileNames.Where(name => System.IO.File.Exists(Path.Combine(folder, name)))];
}
