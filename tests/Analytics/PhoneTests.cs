namespace Insights.Analytics.Tests;

/// <summary>Calls as logs tell them: whose, answered or not, called back or not.</summary>
public sealed class PhoneTests : IDisposable
{
    private const string Answered = "incoming_count, answered_count, abandoned_count, unknown_count, answered_ratio";
    private const string Back = "called_back_count, waiting_count, called_back_ratio, median_call_back_seconds";

    private readonly GivenWarehouse _given = new();
    private int _line;

    public void Dispose() => _given.Dispose();

    [Fact]
    public void A_client_is_known_by_its_number_however_it_is_written()
    {
        Provider();
        Call("2026-03-02 08:00:00", "in", "'+30 210 555 0410'", "true");
        Call("2026-03-02 09:00:00", "in", "'2105550410'", "false");
        Call("2026-03-02 10:00:00", "in", "'2105550999'", "true");
        Call("2026-03-02 11:00:00", "in", "'anonymous'", "null");
        _given.Refresh();
        Assert.Equal(["Alpha|2|1|1|0|0.5", "∅|2|1|0|1|1"], _given.Rows($"select client, {Answered} from marts.phone order by client nulls last"));
    }

    [Fact]
    public void A_call_back_is_a_call_to_the_same_number_in_time_whether_or_not_it_was_picked_up()
    {
        Provider();
        Call("2026-03-02 08:00:00", "in", "'2105550410'", "false");
        Call("2026-03-02 08:30:00", "out", "'02105550410'", "false");
        Call("2026-03-03 08:00:00", "in", "'2105550410'", "false");
        Call("2026-03-04 08:00:00", "out", "'02105550410'", "true");
        Call("2026-03-05 08:00:00", "in", "'2105550410'", "false");
        Call("2026-03-06 08:00:01", "out", "'02105550410'", "true");
        Call("2026-03-30 08:00:00", "in", "'2105550410'", "false");
        _given.Refresh();
        Assert.Equal(["4|0|4|0|0"], _given.Rows($"select {Answered} from marts.phone"));
        Assert.Equal(["2|1|0.6667|44100"], _given.Rows($"select {Back} from marts.phone"));
    }

    [Fact]
    public void The_telephones_a_call_rings_at_are_one_call_answered_if_one_of_them_was()
    {
        Provider();
        Call("2026-03-02 08:00:00", "in", "'2105550410'", "true", "'7.1'", duration: 60);
        Call("2026-03-02 08:00:00", "in", "'2105550410'", "false", "'7.1'");
        Call("2026-03-02 09:00:00", "in", "'2105550410'", "false", "'7.2'");
        Call("2026-03-02 09:00:00", "in", "'2105550410'", "false", "'7.2'");
        _given.Refresh();
        Assert.Equal(["2|1|1|0|0.5"], _given.Rows($"select {Answered} from marts.phone"));
        Assert.Equal(["yes|60", "no|∅"], _given.Rows("select is_answered, duration_seconds from staging.calls order by started_at"));
    }

    [Fact]
    public void A_later_export_of_a_call_tells_it_anew_with_all_its_telephones()
    {
        Provider();
        Call("2026-03-02 08:00:00", "in", "'2105550410'", "true", "'7.1'");
        _given.Load("pbx", "2026-04-01", "calls", "exported_at = '2026-04-01'");
        Call("2026-03-02 08:00:00", "in", "'2105550410'", "false", "'7.1'", load: 2);
        Call("2026-03-02 08:00:00", "in", "'2105550410'", "false", "'7.1'", load: 2);
        _given.Refresh();
        Assert.Equal(["1|0|1|0|0"], _given.Rows($"select {Answered} from marts.phone"));
    }

    [Fact]
    public void From_a_bill_nothing_is_known_of_calls_that_were_not_answered()
    {
        Provider();
        Call("2026-03-02 08:00:00", "out", "'2105550410'", "null", kind: "bill");
        _given.Refresh();
        Assert.Equal(["∅|∅|∅|∅|∅"], _given.Rows($"select {Answered} from marts.phone"));
        Assert.Equal(["∅|∅|∅|∅"], _given.Rows($"select {Back} from marts.phone"));
    }

    [Fact]
    public void In_a_clients_own_log_the_calls_to_its_providers_number_are_those_that_count()
    {
        _given.Client("Alpha").Source("log", "2026-03-31", side: "client");
        _given.Run("update raw.sources set default_client = 'Alpha'");
        _given.Run("insert into raw.reference_aliases (load_id, file, line, source, name, client) values (1, 'a', 2, 'log', '210 5550100', 'Alpha')");
        Call("2026-03-02 08:00:00", "out", "'2105550100'", "false", source: "log");
        Call("2026-03-02 08:20:00", "in", "'+302105550100'", "true", source: "log");
        Call("2026-03-02 09:00:00", "out", "'2105550777'", "false", source: "log");
        _given.Refresh();
        Assert.Equal(["1|0|1|0|0"], _given.Rows($"select {Answered} from marts.phone"));
        Assert.Equal(["1|0|1|1200"], _given.Rows($"select {Back} from marts.phone"));
    }

    [Fact]
    public void What_is_later_than_the_as_of_has_not_happened()
    {
        Provider();
        Call("2026-03-02 08:00:00", "in", "'2105550410'", "false");
        Call("2026-03-02 08:30:00", "out", "'2105550410'", "true");
        _given.Refresh(new DateTime(2026, 3, 2, 8, 10, 0, DateTimeKind.Utc));
        Assert.Equal(["0|1|∅|∅"], _given.Rows($"select {Back} from marts.phone"));
    }

    private void Provider()
    {
        _given.Client("Alpha").Source("pbx", "2026-03-31");
        _given.Run("insert into raw.reference_aliases (load_id, file, line, source, name, client) values (1, 'a', 2, 'pbx', '+30 2105550410', 'Alpha')");
    }

    /// <summary>The other party's number is the caller's of an incoming call, the callee's of an outgoing one.</summary>
    private void Call(string at, string direction, string number, string answered, string id = "null", string kind = "pbx", string source = "pbx", long? duration = null, int load = 1) => _given.Run($"""
        insert into raw.calls (load_id, line, source, call_id, row_hash, log_kind, started_at, direction, caller, callee, duration_seconds, is_answered, is_time_ambiguous)
          values ({load}, {++_line}, '{source}', {id}, {_line}, '{kind}', '{at}', '{direction}', {(direction == "in" ? number : "'101'")}, {(direction == "in" ? "'101'" : number)}, {(duration is null ? "null" : $"{duration}")}, {answered}, false)
        """);
}
