namespace Insights.EndToEnd.Tests;

/// <summary>insights whatif: the same tickets under a proposal, before anyone signs.</summary>
public sealed class WhatIfTests(WhatIfTests.Contract given) : IClassFixture<WhatIfTests.Contract>
{
    [Fact]
    public void A_proposal_shows_what_the_last_months_would_have_been_and_changes_nothing()
    {
        Directory.CreateDirectory(Path.Combine(given.Folder, "proposal"));
        File.WriteAllText(Path.Combine(given.Folder, "proposal", "promises.csv"), Promises("30m"));
        var told = WhatIf("proposal");
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("Alpha,response,,True,1h,2,2,1,", told.Output, StringComparison.Ordinal);
        Assert.Contains(",30m,2,1,0.5,", told.Output, StringComparison.Ordinal);
        Assert.EndsWith(",1,0", told.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1], StringComparison.Ordinal);
        var now = InsightsProgram.In(given.Folder, "query", "select met_count from marts.attainment_trailing where promise_kind = 'response' and priority is null", "--format", "csv");
        Assert.Equal("met_count\n2", now.Output.Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_same_contract_again_changes_no_ticket()
    {
        var told = WhatIf("reference");
        Assert.Equal(0, told.ExitCode);
        Assert.All(told.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1), line => Assert.EndsWith(",0,0", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_reference_data_and_an_unknown_client_are_named()
    {
        Directory.CreateDirectory(Path.Combine(given.Folder, "empty"));
        var empty = WhatIf("empty");
        Assert.Equal(2, empty.ExitCode);
        Assert.Contains("--with 'empty'", empty.Error, StringComparison.Ordinal);
        var unknown = WhatIf("reference", "--client", "Beta");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("'Beta'", unknown.Error, StringComparison.Ordinal);
    }

    private InsightsProgram.Run WhatIf(string with, params string[] more) =>
        InsightsProgram.In(given.Folder, ["whatif", "--with", with, "--month", "2026-10", "--format", "csv", .. more]);

    private static string Promises(string promise) => $"client,priority,promise_kind,promise,calendar,target_ratio\nAlpha,*,response,{promise},support,0.95\n";

    /// <summary>Two tickets under a contract, loaded and refreshed once: a proposal changes nothing, so every test may ask the same warehouse.</summary>
    public sealed class Contract : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Contract()
        {
            var export = _folder.File("t.csv", """
                Ticket ID,Subject,Status,Priority,Created time,Initial response time,Resolved time,Email,Company Name
                1,Printer,Closed,High,2026-10-05 09:00:00,2026-10-05 09:20:00,2026-10-05 10:00:00,a@alpha.example,Alpha
                2,Mail,Closed,High,2026-10-06 09:00:00,2026-10-06 09:40:00,2026-10-06 10:00:00,a@alpha.example,Alpha

                """);
            var reference = Directory.CreateDirectory(Path.Combine(_folder.Path, "reference")).FullName;
            File.WriteAllText(Path.Combine(reference, "clients.csv"), "client,provider,zone\nAlpha,P,Europe/Athens\n");
            File.WriteAllText(Path.Combine(reference, "calendars.csv"), "calendar,zone,valid_from,kind,days,opens,closes\nsupport,Europe/Athens,2020-01-01,open,Mon-Fri,09:00,17:00\n");
            File.WriteAllText(Path.Combine(reference, "promises.csv"), Promises("1h"));
            Assert.Equal(0, InsightsProgram.In(_folder.Path, "ingest", export, "--provider", "P").ExitCode);
            Assert.Equal(0, InsightsProgram.In(_folder.Path, "refresh").ExitCode);
        }

        public string Folder => _folder.Path;

        public void Dispose() => _folder.Dispose();
    }
}
