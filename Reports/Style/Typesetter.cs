using System.Text.RegularExpressions;
using SkiaSharp;

namespace Insights.Reports.Style;

/// <summary>Sets lines of text on a canvas with the chosen faces, broken between words to a width.</summary>
internal sealed partial class Typesetter(Fonts fonts, SKCanvas canvas) : IDisposable
{
    private const float Leading = 1.32f;
    private const string NoBreak = "\u00A0";

    private readonly SKPaint _paint = new() { IsAntialias = true };

    public void Dispose() => _paint.Dispose();

    /// <summary>Draws a paragraph with its top at <paramref name="y"/>.</summary>
    /// <returns>The y below it.</returns>
    public float Paragraph(string text, float x, float y, float width, float size, Ink ink, bool bold = false)
    {
        using var font = Face(size, bold);
        foreach (var line in Lines(text, font, width))
        {
            Draw(line, x, y + size, font, ink);
            y += size * Leading;
        }

        return y;
    }

    /// <summary>Draws one line with its baseline at <paramref name="y"/>.</summary>
    /// <returns>The x after it.</returns>
    public float Line(string text, float x, float y, float size, Ink ink, bool bold = false)
    {
        using var font = Face(size, bold);
        var printable = fonts.Printable(text);
        Draw(printable, x, y, font, ink);
        return x + font.MeasureText(printable);
    }

    public float Width(string text, float size, bool bold = false)
    {
        using var font = Face(size, bold);
        return font.MeasureText(fonts.Printable(text));
    }

    /// <summary>The height a paragraph will take.</summary>
    public float Height(string text, float width, float size, bool bold = false)
    {
        using var font = Face(size, bold);
        return Lines(text, font, width).Count * size * Leading;
    }

    private SKFont Face(float size, bool bold) =>
        new(bold ? fonts.Bold : fonts.Regular, size) { Subpixel = true, Hinting = SKFontHinting.None };

    private void Draw(string text, float x, float y, SKFont font, Ink ink)
    {
        _paint.Color = ink.Skia;
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, _paint);
    }

    private List<string> Lines(string text, SKFont font, float width)
    {
        var lines = new List<string>();
        var line = "";
        var words = Glued(fonts.Printable(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.SelectMany(w => Pieces(w, font, width)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && font.MeasureText(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>A number stays on one line with the word it counts.</summary>
    private static string Glued(string text) => NumberAndWord().Replace(text, NoBreak);

    [GeneratedRegex(@"(?<=\d) (?=\p{L})")]
    private static partial Regex NumberAndWord();

    /// <summary>A word wider than the column is cut, so that a name without spaces cannot run off the page.</summary>
    private static IEnumerable<string> Pieces(string word, SKFont font, float width)
    {
        while (font.MeasureText(word) > width && word.Length > 1)
        {
            var fits = Math.Clamp((int)font.BreakText(word, width), 1, word.Length - 1);
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}
