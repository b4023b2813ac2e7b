using Insights.Reports.Packs.Verdicts;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Verdict;

/// <summary>What the words mean, and what the answers stand on.</summary>
internal static class VerdictDefinitionsSheet
{
    private const double TermWidth = 26;
    private const double TextWidth = 96;

    private static readonly string[] Terms = ["answer", "interval", "yardstick", "confidence", "answered", "urgent", "reminder", "same", "pair", "missing"];

    public static void Write(Page page, VerdictData data)
    {
        var language = page.Book.Language;
        page.Widths(TermWidth, TextWidth);
        page.Say(1, 1, "verdict.sheet.definitions", Look.Section);
        var row = 3;
        foreach (var term in Terms)
            WriteTerm(page, row++, language.Say("verdict.term." + term), language.Say($"verdict.term.{term}.text", ("minimum", language.Whole(data.MinimumN))));
        row++;
        foreach (var source in data.Sources)
            WriteTerm(page, row++, language.Say("verdict.source", ("source", source.Text("source")!)), language.Say(
                "verdict.source.text", ("record", Language.Capitalised(language.Say("verdict.record." + source.Text("side")))),
                ("tickets", language.Count("ticket", data.Tickets.Count(t => t.Text("source") == source.Text("source")))), ("until", language.Moment(source.Instant("data_end_at")!.Value, data.Zone))));
        page.Sentence(row + 1, 1, 2, language.Say("foot.mark"), Look.Note);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row + 1, 2);
        ExcelStyle.Print(page.Sheet, language, VerdictList.Foot(page, data), landscape: false);
    }

    private static void WriteTerm(Page page, int row, string term, string text)
    {
        page.Text(row, 1, term, Look.Strong);
        page.Sheet.Cell(row, 1).Style.Alignment.WrapText = true;
        page.Text(row, 2, text, Look.Label);
        page.RaiseTo(row, Math.Max(Page.Lines(term, TermWidth), Page.Lines(text, TextWidth)));
    }
}
