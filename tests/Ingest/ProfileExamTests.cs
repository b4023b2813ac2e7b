using System.Text;
using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>What every profile must do, whatever its tool. A new profile of tickets sits the exam by being there.</summary>
public sealed class ProfileExamTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public static TheoryData<string> Names => [.. KnownProfiles.All.Where(p => p.Columns.Count > 0).Select(p => p.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_examples_become_the_tickets_it_says(string name)
    {
        var profile = KnownProfiles.Find(name);
        Assert.NotEmpty(profile.Examples);
        for (var i = 0; i < profile.Examples.Count; i++)
        {
            var source = $"example {i}";
            var result = _folder.Load(_folder.Write("example.csv", Csv([profile.Examples[i]])), profile, source: source);
            Assert.Equal((1, 0), (result.RowCount, result.RejectCount));
            foreach (var (column, expected) in profile.Examples[i].Ticket)
                Assert.Equal($"{column} = {expected}", $"{column} = {Assert.Single(_folder.Query($"select {column} from raw.tickets where source = '{source}'"))}");
        }
    }

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
        var file = _folder.Write("once.csv", Csv(profile.Examples));
        var first = _folder.Load(file, profile);
        var before = Tickets();
        var second = _folder.Load(file, profile);
        Assert.True(second.AlreadyLoaded);
        Assert.Equal(first.Tables, second.Tables);
        Assert.Equal(before, Tickets());
        Assert.Equal(["1"], _folder.Query("select count(*) from raw.loads"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_rows_in_another_file_change_nothing(string name)
    {
        var profile = KnownProfiles.Find(name);
        var first = _folder.Load(_folder.Write("once.csv", Csv(profile.Examples)), profile);
        var second = _folder.Load(_folder.Write("again.csv", Csv(profile.Examples) + "\r\n"), profile);
        Assert.Equal((first.RowCount, 0L, 0L, first.RowCount), (second.RowCount, second.NewCount, second.ChangedCount, second.UnchangedCount));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Line_endings_mark_delimiter_and_order_of_columns_do_not_matter(string name)
    {
        var profile = KnownProfiles.Find(name);
        var examples = profile.Examples;
        string[] forms =
        [
            Csv(examples, delimiter: ';'), Csv(examples, delimiter: '\t'), Csv(examples, delimiter: '|'), "\uFEFF" + Csv(examples),
            Csv(examples, lineEnd: "\r\n"), Csv(examples, lineEnd: "\r"), Csv(examples, isReversed: true), Csv(examples).TrimEnd('\n'), "sep=;\n" + Csv(examples, delimiter: ';'),
        ];
        var count = _folder.Load(_folder.Write("plain.csv", Csv(examples)), profile).RowCount;
        for (var i = 0; i < forms.Length; i++)
        {
            var result = _folder.Load(_folder.Write($"form{i}.csv", forms[i]), profile);
            Assert.Equal((i, count, 0L), (i, result.UnchangedCount, result.RejectCount));
        }
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

    private static string Csv(IReadOnlyList<ProfileExample> examples, char delimiter = ',', string lineEnd = "\n", bool isReversed = false)
    {
        var header = examples.SelectMany(e => e.Row.Keys).Distinct().ToList();
        if (isReversed)
            header.Reverse();
        var text = new StringBuilder().AppendJoin(delimiter, header.Select(h => Quoted(h, delimiter))).Append(lineEnd);
        foreach (var example in examples)
            text.AppendJoin(delimiter, header.Select(h => Quoted(example.Row.GetValueOrDefault(h, ""), delimiter))).Append(lineEnd);
        return text.ToString();
    }

    private static string Quoted(string cell, char delimiter) => cell.AsSpan().ContainsAny([delimiter, '"', '\n']) ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
