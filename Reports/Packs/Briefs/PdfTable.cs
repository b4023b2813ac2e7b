using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Packs.Briefs;

/// <summary>A brief's table on paper: its head again on every page it runs over.</summary>
internal static class PdfTable
{
    private const float Size = 8.5f;
    private const float Gap = 8;

    public static void Write(PdfFlow flow, BriefTable table)
    {
        var widths = Widths(table);
        var heads = table.Columns.Select(c => c.Head).ToList();
        flow.Space(3);
        WriteRow(flow, table, widths, heads, isHead: true);
        foreach (var row in table.Rows)
        {
            if (Height(flow, widths, row, bold: false) > flow.Left)
            {
                flow.Break();
                WriteRow(flow, table, widths, heads, isHead: true);
            }

            WriteRow(flow, table, widths, row, isHead: false);
        }
    }

    private static List<float> Widths(BriefTable table)
    {
        var all = table.Columns.Sum(c => c.Share);
        return [.. table.Columns.Select(c => (float)(c.Share / all * PdfFlow.Inner))];
    }

    private static float Height(PdfFlow flow, List<float> widths, IReadOnlyList<string> cells, bool bold) =>
        flow.Measure(type => widths.Zip(cells, (width, cell) => type.Height(cell, width - Gap, Size, bold)).Max()) + 4;

    private static void WriteRow(PdfFlow flow, BriefTable table, List<float> widths, IReadOnlyList<string> cells, bool isHead)
    {
        var height = Height(flow, widths, cells, isHead);
        flow.Block(height, (canvas, type, y) =>
        {
            var x = PdfFlow.Margin;
            for (var i = 0; i < cells.Count; i++)
            {
                DrawCell(type, cells[i], table.Columns[i].IsNumber, x, y, widths[i] - Gap, isHead);
                x += widths[i];
            }

            using var paint = new SKPaint { Color = (isHead ? Palette.Muted : Palette.Grid).Skia, StrokeWidth = 0.5f, IsAntialias = true };
            canvas.DrawLine(PdfFlow.Margin, y + height - 2, PdfFlow.Width - PdfFlow.Margin, y + height - 2, paint);
        });
    }

    private static void DrawCell(Typesetter type, string text, bool isNumber, float x, float y, float width, bool isHead)
    {
        var ink = isHead ? Palette.Muted : Palette.Text;
        var room = isNumber ? width - type.Width(text, Size, isHead) : 0;
        if (room > 0)
            type.Line(text, x + room, y + Size, Size, ink, isHead);
        else
            type.Paragraph(text, x, y, width, Size, ink, isHead);
    }
}
