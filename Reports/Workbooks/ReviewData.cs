using Insights.Analytics;

namespace Insights.Reports.Workbooks;

/// <summary>The rows of the marts a review of one client and month is written from, read once.</summary>
internal sealed class ReviewData
{
    private readonly HashSet<(string?, string?)> _starts;
    private readonly Dictionary<(string?, string?), MartRow> _tickets;
    private readonly Dictionary<((string?, string?), string), MartRow> _differences;
    private readonly Dictionary<(string?, string?), long> _open;

    private ReviewData(Marts marts, string client, DateOnly month, MartRow card)
    {
        Client = client;
        Month = month;
        Card = card;
        Provider = card.Text("provider")!;
        Cards = [.. Own(marts.Rows("client_months", client)).Where(IsInWindow)];
        var all = Own(marts.Rows("tickets", client)).ToList();
        var tickets = all.Where(IsInWindow).OrderBy(r => r.Instant("created_at")).ThenBy(r =>
            r.Text("ticket_id"), StringComparer.Ordinal).ToList();
        _starts = Starts(all);
        Counted = [.. tickets.Where(r => r.Flag("is_counted") != false)];
        Excluded = [.. tickets.Where(r => r.Flag("is_counted") == false)];
        Attainment = Monthly(marts, "attainment");
        AttainmentTrailing = Monthly(marts, "attainment_trailing");
        AttainmentByMonth = [.. Own(marts.Rows("attainment", client)).Where(r => IsInWindow(r) && r.Whole("priority") is null)];
        Ladder = Monthly(marts, "response_ladder");
        LadderTrailing = Monthly(marts, "response_ladder_trailing");
        Times = new Dictionary<string, IReadOnlyList<MartRow>>
        {
            ["response"] = Monthly(marts, "response_times"),
            ["resolve"] = Monthly(marts, "resolve_times"),
            ["response_trailing"] = Monthly(marts, "response_times_trailing"),
            ["resolve_trailing"] = Monthly(marts, "resolve_times_trailing"),
        };
        Expectations = Monthly(marts, "expectations");
        Groups = Monthly(marts, "failure_months");
        Links = marts.Rows("repeat_links", client);
        Devices = Monthly(marts, "device_months");
        LinkPrecision = [.. Own(marts.Rows("link_precision"))];
        Outages = Windowed(marts, "outages");
        Fleets = [.. Own(marts.Rows("fleet_patterns", client)).Where(r => r.Instant("last_at") is { } last && last >= FirstMonth.ToDateTime(TimeOnly.MinValue) && last < Month.AddMonths(1).ToDateTime(TimeOnly.MinValue))];
        WorkMix = Monthly(marts, "work_mix");
        RedFlags = [.. Monthly(marts, "red_flags").OrderByDescending(r => r.Text("question"), StringComparer.Ordinal)];
        Intensity = Monthly(marts, "intensity").FirstOrDefault();
        LostWork = Monthly(marts, "lost_work");
        Reopens = Monthly(marts, "reopens").FirstOrDefault(r => r.Text("span") == "trailing");
        FailureCount = Monthly(marts, "failure_counts").FirstOrDefault();
        PermanentFixes = Monthly(marts, "permanent_fixes");
        ToldFixes = Windowed(marts, "told_fixes");
        FirstFixes = Monthly(marts, "first_fixes").FirstOrDefault();
        Findings = [.. Monthly(marts, "findings").OrderBy(r => r.Whole("rank"))];
        Delivered = new DeliveredRows
        {
            Rungs = Monthly(marts, "response_rungs"),
            Gaps = Monthly(marts, "clock_gaps"),
            Pauses = Monthly(marts, "pause_effects"),
            Chasers = Monthly(marts, "chaser_months"),
            Agreement = Monthly(marts, "priority_agreement"),
            Disputes = Windowed(marts, "priority_disputes"),
            Critical = Windowed(marts, "critical_work"),
            Matrix = Monthly(marts, "priority_matrix"),
            PauseList = Windowed(marts, "pauses"),
            ChaserList = Windowed(marts, "chasers"),
            ChasersByAgent = Monthly(marts, "chasers_by_agent"),
            Verdicts = Windowed(marts, "vendor_differences"),
            Differences = Windowed(marts, "ticket_differences"),
            AttainmentBy = [.. Monthly(marts, "attainment_by").Where(r => r.Text("span") == "trailing")],
            TimesBy = Monthly(marts, "times_by"),
            Comparisons = Monthly(marts, "comparisons"),
            Trends = Monthly(marts, "trends"),
        };
        Contact = new ContactRows
        {
            Replies = Monthly(marts, "reply_times"),
            Phone = Windowed(marts, "phone"),
            Satisfaction = Monthly(marts, "satisfaction"),
            Ages = Monthly(marts, "backlog"),
            Growth = Windowed(marts, "growth"),
        };
        Meeting = new MeetingRows
        {
            Actions = Windowed(marts, "actions"),
            Comments = Windowed(marts, "comments"),
            Exclusions = Windowed(marts, "agreed_exclusions"),
            Attainment = Monthly(marts, "attainment_excluded"),
        };
        Hours = new HoursRows
        {
            Months = [.. Windowed(marts, "hours_used").Where(r => r.Text("span") == "month").OrderBy(r => r.Date("month"))],
            Year = Monthly(marts, "hours_used").FirstOrDefault(r => r.Text("span") == "trailing"),
            Included = [.. Monthly(marts, "hours_included").OrderBy(r => r.Text("per") == "once")],
            Entries = [.. Monthly(marts, "time_entries").Where(r => r.Flag("is_counted") == true)],
        };
        DayLadder = Monthly(marts, "response_day_ladder");
        _tickets = Counted.ToDictionary(Key);
        _differences = Delivered.Differences.ToDictionary(d => (Key(d), d.Text("promise_kind")!));
        _open = Windowed(marts, "ticket_clocks").Where(c => c.Text("measure") == "response" && c.Whole("client_open_seconds") is not null)
            .ToDictionary(Key, c => c.Whole("client_open_seconds")!.Value);
        var sources = tickets.Select(t => t.Text("source")).ToHashSet();
        Sources = [.. marts.Rows("providers").Where(r => r.Text("provider") == Provider && sources.Contains(r.Text("source")))];
        TellsPauses = HasPauses(Delivered.Pauses) || SaysPauses(marts);
    }

    public string Client { get; }

    public string Provider { get; }

    /// <summary>The first day of the month under review.</summary>
    public DateOnly Month { get; }

    /// <summary>The first day of the first of the twelve months that end with it.</summary>
    public DateOnly FirstMonth => Month.AddMonths(-11);

    /// <summary>The IANA zone the client's clock on the wall follows.</summary>
    public string Zone => Card.Text("zone") ?? "UTC";

    /// <summary>Below this many tickets a month lists them instead of giving a ratio.</summary>
    public long MinimumN => Card.Whole("minimum_n") ?? 1;

    /// <summary>Up to when the figures count what happened: the end of the data, or an earlier as-of; null when no source says.</summary>
    public DateTime? DataEnd => Card.Instant("as_of_at");

    public MartRow Card { get; }

    /// <summary>The scorecards of the twelve months, oldest first; a month without one has no row.</summary>
    public IReadOnlyList<MartRow> Cards { get; }

    /// <summary>The twelve months' tickets that figures count, oldest first.</summary>
    public IReadOnlyList<MartRow> Counted { get; }

    /// <summary>The twelve months' merged and deleted tickets.</summary>
    public IReadOnlyList<MartRow> Excluded { get; }

    public IReadOnlyList<MartRow> Attainment { get; }

    public IReadOnlyList<MartRow> AttainmentTrailing { get; }

    /// <summary>All priorities together, one row per month and kind of promise.</summary>
    public IReadOnlyList<MartRow> AttainmentByMonth { get; }

    public IReadOnlyList<MartRow> Ladder { get; }

    public IReadOnlyList<MartRow> LadderTrailing { get; }

    /// <summary>By response, resolve, response_trailing, resolve_trailing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<MartRow>> Times { get; }

    public IReadOnlyList<MartRow> Expectations { get; }

    /// <summary>What was agreed and said at the meetings.</summary>
    public MeetingRows Meeting { get; }

    /// <summary>The time worked and the hours included.</summary>
    public HoursRows Hours { get; }

    /// <summary>Answered by the end of a business day, per span and clock.</summary>
    public IReadOnlyList<MartRow> DayLadder { get; }

    /// <summary>Whether the provider can be reached and keeps up.</summary>
    public ContactRows Contact { get; }

    /// <summary>What stands between expectation, promise and delivery.</summary>
    public DeliveredRows Delivered { get; }

    /// <summary>The failures of the twelve months, as they stood at the end of the month.</summary>
    public IReadOnlyList<MartRow> Groups { get; }

    public IReadOnlyList<MartRow> Links { get; }

    /// <summary>How many of the provider's labelled links are right, a row per tier.</summary>
    public IReadOnlyList<MartRow> LinkPrecision { get; }

    /// <summary>The client's devices and how often they failed, to the end of the month.</summary>
    public IReadOnlyList<MartRow> Devices { get; }

    /// <summary>The outages that began in the twelve months.</summary>
    public IReadOnlyList<MartRow> Outages { get; }

    /// <summary>The fleet patterns last seen in the twelve months.</summary>
    public IReadOnlyList<MartRow> Fleets { get; }

    /// <summary>By span.</summary>
    public IReadOnlyList<MartRow> WorkMix { get; }

    /// <summary>Three at most.</summary>
    public IReadOnlyList<MartRow> RedFlags { get; }

    /// <summary>How much support the client needs; null where the reference data does not know the client.</summary>
    public MartRow? Intensity { get; }

    /// <summary>By span.</summary>
    public IReadOnlyList<MartRow> LostWork { get; }

    /// <summary>Tickets of the twelve months that came back after their solution.</summary>
    public MartRow? Reopens { get; }

    /// <summary>The month's failures beside what the months before let one expect; null where no ticket reports a failure.</summary>
    public MartRow? FailureCount { get; }

    /// <summary>The chronic failures of the twelve months: looked into for good or not.</summary>
    public IReadOnlyList<MartRow> PermanentFixes { get; }

    /// <summary>The twelve months' failures of which it can be asked who named the fix.</summary>
    public IReadOnlyList<MartRow> ToldFixes { get; }

    /// <summary>Null where no failure of the twelve months has ended.</summary>
    public MartRow? FirstFixes { get; }

    public IReadOnlyList<MartRow> Findings { get; }

    /// <summary>What is known of each source of the provider.</summary>
    public IReadOnlyList<MartRow> Sources { get; }

    /// <summary>Whether the data say of any ticket what kind it is; where they do not, a count of failures is not zero but not
    /// measurable.</summary>
    public bool TellsKinds => Counted.Any(t => t.Text("kind") is not null);

    /// <summary>Whether the data say when a ticket of this client waited for somebody else; where they do not, a pause is not zero but not
    /// measurable.</summary>
    public bool TellsPauses { get; }

    /// <summary>How a promise was kept over the twelve months; null where nothing was promised. Priority null: all together.</summary>
    public MartRow? Kept(string kind, long? priority) => AttainmentTrailing.FirstOrDefault(r =>
        r.Text("promise_kind") == kind && r.Whole("priority") == priority && r.Whole("promised_count") > 0);

    public IEnumerable<MartRow> TicketsOfMonth => Counted.Where(r => r.Date("month") == Month);

    /// <summary>The counted ticket a row of a mart tells of; null where it is none of the twelve months'.</summary>
    public MartRow? TicketOf(MartRow row) => _tickets.GetValueOrDefault(Key(row));

    /// <summary>Why the tool's verdict on a ticket's promise is not ours; null where it is, or where the tool gives none.</summary>
    public MartRow? DifferenceOf(MartRow ticket, string kind) => _differences.GetValueOrDefault((Key(ticket), kind));

    /// <summary>Seconds of the wait for a first response with the client's own office open; null where its hours are not known.</summary>
    public long? OpenSeconds(MartRow ticket) => _open.TryGetValue(Key(ticket), out var seconds) ? seconds : null;

    /// <summary>Whether a ticket is the first of an episode of a failure.</summary>
    public bool StartsEpisode(MartRow ticket) => _starts.Contains(Key(ticket));

    /// <exception cref="SetupException">The client has no tickets in that month.</exception>
    public static ReviewData Read(Marts marts, string client, DateOnly month) => new(marts, client, month, ScoreCard.Of(marts, client, month));

    private static HashSet<(string?, string?)> Starts(IEnumerable<MartRow> tickets) =>
    [
        .. tickets.Where(t => t.Text("failure_group_id") is not null && t.Whole("episode_number") is not null)
            .GroupBy(t => (t.Text("failure_group_id"), t.Whole("episode_number")))
            .Select(episode => episode.OrderBy(t => t.Instant("created_at")).ThenBy(t =>
                t.Text("source"), StringComparer.Ordinal).ThenBy(t => t.Text("ticket_id"), StringComparer.Ordinal).First())
            .Select(t => (t.Text("source"), t.Text("ticket_id"))),
    ];

    private static bool HasPauses(IEnumerable<MartRow> effects) => effects.Any(e => e.Whole("paused_count") > 0 || e.Whole("unsupported_count") > 0);

    private bool SaysPauses(Marts marts)
    {
        var sources = Counted.Select(t => t.Text("source")).ToHashSet();
        return Own(marts.Rows("measures")).Any(m =>
            m.Text("measure") == "pauses" && m.Flag("is_measurable") == true && sources.Contains(m.Text("source")));
    }

    private bool IsInWindow(MartRow row) => row.Date("month") is { } month && month >= FirstMonth && month <= Month;

    private IEnumerable<MartRow> Own(IEnumerable<MartRow> rows) => rows.Where(r => r.Text("provider") == Provider);

    private static (string?, string?) Key(MartRow row) => (row.Text("source"), row.Text("ticket_id"));

    private List<MartRow> Windowed(Marts marts, string mart) => [.. Own(marts.Rows(mart, Client)).Where(IsInWindow)];

    private List<MartRow> Monthly(Marts marts, string mart) => [.. Own(marts.Rows(mart, Client, Month))];
}
