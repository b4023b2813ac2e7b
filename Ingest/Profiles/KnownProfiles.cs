using Insights.Analytics;
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
    /// The profile the file's column names speak for (see <see cref="Profiles.Recognition"/>); <c>generic</c> only where no tool's does.
    /// Null when none can read it.
    /// </summary>
    /// <exception cref="SetupException">The file is missing, empty, or of a kind that cannot be read.</exception>
    public static Profile? Recognise(string file) => RecogniseAll(file) is [var first, ..] ? first.Profile : null;

    /// <summary>
    /// As <see cref="Recognise(string)"/>, of every table in the file, each profile once: a zip may hold the exports of several tools.
    /// </summary>
    /// <param name="file">The export.</param>
    /// <param name="among">The profiles it may be of; null: any.</param>
    public static IReadOnlyList<Recognition> RecogniseAll(string file, IReadOnlyList<Profile>? among = null)
    {
        var found = new List<Recognition>();
        foreach (var records in Export.Open(file).RecordSets())
            using (records)
                if (Profiles.Recognition.Of(records.Header, among ?? All) is { } recognition && found.TrueForAll(f => f.Profile != recognition.Profile))
                    found.Add(recognition);
        return found;
    }

    /// <summary>The profiles of one kind of record, of which a header tells the right one: <c>phone-log</c>. Empty for any other name.</summary>
    public static IReadOnlyList<Profile> Family(string name) =>
        [.. All.Where(profile => profile.LogKind is not null && profile.Name.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase))];

    /// <summary>As <see cref="Recognise(string)"/>, from the header's names.</summary>
    public static Profile? Recognise(IReadOnlyList<string> header) => Recognition(header)?.Profile;

    /// <summary>As <see cref="Recognise(IReadOnlyList{string})"/>, with the reason.</summary>
    public static Recognition? Recognition(IReadOnlyList<string> header) => Profiles.Recognition.Of(header, All);

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
