using System.Xml;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>The names of elements and attributes, as many as any workbook has.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int Most = 10_000;

    private int _count;

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known)
            return known;
        return ++_count <= Most ? base.Add(key, start, len) : throw new XmlException("it has too many names");
    }
}
