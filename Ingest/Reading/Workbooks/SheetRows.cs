using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>A filled cell of a row.</summary>
/// <param name="Column">0 for A.</param>
/// <param name="Start">Where its text starts in the text of the rows.</param>
/// <param name="Length">Of its text, in bytes.</param>
/// <param name="IsText">True where the workbook holds text, not a number, date, yes or no.</param>
internal readonly record struct SheetCell(int Column, int Start, int Length, bool IsText);

/// <summary>Rows of a sheet as they were read, one after another.</summary>
internal sealed class SheetText
{
    public ArrayBufferWriter<byte> Text { get; } = new();

    public List<SheetCell> Cells { get; } = [];

    /// <summary>The sheet's number of each row, and which cells are its.</summary>
    public List<(long Number, int FirstCell, int CellCount)> Rows { get; } = [];
}

/// <summary>Reads the rows of a sheet one by one; rows without a filled cell are left out.</summary>
internal sealed class SheetRows(PartReader part, WorkbookParts book) : IDisposable
{
    private readonly StringBuilder _rich = new();
    private long _row;
    private bool _isInData;

    /// <summary>Adds the next row that has a filled cell; false at the end of the sheet.</summary>
    public bool Read(SheetText into)
    {
        while (_isInData || part.ReadTo("sheetData"))
        {
            _isInData = true;
            if (!part.Read())
                return false;
            if (part.Xml.NodeType == XmlNodeType.EndElement && part.Xml.LocalName == "sheetData")
                return _isInData = false;
            if (part.IsElement && part.Xml.LocalName == "row" && ReadRow(into))
                return true;
        }
        return false;
    }

    public void Dispose() => part.Dispose();

    private bool ReadRow(SheetText into)
    {
        _row = long.TryParse(part.Xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _row + 1;
        var first = into.Cells.Count;
        var column = -1;
        foreach (var name in part.Children())
            if (name == "c")
                column = ReadCell(into, column + 1);
        if (into.Cells.Count == first)
            return false;
        into.Rows.Add((_row, first, into.Cells.Count - first));
        return true;
    }

    private int ReadCell(SheetText into, int next)
    {
        var (column, style, type) = (next, 0, "n");
        while (part.Xml.MoveToNextAttribute())
            switch (part.Xml.LocalName)
            {
                case "r":
                    column = Column(part.Xml.Value, next);
                    break;
                case "s":
                    _ = int.TryParse(part.Xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style);
                    break;
                case "t":
                    type = part.Xml.Value;
                    break;
            }
        part.Xml.MoveToElement();
        if (column >= ReadingLimits.Columns)
            throw HeaderCells.TooMany(book.Place);
        var start = into.Text.WrittenCount;
        ReadContent(into.Text, type, style);
        if (into.Text.WrittenCount > start)
            into.Cells.Add(new SheetCell(column, start, into.Text.WrittenCount - start, type is "s" or "str" or "inlineStr"));
        return column;
    }

    /// <summary>Written out rather than with <see cref="PartReader.Children"/>: it runs once a cell.</summary>
    private void ReadContent(ArrayBufferWriter<byte> text, string type, int style)
    {
        if (part.Xml.IsEmptyElement)
            return;
        var depth = part.Xml.Depth;
        while (part.Read() && part.Xml.Depth > depth)
            if (!part.IsElement || part.Xml.Depth > depth + 1)
                continue;
            else if (part.Xml.LocalName == "v")
                WriteValue(text, part.Text(), type, style);
            else if (part.Xml.LocalName == "is")
                WriteRich(text);
    }

    private void WriteValue(ArrayBufferWriter<byte> text, string value, string type, int style)
    {
        switch (type)
        {
            case "s":
                text.Write(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? book.Texts[index] : default);
                break;
            case "b":
                text.Write(value == "0" ? "false"u8 : "true"u8);
                break;
            case "e":
                break;
            case "str":
                Write(text, CellEscapes.Unescape(value));
                break;
            case "d":
                Write(text, value.Replace('T', ' '));
                break;
            default:
                Write(text, CellText.Of(value, style < book.Kinds.Length ? book.Kinds[style] : CellKind.Number, book.Is1904));
                break;
        }
    }

    private void WriteRich(ArrayBufferWriter<byte> text)
    {
        RichText.Read(part, _rich.Clear());
        Write(text, CellEscapes.Unescape(_rich.ToString()));
    }

    private static void Write(ArrayBufferWriter<byte> text, string letters) =>
        text.Advance(Encoding.UTF8.GetBytes(letters, text.GetSpan(Encoding.UTF8.GetMaxByteCount(letters.Length))));

    /// <summary>The column of a reference as <c>AB12</c>.</summary>
    public static int Column(string reference, int next)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetter(letter) || column > ReadingLimits.Columns)
                break;
            column = (column * 26) + (letter | 0x20) - 'a' + 1;
        }
        return column == 0 ? next : column - 1;
    }
}
