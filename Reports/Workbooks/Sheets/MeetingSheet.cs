using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>What the two sides agreed and said: actions, tickets left out, comments.</summary>
internal static class MeetingSheet
{
    private const int LastColumn = 7;

    public static void Write(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        page.Widths(16, 24, 46, 16, 16, 18, 26);
        page.Title("sheet.meeting");
        page.Sentence(2, 1, LastColumn, language.Say("meeting.note"), Look.Note);
        var row = WriteActions(page, data, 4);
        row = WriteExclusions(page, data, row + 1);
        row = WriteComments(page, data, row + 1);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row, LastColumn);
        ExcelStyle.Print(page.Sheet, language, SheetFoot.Of(page, data), landscape: true);
    }

    private static int WriteActions(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        return WriteTable(page, row, "meeting.actions", [], ["side", "owner", "action", "agreed", "due", "done", "state"],
            [.. data.Meeting.Actions.Reverse().Select(a => new[]
            {
                MeetingWords.Side(a.Text("side"), language), a.Text("owner") ?? "", a.Text("action") ?? "", Day(a, "agreed_on", language), Day(a, "due_on", language),
                Day(a, "done_on", language), language.Say("meeting.state." + a.Text("state")),
            })]);
    }

    private static int WriteExclusions(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        return WriteTable(page, row, "meeting.exclusions", [language.Say("meeting.exclusions.note"), .. MeetingWords.WithoutExclusions(data, language)],
            ["ticket", "subject", "reason", "state"],
            [.. data.Meeting.Exclusions.Select(e => new[]
            {
                e.Text("number") ?? e.Text("ticket_id") ?? "", e.Text("subject") ?? "", e.Text("excluded_for") ?? "", language.Say("meeting.exclusion." + e.Text("state")),
            })]);
    }

    private static int WriteComments(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        return WriteTable(page, row, "meeting.comments", MeetingWords.Causes(data, language), ["ticket", "subject", "comment", "side", "cause"],
            [.. data.Meeting.Comments.Reverse().Select(c => new[]
            {
                c.Text("number") ?? c.Text("ticket_id") ?? "", c.Text("subject") ?? language.Month(c.Date("month")!.Value), c.Text("comment") ?? "",
                MeetingWords.Side(c.Text("said_by"), language), c.Text("cause") is { } cause ? language.Say("cause." + cause) : "",
            })]);
    }

    private static int WriteTable(Page page, int row, string title, IReadOnlyList<string> sentences, string[] heads, IReadOnlyList<string[]> rows)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, title, Look.Section);
        foreach (var sentence in sentences)
            page.Sentence(row++, 1, LastColumn, sentence);
        if (rows.Count == 0)
        {
            page.Sentence(row, 1, LastColumn, language.Say("meeting.nothing"));
            return row + 1;
        }

        page.Heads(row++, 1, [.. heads.Select(h => (language.Say("meeting.head." + h), false))]);
        foreach (var cells in rows)
            WriteRow(page, row++, cells);
        return row;
    }

    private static void WriteRow(Page page, int row, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            page.Text(row, i + 1, cells[i], Look.Label);
            page.Sheet.Cell(row, i + 1).Style.Alignment.WrapText = true;
            page.RaiseTo(row, Page.Lines(cells[i], page.Sheet.Column(i + 1).Width));
        }

        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, cells.Length));
    }

    private static string Day(MartRow row, string column, Language language) => row.Date(column) is { } day ? language.ShortDate(day) : "";
}
