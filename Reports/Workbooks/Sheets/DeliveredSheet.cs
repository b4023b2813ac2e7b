using Insights.Reports.Style;
using Insights.Reports.Workbooks.Sheets.Delivered;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Expected, promised, delivered: the page a client and a provider put between them.</summary>
internal static class DeliveredSheet
{
    public const int LastColumn = 13;

    private static readonly IReadOnlyList<Func<Page, ReviewData, int, int>> Sections =
    [
        KeepableSection.Write, RungsSection.Write, GapsSection.Write, SecondPage, PausesSection.Write, RemindersSection.Write,
        PrioritiesSection.Write, ChangesSection.Write,
    ];

    public static void Write(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        page.Widths(13, 12, 18, 11, 11, 12, 12, 15, 12, 15, 15, 15, 26);
        page.Say(1, 1, "sheet.delivered", Look.Title);
        page.Sheet.Row(1).Height = 28;
        page.Text(2, 1, $"{data.Client} · {language.Month(data.Month)} · {data.Provider}", Look.Subtitle);
        var row = 4;
        foreach (var section in Sections)
            row = section(page, data, row) + 1;
        page.Sentence(row, 1, LastColumn, language.Say("delivered.foot"), Look.Note);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row, LastColumn);
        ExcelStyle.Print(page.Sheet, language, SheetFoot.Of(page, data), landscape: true);
    }

    /// <summary>A new page, so that no table is torn.</summary>
    private static int SecondPage(Page page, ReviewData data, int row)
    {
        if (data.Delivered.Gaps.Count > 0)
            page.Sheet.PageSetup.AddHorizontalPageBreak(row - 1);
        return row - 1;
    }

    /// <summary>The heading of a section, and below it a sentence across the page.</summary>
    public static int Heading(Page page, int row, string key, string sentence) => page.Heading(row, LastColumn, key, sentence);

    /// <summary>The heading of a section that has no rows, and what the section needs.</summary>
    public static int NotMeasurable(Page page, int row, string key, string needs) =>
        Heading(page, row, key, page.Book.Language.Say("delivered.needs", ("needs", page.Book.Language.Say("delivered.needs." + needs))));

    /// <summary>The same where the section judges a promise: without one it is not the export that lacks something.</summary>
    public static int NotMeasurable(Page page, ReviewData data, int row, string key, string needs) =>
        data.Card.Flag("has_promises") == true ? NotMeasurable(page, row, key, needs)
            : Heading(page, row, key, page.Book.Language.Say("delivered.unpromised"));

    /// <summary>The heads of a table whose label takes three columns.</summary>
    public static int Heads(Page page, int row, params string[] heads)
    {
        page.Heads(row, 1, [("", false), ("", false), ("", false), .. heads.Select(h => (h, true))]);
        page.RaiseTo(row, heads.Max(h => Page.Lines(h, 9.5)));
        return row + 1;
    }

    /// <summary>A row of such a table.</summary>
    public static int Row(Page page, int row, string label, params Figure?[] figures)
    {
        page.Text(row, 1, label);
        for (var i = 0; i < figures.Length; i++)
        {
            if (figures[i] is { } figure)
            {
                page.Put(row, 4 + i, figure);
                ExcelStyle.AlignRight(page.Sheet.Cell(row, 4 + i).Style);
            }
        }

        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, 3 + figures.Length));
        return row + 1;
    }
}
