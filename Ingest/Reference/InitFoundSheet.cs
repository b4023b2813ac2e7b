using System.Globalization;
using ClosedXML.Excel;
using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>The first sheet of the workbook of <c>insights init</c>: how each export was read, its words and its agents.</summary>
internal static class InitFoundSheet
{
    public static void Write(IXLWorksheet sheet, ExportFacts facts, string language)
    {
        var row = 1;
        void Line(bool isHeading, params string[] cells)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                InitWorkbook.SetText(sheet.Cell(row, i + 1), cells[i]);
                sheet.Cell(row, i + 1).Style.Font.Bold = isHeading;
            }

            row++;
        }

        string Say(string english, string greek) => new Message(english, greek).In(language);
        Line(true, InitWords.Sheets["found"].In(language));
        Line(false);
        Line(
            true, Say("File", "Αρχείο"), Say("Source", "Πηγή"), Say("Profile", "Προφίλ"), Say("Time zone", "Ζώνη ώρας"),
            Say("Tickets", "Αιτήματα"), Say("Rows not read", "Γραμμές που δεν διαβάστηκαν"),
            Say("First", "Πρώτο"), Say("Last", "Τελευταίο"));
        foreach (var file in facts.Files)
            Line(
                false, file.File, file.Source, file.Profile, file.Zone,
                Whole(file.Tickets), Whole(file.Rejects), Day(file.First), Day(file.Last));
        Line(false);
        Line(
            true, Say("Priority or state", "Προτεραιότητα ή κατάσταση"), Say("Source", "Πηγή"), Say("Word", "Λέξη"),
            Say("Read as", "Διαβάζεται ως"), Say("Tickets", "Αιτήματα"));
        foreach (var word in facts.Words)
            Line(
                false, word.Field, word.Source, word.Text,
                word.Value ?? Say("unknown: see vocabulary", "άγνωστη: δείτε το vocabulary"), Whole(word.Tickets));
        Line(false);
        Line(true, Say("Agent", "Τεχνικός"), Say("Tickets", "Αιτήματα"));
        foreach (var (name, tickets) in facts.Agents)
            Line(false, name, Whole(tickets));
        for (var column = 1; column <= 8; column++)
            sheet.Column(column).Width = column == 1 ? 34 : 20;
    }

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
