namespace Insights.EndToEnd.Tests;

/// <summary>An owner without a provider, and so without a ticket, asks how much support is needed.</summary>
public sealed class SelfAssessmentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SelfAssessmentTests()
    {
        _folder.File("reference/clients.csv", "client,provider,zone\nAlpha,-,Europe/Athens\nBeta,-,Europe/Athens\n");
        string[] questions = ["immediacy_answer", "immediacy_hours", "immediacy_customers", "immediacy_cost", "load_faults", "load_again", "load_age", "load_systems"];
        _folder.File("reference/answers.csv", "client,question,answer\n" + string.Concat(questions.Select(q => $"Alpha,{q},{(q.StartsWith('i') ? "high" : "low")}\n")));
    }

    [Fact]
    public void Answers_alone_give_the_need_in_words_labelled_as_the_clients_own_and_leave_no_file()
    {
        var run = InsightsProgram.In(_folder.Path, "check");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Alpha: no tickets yet. A self-assessment", run.Output, StringComparison.Ordinal);
        Assert.Contains("Intensity of need: high.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Load very low, by the client's own answers.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Beta", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "insights.duckdb")));
        Assert.Contains("Αυτοαξιολόγηση", InsightsProgram.In(_folder.Path, "check", "--lang", "el").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_answers_a_warehouse_that_is_not_there_is_said_to_be_missing()
    {
        File.Delete(Path.Combine(_folder.Path, "reference", "answers.csv"));
        Assert.Equal(2, InsightsProgram.In(_folder.Path, "check").ExitCode);
    }

    public void Dispose() => _folder.Dispose();
}
