using System.Text;
using System.Xml;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>The text of a string item: its runs one after another, without the readings written above East Asian text.</summary>
internal static class RichText
{
    /// <summary>Reads the current element to its end.</summary>
    public static void Read(PartReader part, StringBuilder text)
    {
        if (part.Xml.IsEmptyElement)
            return;
        var depth = part.Xml.Depth;
        var isText = false;
        var reading = int.MaxValue;
        while (part.Read() && part.Xml.Depth > depth)
        {
            if (part.IsElement)
            {
                reading = part.Xml.Depth <= reading ? int.MaxValue : reading;
                isText = part.Xml.LocalName == "t" && !part.Xml.IsEmptyElement;
                if (part.Xml.LocalName == "rPh")
                    reading = part.Xml.Depth;
            }
            else if (part.Xml.NodeType == XmlNodeType.EndElement)
            {
                isText = false;
            }
            else if (isText && reading == int.MaxValue && part.Xml.HasValue)
            {
                text.Append(part.Value);
            }
        }
    }
}
