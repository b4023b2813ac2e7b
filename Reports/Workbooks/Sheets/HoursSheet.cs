using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Hours used against hours included or prepaid: the agreements, the twelve months, and the month's tickets by the time they took.</summary>
internal static class HoursSheet
{
    private const int LastColumn = 7;

    private static readonly string[] Columns = ["used", "ticket", "billable", "counted", "untold", "included"];

    public static void Write(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        page.Widths(34, 16, 16, 16, 18, 18, 18);
        page.Title("hours.title");
        page.Sentence(2, 1, LastColumn, language.Say("hours.note"), Look.Note);
        var row = 4;
        foreach (var sentence in HoursWords.Sentences(data, language))
            page.Sentence(row++, 1, LastColumn, sentence);
        row = WriteIncluded(page, data, row + 1);
        row = WriteMonths(page, data, row + 1);
        row = WriteTickets(page, data, row + 1);
        page.Sentence(row + 1, 1, LastColumn, language.Say("foot.mark"), Look.Note);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row + 1, LastColumn);
        ExcelStyle.Print(page.Sheet, language, SheetFoot.Of(page, data), landscape: true);
    }

    private static int WriteIncluded(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Hours.Included.Count == 0)
            return page.Heading(row, LastColumn, "hours.included.title", language.Say("hours.included.none"));
        row = page.Heading(row, LastColumn, "hours.included.title", language.Say("hours.included.note"));
        Heads(page, row++, "hours.head.period", "included", "used_so_far", "left");
        foreach (var agreed in data.Hours.Included)
        {
            page.Text(row, 1, HoursWords.Period(agreed, language), Look.Label);
            page.Put(row, 2, Time(agreed.Whole("included_seconds")));
            page.Put(row, 3, Time(agreed.Whole("used_seconds")));
            page.Put(row, 4, Left(agreed.Whole("left_seconds"), language));
            ExcelStyle.Rule(page.Sheet.Range(row, 1, row++, 4));
        }

        return row;
    }

    private static int WriteMonths(Page page, ReviewData data, int row)
    {
        row = page.Heading(row, LastColumn, "hours.months.title", page.Book.Language.Say("hours.months.note"));
        Heads(page, row++, "hours.head.month", [.. Columns.Select(c => c == "ticket" ? "ticket_time" : c)]);
        var first = row;
        foreach (var month in data.Hours.Months)
        {
            page.Text(row, 1, page.Book.Language.Month(month.Date("month")!.Value), Look.Label);
            for (var i = 0; i < Columns.Length; i++)
                page.Put(row, 2 + i, Columns[i] == "included" && month.Whole("included_seconds") is null ? Figure.Text(Page.None) : Time(month.Whole(Columns[i] + "_seconds")));
            ExcelStyle.Rule(page.Sheet.Range(row, 1, row++, LastColumn));
        }

        return WriteYear(page, data.Hours, first, row);
    }

    /// <summary>Sums of the months; of what is included only the months with time entries count in the sentence above, here all.</summary>
    private static int WriteYear(Page page, HoursRows hours, int first, int row)
    {
        page.Say(row, 1, "hours.all", Look.Label);
        for (var i = 0; i < Columns.Length; i++)
            if (hours.Months.Any(m => m.Whole(Columns[i] + "_seconds") is not null))
                page.Put(row, 2 + i, Figure.Duration(hours.Months.Sum(m => m.Whole(Columns[i] + "_seconds") ?? 0))
                    .Live(FormattableString.Invariant($"SUM({(char)('B' + i)}{first}:{(char)('B' + i)}{row - 1})")));
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, LastColumn));
        return row + 1;
    }

    private static int WriteTickets(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Hours.Entries.Count == 0)
            return row;
        row = page.Heading(row, LastColumn, "hours.tickets.title", language.Say("hours.tickets.note"));
        Heads(page, row++, "hours.head.ticket", "time", "entries", "subject");
        var tickets = data.Hours.Entries.GroupBy(e => (e.Text("ticket_source"), e.Text("ticket_id"))).OrderByDescending(g => g.Sum(e => e.Whole("worked_seconds")))
            .ThenBy(g => g.Key.Item1, StringComparer.Ordinal).ThenBy(g => g.Key.Item2, StringComparer.Ordinal);
        foreach (var ticket in tickets)
        {
            var one = ticket.First();
            page.Text(row, 1, one.Text("number") ?? one.Text("ticket_id") ?? language.Say("hours.no_ticket"), Look.Label);
            page.Put(row, 2, Time(ticket.Sum(e => e.Whole("worked_seconds"))));
            page.Put(row, 3, Figure.Count(ticket.Count()).Calculated());
            page.Sentence(row, 4, LastColumn, one.Text("subject") ?? "");
            ExcelStyle.Rule(page.Sheet.Range(row, 1, row++, LastColumn));
        }

        return row;
    }

    private static void Heads(Page page, int row, string label, params string[] heads)
    {
        var language = page.Book.Language;
        page.Heads(row, 1, [(language.Say(label), false), .. heads.Select(h => (language.Say("hours.head." + h), h != "subject"))]);
        page.RaiseTo(row, heads.Max(h => Page.Lines(language.Say("hours.head." + h), 14)));
    }

    private static Figure Time(long? seconds) => Figure.Duration(seconds).Calculated();

    /// <summary>Excel shows no time below zero, so what is beyond the hours is said in words.</summary>
    private static Figure Left(long? seconds, Language language) => seconds is { } beyond and < 0
        ? Figure.Text(language.Say("hours.beyond.cell", ("time", language.Worked(-beyond)))).Calculated() : Time(seconds);
}
