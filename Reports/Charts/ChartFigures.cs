using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Charts;

/// <summary>The numbers a chart is drawn from, for programs that draw it themselves and let the reader edit it.</summary>
/// <param name="Unit">Ratios run from 0 to 1; anything else counts.</param>
/// <param name="Categories">From left to right.</param>
/// <param name="Series">One value per category each.</param>
internal sealed record ChartFigures(Unit Unit, IReadOnlyList<string> Categories, IReadOnlyList<ChartRow> Series)
{
    /// <summary>The twelve months of a review; a series without any value is left out.</summary>
    public static ChartFigures ByMonth(ReviewScope scope, Unit unit, params IEnumerable<(string Key, SeriesShape Shape, Ink Ink, Func<DateOnly, double?> Value)> series) => new(
        unit,
        [.. scope.Months.Select(scope.Language.ShortMonth)],
        [.. series.Select(s => new ChartRow(scope.Language.Say(s.Key), s.Shape, s.Ink, [.. scope.Months.Select(s.Value)])).Where(s => s.Values.Any(v => v is not null))]);
}

/// <param name="Name">What its colour means.</param>
/// <param name="Shape">Columns or a line.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Values">Null leaves a gap.</param>
internal sealed record ChartRow(string Name, SeriesShape Shape, Ink Ink, IReadOnlyList<double?> Values);
