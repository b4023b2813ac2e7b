using System.IO.Compression;
using System.Text;

namespace Insights.Ingest.Tests;

/// <summary>Workbooks no spreadsheet program writes: part by part.</summary>
internal static class HandMadeWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <param name="sheet">What stands in the sheet's <c>sheetData</c>, written piece by piece.</param>
    /// <param name="after">What stands behind it.</param>
    /// <param name="workbookPr">Attributes of the workbook.</param>
    /// <param name="styles">What stands in the style sheet.</param>
    /// <param name="texts">What stands in the shared strings, written piece by piece.</param>
    /// <param name="before">What stands before the sheet's root element.</param>
    /// <param name="parts">Further parts.</param>
    public static byte[] Of(
        IEnumerable<string> sheet, string after = "", string workbookPr = "", string styles = "", IEnumerable<string>? texts = null, string before = "",
        params (string Name, string Xml)[] parts)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", ["<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"]);
            Add(zip, "xl/workbook.xml", [$"<workbook xmlns=\"{Main}\"><workbookPr {workbookPr}/><sheets><sheet name=\"S\" sheetId=\"1\"/></sheets></workbook>"]);
            Add(zip, "xl/worksheets/sheet1.xml", [before, $"<worksheet xmlns=\"{Main}\"><sheetData>", .. sheet, $"</sheetData>{after}</worksheet>"]);
            Add(zip, "xl/styles.xml", [$"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"]);
            if (texts is not null)
                Add(zip, "xl/sharedStrings.xml", texts.Prepend($"<sst xmlns=\"{Main}\">").Append("</sst>"));
            foreach (var (name, xml) in parts)
                Add(zip, name, [xml]);
        }
        return packed.ToArray();
    }

    /// <summary>A row of inline texts.</summary>
    public static string Row(params string[] texts) => $"<row>{string.Concat(texts.Select(t => $"<c t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>";

    private static void Add(ZipArchive zip, string name, IEnumerable<string> pieces)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        foreach (var piece in pieces)
            part.Write(piece);
    }
}
