namespace Insights.EndToEnd.Tests;

/// <summary>The first run with one's own data: init, ingest, check, with nothing filled in between.</summary>
public sealed class InitTests : IDisposable
{
    private const string Header = "Ticket ID,Subject,Status,Priority,Created time,Initial response time,Resolved time,Email,Company Name\n";
    private const string Row = "1,Printer,Closed,High,2026-10-05 09:00:00,2026-10-05 09:20:00,2026-10-05 10:00:00,a@alpha.example,Alpha\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_workbook_init_writes_is_read_by_the_next_command_as_it_stands()
    {
        var export = _folder.File("t.csv", Header + Row);
        var written = InsightsProgram.In(_folder.Path, "init", export, "--provider", "P", "--lang", "el");
        Assert.Equal(0, written.ExitCode);
        Assert.Contains("πελάτες που βρέθηκαν 1", written.Output, StringComparison.Ordinal);
        InsightsProgram.In(_folder.Path, "ingest", export, "--provider", "P");
        var check = InsightsProgram.In(_folder.Path, "check");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("rows that wait for their promise and do not count until it is filled: 2", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_does_not_overwrite_what_a_person_filled_in()
    {
        var export = _folder.File("t.csv", Header + Row);
        InsightsProgram.In(_folder.Path, "init", export);
        var again = InsightsProgram.In(_folder.Path, "init", export);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("is there already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_init_writes_for_a_client_is_reference_data_as_it_stands()
    {
        var written = InsightsProgram.In(_folder.Path, "init", "--expectations", "--lang", "el");
        Assert.Equal((0, "out/expectations-form-el.xlsx"), (written.ExitCode, written.Output.Trim().Replace('\\', '/')));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "reference"));
        File.Move(Path.Combine(_folder.Path, "out", "expectations-form-el.xlsx"), Path.Combine(_folder.Path, "reference", "reference.xlsx"));
        InsightsProgram.In(_folder.Path, "ingest", _folder.File("t.csv", Header + Row), "--provider", "P");
        var check = InsightsProgram.In(_folder.Path, "check");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("rows that wait for their expectation", check.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("is no reference table", check.Error, StringComparison.Ordinal);
        Assert.Equal(0, InsightsProgram.In(_folder.Path, "init", "--expectations").ExitCode);
        Assert.Equal(2, InsightsProgram.In(_folder.Path, "init", "--expectations").ExitCode);
    }

    [Fact]
    public void Init_without_a_file_says_what_it_needs()
    {
        var run = InsightsProgram.In(_folder.Path, "init");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--expectations", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
