using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Reading;
using Insights.Ingest.Reference;

namespace Insights.Ingest.Profiles;

/// <summary>The profiles this program carries, and those a person wrote.</summary>
public static class KnownProfiles
{
    private static readonly Lazy<IReadOnlyList<Profile>> Carried = new(() => [.. ReadCarried()]);

    /// <summary>The profiles this program carries, by name.</summary>
    public static IReadOnlyList<Profile> All => Carried.Value;

    /// <summary>The profile of that name, or the one in that file.</summary>
    /// <exception cref="SetupException">There is neither, or the file is no profile.</exception>
    public static Profile Find(string nameOrFile)
    {
        if (All.FirstOrDefault(p => p.Name.Equals(nameOrFile, StringComparison.OrdinalIgnoreCase)) is { } carried)
            return carried;
        if (File.Exists(nameOrFile))
            return ProfileReader.Read(File.ReadAllBytes(nameOrFile), nameOrFile);
        var known = string.Join(", ", All.Select(p => p.Name));
        var near = Nearest.To(nameOrFile, All.Select(p => p.Name));
        var (suggested, suggestedInGreek) = near is null ? ("", "") : ($" Did you mean '{near}'?", $" Μήπως εννοείτε '{near}';");
        throw new SetupException(
            $"There is no profile '{nameOrFile}'.{suggested} Known: {known}; or give the path of a profile of your own.",
            $"Δεν υπάρχει προφίλ '{nameOrFile}'.{suggestedInGreek} Υπάρχουν: {known}· ή δώστε το αρχείο ενός δικού σας.");
    }

    /// <summary>
    /// The profile most of the file's columns belong to; <c>generic</c> only where no tool's profile fits.
    /// Null when none knows the ticket's id and creation time.
    /// </summary>
    /// <exception cref="SetupException">The file is missing, empty, or of a kind that cannot be read.</exception>
    public static Profile? Recognise(string file) => RecogniseAll(file) is [var first, ..] ? first : null;

    /// <summary>As <see cref="Recognise(string)"/>, of every table in the file: a zip may hold the exports of several tools.</summary>
    public static IReadOnlyList<Profile> RecogniseAll(string file)
    {
        var profiles = new List<Profile>();
        foreach (var records in Export.Open(file).RecordSets())
            using (records)
                if (Recognise(records.Header) is { } profile && !profiles.Contains(profile))
                    profiles.Add(profile);
        return profiles;
    }

    /// <summary>As <see cref="Recognise(string)"/>, from the header's names.</summary>
    public static Profile? Recognise(IReadOnlyList<string> header) =>
        OfTickets(header).FirstOrDefault(profile => profile.Name != Generic) ?? OfCalls(header) ?? OfTickets(header).FirstOrDefault();

    private static IEnumerable<Profile> OfTickets(IReadOnlyList<string> header) => All
        .Select(profile => TicketLayout.Of(profile, JoinedColumns.HeaderFor(profile, header)))
        .Where(layout => layout.Has(TicketColumn.TicketId) && layout.Has(TicketColumn.CreatedAt))
        .OrderByDescending(Used)
        .Where(layout => layout.Profile.Name == Generic || Used(layout) * 2 >= Math.Min(header.Count, layout.Profile.Columns.Count))
        .Select(layout => layout.Profile);

    /// <summary>A telephone log, also one that lacks the times of its dates: the load says what to do about it.</summary>
    private static Profile? OfCalls(IReadOnlyList<string> header) => (
        from profile in All
        where profile.Calls is not null
        let layout = new Layout<CallField>(JoinedColumns.HeaderFor(profile, header), profile.Calls!.Columns)
        where layout.Has(CallField.StartedAt) || JoinedColumns.Half(profile, header) is not null
        where layout.Has(CallField.Caller) || layout.Has(CallField.Callee)
        where layout.Has(CallField.IsAnswered) || layout.Has(CallField.Direction)
            || (profile.LogKind == "bill" && layout.Has(CallField.DurationSeconds))
        where layout.UsedCells * 2 >= Math.Min(header.Count, profile.Calls!.Columns.Count)
        orderby layout.Fields.Count descending
        select profile).FirstOrDefault();

    private const string Generic = "generic";

    private static int Used(TicketLayout layout) => layout.Fields.SelectMany(f => f.Cells).Distinct().Count();

    private static IEnumerable<Profile> ReadCarried()
    {
        var home = typeof(KnownProfiles).Assembly;
        foreach (var name in home.GetManifestResourceNames()
            .Where(n => n.StartsWith("Profiles/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = home.GetManifestResourceStream(name)!;
            var json = new MemoryStream();
            stream.CopyTo(json);
            yield return ProfileReader.Read(json.ToArray(), name);
        }
    }
}
