namespace Insights.Reports.Style;

/// <summary>
/// The colours a theme may change; all others are <see cref="Palette"/>'s. The hues of the house are those Okabe and Ito chose to stay apart for
/// every common kind of colour blindness. Each means one thing everywhere.
/// </summary>
public sealed record Colours
{
    /// <summary>The house's own.</summary>
    public static Colours House { get; } = new();

    /// <summary>What was delivered: the measured figure; also titles and headings.</summary>
    public Ink Delivered { get; init; } = new(0x0072B2);

    /// <summary>What the client expects, and the time the client really waited.</summary>
    public Ink Expected { get; init; } = new(0xD55E00);

    /// <summary>Outside the agreed time; a failure that came back.</summary>
    public Ink Breached { get; init; } = new(0xB5460F);

    /// <summary>Within the agreed time; resolved.</summary>
    public Ink Met { get; init; } = new(0x009E73);
}
