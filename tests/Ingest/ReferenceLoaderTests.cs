using ClosedXML.Excel;
using DuckDB.NET.Data;
using Insights.Analytics;
using Insights.Ingest.Reference;

namespace Insights.Ingest.Tests;

public sealed class ReferenceLoaderTests : IDisposable
{
    private static readonly DateTime At = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);

    private const string Said = "select coalesce(answered_by, '∅') || ' ' || coalesce(pauses, '∅') from raw.reference_promises where ";

    private readonly ReferenceFiles _files = ReferenceFiles.Demo();

    [Fact]
    public void All_tables_of_the_demo_provider_arrive_typed()
    {
        Load();
        Assert.Equal(9L, Query("select count(*) from raw.reference_clients"));
        Assert.Equal("12345", Query("select weekdays from raw.reference_calendars where calendar = 'support'"));
        Assert.Equal(
            "1234567 0 86400",
            Query("select weekdays || ' ' || opens_second || ' ' || closes_second from raw.reference_calendars where calendar = 'always'"));
        Assert.Equal("900 client", Query(
            "select seconds || ' ' || clock from raw.reference_promises"
            + " where client like 'Ξενοδοχείο%' and priority = 1 and promise_kind = 'response'"));
        Assert.Equal("1 50400 contract", Query(
            "select business_days || ' ' || until_second || ' ' || clock from raw.reference_promises"
            + " where client = 'Νότος Logistics' and priority = 4 and promise_kind = 'response'"));
        Assert.Equal(1L, Query("select count(*) from raw.reference_promises where priority is null"));
        Assert.Equal("easter-48", Query("select rule from raw.reference_holidays where name = 'Καθαρά Δευτέρα'"));
        Assert.Equal("client", Query("select any_value(clock) from raw.reference_expectations"));
        Assert.Equal(10.0, Query("select value from raw.reference_settings where setting = 'minimum_n'"));
        Assert.Equal(2L, Query("select line from raw.reference_clients where client like 'Ξενοδοχείο%'"));
        Assert.Equal("12345 28800 64800 1 1800", Query(
            "select concat_ws(' ', weekdays, opens_second, closes_second, priority, seconds)"
            + " from raw.reference_critical_work where activity = 'έκδοση παραστατικών'"));
        Assert.Equal("true true", Query(
            "select concat_ws(' ', weekdays is null, assets is not null) from raw.reference_critical_work where activity like 'υποδοχή%'"));
    }

    [Fact]
    public void Sizes_answers_and_labels_are_read_in_greek_as_in_english_and_an_empty_answer_waits()
    {
        _files.With("sizes.csv", "client,valid_from,users,endpoints\nΝότος Logistics,1/5/2026,82,97\nΝότος Logistics,2026-09-01,90,\n")
            .With("answers.csv", "client,question,answer,answered_on\nΝότος Logistics,monitoring_tools,Ναι,2026-09-01\nΝότος Logistics,it_manager,,\n")
            .With("labels.csv", "source,ticket_id,earlier_source,earlier_ticket_id,is_same\nfreshdesk,2,freshdesk,1,όχι\nfreshdesk,3,freshdesk,1,yes\nfreshdesk,4,freshdesk,1,\n");
        Load();
        Assert.Equal("2026-05-01 82 97; 2026-09-01 90 -", Query("select string_agg(concat_ws(' ', valid_from, users, coalesce(endpoints::varchar, '-')), '; ' order by valid_from) from raw.reference_sizes"));
        Assert.Equal("monitoring_tools yes", Query("select string_agg(question || ' ' || answer, '; ') from raw.reference_answers"));
        Assert.Equal("2 false; 3 true", Query("select string_agg(ticket_id || ' ' || is_same, '; ' order by ticket_id) from raw.reference_labels"));
    }

    [Fact]
    public void Published_figures_of_ones_own_replace_the_programs_and_what_nobody_stands_behind_is_refused()
    {
        _files.With("benchmarks.csv", "measure,value,unit,population,year,n,grade,source\nreopened_ratio,0.05,ratio,Greek shops,2025,40,C,https://example.org\n");
        Load();
        Assert.Equal("0.05 Greek shops 2025 40 C", Query("select string_agg(concat_ws(' ', value, population, year, sample_count, grade), '; ') from raw.reference_benchmarks where measure = 'reopened_ratio'"));
        Assert.Equal(5880.0, Query("select min(value) from raw.reference_benchmarks where measure = 'response_median_seconds'"));
        _files.With("benchmarks.csv", "measure,value,unit,population,year,n,grade,source\nreopened_ratio,0.05,ratio,Greek shops,2025,,X,https://example.org\n");
        Assert.Contains("'X' is not one of: a, b, c", Assert.Throws<SetupException>(Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_comments_and_agreed_exclusions_are_read_in_greek_as_in_english()
    {
        _files.With("actions.csv", "client,agreed_on,side,owner,action,due,done_on\nΝότος Logistics,6/10/2026,εταιρεία,,Νέος router,2026-10-20,\nΝότος Logistics,2026-10-06,client,,,,\n")
            .With("comments.csv", "client,source,ticket_id,failure_group_id,month,said_by,comment,cause\nΝότος Logistics,freshdesk,7,,,provider,,Έλλειψη προσωπικού\nΝότος Logistics,,,,2026-10,πελάτης,Καλύτερος μήνας,\n")
            .With("agreed_exclusions.csv", "source,ticket_id,reason,agreed_by_client,agreed_by_provider\nfreshdesk,7,Διακοπή ρεύματος,ναι,\n");
        Load();
        Assert.Equal("2026-10-06 provider Νέος router 2026-10-20", Query("select string_agg(concat_ws(' ', agreed_on, side, action, due, done_on), '; ') from raw.reference_actions"));
        Assert.Equal("7 provider staffing; 2026-10-01 client Καλύτερος μήνας", Query("select string_agg(concat_ws(' ', ticket_id, month, said_by, comment, cause), '; ' order by line) from raw.reference_comments"));
        Assert.Equal("7 true -", Query("select concat_ws(' ', ticket_id, agreed_by_client, coalesce(agreed_by_provider::varchar, '-')) from raw.reference_agreed_exclusions"));
    }

    [Fact]
    public void Included_hours_are_read_in_greek_as_in_english_and_a_row_without_hours_waits()
    {
        _files.With("included_hours.csv", "client,hours,per,valid_from,valid_to\nΝότος Logistics,\"7,5\",Μήνα,1/1/2026,30/6/2026\nΝότος Logistics,20,once,2026-03-15,\nΝότος Logistics,,year,2027-01-01,\n");
        Load();
        Assert.Equal("7.5 month 2026-01-01 2026-06-30; 20.0 once 2026-03-15", Query("select string_agg(concat_ws(' ', hours, per, valid_from, valid_to), '; ' order by line) from raw.reference_included_hours"));
    }

    [Theory]
    [InlineData("Νότος Logistics,0,month,2026-01-01,", "column hours", "is not above 0")]
    [InlineData("Νότος Logistics,10,week,2026-01-01,", "column per", "is not one of: month, quarter, year, once")]
    [InlineData("Νότος Logistics,10,month,2026-01-01,2025-12-31", "column valid_to", "valid_to is before valid_from")]
    [InlineData("Nobody,10,month,2026-01-01,", "column client", "there is no client 'Nobody'")]
    [InlineData("Νότος Logistics,10,month,2026-01-01,2026-03-15\nΝότος Logistics,30,quarter,2026-03-20,", "column valid_from", "for example 2026-02-28")]
    [InlineData("Νότος Logistics,10,once,2026-01-01,2026-03-15\nΝότος Logistics,30,once,2026-03-20,", "column valid_from", "Give both the same valid_to, or none")]
    public void Included_hours_that_cannot_hold_are_refused_with_their_place_and_what_would_be_right(string rows, string place, string right)
    {
        _files.With("included_hours.csv", $"client,hours,per,valid_from,valid_to\n{rows}\n");
        var refused = Assert.Throws<SetupException>(Load);
        Assert.Contains(place, refused.Message);
        Assert.Contains(right, refused.Message);
    }

    [Theory]
    [InlineData("actions", "client,agreed_on,side,action,due", "Νότος Logistics,2026-10-06,nobody,x,", "line 2, column side", "is not one of: client, provider")]
    [InlineData("actions", "client,agreed_on,side,action,due", "Νότος Logistics,2026-10-06,client,x,2026-10-01", "line 2, column due", "due is before agreed_on (2026-10-06)")]
    [InlineData("comments", "client,source,ticket_id,month,said_by,comment", "Νότος Logistics,desk,7,2026-10,client,x", "line 2, column month", "Fill one of them")]
    [InlineData("comments", "client,source,ticket_id,said_by,comment", "Νότος Logistics,,7,client,x", "line 2, column source", "a ticket is named by its source and its ticket_id")]
    [InlineData("comments", "client,month,said_by,comment", "Νότος Logistics,October,client,x", "line 2, column month", "Write year-month, for example 2026-10")]
    [InlineData("comments", "client,month,said_by,cause", "Νότος Logistics,2026-10,client,staffing", "line 2, column cause", "Write its source and ticket_id")]
    [InlineData("agreed_exclusions", "source,ticket_id,reason,agreed_by_client", "desk,7,x,perhaps", "line 2, column agreed_by_client", "is not one of: yes, no")]
    public void A_wrong_row_of_the_meeting_is_refused_with_its_place_and_what_would_be_right(string table, string heads, string row, string place, string right)
    {
        _files.With($"{table}.csv", $"{heads}\n{row}\n");
        var refused = Assert.Throws<SetupException>(Load);
        Assert.Contains($"{table}.csv, {place}", refused.Message);
        Assert.Contains(right, refused.Message);
    }

    [Fact]
    public void An_unknown_question_or_answer_is_refused_with_those_there_are()
    {
        _files.With("answers.csv", "client,question,answer\nΝότος Logistics,monitoring_tools,maybe\nΝότος Logistics,monitors,yes\n");
        var refused = Assert.Throws<SetupException>(Load);
        Assert.Contains("'maybe' is not one of: yes, no, unknown", refused.Message);
        Assert.Contains("'monitors' is not one of: monitoring_tools, it_manager, advice_process", refused.Message);
    }

    [Fact]
    public void Every_table_has_one_row_in_the_ledger_with_the_hash_of_its_file()
    {
        Load();
        Assert.Equal(17L, Query("select count(*) from raw.loads where source = 'reference'"));
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_files.Of("promises.csv"))));
        Assert.Equal(sha256, Query("select sha256 from raw.loads where file = 'promises.csv'"));
        Assert.Equal(
            0L,
            Query("select count(*) from raw.loads"
                + " where row_count <> new_count + changed_count + unchanged_count + reject_count or row_count = 0"));
    }

    [Fact]
    public void The_same_files_again_change_nothing()
    {
        Assert.Equal(17, Load().Changed.Count);
        Assert.Empty(Load().Changed);
        Assert.Equal(17L, Query("select count(*) from raw.loads"));
    }

    [Fact]
    public void What_a_contract_says_of_answers_and_pauses_arrives_and_none_is_not_the_same_as_nothing_said()
    {
        _files.With(
            "promises.csv",
            "client,priority,promise_kind,promise,calendar,answered_by,pauses\nΝότος Logistics,1,response,1h,support,Αυτόματη απάντηση,\n"
            + "Νότος Logistics,2,response,1h,support,,καμία\nΝότος Logistics,1,resolve,1h,support,,\"έως να ξανανοίξει, Αναμονή τρίτου, pending\"\n");
        Load();
        Assert.Equal("automatic ∅", Query(Said + "priority = 1 and promise_kind = 'response'"));
        Assert.Equal("∅ ", Query(Said + "priority = 2"));
        Assert.Equal("∅ pending,hold,resolved", Query(Said + "promise_kind = 'resolve'"));
    }

    [Fact]
    public void A_changed_file_replaces_its_table_and_no_other()
    {
        Load();
        _files.With("expectations.csv", "client,priority,promise_kind,expectation\nΝότος Logistics,1,response,5m\n");
        Assert.Equal(["expectations"], Load().Changed);
        Assert.Equal(1L, Query("select count(*) from raw.reference_expectations"));
        Assert.Equal(9L, Query("select count(*) from raw.reference_clients"));
    }

    [Fact]
    public void A_file_put_back_as_it_was_gives_its_old_rows_again()
    {
        Load();
        var count = Query("select count(*) from raw.reference_aliases");
        var before = File.ReadAllText(_files.Of("aliases.csv"));
        _files.With("aliases.csv", "source,name,client\n*,Notos,Νότος Logistics\n");
        Load();
        _files.With("aliases.csv", before);
        Assert.Equal(["aliases"], Load().Changed);
        Assert.Equal(count, Query("select count(*) from raw.reference_aliases"));
    }

    [Fact]
    public void A_wrong_row_leaves_the_warehouse_as_it_was()
    {
        Load();
        _files.With("settings.csv", "setting,value,unit\nminimum_n,5,tickets\n").With("aliases.csv", "source,name,client\n*,X,Κανείς\n");
        Assert.Throws<SetupException>(Load);
        Assert.Equal(10.0, Query("select value from raw.reference_settings where setting = 'minimum_n'"));
    }

    [Fact]
    public void A_file_taken_away_empties_its_table_and_a_notice_says_so()
    {
        Load();
        File.Delete(_files.Of("expectations.csv"));
        var load = Load();
        Assert.Equal(["expectations"], load.Changed);
        Assert.Contains("expectations: the folder has no", Assert.Single(load.Notices).English, StringComparison.Ordinal);
        Assert.Equal(0L, Query("select count(*) from raw.reference_expectations"));
        Assert.Empty(Load().Changed);
    }

    [Fact]
    public void Addresses_a_person_assigned_become_aliases_of_every_source()
    {
        Load();
        var before = Query("select count(*) from raw.reference_aliases");
        using (var book = new XLWorkbook())
        {
            var sheet = book.AddWorksheet("assign");
            sheet.Cell(1, 1).SetValue("address").CellRight().SetValue("tickets").CellRight().SetValue("client");
            sheet.Cell(2, 1).SetValue("meli.kafe@gmail.com").CellRight().SetValue(12).CellRight().SetValue("Καφέ Μέλι");
            sheet.Cell(3, 1).SetValue("someone@gmail.com").CellRight().SetValue(1);
            book.SaveAs(_files.Of("reference.xlsx"));
        }

        Load();
        Assert.Equal("* Καφέ Μέλι", Query("select source || ' ' || client from raw.reference_aliases where name = 'meli.kafe@gmail.com'"));
        Assert.Equal(before, Query("select count(*) - 1 from raw.reference_aliases"));
        Assert.Empty(Load().Changed);
    }

    [Fact]
    public void Without_reference_data_the_programs_own_settings_hold_and_a_notice_says_how_to_begin()
    {
        using var warehouse = Warehouse.OpenForWriting(_files.Of("test.duckdb"));
        var load = ReferenceLoader.Load(warehouse, null, At);
        Assert.Equal(["lexicon", "settings", "benchmarks"], load.Changed);
        Assert.Contains("insights init", load.Notices[0].English, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();

    private ReferenceLoad Load()
    {
        using var warehouse = Warehouse.OpenForWriting(_files.Of("test.duckdb"));
        return ReferenceLoader.Load(warehouse, _files.Folder, At);
    }

    private object? Query(string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={_files.Of("test.duckdb")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
