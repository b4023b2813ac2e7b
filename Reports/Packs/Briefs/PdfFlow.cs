using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs.Briefs;

/// <summary>Blocks from top to bottom over A4 pages; a block that does not fit begins the next page.</summary>
internal sealed class PdfFlow(Fonts fonts) : IDisposable
{
    public const float Width = 595;
    public const float Height = 842;
    public const float Margin = 42;
    public const float Inner = Width - (2 * Margin);

    private const float Bottom = Height - 46;

    private readonly SKCanvas _nowhere = new SKNoDrawCanvas(1, 1);
    private readonly List<List<Action<SKCanvas, Typesetter>>> _pages = [[]];
    private float _y = Margin;

    public IReadOnlyList<IReadOnlyList<Action<SKCanvas, Typesetter>>> Pages => _pages;

    /// <summary>Points left on the page.</summary>
    public float Left => Bottom - _y;

    public void Dispose() => _nowhere.Dispose();

    /// <summary>What a measure says of text set with these fonts.</summary>
    public float Measure(Func<Typesetter, float> height)
    {
        using var type = new Typesetter(fonts, _nowhere);
        return height(type);
    }

    /// <summary>Room for a block of a height, which is drawn from the y it is given on.</summary>
    public void Block(float height, Action<SKCanvas, Typesetter, float> draw)
    {
        if (height > Left && _y > Margin)
            Break();
        var top = _y;
        _pages[^1].Add((canvas, type) => draw(canvas, type, top));
        _y += height;
    }

    public void Space(float height) => _y = Math.Min(_y + height, Bottom);

    /// <summary>The next page.</summary>
    public void Break()
    {
        _pages.Add([]);
        _y = Margin;
    }

    /// <summary>Begins the next page where so much does not fit this one.</summary>
    public void Keep(float height)
    {
        if (height > Left && _y > Margin)
            Break();
    }
}
