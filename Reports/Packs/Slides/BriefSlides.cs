using System.Xml.Linq;
using Insights.Reports.Charts;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs.Slides;

/// <summary>A brief as slides: whom it is about, its questions as many a slide as fit, and one chart a slide that the reader can edit.</summary>
internal static class BriefSlides
{
    private const float Margin = 44;
    private const float Inner = DeckXml.Width - (2 * Margin);
    private const float Question = 200;
    private const float Top = 34;
    private const float Room = 452;
    private const float Between = 14;
    private const float Shrunk = 0.92f;
    private const float Usual = 15;
    private const float Smallest = 9;
    private const float LogoWidth = 220;
    private const float LogoHeight = 64;

    /// <summary>Slides are shown in a face of the reader's machine, which may be wider than the one measured with.</summary>
    private const float Spare = 1.08f;

    public static void Write(Stream stream, Brief brief)
    {
        var deck = new Deck();
        var slides = new List<Action<int>> { n => AddOpening(deck, n, brief) };
        using var canvas = new SKNoDrawCanvas(1, 1);
        using var type = new Typesetter(brief.Fonts, canvas);
        slides.AddRange(Packed(type, brief.Sections).Select(sections => (Action<int>)(n => AddSections(deck, n, brief, type, sections))));
        slides.AddRange(brief.Charts.Where(c => c.Plot is not null).Select(chart => (Action<int>)(n => AddChart(deck, n, brief, chart))));
        for (var i = 0; i < slides.Count; i++)
            slides[i](i + 1);
        DeckFrame.Add(deck, brief, slides.Count);
        deck.Write(stream);
    }

    private static void AddOpening(Deck deck, int number, Brief brief)
    {
        TextLine Line(string text, float size, Ink ink, bool bold = false) => new(text, size, ink, brief.Language.Code, bold, After: 8);
        List<XElement> shapes =
        [
            DeckXml.Text(2, "title", new Box(Margin, 150, Inner, 84), [Line(brief.Title, brief.Title.Length > 40 ? 28 : 38, Palette.Text, true)], "title"),
            DeckXml.Text(3, "text", new Box(Margin, 110, Inner, 30), [Line(brief.Kind, 18, brief.Theme.Colours.Delivered, true)]),
            DeckXml.Text(4, "text", new Box(Margin, 244, Inner, 120), [Line(brief.By.Length > 0 ? brief.By : " ", 16, Palette.Muted), Line(brief.Facts, 14, Palette.Muted)]),
            DeckXml.Text(5, "text", new Box(Margin, 484, Inner, 34), [Line(brief.Foot.Length > 0 ? brief.Foot : " ", 10, Palette.Muted)]),
        ];
        if (brief.Theme.Logo is not { } logo)
        {
            DeckFrame.AddSlide(deck, number, shapes);
            return;
        }

        var (width, height) = logo.Within(LogoWidth, LogoHeight);
        deck.Add("ppt/media/logo.png", logo.Png);
        shapes.Add(DeckXml.Picture(6, brief.Theme.Name ?? brief.Language.Say("pack.logo"), "rIdLogo", new Box(DeckXml.Width - Margin - width, Top, width, height)));
        DeckFrame.AddSlide(deck, number, shapes, ("rIdLogo", DeckFrame.Relations + "image", "../media/logo.png"));
    }

    /// <summary>As many sections a slide as fit; a table has a slide of its own.</summary>
    private static List<List<BriefSection>> Packed(Typesetter type, IReadOnlyList<BriefSection> sections)
    {
        List<List<BriefSection>> slides = [];
        var left = 0f;
        foreach (var section in sections)
        {
            var height = HeightOf(type, section, Usual) + Between;
            if (slides.Count == 0 || height > left || section.Table is not null || slides[^1][^1].Table is not null)
                (slides, left) = ([.. slides, []], Room);
            slides[^1].Add(section);
            left -= height;
        }

        return slides;
    }

    private static float HeightOf(Typesetter type, BriefSection section, float size)
    {
        var heading = type.Height(section.Heading, (Question - 20) / Spare, size, bold: true);
        return Math.Max(heading, section.Lines.Sum(line => type.Height(line, (Inner - Question) / Spare, size) + 4));
    }

    private static void AddSections(Deck deck, int number, Brief brief, Typesetter type, List<BriefSection> sections)
    {
        var size = Usual;
        while (size > Smallest && sections.Sum(s => HeightOf(type, s, size) + Between) > Room)
            size *= Shrunk;
        var (y, id) = (Top, 2);
        var shapes = new List<XElement>();
        foreach (var section in sections)
        {
            var height = HeightOf(type, section, size);
            shapes.Add(DeckXml.Text(id++, "question", new Box(Margin, y, Question - 20, height), [Line(section.Heading, true)], shapes.Count == 0 ? "title" : null));
            if (section.Lines.Count > 0)
                shapes.Add(DeckXml.Text(id++, "answer", new Box(Margin + Question, y, Inner - Question, height), section.Lines.Select(line => Line(line, false))));
            y += height + Between;
            if (section.Table is { } table)
                shapes.Add(SlideTable.Of(id++, type, table, brief.Language, new Box(Margin, y, Inner, Top + Room - y)));
        }

        shapes.Add(Foot(id, brief, number));
        DeckFrame.AddSlide(deck, number, shapes);
        TextLine Line(string text, bool bold) => new(text, size, Palette.Text, brief.Language.Code, bold, After: 4);
    }

    private static XElement Foot(int id, Brief brief, int number) => DeckXml.Text(id, "foot", new Box(Margin, 510, Inner, 16),
        [new TextLine($"{brief.Theme.Beside($"{brief.Title} · {brief.Kind}")} · {brief.Language.Whole(number)}", 9, Palette.Muted, brief.Language.Code)]);

    private static void AddChart(Deck deck, int number, Brief brief, Chart chart)
    {
        TextLine Line(string text, float size, Ink ink, bool bold = false) => new(text, size, ink, brief.Language.Code, bold, After: 4);
        var (box, description) = (new Box(Margin, 100, Inner, 310), $"{chart.Title} {chart.Reading}");
        var (relation, shape) = chart.Figures is { } figures
            ? (("rIdChart", DeckFrame.Relations + "chart", SlideChart.Add(deck, number, chart, figures, brief)), DeckXml.Chart(3, description, "rIdChart", box))
            : (("rIdChart", DeckFrame.Relations + "image", AddPicture(deck, number, chart, brief)), DeckXml.Picture(3, description, "rIdChart", box));
        DeckFrame.AddSlide(deck, number,
        [
            DeckXml.Text(2, "title", new Box(Margin, 28, Inner, 66), [Line(chart.Title, chart.Title.Length > 110 ? 18 : 22, Palette.Text, true)], "title"),
            shape,
            DeckXml.Text(4, "reading", new Box(Margin, 418, Inner, 86), [Line(chart.Reading, 12, Palette.Text), Line(chart.Definition, 9, Palette.Muted)]),
            Foot(5, brief, number),
        ], relation);
    }

    private static string AddPicture(Deck deck, int number, Chart chart, Brief brief)
    {
        using var png = new MemoryStream();
        Pictures.WritePlot(png, chart, brief.Fonts, Inner, 310);
        deck.Add(FormattableString.Invariant($"ppt/media/chart{number}.png"), png.ToArray());
        return FormattableString.Invariant($"../media/chart{number}.png");
    }
}
