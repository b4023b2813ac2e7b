using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Style;

namespace Insights.Reports.Packs;

/// <summary>
/// The key sentences of a client review: each with its n and interval, and saying so where the data cannot support a figure.
/// </summary>
internal static partial class ReviewSentences
{
    /// <summary>October 2026 · 38 tickets (27 failures, 11 others) · data until 2 Nov 2026, 09:10.</summary>
    public static string Header(ReviewScope scope)
    {
        var (language, now) = (scope.Language, scope.Now);
        var tickets = now.Whole("ticket_count") ?? 0;
        var incidents = now.Whole("incident_count") ?? 0;
        var header = language.Say(
            "say.header",
            ("month", language.Month(scope.Month)),
            ("tickets", language.Count("ticket", tickets)),
            ("incidents", language.Count("incident", incidents)),
            ("others", language.Count("other", tickets - incidents)),
            ("until", language.Moment(scope.DataEnd, scope.Zone)));
        return language.ShortHistory(now.Whole("trailing_month_count")) is { } history ? $"{header} {Language.Capitalised(history)}." : header;
    }

    /// <summary>The month's share within the agreed time, what is still unsettled, and what twelve months allow to conclude.</summary>
    public static string PromiseKept(ReviewScope scope)
    {
        if (scope.Now.Flag("has_promises") == false)
            return scope.Language.Say("say.no_promise");
        if (Attainment.Of(scope, "attainment_trailing", "response") is not { Ratio: not null } year)
            return NotMeasurable(scope, "missing.response");

        var month = Attainment.Of(scope, "attainment", "response");
        return Join(MonthKept(scope.Language, month, scope.MinimumN), Unsettled(scope.Language, month), YearKept(scope.Language, year, scope.MinimumN),
            year.IsUpperBound ? scope.Language.Say("upper_bound") : "");
    }

    /// <summary>
    /// For the most urgent priority with enough tickets: what is expected, what is promised, and when half were answered.
    /// </summary>
    public static string Expectations(ReviewScope scope)
    {
        var language = scope.Language;
        var rows = scope.Rows("expectations").Where(r => r.Text("promise_kind") == "response" && r["priority"] is not null
                && (r["expected"] is not null || r["promised"] is not null))
            .OrderBy(r => r.Whole("priority")).ToList();
        if (rows.Count == 0)
            return NotMeasurable(scope, "missing.expectation");

        var row = rows.Find(r => r.Whole("ticket_count") >= scope.MinimumN) ?? rows[0];
        var tickets = language.Say($"tickets_of_priority.{row.Whole("priority")}");
        return $"{tickets}: {Stated(language, row, "expected")}, {Stated(language, row, "promised")}, {Delivered(scope, row)}.";
    }

    /// <summary>Hours the client waited with its own office open, beside those of the wall and of the contract, in the month and in
    /// twelve months. Hours of the wall never stand first: a weekend on which both were closed is nobody's wait.</summary>
    public static string TwoClocks(ReviewScope scope)
    {
        var (language, now) = (scope.Language, scope.Now);
        var year = scope.History("client_months", r => r.Whole("response_client_seconds_total") is not null).Values.ToList();
        if (year.Count == 0)
            return NotMeasurable(scope, "missing.response");

        var month = now.Whole("response_client_seconds_total") is null
            ? language.Say("say.none_answered")
            : Waited(scope, "say.two_clocks", [now], "month");
        return Join(month, Waited(scope, "say.two_clocks_year", year, "trailing"));
    }

    /// <summary>How many of the month's failures had ended less than thirty days before; the ratio only where n allows it.</summary>
    public static string SameAgain(ReviewScope scope)
    {
        if (scope.Now.Whole("episode_count") is not { } episodes || scope.Now.Whole("repeat_30d_count") is not { } repeats)
            return NotMeasurable(scope, "missing.repeats");

        return Join(
            Returned(scope, "say.returned_month", repeats, episodes, "repeat"),
            Returned(scope, "say.returned_year", scope.Now.Whole("trailing_repeat_30d_count") ?? 0,
                scope.Now.Whole("trailing_episode_count") ?? 0, "trailing_repeat"));
    }

    /// <summary>Opened, resolved and still open; and how many open ones nobody has answered.</summary>
    public static string Backlog(ReviewScope scope)
    {
        if (scope.Now.Whole("backlog_count") is not { } open)
            return NotMeasurable(scope, "missing.resolved");

        var (language, now) = (scope.Language, scope.Now);
        var flow = now.Whole("resolved_count") is { } resolved
            ? language.Say("say.flow", ("opened", language.Whole(now.Whole("ticket_count") ?? 0)), ("resolved", language.Whole(resolved)))
            : "";
        var unanswered = now.Text("response_semantics") == "none" ? 0 : now.Whole("unanswered_count") ?? 0;
        return Join(flow, open == 0 ? language.Say("say.backlog.none") : language.Count("say.backlog", open),
            unanswered > 0 ? language.Count("say.unanswered", unanswered) : "");
    }

    public static string NotMeasurable(ReviewScope scope, string missingKey) =>
        scope.Language.Say(scope.Now.Flag("is_survivors_only") == true && missingKey == "missing.resolved" ? "missing.open_tickets" : missingKey);

    private static string Waited(ReviewScope scope, string key, IReadOnlyCollection<MartRow> months, string span)
    {
        var language = scope.Language;
        var open = OpenWait(scope, span);
        var contract = months.Any(m => m.Whole("response_contract_seconds_total") is not null);
        return language.Say(
            open is not null ? key : contract ? key + ".unopened" : key + ".client",
            ("open", language.Hours(open?.Whole("client_open_seconds") ?? 0)),
            ("open_tickets", language.Count("ticket", open?.Whole("open_ticket_count") ?? 0)),
            ("client", language.Hours(months.Sum(m => m.Whole("response_client_seconds_total") ?? 0))),
            ("contract", language.Hours(months.Sum(m => m.Whole("response_contract_seconds_total") ?? 0))),
            ("tickets", language.Count("ticket", months.Sum(m => m.Whole("answered_count") ?? 0))));
    }

    /// <summary>Both clocks of the tickets whose client's opening hours are known; null where none are.</summary>
    private static MartRow? OpenWait(ReviewScope scope, string span) => scope.Rows("clock_gaps").FirstOrDefault(r =>
        r.Text("span") == span && r.Text("measure") == "response" && r.Whole("client_open_seconds") is not null);

    private static string MonthKept(Language language, Attainment? month, long minimumN) => month switch
    {
        null or { Decided: 0 } => language.Say("say.none_decided"),
        _ => language.Say(
            month.Suffices ? "say.kept" : "say.kept_few",
            ("kept", Counted(language, month.Met, month.Decided)),
            ("ratio", Ratio(language, month.Ratio, month.Low, month.High)),
            ("minimum", language.Whole(minimumN))),
    };

    private static string Unsettled(Language language, Attainment? month)
    {
        if (month is not { Suffices: true, BoundLow: { } low, BoundHigh: { } high } || month.Running + month.Unknown == 0)
            return "";

        var which =
            (month.Running, month.Unknown) switch { (_, 0) => "say.running", (0, _) => "say.unknown", _ => "say.running_and_unknown" };
        return language.Say(which, ("running", language.Whole(month.Running)), ("unknown", language.Count("kept.unknown", month.Unknown)),
            ("bounds", language.PercentRange(low, high)));
    }

    private static string YearKept(Language language, Attainment year, long minimumN) => language.Say(
        "say.year_kept." + year.Reading,
        ("kept", Counted(language, year.Met, year.Decided)),
        ("ratio", Ratio(language, year.Ratio, year.Low, year.High)),
        ("target", year.Target is { } target ? language.Percent(target) : ""),
        ("minimum", language.Whole(minimumN)));

    private static string Stated(Language language, MartRow row, string what)
    {
        var written = row.Text(what) is { } text ? PromiseWords.Quoted(text, language) : null;
        var time = row.Whole(what + "_seconds") is { } seconds ? Long(language, seconds) : written;
        return time is null ? language.Say($"say.not_{what}") : language.Say($"say.{what}", ("time", time));
    }

    private static string Delivered(ReviewScope scope, MartRow row)
    {
        var language = scope.Language;
        var count = row.Whole("ticket_count") ?? 0;
        var n = ("n", language.Whole(count));
        if (count < scope.MinimumN)
            return language.Say("say.delivered_few", n, ("minimum", language.Whole(scope.MinimumN)));
        if (row.Whole("median_seconds") is not { } median)
            return language.Say("say.delivered_never", n);
        return row.Whole("p90_seconds") is { } p90
            ? language.Say("say.delivered", ("time", language.Duration(median)), ("p90", language.Duration(p90)), n)
            : language.Say("say.delivered_half", ("time", language.Duration(median)), n);
    }

    private static string Returned(ReviewScope scope, string key, long repeats, long episodes, string columns)
    {
        var (language, row) = (scope.Language, scope.Now);
        return language.Say(
            key + ReturnedForm(repeats, episodes, episodes >= scope.MinimumN && row.Number(columns + "_ratio") is not null, language, key),
            ("returned", Counted(language, repeats, episodes)),
            ("episodes", language.Count("episode", episodes)),
            ("ratio", Ratio(language, row.Number(columns + "_ratio"), row.Number(columns + "_low"), row.Number(columns + "_high"))),
            ("minimum", language.Whole(scope.MinimumN)));
    }

    private static string ReturnedForm(long repeats, long episodes, bool enough, Language language, string key) =>
        (repeats, episodes, enough) switch
        {
            (_, 0, _) => ".none",
            (0, _, false) when language.Has(key + ".zero_few") => ".zero_few",
            (0, _, _) => ".zero",
            (_, _, true) => "",
            _ => ".few",
        };

    /// <summary>29 of 32.</summary>
    private static string Counted(Language language, long part, long whole) =>
        language.Say("say.counted", ("part", language.Whole(part)), ("whole", language.Whole(whole)));

    /// <summary>91%, interval 76–97%.</summary>
    private static string Ratio(Language language, double? ratio, double? low, double? high) => (ratio, low, high) is ({ } r, { } l, { } h)
        ? language.Say("say.ratio", ("ratio", language.Percent(r)), ("range", language.PercentRange(l, h)))
        : language.Say("not_measurable");

    /// <summary>A stated length of time: in hours from one day up, since a promised day is seldom 24 hours.</summary>
    private static string Long(Language language, long seconds) => seconds < 86400 ? language.Duration(seconds) : language.Hours(seconds);

    private static string Join(params string[] sentences) => string.Join(" ", sentences.Where(s => s.Length > 0));
}
