using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Style;

namespace Insights.Reports.Packs;

/// <summary>The titles of the charts, each a finding, and the readings that only a chart has.</summary>
internal static partial class ReviewSentences
{
    public static string TwoClocksTitle(ReviewScope scope) => scope.Now.Whole("response_client_seconds_total") is null
        ? scope.Language.Say("chart.two-clocks.name")
        : Waited(scope, "chart.two-clocks.title", [scope.Now], "month");

    public static string BacklogTitle(ReviewScope scope)
    {
        var language = scope.Language;
        return (scope.Now.Whole("resolved_count"), scope.Now.Whole("backlog_count")) is ({ } resolved, { } open)
            ? language.Say(
                "chart.backlog.title",
                ("opened", language.Whole(scope.Now.Whole("ticket_count") ?? 0)),
                ("resolved", language.Whole(resolved)),
                ("open", language.Whole(open)))
            : language.Say("chart.backlog.name");
    }

    public static string SameAgainTitle(ReviewScope scope)
    {
        var language = scope.Language;
        var episodes = scope.Now.Whole("trailing_episode_count") ?? 0;
        var repeats = scope.Now.Whole("trailing_repeat_30d_count") ?? 0;
        return repeats == 0
            ? language.Say("chart.repeat-failures.title.none", ("episodes", language.Count("episode", episodes)))
            : language.Say("chart.repeat-failures.title", ("returned", Counted(language, repeats, episodes)));
    }

    public static string Timeline(ReviewScope scope, IReadOnlyList<FailureTimeline.Failure> failures) => scope.Language.Say(
        "say.timeline",
        ("groups", scope.Language.Count("recurring", failures.Count)),
        ("episodes", scope.Language.Count("episode", failures.Sum(f => f.Happened.Count))),
        ("returned", scope.Language.Whole(failures.Sum(f => f.Happened.Count(h => h.Returned)))));

    /// <param name="scope">Whose review.</param>
    /// <param name="steps">Of marts.mean_failures, by age.</param>
    public static string MeanFailuresTitle(ReviewScope scope, IReadOnlyList<MartRow> steps) => scope.Language.Say(
        "chart.mean-failures.title", ("times", scope.Language.Number(steps[^1].Number("mean_failures")!.Value, 1)), ("days", Days(scope, steps[^1].Number("age_days")!.Value)));

    /// <summary>The first half of the time against the second; no word of a trend, which has its own test.</summary>
    public static string MeanFailures(ReviewScope scope, IReadOnlyList<MartRow> steps)
    {
        var half = steps[^1].Number("age_days")!.Value / 2;
        var before = steps.LastOrDefault(s => s.Number("age_days") <= half)?.Number("mean_failures") ?? 0;
        return scope.Language.Say("say.mean_failures", ("half", Days(scope, half)), ("before", scope.Language.Number(before, 1)),
            ("after", scope.Language.Number(steps[^1].Number("mean_failures")!.Value - before, 1)), ("devices", scope.Language.Whole(steps[0].Whole("device_count") ?? 0)));
    }

    private static string Days(ReviewScope scope, double days) => scope.Language.Whole((long)Math.Round(days));

    public static string LadderTitle(ReviewScope scope, IReadOnlyList<MartRow> client, IReadOnlyList<MartRow> contract)
    {
        var step = Step(client, 3600);
        return Enough(scope, step)
            ? scope.Language.Say(
                contract.Count > 0 ? "chart.response-ladder.title" : "chart.response-ladder.title.client",
                ("time", Time(scope.Language, step)),
                ("client", Share(scope.Language, step)),
                ("contract", Share(scope.Language, contract, 3600)))
            : scope.Language.Say("chart.response-ladder.name");
    }

    public static string Ladder(ReviewScope scope, IReadOnlyList<MartRow> client, IReadOnlyList<MartRow> contract)
    {
        var language = scope.Language;
        var (near, far) = (Step(client, 3600), Step(client, 14400));
        var tickets = language.Count("ticket", near.Whole("ticket_count") ?? 0);
        if (!Enough(scope, near))
            return language.Say("say.few", ("tickets", tickets), ("minimum", language.Whole(scope.MinimumN)));

        return language.Say(
            contract.Count > 0 ? "say.ladder" : "say.ladder.client",
            ("near", Time(language, near)),
            ("far", Time(language, far)),
            ("client_near", Share(language, near)),
            ("client_far", Share(language, far)),
            ("contract_near", Share(language, contract, 3600)),
            ("contract_far", Share(language, contract, 14400)),
            ("tickets", tickets));
    }

    public static string ResolutionTitle(ReviewScope scope) => Resolved(scope, "client") is { } row && Enough(scope, row)
        ? scope.Language.Say("chart.resolution-times.title", ("time", scope.Language.Duration(row.Whole("median_seconds")!.Value)))
        : scope.Language.Say("chart.resolution-times.name");

    public static string Resolution(ReviewScope scope)
    {
        var language = scope.Language;
        if (Resolved(scope, "client") is not { } client)
            return language.Say("say.resolution_never");

        var tickets = language.Count("ticket", client.Whole("ticket_count") ?? 0);
        if (!Enough(scope, client))
            return language.Say("say.few", ("tickets", tickets), ("minimum", language.Whole(scope.MinimumN)));

        var half = language.Say(
            "say.resolution",
            ("time", language.Duration(client.Whole("median_seconds")!.Value)),
            ("p90", NineInTen(language, client.Whole("p90_seconds"))),
            ("tickets", tickets));
        var contract = Resolved(scope, "contract")?.Whole("median_seconds");
        return Join(half, contract is { } seconds ? language.Say("say.resolution_contract", ("time", Long(language, seconds))) : "");
    }

    private static string NineInTen(Language language, long? seconds) =>
        seconds is { } p90 ? language.Say("say.nine_in_ten", ("time", language.Duration(p90))) : language.Say("say.nine_in_ten_never");

    private static MartRow? Resolved(ReviewScope scope, string clock) => scope.Rows("resolve_times_trailing")
        .FirstOrDefault(r => r.Text("clock") == clock && r["priority"] is null && r.Whole("median_seconds") is not null);

    /// <summary>The step of a threshold, else the nearest one above it, else the last.</summary>
    private static MartRow Step(IReadOnlyList<MartRow> steps, long seconds) =>
        steps.FirstOrDefault(r => r.Whole("threshold_seconds") >= seconds) ?? steps[^1];

    private static bool Enough(ReviewScope scope, MartRow row) => row.Whole("ticket_count") >= scope.MinimumN;

    private static string Time(Language language, MartRow step) => language.Duration(step.Whole("threshold_seconds") ?? 0);

    private static string Share(Language language, MartRow step) =>
        step.Number("answered_ratio") is { } ratio ? language.Percent(ratio) : language.Say("not_measurable");

    private static string Share(Language language, IReadOnlyList<MartRow> steps, long seconds) =>
        steps.Count == 0 ? language.Say("not_measurable") : Share(language, Step(steps, seconds));
}
