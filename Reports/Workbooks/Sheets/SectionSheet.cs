using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>A sheet of sections one below the other: headings across the page, tables whose label takes three columns.</summary>
internal static class SectionSheet
{
    public const int LastColumn = 13;

    /// <summary>What a label of three columns holds, in characters.</summary>
    private const double LabelWidth = 43;

    /// <summary>A section writes itself from a row on and returns the first row it leaves free.</summary>
    public static void Write(Page page, ReviewData data, string title, IReadOnlyList<Func<Page, ReviewData, int, int>> sections)
    {
        var language = page.Book.Language;
        page.Widths(13, 12, 18, 11, 12, 13, 13, 17, 17, 17, 14, 14, 26);
        page.Title(title);
        page.Text(2, 1, $"{data.Client} · {language.Month(data.Month)} · {data.Provider}", Look.Subtitle);
        var row = 4;
        foreach (var section in sections)
            row = section(page, data, row) + 1;
        page.Sentence(row, 1, LastColumn, language.Say("delivered.foot"), Look.Note);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row, LastColumn);
        ExcelStyle.Print(page.Sheet, language, SheetFoot.Of(page, data), landscape: true);
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

    /// <summary>A row of such a table; a label too long for its columns takes more lines.</summary>
    public static int Row(Page page, int row, string label, params Figure?[] figures)
    {
        if (Page.Lines(label, LabelWidth) > 1)
            page.Sentence(row, 1, 3, label);
        else
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
