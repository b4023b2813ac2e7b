using System.Xml;
using Insights.Analytics;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>Reads a part of a workbook node by node, holding none: no DTD, no entities, no endless names, texts or nesting.</summary>
internal sealed class PartReader : IDisposable
{
    private readonly Stream _part;
    private readonly string _place;

    public PartReader(Stream part, string place)
    {
        (_part, _place) = (new MarkupGuard(part, place), place);
        Xml = XmlReader.Create(_part, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNames(),
        });
    }

    public XmlReader Xml { get; }

    /// <summary>True at the start of an element.</summary>
    public bool IsElement => Xml.NodeType == XmlNodeType.Element;

    /// <summary>Moves to the next node; false at the end.</summary>
    /// <exception cref="SetupException">The part is no well-formed XML, or nothing Excel would write.</exception>
    public bool Read()
    {
        try
        {
            if (!Xml.Read())
                return false;
        }
        catch (XmlException e)
        {
            throw Damaged(e.Message, e);
        }
        return Xml.Depth <= ReadingLimits.WorkbookDepth ? true : throw Damaged("it is nested too deep", null);
    }

    /// <summary>Moves to the next element of that name; false at the end.</summary>
    public bool ReadTo(string name)
    {
        while (Read())
            if (IsElement && Xml.LocalName == name)
                return true;
        return false;
    }

    /// <summary>Gives each child element of the current element, whose own children are to be read or passed over by the caller.</summary>
    public IEnumerable<string> Children()
    {
        if (Xml.IsEmptyElement)
            yield break;
        var depth = Xml.Depth;
        while (Read() && Xml.Depth > depth)
            if (IsElement && Xml.Depth == depth + 1)
                yield return Xml.LocalName;
    }

    /// <summary>The text inside the current element, tags left out.</summary>
    public string Text()
    {
        if (Xml.IsEmptyElement)
            return "";
        string? text = null;
        var depth = Xml.Depth;
        while (Read() && Xml.Depth > depth)
            if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text = text is null ? Xml.Value : text + Xml.Value;
        return text ?? "";
    }

    public void Dispose()
    {
        Xml.Dispose();
        _part.Dispose();
    }

    private SetupException Damaged(string why, Exception? cause) => new(
        $"The workbook '{_place}' is damaged or was not made by a spreadsheet program: {why}",
        $"Το βιβλίο '{_place}' είναι χαλασμένο ή δεν φτιάχτηκε από πρόγραμμα λογιστικών φύλλων: {why}", cause);
}
