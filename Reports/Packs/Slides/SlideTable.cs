using System.Xml.Linq;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Slides;

/// <summary>A brief's table on a slide: as many rows as fit, and how many more there are.</summary>
internal static class SlideTable
{
    private const float Size = 11;
    private const float Padding = 6;

    public static XElement Of(int id, Typesetter type, BriefTable table, Language language, Box box)
    {
        var all = table.Columns.Sum(c => c.Share);
        var widths = table.Columns.Select(c => (float)(c.Share / all * box.Width)).ToList();
        var rows = new List<(float Height, IReadOnlyList<TextLine> Cells)> { Row([.. table.Columns.Select(c => c.Head)], isHead: true) };
        var left = box.Height - rows[0].Height;
        var shown = 0;
        while (shown < table.Rows.Count && Row(table.Rows[shown], false) is var row && row.Height + Size + Padding < left)
        {
            rows.Add(row);
            left -= row.Height;
            shown++;
        }

        if (shown < table.Rows.Count)
            rows.Add(Row([language.Say("slides.more", ("n", language.Whole(table.Rows.Count - shown))), .. table.Columns.Skip(1).Select(_ => "")], false));
        return DeckXml.Table(id, box with { Height = rows.Sum(r => r.Height) }, widths, rows);

        (float Height, IReadOnlyList<TextLine> Cells) Row(IReadOnlyList<string> cells, bool isHead) => (
            widths.Zip(cells, (w, c) => type.Height(c, (w - 8) * 0.92f, Size, isHead)).Max() + Padding,
            [.. cells.Select((c, i) => new TextLine(c, Size, isHead ? Palette.Muted : Palette.Text, language.Code, isHead, IsRight: table.Columns[i].IsNumber))]);
    }
}
