using System.Globalization;
using Insights.Analytics.Loads;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>What every profile must do, whatever its tool. A new profile sits the exam by being there.</summary>
public sealed class ProfileExamTests : IDisposable
{
    private readonly LoadingFolder _folder = LoadingFolder.HeldOpen();

    /// <summary>The profiles that read tickets.</summary>
    public static TheoryData<string> Names => [.. KnownProfiles.All.Where(p => p.Columns.Count > 0).Select(p => p.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_examples_become_the_tickets_it_says(string name)
    {
        var profile = KnownProfiles.Find(name);
        Assert.NotEmpty(profile.Examples);
        for (var i = 0; i < profile.Examples.Count; i++)
            foreach (var (file, text) in Shapes(profile.Examples[i]))
            {
                var source = $"example {i} of {file}";
                var result = _folder.Load(_folder.Write(file, text), profile, source: source);
                Assert.Equal((source, 1L, 0L), (source, result.RowCount, result.RejectCount));
                foreach (var (column, expected) in profile.Examples[i].Ticket)
                    Assert.Equal($"{source}: {column} = {expected}", $"{source}: {column} = {Assert.Single(_folder.Query($"select {column} from raw.tickets where source = '{source}'"))}");
            }
    }

    private static IEnumerable<(string File, string Text)> Shapes(ProfileExample example) =>
        ExampleFiles.CanBeJson(example)
            ? [("example.csv", ExampleFiles.Csv([example])), ("example.json", ExampleFiles.Json([example]))]
            : [("example.csv", ExampleFiles.Csv([example]))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_examples_prove_every_column_it_knows(string name)
    {
        var profile = KnownProfiles.Find(name);
        var used = profile.Examples.SelectMany(e => e.Row.Keys).Select(Reading.HeaderNames.Fold).ToHashSet();
        var unproven = profile.Columns.Where(c => !c.Value.Select(Reading.HeaderNames.Fold).Any(used.Contains)).Select(c => c.Key.Name());
        Assert.Empty(unproven);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_file_twice_changes_nothing(string name)
    {
        var profile = KnownProfiles.Find(name);
        var groups = ExampleFiles.Groups(profile.Examples);
        for (var i = 0; i < groups.Count; i++)
        {
            var file = _folder.Write($"once{i}.csv", ExampleFiles.Csv(groups[i]));
            var first = _folder.Load(file, profile, source: $"{i}");
            var before = Tickets();
            var second = _folder.Load(file, profile, source: $"{i}");
            Assert.True(second.AlreadyLoaded);
            Assert.Equal((groups[i].Count, 0L), (first.RowCount, first.RejectCount));
            Assert.Equal(first.Tables, second.Tables);
            Assert.Equal(before, Tickets());
        }
        Assert.Equal([$"{groups.Count}"], _folder.Query("select count(*) from raw.loads"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Line_endings_mark_delimiter_order_of_columns_and_culture_do_not_matter(string name)
    {
        var profile = KnownProfiles.Find(name);
        var groups = ExampleFiles.Groups(profile.Examples);
        for (var i = 0; i < groups.Count; i++)
        {
            _folder.Load(_folder.Write("plain.csv", ExampleFiles.Csv(groups[i])), profile, source: $"{i}");
            var forms = i == 0 ? Forms(groups[i]) : [ExampleFiles.Csv(groups[i], isReversed: true)];
            for (var form = 0; form < forms.Length; form++)
                AssertUnchanged($"{i}.{form}", groups[i].Count, _folder.Load(_folder.Write($"form{form}.csv", forms[form]), profile, source: $"{i}"));
            AssertUnchanged($"{i} in another culture", groups[i].Count, InCulture(Unlike(), () =>
                _folder.Load(_folder.Write("culture.csv", ExampleFiles.Csv(groups[i]) + "\r\n"), profile, source: $"{i}")));
        }
    }

    private static string[] Forms(IReadOnlyList<ProfileExample> examples) =>
    [
        ExampleFiles.Csv(examples, delimiter: ';'), ExampleFiles.Csv(examples, delimiter: '\t'), ExampleFiles.Csv(examples, delimiter: '|'),
        "\uFEFF" + ExampleFiles.Csv(examples), ExampleFiles.Csv(examples, lineEnd: "\r\n"), ExampleFiles.Csv(examples, lineEnd: "\r"),
        ExampleFiles.Csv(examples, isReversed: true), ExampleFiles.Csv(examples).TrimEnd('\n'), "sep=;\n" + ExampleFiles.Csv(examples, delimiter: ';'),
    ];

    private static void AssertUnchanged(string what, long count, LoadResult result) =>
        Assert.Equal((what, count, 0L), (what, result.UnchangedCount, result.RejectCount));

    private static LoadResult InCulture(CultureInfo culture, Func<LoadResult> load)
    {
        var (current, threads) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = culture;
            return load();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (current, threads);
        }
    }

    /// <summary>A culture whose numbers and dates look unlike the invariant one's in every way that could show.</summary>
    private static CultureInfo Unlike()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var numbers = culture.NumberFormat;
        (numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator, numbers.NegativeSign, numbers.PositiveSign) = (",", ".", "~", "^");
        var dates = culture.DateTimeFormat;
        (dates.DateSeparator, dates.TimeSeparator, dates.AMDesignator, dates.PMDesignator) = ("-", ".", "v.m.", "n.m.");
        (dates.ShortDatePattern, dates.LongTimePattern) = ("d-M-yy", "HH.mm.ss");
        return culture;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_recognised_from_the_header_of_its_examples(string name)
    {
        foreach (var example in KnownProfiles.Find(name).Examples)
            Assert.Equal(name, KnownProfiles.Recognise([.. example.Row.Keys])?.Name);
    }

    [Theory]
    [InlineData("freshdesk", ',')]
    [InlineData("zendesk", ',')]
    [InlineData("osticket", ';')]
    public void The_bundled_sample_is_recognised_and_gives_no_rejects(string name, char delimiter)
    {
        var file = Path.Combine(ReferenceFiles.DemoFolder, "..", "samples", name, "tickets.csv");
        var profile = KnownProfiles.Recognise(file);
        Assert.Equal(name, profile?.Name);
        var result = _folder.Load(file, profile!);
        Assert.Equal(0, result.RejectCount);
        Assert.Empty(result.Warnings);
        Assert.Equal(result.RowCount, result.NewCount);
        using var text = Reading.DelimitedText.Open(file);
        Assert.Equal(delimiter, text.Delimiter);
        Assert.Equal(["0"], _folder.Query("select count(*) from raw.tickets where (state is null and state_text is not null) or (priority is null and priority_text is not null)"));
    }

    private List<string> Tickets() => [.. _folder.Query("select * from raw.tickets order by source, ticket_id, load_id, line")];
}
