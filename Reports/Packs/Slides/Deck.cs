using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Insights.Reports.Packs.Slides;

/// <summary>
/// The parts of a presentation while it is written, and the file made of them: entries in the order of their names at a fixed time, so that the
/// same slides give the same bytes.
/// </summary>
internal sealed class Deck
{
    private readonly SortedDictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly List<(string Part, string Type)> _types = [];

    /// <summary>Adds a part of XML.</summary>
    /// <param name="name">Its place: ppt/slides/slide1.xml.</param>
    /// <param name="type">Its content type, after "application/vnd.openxmlformats-" where that begins it.</param>
    /// <param name="xml">What it holds.</param>
    public void Add(string name, string type, XElement xml)
    {
        Add(name, Bytes(xml));
        _types.Add(("/" + name, type));
    }

    /// <summary>Adds a part whose content type follows from its extension: png or xlsx.</summary>
    public void Add(string name, byte[] content) => _parts.Add(name, content);

    /// <summary>Adds what a part refers to.</summary>
    public void Relate(string part, params IEnumerable<(string Id, string Kind, string Target)> relations)
    {
        XNamespace ns = "http://schemas.openxmlformats.org/package/2006/relationships";
        var name = part.LastIndexOf('/') + 1;
        Add($"{part[..name]}_rels/{part[name..]}.rels", Bytes(new XElement(ns + "Relationships", relations.Select(r => new XElement(ns + "Relationship",
            new XAttribute("Id", r.Id), new XAttribute("Type", r.Kind), new XAttribute("Target", r.Target))))));
    }

    public void Write(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        zip.Add("[Content_Types].xml", Bytes(ContentTypes()));
        foreach (var (name, content) in _parts)
            zip.Add(name, content);
    }

    private XElement ContentTypes()
    {
        XNamespace ns = "http://schemas.openxmlformats.org/package/2006/content-types";
        (string Extension, string Type)[] defaults =
        [
            ("png", "image/png"),
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("xml", "application/xml"),
        ];
        return new XElement(ns + "Types",
            defaults.Select(d => new XElement(ns + "Default", new XAttribute("Extension", d.Extension), new XAttribute("ContentType", d.Type))),
            _types.OrderBy(t => t.Part, StringComparer.Ordinal).Select(t => new XElement(ns + "Override", new XAttribute("PartName", t.Part), new XAttribute("ContentType", t.Type))));
    }

    private static byte[] Bytes(XElement xml) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml.ToString(SaveOptions.DisableFormatting));
}
