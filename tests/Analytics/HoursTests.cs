namespace Insights.Analytics.Tests;

/// <summary>DECISIONS.md, "Hours": given time entries and included hours, expect what was used. Times are UTC; sheets are in Athens time.</summary>
public sealed class HoursTests : IDisposable
{
    private const string Used = "select client, entry_count, used_seconds // 60, ticket_seconds // 60, billable_seconds // 60, counted_seconds // 60, untold_seconds // 60, included_seconds // 60 from marts.hours_used where span = 'month'";
    private const string Included = "select month, per, period_first, included_seconds // 60, used_seconds // 60, left_seconds // 60, beyond_seconds // 60 from marts.hours_included";

    private readonly GivenWarehouse _given = new GivenWarehouse().Client("Alpha").Client("Beta").Source("desk", "2026-04-30 12:00:00");
    private int _line;

    public HoursTests() => _given.Ticket("desk", "1", "Alpha", "2026-01-05 08:00:00", "number = 'T-1'").Ticket("desk", "2", "Beta", "2026-01-05 08:00:00");

    public void Dispose() => _given.Dispose();

    [Fact]
    public void An_entry_belongs_to_its_tickets_client_else_to_the_client_it_names_and_only_what_is_told_is_not_unknown()
    {
        Entry("2026-02-03 08:00:00", 60, "ticket_id = '1'; is_billable = true; is_covered = false");
        Entry("2026-02-03 09:00:00", 30, "ticket_id = 'T-1'; client_text = 'Beta'; is_billable = false; is_covered = true");
        Entry("2026-02-04 09:00:00", 45, "client_text = 'alpha '");
        Entry("2026-02-04 09:00:00", 15, "ticket_id = '99'; client_text = 'Beta'");
        Entry("2026-02-04 09:00:00", 5, "ticket_id = '99'");
        _given.Refresh();
        Assert.Equal(["Alpha|3|135|90|60|75|45|∅", "Beta|1|15|0|∅|15|15|∅"], _given.Rows($"{Used} and month = '2026-02-01' order by client"));
        Assert.Equal(["∅|5"], _given.Rows("select client, worked_seconds // 60 from marts.time_entries where client is null"));
    }

    [Fact]
    public void Months_the_sheets_do_not_reach_are_unknown_and_months_between_without_work_are_zero()
    {
        Hours("Alpha", 1, "month", "2026-01-01");
        Hours("Beta", 1, "month", "2026-01-01");
        Entry("2026-02-03 08:00:00", 90, "ticket_id = '1'");
        Entry("2026-03-31 20:30:00", 10, "ticket_id = '1'");
        _given.Refresh();
        Assert.Equal(["2026-01-01|∅|∅|60", "2026-02-01|1|90|60", "2026-03-01|1|10|60", "2026-04-01|∅|∅|60"],
            _given.Rows("select month, entry_count, used_seconds // 60, included_seconds // 60 from marts.hours_used where span = 'month' and client = 'Alpha' order by month"));
        Assert.Equal(["2026-01-01|60|∅|∅", "2026-02-01|60|90|-30", "2026-03-01|60|10|50", "2026-04-01|60|∅|∅"],
            _given.Rows("select month, included_seconds // 60, used_seconds // 60, left_seconds // 60 from marts.hours_included where client = 'Alpha' order by month"));
        Assert.Equal(["2|100|120|100"], _given.Rows("select month_count, used_seconds // 60, included_seconds // 60, against_seconds // 60 from marts.hours_used where span = 'trailing' and client = 'Alpha' and month = '2026-04-01'"));
        Assert.Equal(["∅"], _given.Rows("select distinct used_seconds from marts.hours_used where client = 'Beta'"));
    }

    [Fact]
    public void A_quarter_is_counted_from_its_first_month_and_what_goes_beyond_it_is_taken_from_the_prepaid_block()
    {
        Hours("Alpha", 3, "quarter", "2026-01-15");
        Hours("Alpha", 2, "once", "2026-02-10");
        Hours("Alpha", 1, "once", "2026-04-01");
        Entry("2026-01-08 08:00:00", 100, "ticket_id = '1'");
        Entry("2026-02-08 08:00:00", 100, "ticket_id = '1'");
        Entry("2026-03-08 08:00:00", 50, "ticket_id = '1'");
        Entry("2026-03-09 08:00:00", 600, "ticket_id = '1'; is_covered = false");
        Entry("2026-04-08 08:00:00", 200, "ticket_id = '1'");
        _given.Refresh();
        Assert.Equal(["2026-01-01|quarter|2026-01-01|180|100|80|0", "2026-02-01|quarter|2026-01-01|180|200|-20|20", "2026-03-01|quarter|2026-01-01|180|250|-70|50", "2026-04-01|quarter|2026-04-01|180|200|-20|20"],
            _given.Rows($"{Included} where per = 'quarter' order by month"));
        Assert.Equal(["2026-02-01|once|2026-02-01|120|20|100|∅", "2026-03-01|once|2026-02-01|120|70|50|∅", "2026-04-01|once|2026-02-01|180|90|90|∅"],
            _given.Rows($"{Included} where per = 'once' order by month"));
        Assert.Equal(["60"], _given.Rows("select distinct included_seconds // 60 from marts.hours_used where span = 'month' and client = 'Alpha'"));
    }

    [Fact]
    public void A_block_alone_is_drawn_down_by_all_work_and_one_that_ended_is_gone()
    {
        Hours("Alpha", 2, "once", "2026-01-20", "2026-02-28");
        Hours("Alpha", 4, "once", "2026-03-01");
        Entry("2026-01-08 08:00:00", 30, "ticket_id = '1'");
        Entry("2026-02-08 08:00:00", 45, "ticket_id = '1'");
        Entry("2026-03-08 08:00:00", 15, "ticket_id = '1'");
        _given.Refresh();
        Assert.Equal(["2026-01-01|once|2026-01-01|120|30|90|∅", "2026-02-01|once|2026-01-01|120|75|45|∅", "2026-03-01|once|2026-03-01|240|15|225|∅", "2026-04-01|once|2026-03-01|240|∅|∅|∅"],
            _given.Rows($"{Included} order by month"));
    }

    [Fact]
    public void Of_a_numbered_entry_the_latest_export_tells_and_what_is_later_than_the_as_of_has_not_happened()
    {
        Entry("2026-02-03 08:00:00", 60, "ticket_id = '1'; entry_id = '7'");
        _given.Load("desk", "2026-04-30 13:00:00", "time_entries");
        Entry("2026-02-03 08:00:00", 80, "ticket_id = '1'; entry_id = '7'", load: 2);
        Entry("2026-02-20 08:00:00", 5, "ticket_id = '1'; entry_id = '8'", load: 2);
        _given.Refresh(new DateTime(2026, 2, 10, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(["7|80"], _given.Rows("select entry_key, worked_seconds // 60 from marts.time_entries"));
    }

    [Fact]
    public void A_sheet_of_its_own_finds_the_tickets_of_its_providers_tool_unless_two_have_that_number()
    {
        _given.Source("sheet", "2026-04-30 12:00:00");
        Entry("2026-02-03 08:00:00", 60, "ticket_id = '1'", "sheet", 2);
        _given.Source("other", "2026-04-30 12:00:00").Ticket("other", "2", "Alpha", "2026-01-05 08:00:00");
        Entry("2026-02-03 08:00:00", 30, "ticket_id = '2'", "sheet", 2);
        _given.Refresh();
        Assert.Equal(["Alpha|desk|1|60", "∅|∅|∅|30"], _given.Rows("select client, ticket_source, ticket_id, worked_seconds // 60 from marts.time_entries order by client nulls last"));
    }

    [Fact]
    public void What_a_client_writes_down_itself_counts_only_where_its_provider_writes_nothing()
    {
        _given.Source("own", "2026-04-30 12:00:00", side: "client");
        Entry("2026-02-03 08:00:00", 60, "ticket_id = '1'");
        Entry("2026-02-03 08:00:00", 70, "client_text = 'Alpha'", "own", 2);
        Entry("2026-02-03 08:00:00", 20, "client_text = 'Beta'", "own", 2);
        _given.Refresh();
        Assert.Equal(["Alpha|60", "Beta|20"], _given.Rows("select client, used_seconds // 60 from marts.hours_used where month = '2026-02-01' and span = 'month' order by client"));
    }

    [Fact]
    public void Who_is_only_on_a_time_sheet_is_known_as_a_person_who_must_not_be_named()
    {
        Entry("2026-02-03 08:00:00", 60, "ticket_id = '1'; agent = 'Nikos'");
        _given.Refresh();
        Assert.Equal(["agent|Nikos"], _given.Rows("select role, name from marts.people"));
    }

    private void Hours(string client, double hours, string per, string from, string? to = null) => _given.Run(FormattableString.Invariant(
        $"insert into raw.reference_included_hours (load_id, file, line, client, hours, per, valid_from, valid_to) values (1, 'h', {++_line}, '{client}', {hours}, '{per}', '{from}', {(to is null ? "null" : $"'{to}'")})"));

    private void Entry(string at, int minutes, string set, string source = "desk", int load = 1)
    {
        var columns = set.Split(';').Select(s => s.Split('=', 2)).ToList();
        _given.Run($"""
            insert into raw.time_entries (load_id, line, source, row_hash, worked_at, worked_seconds, is_time_ambiguous{string.Concat(columns.Select(c => ", " + c[0].Trim()))})
              values ({load}, {++_line}, '{source}', {_line}, '{at}', {minutes * 60}, false{string.Concat(columns.Select(c => ", " + c[1].Trim()))})
            """);
    }
}
