namespace Insights.EndToEnd.Tests;

/// <summary>What people really do to a program: exit 2 or a reject, in words they can act on, never a stack trace.</summary>
public sealed class BadInputTests(LoadedWarehouse loaded) : IClassFixture<LoadedWarehouse>, IDisposable
{
    private const string Header = LoadedWarehouse.Header;
    private const string Row = LoadedWarehouse.Row;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_missing_file() => Refused("nothing.csv", Ingest("nothing.csv"));

    [Fact]
    public void An_empty_file() => Refused("empty.csv", Ingest(_folder.File("empty.csv", "")));

    [Fact]
    public void A_folder_in_the_place_of_a_file() => Refused(_folder.Path, Ingest(_folder.Path));

    [Fact]
    public void A_binary_file_named_csv() =>
        Refused("photo.csv", Ingest(_folder.File("photo.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0, 0xFF, 0xFE, 0, 1])));

    [Fact]
    public void An_unknown_profile() => Refused("freshdisk", Ingest(_folder.File("t.csv", Header + Row), "--profile", "freshdisk"));

    [Theory]
    [InlineData("en", "insights refresh` first")]
    [InlineData("el", "τρέξτε πρώτα `insights refresh`")]
    public void A_question_before_the_first_refresh_says_what_to_run(string language, string said)
    {
        Assert.Equal(0, Ingest(_folder.File("t.csv", Header + Row)).ExitCode);
        var run = InsightsProgram.In(_folder.Path, "query", "from marts.client_months", "--lang", language);
        Refused(said, run);
        Assert.DoesNotContain("Catalog", run.Error, StringComparison.Ordinal);
        Assert.Equal("1", Query("select count(*) as n from raw.tickets"));
    }

    [Fact]
    public void A_header_without_rows_loads_nothing_and_says_so()
    {
        var run = Ingest(_folder.File("header.csv", Header));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("0 rows", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_that_is_no_month() => Refused("2026-13", Loaded("review", "--client", "Alpha", "--month", "2026-13"));

    [Fact]
    public void A_month_without_data() => Refused("2026-10", Loaded("review", "--client", "Alpha", "--month", "2031-01"));

    [Fact]
    public void A_client_nobody_knows() => Refused("Omega", Loaded("review", "--client", "Omega"));

    [Fact]
    public void A_reference_row_that_cannot_be_read_names_file_line_and_column()
    {
        _folder.File("reference/promises.csv", "client,priority,promise_kind,promise,clock,calendar,target_ratio,valid_from,valid_to,sentence\nAlpha,1,response,soonish,,,,,,\n");
        _folder.File("reference/clients.csv", "client,provider,zone,calendar,users,endpoints,mail_domains,note\nAlpha,Provider,Europe/Athens,,,,,\n");
        var run = Loaded("review", "--client", "Alpha");
        Refused("soonish", run);
        Assert.Contains("promises.csv", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_ten_megabytes_is_a_reject_and_the_other_rows_are_kept()
    {
        var run = Ingest(_folder.File("huge.csv", Header + $"2,{new string('x', 10_000_000)},Closed,High,2026-10-05 09:00:00,,,Alpha\n" + Row));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 rejected", run.Error + run.Output, StringComparison.Ordinal);
        Assert.Equal("1", Query("select count(*) as n from raw.tickets"));
    }

    [Fact]
    public void A_row_with_an_unreadable_date_is_kept_as_a_reject_with_line_column_value_and_reason()
    {
        Ingest(_folder.File("t.csv", Header + Row + "2,Mail,Open,Low,31/31/2026,,,Alpha\n"));
        Assert.Equal("3,31/31/2026", Query("select line, value from raw.rejects"));
    }

    [Fact]
    public void A_warehouse_that_is_no_warehouse()
    {
        var file = _folder.File("notes.txt", "these are my notes, not a database, and they are long enough to be read as one");
        Refused("notes.txt", InsightsProgram.In(_folder.Path, "ingest", _folder.File("t.csv", Header + Row), "--provider", "P", "--warehouse", file));
        Assert.StartsWith("these are my notes", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("refresh")]
    [InlineData("review", "--all")]
    [InlineData("query", "select 1")]
    public void A_warehouse_that_is_not_there_is_not_begun_by_a_command_that_only_measures(params string[] command)
    {
        Refused("nowhere.duckdb", InsightsProgram.In(_folder.Path, [.. command, "--warehouse", "nowhere.duckdb"]));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "nowhere.duckdb")));
    }

    [Fact]
    public void A_warehouse_another_process_holds_is_waited_for_then_refused_naming_the_process()
    {
        var file = Path.Combine(_folder.Path, "insights.duckdb");
        using var held = Analytics.Warehouse.OpenForWriting(file);
        var run = Ingest(_folder.File("t.csv", Header + Row));
        Refused("insights.duckdb", run);
        Assert.Contains(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_named_like_a_path_stays_inside_the_out_folder()
    {
        Assert.Equal(0, Ingest(_folder.File("t.csv", Header + Row.Replace("Alpha", "../../x", StringComparison.Ordinal)), "--client", "../../x").ExitCode);
        var run = InsightsProgram.In(_folder.Path, "review", "--all", "--month", "2026-10", "--lang", "en", "--out", Path.Combine(_folder.Path, "a", "b", "out"));
        Assert.Equal(0, run.ExitCode);
        var written = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(written);
        Assert.All(written, path => Assert.StartsWith(Path.Combine(_folder.Path, "a", "b", "out"), Path.GetFullPath(path.Trim()), StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "a", "x")));
    }

    [Fact]
    public void A_word_that_is_no_command_or_option() => Refused("--whatever", InsightsProgram.In(_folder.Path, "refresh", "--whatever"));

    [Fact]
    public void Bad_sql_and_sql_that_would_change_something()
    {
        Refused("no_such_table", Loaded("query", "from no_such_table"));
        Refused("raw.tickets", InsightsProgram.In(_folder.Path, "query", "delete from raw.tickets"));
        Refused("/etc/passwd", InsightsProgram.In(_folder.Path, "query", "from read_csv('/etc/passwd')"));
    }

    [Fact]
    public void The_same_file_twice_changes_nothing()
    {
        var file = _folder.File("t.csv", Header + Row);
        Assert.Equal(0, Ingest(file).ExitCode);
        Assert.Equal(0, Ingest(file).ExitCode);
        Assert.Equal("1", Query("select count(*) as n from raw.tickets"));
        Assert.Equal("1", Query("select count(*) as n from raw.loads where source <> 'reference'"));
    }

    [Fact]
    public void Messages_are_in_greek_when_asked()
    {
        var run = Ingest(_folder.File("t.csv", Header + Row), "--lang", "el");
        Assert.Contains("νέες", run.Error + run.Output, StringComparison.Ordinal);
        var rejected = Ingest(_folder.File("bad.csv", Header + Row + "2,Mail,Open,Low,31/31/2026,,,Alpha\n"), "--lang", "el");
        Assert.Contains("δεν είναι ημερομηνία", rejected.Error, StringComparison.Ordinal);
        var refused = Loaded("review", "--client", "Omega", "--lang", "el");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("πελάτης", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_none_of_whose_rows_can_be_read_is_refused_and_another_profile_may_read_it()
    {
        var file = _folder.File("excel.csv", Header.Replace(',', ';') + "1;Printer;Closed;High;5/10/2026 9:00;5/10/2026 9:20;5/10/2026 10:00;Alpha\n");
        var run = Ingest(file);
        Refused("5/10/2026 9:00", run);
        Assert.Contains("--profile generic", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, Ingest(file, "--profile", "generic", "--source", "freshdesk").ExitCode);
        Assert.Equal("1", Query("select count(*) as n from raw.tickets"));
        Assert.Equal("0", Query("select count(*) as n from raw.rejects"));
    }

    [Fact]
    public void A_loaded_file_asked_to_be_read_another_way_is_refused_not_called_loaded()
    {
        var file = _folder.File("t.csv", Header + Row);
        Assert.Equal(0, Ingest(file).ExitCode);
        Refused("Europe/Athens", Ingest(file, "--time-zone", "UTC"));
        Refused("έχει ήδη φορτωθεί", Ingest(file, "--profile", "generic", "--source", "freshdesk", "--lang", "el"));
        Assert.Equal("1", Query("select count(*) as n from raw.tickets"));
    }

    [Fact]
    public void A_client_forgotten_at_the_first_load_is_taken_from_the_second()
    {
        var file = _folder.File("t.csv", Header + Row.Replace("Alpha", "", StringComparison.Ordinal));
        Assert.Equal(0, Ingest(file).ExitCode);
        Assert.Equal(0, InsightsProgram.In(_folder.Path, "refresh").ExitCode);
        Assert.Equal(0, Ingest(file, "--client", "Alpha").ExitCode);
        Assert.Equal(0, InsightsProgram.In(_folder.Path, "refresh").ExitCode);
        Assert.Equal("Alpha,1", Query("select client, sum(ticket_count) as n from marts.client_months group by client"));
    }

    [Fact]
    public void Rows_of_delimiters_alone_are_no_rejects()
    {
        var run = Ingest(_folder.File("t.csv", Header + Row + ",,,,,,,\n ,,,,,,,\n"));
        Assert.Contains("1 rows", run.Error, StringComparison.Ordinal);
        Assert.Equal("0", Query("select count(*) as n from raw.rejects"));
    }

    [Fact]
    public void A_header_below_a_title_is_found()
    {
        Assert.Equal(0, Ingest(_folder.File("t.csv", "Tickets of October\n\n" + Header + Row)).ExitCode);
        Assert.Equal("1,4", Query("select ticket_id, line from raw.tickets"));
    }

    [Fact]
    public void A_language_in_capitals_is_that_language()
    {
        var run = InsightsProgram.In(_folder.Path, "ingest", "nothing.csv", "--lang", "EL");
        Refused("Δεν υπάρχει αρχείο", run);
    }

    [Fact]
    public void A_warehouse_in_a_folder_that_cannot_be_made()
    {
        _folder.File("notes", "a file, not a folder");
        Refused("notes", InsightsProgram.In(_folder.Path, "ingest", _folder.File("t.csv", Header + Row), "--warehouse", "notes/in/w.duckdb"));
    }

    public void Dispose() => _folder.Dispose();

    private InsightsProgram.Run Ingest(string file, params string[] more) =>
        InsightsProgram.In(_folder.Path, ["ingest", file, "--provider", "Provider", .. more]);

    /// <summary>Runs a command where a warehouse was loaded and refreshed.</summary>
    private InsightsProgram.Run Loaded(params string[] command)
    {
        File.Copy(loaded.File, Path.Combine(_folder.Path, "insights.duckdb"), overwrite: true);
        return InsightsProgram.In(_folder.Path, command);
    }

    private string Query(string sql)
    {
        var run = InsightsProgram.In(_folder.Path, "query", sql, "--format", "csv");
        Assert.Equal("", run.Error);
        return string.Join('\n', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1));
    }

    private static void Refused(string quoted, InsightsProgram.Run run)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(quoted, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
