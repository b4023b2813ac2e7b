using System.Xml.Linq;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Style;
using Insights.Reports.Workbooks;

namespace Insights.Reports.Packs.Slides;

/// <summary>What every presentation has beside its slides: properties, one theme, one master, one layout.</summary>
internal static class DeckFrame
{
    public const string Layout = "../slideLayouts/slideLayout1.xml";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private const string Types = "application/vnd.openxmlformats-officedocument.presentationml.";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    public static void Add(Deck deck, Brief brief, int slides)
    {
        AddProperties(deck, brief);
        deck.Add("ppt/presentation.xml", Types + "presentation.main+xml", Presentation(slides));
        deck.Relate("ppt/presentation.xml",
        [
            ("rIdMaster", Relations + "slideMaster", "slideMasters/slideMaster1.xml"),
            ("rIdTheme", Relations + "theme", "theme/theme1.xml"),
            .. Enumerable.Range(1, slides).Select(n => (FormattableString.Invariant($"rIdSlide{n}"), Relations + "slide", FormattableString.Invariant($"slides/slide{n}.xml"))),
        ]);
        deck.Add("ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", DeckTheme.Of(brief.Theme.Colours));
        deck.Add("ppt/slideMasters/slideMaster1.xml", Types + "slideMaster+xml", Master());
        deck.Relate("ppt/slideMasters/slideMaster1.xml", ("rIdLayout", Relations + "slideLayout", Layout), ("rIdTheme", Relations + "theme", "../theme/theme1.xml"));
        deck.Add("ppt/slideLayouts/slideLayout1.xml", Types + "slideLayout+xml", new XElement(DeckXml.P + "sldLayout", Namespaces(), new XAttribute("type", "titleOnly"),
            Shapes([Title()]), new XElement(DeckXml.P + "clrMapOvr", new XElement(DeckXml.A + "masterClrMapping"))));
        deck.Relate("ppt/slideLayouts/slideLayout1.xml", ("rIdMaster", Relations + "slideMaster", "../slideMasters/slideMaster1.xml"));
    }

    /// <summary>Adds a slide; its shapes name the relations given.</summary>
    public static void AddSlide(Deck deck, int number, IEnumerable<XElement> shapes, params IEnumerable<(string Id, string Kind, string Target)> relations)
    {
        var part = FormattableString.Invariant($"ppt/slides/slide{number}.xml");
        deck.Add(part, Types + "slide+xml", new XElement(DeckXml.P + "sld", Namespaces(), Shapes(shapes),
            new XElement(DeckXml.P + "clrMapOvr", new XElement(DeckXml.A + "masterClrMapping"))));
        deck.Relate(part, relations.Prepend(("rIdLayout", Relations + "slideLayout", Layout)));
    }

    private static void AddProperties(Deck deck, Brief brief)
    {
        XNamespace cp = Package + "metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/", xsi = "http://www.w3.org/2001/XMLSchema-instance";
        XElement Date(string name) => new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), Iso.Instant(brief.AsOf));
        deck.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", new XElement(cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", cp), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", CellText.Of($"{brief.Title} · {brief.Kind}")), new XElement(dc + "subject", CellText.Of(brief.Subject)),
            new XElement(dc + "creator", CellText.Of(brief.Author)), new XElement(dc + "language", brief.Language.Code), Date("created"), Date("modified")));
        deck.Relate("", ("rId1", Relations + "officeDocument", "ppt/presentation.xml"), ("rId2", Package + "relationships/metadata/core-properties", "docProps/core.xml"));
    }

    private static XElement Presentation(int slides) => new(DeckXml.P + "presentation", Namespaces(),
        new XElement(DeckXml.P + "sldMasterIdLst", new XElement(DeckXml.P + "sldMasterId", new XAttribute("id", 2147483648), new XAttribute(DeckXml.R + "id", "rIdMaster"))),
        new XElement(DeckXml.P + "sldIdLst", Enumerable.Range(1, slides).Select(n =>
            new XElement(DeckXml.P + "sldId", new XAttribute("id", 255 + n), new XAttribute(DeckXml.R + "id", FormattableString.Invariant($"rIdSlide{n}"))))),
        new XElement(DeckXml.P + "sldSz", new XAttribute("cx", DeckXml.Emu(DeckXml.Width)), new XAttribute("cy", DeckXml.Emu(DeckXml.Height))),
        new XElement(DeckXml.P + "notesSz", new XAttribute("cx", DeckXml.Emu(540)), new XAttribute("cy", DeckXml.Emu(720))));

    private static XElement Master()
    {
        string[] colours = ["bg1=lt1", "tx1=dk1", "bg2=lt2", "tx2=dk2", "accent1=accent1", "accent2=accent2", "accent3=accent3", "accent4=accent4", "accent5=accent5", "accent6=accent6", "hlink=hlink", "folHlink=folHlink"];
        XElement Style(string name) => new(DeckXml.P + name, new XElement(DeckXml.A + "lvl1pPr", new XElement(DeckXml.A + "defRPr", new XAttribute("sz", 1800))));
        return new XElement(DeckXml.P + "sldMaster", Namespaces(), Shapes([Title()], background: true),
            new XElement(DeckXml.P + "clrMap", colours.Select(c => c.Split('=')).Select(c => new XAttribute(c[0], c[1]))),
            new XElement(DeckXml.P + "sldLayoutIdLst", new XElement(DeckXml.P + "sldLayoutId", new XAttribute("id", 2147483649), new XAttribute(DeckXml.R + "id", "rIdLayout"))),
            new XElement(DeckXml.P + "txStyles", Style("titleStyle"), Style("bodyStyle"), Style("otherStyle")));
    }

    private static XElement Title() => DeckXml.Text(2, "title", new Box(44, 28, DeckXml.Width - 88, 60), [new TextLine(" ", 24, Palette.Text, "en", IsBold: true)], "title");

    private static XAttribute[] Namespaces() =>
        [new(XNamespace.Xmlns + "a", DeckXml.A), new(XNamespace.Xmlns + "p", DeckXml.P), new(XNamespace.Xmlns + "r", DeckXml.R)];

    private static XElement Shapes(IEnumerable<XElement> shapes, bool background = false) => new(DeckXml.P + "cSld",
        background ? new XElement(DeckXml.P + "bg", new XElement(DeckXml.P + "bgRef", new XAttribute("idx", 1001), new XElement(DeckXml.A + "schemeClr", new XAttribute("val", "bg1")))) : null,
        new XElement(DeckXml.P + "spTree",
            new XElement(DeckXml.P + "nvGrpSpPr", new XElement(DeckXml.P + "cNvPr", new XAttribute("id", 1), new XAttribute("name", "")), new XElement(DeckXml.P + "cNvGrpSpPr"), new XElement(DeckXml.P + "nvPr")),
            new XElement(DeckXml.P + "grpSpPr"), shapes));
}
