using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

internal enum SeriesShape
{
    Columns,
    Line,
    DashedLine,
}

/// <summary>A row of numbers in cells: where they stand and what they are, so the chart shows before anything is recalculated.</summary>
/// <param name="Range">For example 'Figures'!$B$5:$B$16.</param>
/// <param name="Values">One per cell; null leaves a gap.</param>
internal sealed record ChartNumbers(string Range, IReadOnlyList<double?> Values);

/// <summary>Texts in cells: the categories, or the name of a series.</summary>
internal sealed record ChartTexts(string Range, IReadOnlyList<string> Values);

/// <summary>One series of a chart.</summary>
internal sealed record ChartSeries(SeriesShape Shape, ChartTexts Name, ChartNumbers Numbers, Ink Colour);

/// <summary>The cells a chart covers, 0-based; To is the first column and row it does not cover.</summary>
internal sealed record ChartPlace(string Sheet, int FromColumn, int FromRow, int ToColumn, int ToRow);

/// <summary>
/// A chart the reader's program draws itself from cells: columns and lines over one row of categories. The title says what is drawn, the description
/// tells it to a reader who cannot see it, both in the reader's language. The value axis counts, or runs from 0 to 1 for ratios.
/// </summary>
internal sealed record NativeChart(string Title, string Description, Unit Unit, ChartTexts Categories, IReadOnlyList<ChartSeries> Series);

/// <summary>A logo in the top right corner of what a sheet prints.</summary>
/// <param name="Logo">The picture.</param>
/// <param name="Sheet">Its name.</param>
/// <param name="Widths">Of the sheet's columns up to the one the logo ends with, in points.</param>
internal sealed record PlacedLogo(Logo Logo, string Sheet, IReadOnlyList<double> Widths);

/// <summary>A chart and where on which sheet it stands.</summary>
internal sealed record PlacedChart(NativeChart Chart, ChartPlace Place);
