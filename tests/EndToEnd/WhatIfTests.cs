namespace Insights.EndToEnd.Tests;

/// <summary>insights whatif: the same tickets under a proposal, before anyone signs.</summary>
public sealed class WhatIfTests(WhatIfTests.Contract given, WhatIfTests.TenTickets ten) : IClassFixture<WhatIfTests.Contract>, IClassFixture<WhatIfTests.TenTickets>
{
    /// <summary>DECISIONS.md, "What if": 30 working minutes, met for 9 of 10 tickets under 08:00-20:00.</summary>
    [Theory]
    [InlineData("calendars.csv", TenTickets.CalendarHeader + "support,Europe/Athens,GR,2020-01-01,open,24x7,,\n", "7", "2", "0")]
    [InlineData("calendars.csv", TenTickets.CalendarHeader + "support,Europe/Athens,GR,2020-01-01,open,daily,09:00,17:00\n", "9", "0", "0")]
    [InlineData("calendars.csv", TenTickets.CalendarHeader + "support,Europe/Athens,GR,2020-01-01,open,\"Mon-Tue,Thu-Sun\",08:00,20:00\n", "10", "0", "1")]
    [InlineData("holidays.csv", "holidays,date,name\nGR,10-07,The saint of the town\n", "10", "0", "1")]
    [InlineData("holidays.csv", "holidays,date,name,opens,closes\nGR,10-07,Half a day,08:00,08:10\n", "10", "0", "1")]
    [InlineData("holidays.csv", "holidays,date,name,opens,closes\nGR,10-07,Half a day,08:00,08:11\n", "9", "0", "0")]
    public void Other_hours_and_holidays_are_replayed_on_the_same_tickets(string file, string text, string met, string lost, string won)
    {
        var told = ten.WhatIf(file, text)["Alpha response"];
        Assert.Equal(("10", "9", "0.9"), (told["was_decided_count"], told["was_met_count"], told["was_ratio"]));
        Assert.Equal(("10", met, lost, won), (told["proposed_decided_count"], told["proposed_met_count"], told["lost_count"], told["won_count"]));
    }

    /// <summary>Two hours from being taken in charge, 80 minutes of them waiting for the client; an hour is promised.</summary>
    [Theory]
    [InlineData("pending", "1", "0")]
    [InlineData("hold", "0", "1")]
    [InlineData("none", "0", "1")]
    public void Other_pause_rules_are_replayed_on_the_same_history(string pauses, string met, string lost)
    {
        var told = ten.WhatIf("promises.csv", TenTickets.Promises(pauses));
        Assert.Equal(("1", "1", "1", met, lost, "0"), (told["Beta resolve"]["was_decided_count"], told["Beta resolve"]["was_met_count"], told["Beta resolve"]["proposed_decided_count"],
            told["Beta resolve"]["proposed_met_count"], told["Beta resolve"]["lost_count"], told["Beta resolve"]["won_count"]));
        Assert.Equal(("9", "9"), (told["Alpha response"]["was_met_count"], told["Alpha response"]["proposed_met_count"]));
    }

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

    /// <summary>
    /// Ten tickets of Alpha: seven answered after 20 minutes, two asked at 21:00 and answered at 08:10 (10 working minutes, 670 of wall time), and one
    /// asked on 6 October at 19:50 and answered two days later at 08:10, 20 working minutes but for the day between. One of Beta, from its history alone.
    /// </summary>
    public sealed class TenTickets : IDisposable
    {
        public const string CalendarHeader = "calendar,zone,holidays,valid_from,kind,days,opens,closes\n";

        private readonly TemporaryFolder _folder = new();
        private int _proposals;

        public TenTickets()
        {
            var rows = Enumerable.Range(1, 7).Select(i => Row(i, $"2026-10-{11 + i} 12:00:00", $"2026-10-{11 + i} 12:20:00"))
                .Append(Row(8, "2026-10-19 21:00:00", "2026-10-20 08:10:00")).Append(Row(9, "2026-10-20 21:00:00", "2026-10-21 08:10:00"))
                .Append(Row(10, "2026-10-06 19:50:00", "2026-10-08 08:10:00"));
            var export = _folder.File("t.csv", "Ticket ID,Subject,Status,Priority,Created time,Initial response time,Resolved time,Email,Company Name\n" + string.Concat(rows));
            var history = _folder.File("h.csv", "case:concept:name,time:timestamp,concept:name,org:resource\n"
                + "B1,2026-10-05 09:00:00+00:00,Take in charge ticket,Nikos\nB1,2026-10-05 09:00:00+00:00,Assign seriousness,Nikos\nB1,2026-10-05 09:40:00+00:00,Wait,Nikos\nB1,2026-10-05 11:00:00+00:00,Resolve ticket,Nikos\n");
            _folder.File("reference/clients.csv", "client,provider,zone\nAlpha,P,Europe/Athens\nBeta,P,Europe/Athens\n");
            _folder.File("reference/calendars.csv", CalendarHeader + "support,Europe/Athens,GR,2020-01-01,open,daily,08:00,20:00\n");
            _folder.File("reference/holidays.csv", "holidays,date,name\nGR,01-01,New year\n");
            _folder.File("reference/vocabulary.csv", "source,field,text,value\nhelpdesk,priority,Assign seriousness,2\n");
            _folder.File("reference/promises.csv", Promises(""));
            Ok("ingest", export, "--provider", "P", "--source", "freshdesk");
            Ok("ingest", history, "--provider", "P", "--client", "Beta", "--profile", Path.Combine(AppContext.BaseDirectory, "Profiles", "helpdesk.json"));
            Ok("refresh");
        }

        public static string Promises(string pauses) => $"""
            client,priority,promise_kind,promise,calendar,target_ratio,pauses
            Alpha,*,response,30m,support,0.95,
            Beta,*,resolve,1h,support,0.95,{pauses}

            """;

        /// <summary>What the program says under one proposed file, by client and promise kind, all priorities together.</summary>
        public Dictionary<string, Dictionary<string, string>> WhatIf(string file, string text)
        {
            var proposal = $"proposal{Interlocked.Increment(ref _proposals)}";
            _folder.File($"{proposal}/{file}", text);
            var rows = Csv.Read(Ok("whatif", "--with", proposal, "--month", "2026-10", "--format", "csv").Output.ReplaceLineEndings("\n"));
            return rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))
                .Where(row => row["is_all_priorities"] == "True").ToDictionary(row => $"{row["client"]} {row["promise_kind"]}");
        }

        public void Dispose() => _folder.Dispose();

        private static string Row(int id, string created, string answered) => $"{id},Printer,Closed,High,{created},{answered},{answered},a@alpha.example,Alpha\n";

        private InsightsProgram.Run Ok(params string[] arguments)
        {
            var run = InsightsProgram.In(_folder.Path, arguments);
            Assert.True(run.ExitCode == 0, run.Error);
            return run;
        }
    }
}
