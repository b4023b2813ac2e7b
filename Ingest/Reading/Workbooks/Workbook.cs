namespace Insights.Ingest.Reading.Workbooks;

/// <summary>An XLSX workbook: each visible sheet with a header is a record set.</summary>
internal static class Workbook
{
    /// <summary>The sheets in the workbook's order, opened one after another.</summary>
    /// <param name="source">A source whose streams can seek.</param>
    /// <param name="notices">Told of sheets passed over.</param>
    public static IEnumerable<RecordSet> Sheets(ByteSource source, List<Notice> notices)
    {
        var book = WorkbookParts.Read(source);
        if (book.HiddenCount > 0)
            notices.Add(new Notice("hidden_sheets", book.HiddenCount, new(
                $"{book.HiddenCount} hidden sheets of '{source.Name}' were not read. Show them in the workbook if they hold tickets.",
                $"{book.HiddenCount} κρυφά φύλλα του '{source.Name}' δεν διαβάστηκαν. Εμφανίστε τα στο βιβλίο αν έχουν αιτήματα.")));
        foreach (var sheet in book.Sheets)
            if (SheetRecords.Open(book, sheet) is { } records)
                yield return records;
    }
}
