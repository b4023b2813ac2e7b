namespace Insights.Reports.Workbooks.Sheets.Contact;

/// <summary>What was open at the end of the month, by how long it had been.</summary>
internal static class AgesSection
{
    private static readonly string[] Ages = ["day", "week", "month", "quarter", "older"];

    private static readonly string[] Heads = ["open", "share", "median", "oldest"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        if (data.Card.Whole("backlog_count") is not { } open || (open > 0 && data.Contact.Ages.Count == 0))
            return SectionSheet.NotMeasurable(page, row, "ages.title", "open_tickets");
        if (data.Contact.Ages.Count == 0)
            return SectionSheet.Heading(page, row, "ages.title", language.Say("ages.none"));

        row = SectionSheet.Heading(page, row, "ages.title", language.Say("ages.text"));
        var heads = Heads.Select(h => language.Say("ages." + h)).ToList();
        row = SectionSheet.Heads(page, row, heads[0], heads[1], "", "", heads[2], heads[3]);
        var first = row;
        foreach (var age in Ages)
            row = WriteAge(page, data, age, row, first + Ages.Length);
        return SectionSheet.Row(page, row, language.Say("ages.all"), Figure.Count(data.Contact.Ages.Sum(r => r.Whole("open_count")))
            .Live(FormattableString.Invariant($"SUM(D{first}:D{row - 1})")));
    }

    private static int WriteAge(Page page, ReviewData data, string age, int row, int total)
    {
        var of = data.Contact.Ages.FirstOrDefault(r => r.Text("age") == age);
        var all = data.Contact.Ages.Sum(r => r.Whole("open_count") ?? 0);
        Figure? Time(string column) => of is null ? Figure.Text(Page.None)
            : Figure.Text(page.Book.Language.Duration(of.Whole(column)!.Value)).Calculated();
        return SectionSheet.Row(page, row, page.Book.Language.Say("ages." + age), Figure.Count(of?.Whole("open_count") ?? 0).Calculated(),
            all < data.MinimumN ? Figure.Text(Page.None)
                : Figure.Ratio((of?.Whole("open_count") ?? 0) / (double)all).Live(FormattableString.Invariant($"D{row}/D{total}")),
            null, null, Time("median_open_seconds"), Time("oldest_open_seconds"));
    }
}
