namespace Insights.EndToEnd.Tests;

/// <summary>insights label: a person judges links; nothing is lost and nothing asked twice.</summary>
public sealed class LabelTests : IDisposable
{
    private const string Header = "Ticket ID,Subject,Status,Priority,Type,Created time,Initial response time,Resolved time,Company Name,Asset,Full name\n";

    private readonly TemporaryFolder _folder = new();

    public LabelTests()
    {
        var rows = Enumerable.Range(1, 6).Select(i => $"{i},Printer jam {i},Closed,High,Incident,2026-{i:00}-05 09:00:00,2026-{i:00}-05 09:20:00,2026-{i:00}-05 10:00:00,Alpha,PRN-1,Maria\n");
        var export = _folder.File("t.csv", Header + string.Concat(rows));
        Assert.Equal(0, InsightsProgram.In(_folder.Path, "ingest", export, "--provider", "Provider", "--client", "Alpha").ExitCode);
    }

    [Fact]
    public void Each_answer_is_kept_at_once_and_no_pair_is_asked_twice()
    {
        var first = Label("y\nwhat\nn\n");
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("That is none of the answers", first.Error, StringComparison.Ordinal);
        Assert.Equal(["yes", "no"], Labels().Select(l => l[4]));
        var second = Label("s\ny\ny\ny\n", "--by", "Maria, K.");
        Assert.Contains("2 answers were kept", second.Output, StringComparison.Ordinal);
        var labels = Labels();
        Assert.Equal(4, labels.Select(l => (l[1], l[3])).Distinct().Count());
        Assert.Equal("Maria, K.", labels[^1][5]);
        Label("y\n");
        Assert.Contains("No pair is left", Label("").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_has_each_tier_with_its_interval_and_says_when_labels_are_too_few()
    {
        Assert.Contains("not labelled yet", Run("label", "--report").Output, StringComparison.Ordinal);
        Label("y\ny\ny\nn\n");
        var report = Run("label", "--report").Output;
        Assert.Contains("the same failure in 3 of 4 labelled pairs, 75% (30–95%)", report, StringComparison.Ordinal);
        Assert.Contains("Not enough labels", report, StringComparison.Ordinal);
        Assert.Contains("ίδια βλάβη σε 3 από 4", Run("label", "--report", "--lang", "el").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Greek_the_letter_that_shares_a_key_with_no_is_yes()
    {
        Label("n\nν\nΌχι\nτ\n", "--lang", "el");
        Assert.Equal(["yes", "no"], Labels().Select(l => l[4]));
    }

    [Fact]
    public void A_file_of_another_form_is_left_alone_and_the_first_line_it_needs_is_named()
    {
        var path = _folder.File("reference/labels.csv", "source;ticket_id;earlier_source;earlier_ticket_id;is_same\n");
        var run = Label("y\n");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("source,ticket_id,earlier_source,earlier_ticket_id,is_same,labelled_by,labelled_on,note", run.Error, StringComparison.Ordinal);
        Assert.Equal("source;ticket_id;earlier_source;earlier_ticket_id;is_same\n", File.ReadAllText(path));
    }

    [Fact]
    public void Half_a_line_left_by_a_crash_does_not_swallow_the_next_answer()
    {
        _folder.File("reference/labels.csv", "source,ticket_id,earlier_source,earlier_ticket_id,is_same,labelled_by,labelled_on,note\nx,1,x,2,yes,,,");
        Label("n\n");
        Assert.Equal(["yes", "no"], Labels().Select(l => l[4]));
    }

    public void Dispose() => _folder.Dispose();

    private List<string[]> Labels() => [.. Csv.Read(File.ReadAllText(Path.Combine(_folder.Path, "reference", "labels.csv"))).Skip(1).Select(r => r.ToArray())];

    private InsightsProgram.Run Label(string answers, params string[] more) => InsightsProgram.Answering(_folder.Path, answers, ["label", .. more]);

    private InsightsProgram.Run Run(params string[] arguments) => InsightsProgram.In(_folder.Path, arguments);
}
