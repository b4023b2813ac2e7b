using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>Loads a file and tells the person what came of it.</summary>
internal static class Loads
{
    private const int LongestCell = 80;

    /// <summary>The profile named, else the one the file's header belongs to.</summary>
    public static Profile Profile(string file, string? named) => Profiles(file, named)[0].Profile;

    /// <summary>As <see cref="Profile"/>, with the reason; where none is named, one for each tool whose export is in the file.</summary>
    public static IReadOnlyList<(Profile Profile, Message? Why)> Profiles(string file, string? named)
    {
        var family = named is null ? [] : KnownProfiles.Family(named);
        if (named is not null && family.Count == 0)
            return [(KnownProfiles.Find(named), null)];
        var found = KnownProfiles.RecogniseAll(file, family.Count > 0 ? family : null);
        return found.Count > 0 ? [.. found.Select(f => (f.Profile, (Message?)f.Why))] : throw Unknown(file, Shown(Columns(file)));
    }

    private static SetupException Unknown(string file, string columns) => new(
            $"'{file}': no profile knows its columns: none has a ticket's number and its creation time. Its first line says: {columns}. If those are no names of columns, delete the lines above the names. See what is known with: insights profiles. Then name one with --profile, or give a profile file of your own.",
            $"'{file}': κανένα προφίλ δεν γνωρίζει τις στήλες του: λείπει ο αριθμός ή ο χρόνος δημιουργίας του αιτήματος. Η πρώτη γραμμή λέει: {columns}. Αν αυτά δεν είναι ονόματα στηλών, σβήστε τις γραμμές πάνω από τα ονόματα. Δείτε τα γνωστά με: insights profiles. Μετά ορίστε ένα με --profile, ή δώστε δικό σας αρχείο προφίλ.");

    private static string Columns(string file)
    {
        using var records = Export.First(file);
        return string.Join(" | ", records.Header);
    }

    public static LoadResult Run(Warehouse warehouse, LoadRequest request, Language spoken)
    {
        if (request.Recognised is { } why)
            Screen.Say(why.In(spoken.Code));
        var title = spoken.Say("console.load", ("file", request.File), ("profile", request.Profile.Name));
        var result = Screen.Step(title, () => new ExportLoader(warehouse, TimeProvider.System).Load(request));
        foreach (var line in Lines(request, result, spoken))
            Screen.Say(line);
        return result;
    }

    private static IEnumerable<string> Lines(LoadRequest request, LoadResult result, Language spoken)
    {
        var file = Path.GetFileName(request.File);
        if (result.AlreadyLoaded)
        {
            yield return spoken.Say("console.already", ("source", request.Source), ("file", file));
            yield break;
        }

        foreach (var table in result.Tables)
            yield return Line(request.Source, table, spoken);
        foreach (var warning in result.Warnings)
            yield return "  " + warning.In(spoken.Code);
        foreach (var reject in result.Rejects)
            yield return "  " + spoken.Say("console.reject", ("line", spoken.Whole(reject.Line)), ("column", reject.Column ?? ""), ("value", Shown(reject.Value)), ("reason", reject.Reason.In(spoken.Code)));
        if (result.RejectCount > result.Rejects.Count)
            yield return "  " + spoken.Say("console.rejects.more", ("n", spoken.Whole(result.RejectCount - result.Rejects.Count)));
    }

    private static string Line(string source, LoadCounts table, Language spoken) => spoken.Say(
        "console.loaded." + table.Content, ("source", source), ("file", table.Name), ("rows", spoken.Whole(table.RowCount)),
        ("new", spoken.Whole(table.NewCount)), ("changed", spoken.Whole(table.ChangedCount)),
        ("unchanged", spoken.Whole(table.UnchangedCount)), ("rejects", spoken.Whole(table.RejectCount)));

    private static string Shown(string? value) => OneLine.Of(value, LongestCell) + (value?.Length > LongestCell ? "…" : "");
}
