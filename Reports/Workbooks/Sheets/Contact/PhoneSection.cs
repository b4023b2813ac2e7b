using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Contact;

/// <summary>Whether the client could reach its provider by telephone, month by month.</summary>
internal static class PhoneSection
{
    private static readonly string[] Counts = ["incoming", "answered", "abandoned", "unknown"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var months = data.Contact.Phone.Where(m => m.Whole("incoming_count") is not null).OrderBy(m => m.Date("month")).ToList();
        if (months.Count == 0)
            return SectionSheet.NotMeasurable(page, row, "phone.title", data.Contact.Phone.Count == 0 ? "phone" : "phone_bill");

        row = SectionSheet.Heading(page, row, "phone.title", language.Say("phone.text", ("minimum", language.Whole(data.MinimumN))));
        row = SectionSheet.Heads(page, row, [.. Counts.Select(c => language.Say("phone." + c)), language.Say("phone.ratio"), language.Say("head.interval"),
            language.Say("phone.called_back"), language.Say("phone.back_ratio"), language.Say("head.interval"), language.Say("phone.back_median")]);
        var first = row;
        foreach (var month in months)
            row = WriteMonth(page, data, month, row);
        return WriteTotal(page, months, first, row);
    }

    private static int WriteMonth(Page page, ReviewData data, MartRow month, int row)
    {
        var language = page.Book.Language;
        var told = month.Whole("answered_count") + month.Whole("abandoned_count");
        var over = month.Whole("abandoned_count") - month.Whole("waiting_count");
        return SectionSheet.Row(page, row, language.Month(month.Date("month")!.Value),
            [.. Counts.Select(c => (Figure?)Count(month, c)),
                .. Share(data, month, told, "answered", "wilson", FormattableString.Invariant($"E{row}/(E{row}+F{row})"), language),
                Count(month, "called_back"), .. Share(data, month, over, "called_back", "called_back", null, language),
                month.Whole("called_back_count") is > 0 ? Figure.Duration(month.Whole("median_call_back_seconds")).Calculated() : Figure.Text(Page.None)]);
    }

    private static Figure Count(MartRow month, string name) => Figure.Count(month.Whole(name + "_count")).Calculated();

    private static Figure?[] Share(ReviewData data, MartRow month, long? of, string ratio, string interval, string? formula, Language language)
    {
        if (of is null || of < data.MinimumN)
            return [Figure.Text(Page.None), Figure.Text(Page.None)];
        var share = Figure.Ratio(month.Number(ratio + "_ratio"));
        return [formula is null ? share.Calculated() : share.Live(formula), Shares.Interval(month, interval, language)];
    }

    private static int WriteTotal(Page page, List<MartRow> months, int first, int row)
    {
        Figure? Sum(string name, char letter) => Figure.Count(months.Sum(m => m.Whole(name + "_count")))
            .Live(FormattableString.Invariant($"SUM({letter}{first}:{letter}{row - 1})"));
        return SectionSheet.Row(page, row, page.Book.Language.Say("phone.all"),
            [.. Counts.Select((c, i) => Sum(c, (char)('D' + i))), null, null, Sum("called_back", 'J')]);
    }
}
