using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Insights.Reports.Charts;

/// <summary>The failures that came back most, one line each, with a dot for every time they happened in the twelve months.</summary>
internal static class FailureTimeline
{
    public const string Name = "failure-timeline";

    private const int Lines = 8;
    private const int LongestTitle = 34;

    /// <param name="Group">Its row of <c>marts.failure_groups</c>.</param>
    /// <param name="Happened">Its episodes within the twelve months, by the day they began, in months from the left edge.</param>
    internal sealed record Failure(MartRow Group, IReadOnlyList<(double X, bool Returned)> Happened);

    public static Chart Of(ReviewScope scope)
    {
        var language = scope.Language;
        var definition = language.Say("chart.failure-timeline.definition");
        if (scope.Now.Whole("episode_count") is null || scope.Now.Whole("repeat_30d_count") is null)
            return Chart.NotMeasurable(scope, Name, definition, "missing.repeats");

        var failures = Recurring(scope);
        if (failures.Count == 0)
            return new Chart(Name, language.Say("chart.failure-timeline.none"), "", definition, [], null,
                language.Say("chart.failure-timeline.none_instead"));

        List<ChartKey> keys = [new(language.Say("key.happened"), scope.Colours.Delivered), new(language.Say("key.returned"), scope.Colours.Breached)];
        return new Chart(Name, Title(scope, failures[0]), ReviewSentences.Timeline(scope, failures), definition, keys,
            Draw(scope, failures));
    }

    /// <summary>The name of a failure as it is printed: its title, shortened, with nothing a font cannot draw.</summary>
    internal static string TitleOf(ReviewScope scope, MartRow group)
    {
        var title = scope.Fonts.Printable(group.Text("title") ?? group.Text("asset") ?? group.Text("category") ?? "");
        return title.Length <= LongestTitle ? title : title[..LongestTitle].TrimEnd() + "…";
    }

    private static string Title(ReviewScope scope, Failure worst) => scope.Language.Say(
        "chart.failure-timeline.title",
        ("title", TitleOf(scope, worst.Group)),
        ("episodes", scope.Language.Count("episode", worst.Happened.Count)));

    private static List<Failure> Recurring(ReviewScope scope)
    {
        var happened = scope.AllRows("tickets").Where(t => t.Text("failure_group_id") is not null && t.Flag("is_counted") != false)
            .Where(t => t.Date("month") is { } m && m >= scope.Months[0] && m <= scope.Month)
            .ToLookup(t => t.Text("failure_group_id"));
        return [.. scope.AllRows("failure_groups").Select(g => new Failure(g, Episodes(scope, happened[g.Text("failure_group_id")])))
            .Where(f => f.Happened.Count > 1)
            .OrderByDescending(f => f.Happened.Count).ThenBy(f => f.Group.Text("failure_group_id"), StringComparer.Ordinal).Take(Lines)];
    }

    private static List<(double X, bool Returned)> Episodes(ReviewScope scope, IEnumerable<MartRow> tickets) =>
    [
        .. tickets.GroupBy(t => t.Whole("episode_number")).Select(e => e.MinBy(t => t.Instant("created_at"))!)
            .Select(first => (Place(scope, first.Instant("created_at")!.Value), first.Flag("is_repeat_30d") == true)).Order(),
    ];

    private static double Place(ReviewScope scope, DateTime createdAt)
    {
        var local = Language.Local(createdAt, scope.Zone);
        var months = ((local.Year - scope.Months[0].Year) * 12) + local.Month - scope.Months[0].Month;
        return months + ((local.Day - 1 + (local.TimeOfDay.TotalHours / 24)) / DateTime.DaysInMonth(local.Year, local.Month)) - 0.5;
    }

    private static Plot Draw(ReviewScope scope, List<Failure> failures)
    {
        var plot = Look.Blank();
        plot.Grid.YAxisStyle.IsVisible = false;
        int[] named = [1, 3, 5, 7, 9, 11];
        plot.Axes.Bottom.TickGenerator =
            new NumericManual([.. named.Select(i => (double)i)], [.. named.Select(i => scope.Language.ShortMonth(scope.Months[i]))]);
        plot.Axes.SetLimits(-0.6, 12.6, -0.6, failures.Count - 0.4);
        plot.Axes.Left.TickLabelStyle.ForeColor = Palette.Text.Plot;
        plot.Axes.Left.TickGenerator = new NumericManual(
            [.. failures.Select((_, i) => (double)(failures.Count - 1 - i))], [.. failures.Select(f => TitleOf(scope, f.Group))]);
        for (var i = 0; i < failures.Count; i++)
            DrawFailure(plot, scope, failures[i], failures.Count - 1 - i);
        return plot;
    }

    private static void DrawFailure(Plot plot, ReviewScope scope, Failure failure, int y)
    {
        Look.Line(plot, -0.5, y, 11.5, y, Palette.Grid, 1);
        foreach (var (x, returned) in failure.Happened)
            Look.Mark(plot, x, y, returned ? scope.Colours.Breached : scope.Colours.Delivered, 10);
        Look.Label(plot, "×" + scope.Language.Whole(failure.Happened.Count), 11.75, y, Palette.Text, Alignment.MiddleLeft, bold: true);
    }
}
