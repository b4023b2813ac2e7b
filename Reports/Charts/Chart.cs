using Insights.Reports.Packs;
using Insights.Reports.Style;
using ScottPlot;

namespace Insights.Reports.Charts;

/// <summary>One chart in the reader's language, ready to be drawn on a page or saved as a picture.</summary>
/// <param name="Name">Short file name, the same in every language: response-attainment.</param>
/// <param name="Title">The finding, in words, in sentence case.</param>
/// <param name="Reading">One or two sentences with the figures and their n.</param>
/// <param name="Definition">How the figures are defined.</param>
/// <param name="Keys">What the colours mean, drawn above the plot instead of a legend.</param>
/// <param name="Plot">The drawing; null when there is nothing to draw, and then <paramref name="Instead"/> says why.</param>
/// <param name="Instead">What stands in the plot's place.</param>
public sealed record Chart(string Name, string Title, string Reading, string Definition, IReadOnlyList<ChartKey> Keys, Plot? Plot,
    string? Instead = null)
{
    /// <summary>The numbers behind the plot, where columns and lines can show them; null where only the drawing does.</summary>
    internal ChartFigures? Figures { get; init; }

    /// <summary>A chart the data cannot support: a panel that says what is missing, never an empty axis.</summary>
    public static Chart NotMeasurable(ReviewScope scope, string name, string definition, string missingKey) => new(
        name,
        scope.Language.Say($"chart.{name}.name"),
        "",
        definition,
        [],
        null,
        ReviewSentences.NotMeasurable(scope, missingKey));
}

/// <summary>A colour and mark, and what they stand for.</summary>
public sealed record ChartKey(string Text, Ink Ink, KeyMark Mark = KeyMark.Dot);

/// <summary>How a key's mark is drawn.</summary>
public enum KeyMark
{
    Dot,
    HollowDot,
    Line,
    DashedLine,
    Block,
    Diamond,
    HollowSquare,
}
