using Insights.Reports.Style;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Insights.Reports.Charts;

/// <summary>The house look of a plot: white paper, a light grid, no frame, axes in the reader's words.</summary>
internal static class Look
{
    public const float TickSize = 12.5f;
    public const float LabelSize = 12f;

    /// <summary>Lengths of time people say, in seconds.</summary>
    private static readonly long[] HumanTimes =
        [60, 600, 1800, 3600, 7200, 14400, 28800, 86400, 172800, 432000, 864000, 2592000, 7776000];

    public static Plot Blank()
    {
        var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Palette.Paper.Plot;
        plot.DataBackground.Color = Palette.Paper.Plot;
        plot.Grid.MajorLineColor = Palette.Grid.Plot;
        plot.Grid.MajorLineWidth = 1;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Axes.Margins(0.02, 0.05);
        foreach (var axis in plot.Axes.GetAxes())
            Quieten(axis);
        plot.Axes.Bottom.FrameLineStyle.Width = 1;
        plot.Axes.Bottom.FrameLineStyle.Color = Palette.Quiet.Plot;
        return plot;
    }

    /// <summary>Months 0 to 11 from left to right, each with a second line under its name: its n.</summary>
    public static void MonthAxis(Plot plot, ReviewScope scope, Func<DateOnly, long?> count)
    {
        string Under(DateOnly month) => count(month) is { } n ? scope.Language.Whole(n) : "–";
        var labels = scope.Months.Select(m => scope.Language.ShortMonth(m) + "\n" + Under(m)).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. Enumerable.Range(0, labels.Length).Select(i => (double)i)], labels);
        plot.Axes.SetLimitsX(-0.6, labels.Length - 0.3);
    }

    public static void Caption(Plot plot, string text)
    {
        plot.XLabel(text, LabelSize);
        plot.Axes.Bottom.Label.ForeColor = Palette.Muted.Plot;
        plot.Axes.Bottom.Label.Bold = false;
    }

    /// <summary>0 to 100% upwards.</summary>
    public static void RatioAxis(Plot plot, Language language)
    {
        double[] marks = [0, 0.25, 0.5, 0.75, 1];
        plot.Axes.Left.TickGenerator = new NumericManual(marks, [.. marks.Select(language.Percent)]);
        plot.Axes.SetLimitsY(0, 1.1);
    }

    /// <summary>Whole counts from 0 upwards, with room above the highest for its label.</summary>
    public static void CountAxis(Plot plot, Language language, double highest)
    {
        var step = CountStep(highest);
        var marks = Enumerable.Range(0, (int)Math.Ceiling(highest / step) + 1).Select(i => i * step).ToArray();
        plot.Axes.Left.TickGenerator = new NumericManual(marks, [.. marks.Select(m => language.Whole((long)m))]);
        plot.Axes.SetLimitsY(0, Math.Max(highest, 1) * 1.14);
    }

    /// <summary>Days from 0 to the last, left to right.</summary>
    public static void DayAxis(Plot plot, Language language, double last)
    {
        var step = CountStep(last);
        var marks = Enumerable.Range(0, (int)(last / step) + 1).Select(i => i * step).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual(marks, [.. marks.Select(m => language.Whole((long)m))]);
        plot.Axes.SetLimitsX(0, Math.Max(last, 1) * 1.02);
    }

    /// <summary>Ticks people say (10 minutes, 2 hours, 1 day) on a logarithmic axis of seconds between two lengths of time.</summary>
    /// <returns>The limits of the axis, as log10 of seconds.</returns>
    public static (double Low, double High) TimeAxis(IAxis axis, Language language, IEnumerable<long> seconds)
    {
        var shown = seconds.Where(s => s > 0).ToList();
        var low = HumanTimes.LastOrDefault(t => t <= shown.Min(), HumanTimes[0]);
        var high = HumanTimes.FirstOrDefault(t => t >= shown.Max(), shown.Max());
        var marks = Spaced(HumanTimes.Where(t => t >= low && t <= high), (Log(high) - Log(low)) * 0.085);
        axis.TickGenerator = new NumericManual([.. marks.Select(t => Log(t))], [.. marks.Select(language.Duration)]);
        return (Log(low) - 0.08, Log(high) + 0.08);
    }

    /// <summary>Where a length of time stands on a time axis.</summary>
    public static double Log(long seconds) => Math.Log10(Math.Max(seconds, 1));

    /// <summary>A label at a point of the plot.</summary>
    public static void Label(Plot plot, string text, double x, double y, Ink ink, Alignment alignment, float offsetX = 0,
        float offsetY = 0, bool bold = false)
    {
        var label = plot.Add.Text(text, x, y);
        label.LabelFontSize = LabelSize;
        label.LabelFontColor = ink.Plot;
        label.LabelBold = bold;
        label.LabelAlignment = alignment;
        label.OffsetX = offsetX;
        label.OffsetY = offsetY;
    }

    public static void Line(Plot plot, double x1, double y1, double x2, double y2, Ink ink, float width = 2, bool dashed = false)
    {
        if (dashed)
        {
            plot.Add.Plottable(new DashedLine(new(x1, y1), new(x2, y2), ink, width));
            return;
        }

        var line = plot.Add.Line(x1, y1, x2, y2);
        line.LineColor = ink.Plot;
        line.LineWidth = width;
        line.MarkerSize = 0;
    }

    /// <summary>A mark; hollow ones are filled with paper so that lines do not show through.</summary>
    public static void Mark(Plot plot, double x, double y, Ink ink, float size = 10, bool hollow = false,
        MarkerShape shape = MarkerShape.FilledCircle)
    {
        var mark = plot.Add.Marker(x, y, shape, size);
        mark.MarkerFillColor = (hollow ? Palette.Paper : ink).Plot;
        mark.MarkerStyle.OutlineColor = (hollow ? ink : Palette.Paper).Plot;
        mark.MarkerStyle.OutlineWidth = hollow ? 2 : 1;
    }

    public static void Bar(Plot plot, double x, double height, Ink ink, double width) =>
        plot.Add.Bar(new Bar { Position = x, Value = height, Size = width, FillColor = ink.Plot, LineWidth = 0 });

    private static void Quieten(IAxis axis)
    {
        axis.FrameLineStyle.Width = 0;
        axis.MajorTickStyle.Length = 6;
        axis.MajorTickStyle.Width = 0;
        axis.MajorTickStyle.Color = ScottPlot.Colors.Transparent;
        axis.MinorTickStyle.Length = 0;
        axis.TickLabelStyle.FontSize = TickSize;
        axis.TickLabelStyle.ForeColor = Palette.Muted.Plot;
    }

    /// <summary>Leaves out a tick whose label would run into the one before it.</summary>
    private static List<long> Spaced(IEnumerable<long> times, double apart)
    {
        var kept = new List<long>();
        foreach (var time in times)
        {
            if (kept.Count == 0 || Log(time) - Log(kept[^1]) >= apart)
                kept.Add(time);
        }

        return kept;
    }

    private static double CountStep(double highest)
    {
        double[] steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000];
        return steps.FirstOrDefault(s => highest / s <= 5, highest / 5);
    }
}
