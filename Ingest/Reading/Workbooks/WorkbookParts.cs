using System.Globalization;
using System.Xml;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>A visible sheet: its name and the part that holds it.</summary>
internal sealed record SheetPart(string Name, string Part);

/// <summary>What the sheets of a workbook share.</summary>
internal sealed class WorkbookParts
{
    private const string Main = "xl/workbook.xml";
    private const int MostSheets = 1_000;

    private WorkbookParts(ByteSource source) => Source = source;

    public ByteSource Source { get; }

    public string Place => Source.Place;

    public bool Is1904 { get; private set; }

    public List<SheetPart> Sheets { get; } = [];

    public int HiddenCount { get; private set; }

    public CellKind[] Kinds { get; private set; } = [];

    public SharedTexts Texts { get; private set; } = new();

    /// <summary>When it was last saved (UTC), where the program that made it is no spreadsheet a person edits in.</summary>
    public DateTime? ExportedAt { get; private set; }

    public static WorkbookParts Read(ByteSource source)
    {
        var book = new WorkbookParts(source);
        using var zip = new ZipContent(source);
        var targets = book.Targets(zip);
        using (var main = book.Open(zip, Main)!)
            book.ReadMain(main, targets);
        using (var styles = book.Open(zip, Target(targets, "styles") ?? "xl/styles.xml"))
            book.Kinds = CellKinds.Read(styles);
        using (var texts = book.Open(zip, Target(targets, "sharedStrings") ?? "xl/sharedStrings.xml"))
            book.Texts = SharedTexts.Read(texts, source.Place);
        book.ExportedAt = ExportMoment.Of(name => book.Open(zip, name));
        return book;
    }

    /// <summary>Opens the rows of a sheet; null where its part is missing.</summary>
    public PartReader? OpenSheet(SheetPart sheet)
    {
        using var zip = new ZipContent(Source);
        return Open(zip, sheet.Part);
    }

    /// <summary>Opens the part of a sheet as it is; null where it is missing.</summary>
    public Stream? OpenBytes(SheetPart sheet)
    {
        using var zip = new ZipContent(Source);
        return zip.Part(sheet.Part);
    }

    private PartReader? Open(ZipContent zip, string part) => zip.Part(part) is { } stream ? new PartReader(stream, Place) : null;

    private Dictionary<string, (string Type, string Target)> Targets(ZipContent zip)
    {
        var targets = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var part = Open(zip, "xl/_rels/workbook.xml.rels");
        while ((part?.ReadTo("Relationship") ?? false) && targets.Count < MostSheets * 10)
            if (part.Xml.GetAttribute("Id") is { } id && part.Xml.GetAttribute("Target") is { } target)
                targets[id] = (part.Xml.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : "xl/" + target);
        return targets;
    }

    private static string? Target(Dictionary<string, (string Type, string Target)> targets, string type) =>
        targets.Values.FirstOrDefault(t => t.Type.EndsWith("/" + type, StringComparison.Ordinal)).Target;

    private void ReadMain(PartReader main, Dictionary<string, (string Type, string Target)> targets)
    {
        while (main.Read())
        {
            if (!main.IsElement)
                continue;
            if (main.Xml.LocalName == "workbookPr")
                Is1904 = main.Xml.GetAttribute("date1904") is "1" or "true";
            if (main.Xml.LocalName == "sheet" && Sheets.Count < MostSheets)
                Add(main.Xml, targets);
        }
    }

    private void Add(XmlReader sheet, Dictionary<string, (string Type, string Target)> targets)
    {
        if (sheet.GetAttribute("state") is "hidden" or "veryHidden")
        {
            HiddenCount++;
            return;
        }
        string? id = null;
        while (sheet.MoveToNextAttribute())
            if (sheet.LocalName == "id")
                id = sheet.Value;
        sheet.MoveToElement();
        var part = id is not null && targets.TryGetValue(id, out var target)
            ? target.Target
            : string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{Sheets.Count + HiddenCount + 1}.xml");
        Sheets.Add(new SheetPart(sheet.GetAttribute("name") ?? "", part));
    }
}
