using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>What every profile must do with histories, messages and time entries, whatever its tool; calls sit their own exam (PhoneLogTests).</summary>
public sealed class ProfileSectionExamTests : IDisposable
{
    private readonly LoadingFolder _folder = LoadingFolder.HeldOpen();

    public static TheoryData<string> WithEvents => [.. KnownProfiles.All.Where(p => p.Events is not null).Select(p => p.Name)];

    public static TheoryData<string> WithMessages => [.. KnownProfiles.All.Where(p => p.Messages is not null).Select(p => p.Name)];

    public static TheoryData<string> WithTimeEntries => [.. KnownProfiles.All.Where(p => p.TimeEntries is not null).Select(p => p.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(WithEvents))]
    public void Its_examples_of_a_history_become_the_events_it_says(string name) =>
        Sit(KnownProfiles.Find(name), KnownProfiles.Find(name).Events!, RawTable.Events);

    [Theory]
    [MemberData(nameof(WithMessages))]
    public void Its_examples_of_messages_become_the_messages_it_says(string name) =>
        Sit(KnownProfiles.Find(name), KnownProfiles.Find(name).Messages!, RawTable.Messages);

    [Theory]
    [MemberData(nameof(WithTimeEntries))]
    public void Its_examples_of_time_entries_become_the_entries_it_says(string name) =>
        Sit(KnownProfiles.Find(name), KnownProfiles.Find(name).TimeEntries!, RawTable.TimeEntries);

    private void Sit<TField>(Profile profile, Section<TField> section, RawTable table)
        where TField : struct, Enum
    {
        Assert.NotEmpty(section.Examples);
        AssertProven(section);
        for (var i = 0; i < section.Examples.Count; i++)
            foreach (var (file, text) in Shapes(section, section.Examples[i]))
            {
                var source = $"example {i} of {file}";
                var result = _folder.Load(_folder.Write(file, text), profile, source: source);
                Assert.Contains(result.Tables, read => read.Content == table.Name && (read.RowCount, read.RejectCount) == (1, 0));
                foreach (var (column, expected) in section.Examples[i].Ticket)
                    Assert.Equal($"{source}: {column} = {expected}", $"{source}: {column} = {Assert.Single(_folder.Query($"select {column} from raw.{table.Name} where source = '{source}'"))}");
                AssertRecognised(profile, KnownProfiles.RecogniseAll(_folder.Write(file, text)).Single().Profile);
            }
        Twice(profile, section);
    }

    /// <summary>Two tools of one vendor may write the same messages; then either's profile will do.</summary>
    private static void AssertRecognised(Profile profile, Profile found)
    {
        if (profile.Name != found.Name)
            Assert.Equal((profile.Name, "freshservice", "freshdesk"), (profile.Name, profile.Name, found.Name));
    }

    private static void AssertProven<TField>(Section<TField> section)
        where TField : struct, Enum
    {
        var used = section.Examples.SelectMany(e => e.Row.Keys).Select(HeaderNames.Fold).ToHashSet();
        Assert.Empty(section.Columns.Where(c => !c.Value.Any(name => IsUsed(name, used))).Select(c => c.Key.Name()));
    }

    /// <summary>A name, or both of two that are joined.</summary>
    private static bool IsUsed(string name, HashSet<string> used) => name.Split(Mapping.JoinedColumns.Sign).Select(HeaderNames.Fold).All(used.Contains);

    private void Twice<TField>(Profile profile, Section<TField> section)
        where TField : struct, Enum
    {
        var group = ExampleFiles.Groups(section.Examples)[0];
        var first = _folder.Load(_folder.Write("all.json", ExampleFiles.Json(group)), profile);
        var again = _folder.Load(_folder.Write("again.json", ExampleFiles.Json(group) + "\n"), profile);
        Assert.Equal((first.RowCount, 0L, 0L), (again.UnchangedCount, again.NewCount, again.ChangedCount));
    }

    private static IEnumerable<(string File, string Text)> Shapes<TField>(Section<TField> section, ProfileExample example)
        where TField : struct, Enum
    {
        yield return ("example.json", ExampleFiles.Json([example]));
        if (section.Rows is null)
            yield return ("example.csv", ExampleFiles.Csv([example]));
    }
}
