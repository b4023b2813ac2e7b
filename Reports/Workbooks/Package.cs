using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Insights.Reports.Workbooks;

/// <summary>The last pass over a workbook: values beside formulas, charts, and a file that is the same every time.</summary>
internal static partial class Package
{
    private const string Properties = "docProps/core.psmdcp";

    /// <param name="stream">Where the workbook goes.</param>
    /// <param name="book">What was written.</param>
    /// <param name="asOf">UTC; the document's created and modified time.</param>
    public static void Write(Stream stream, Book book, DateTime asOf)
    {
        using var draft = new MemoryStream();
        book.Workbook.SaveAs(draft);
        using (var document = SpreadsheetDocument.Open(draft, isEditable: true))
        {
            book.Formulas.Apply(document.WorkbookPart!);
            foreach (var sheet in document.WorkbookPart!.WorksheetParts)
                Tidy(sheet.Worksheet);
            Drawings.Add(document.WorkbookPart!, book);
            CellMarks.Add(document.WorkbookPart!, book);
            document.PackageProperties.Created = asOf;
            document.PackageProperties.Modified = asOf;
        }

        draft.Position = 0;
        Settle(draft, stream);
    }

    /// <summary>Column definitions from left to right, as the standard asks; no type on a cell that holds nothing.</summary>
    private static void Tidy(Worksheet sheet)
    {
        foreach (var cell in sheet.Descendants<Cell>().Where(c => c.CellValue is null && c.CellFormula is null && c.InlineString is null))
            cell.DataType = null;
        foreach (var columns in sheet.Elements<Columns>())
        {
            var sorted = columns.Elements<Column>().OrderBy(c => c.Min!.Value).ToList();
            columns.RemoveAllChildren();
            columns.Append(sorted);
        }

        sheet.Save();
    }

    /// <summary>Copies a package with its entries in the order of their names, at a fixed time, and without the random names the packaging
    /// library gives.</summary>
    private static void Settle(Stream draft, Stream stream)
    {
        using var source = new ZipArchive(draft, ZipArchiveMode.Read);
        using var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var random = source.Entries.Single(e => e.FullName.EndsWith(".psmdcp", StringComparison.Ordinal)).FullName;
        foreach (var entry in source.Entries.OrderBy(e => e.FullName == "[Content_Types].xml" ? "" : e.FullName, StringComparer.Ordinal))
        {
            using var from = entry.Open();
            target.Add(entry.FullName == random ? Properties : entry.FullName, to => Copy(entry.FullName, from, to, random));
        }
    }

    private static void Copy(string name, Stream from, Stream to, string random)
    {
        if (name is not ("[Content_Types].xml" or "_rels/.rels"))
        {
            from.CopyTo(to);
            return;
        }

        var text = new StreamReader(from, Encoding.UTF8).ReadToEnd().Replace(random, Properties, StringComparison.Ordinal);
        text = name == "_rels/.rels" ? Renumbered(text) : SortedTypes(text);
        to.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Renumbered(string text)
    {
        var number = 0;
        return RelationshipId().Replace(text, _ => $"Id=\"rId{++number}\"");
    }

    private static string SortedTypes(string text)
    {
        var parts = ContentType().Matches(text).Select(m => m.Value).ToList();
        var sorted = string.Concat(parts.Order(StringComparer.Ordinal));
        return ContentType().Replace(text, "").Replace("</Types>", sorted + "</Types>", StringComparison.Ordinal);
    }

    [GeneratedRegex("\\bId=\"[^\"]*\"")]
    private static partial Regex RelationshipId();

    [GeneratedRegex("<(?:Default|Override) [^>]*/>")]
    private static partial Regex ContentType();
}
