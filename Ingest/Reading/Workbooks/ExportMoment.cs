using System.Globalization;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>
/// The moment of export a workbook's properties tell. Only where no spreadsheet program a person edits in wrote it: saving it again
/// there moves the time, and names the program.
/// </summary>
internal static class ExportMoment
{
    private static readonly string[] Editors = ["Microsoft", "LibreOffice", "OpenOffice", "Numbers", "WPS", "ONLYOFFICE", "Google", "Gnumeric"];

    /// <param name="open">Opens a part by its name; null where there is none.</param>
    public static DateTime? Of(Func<string, PartReader?> open)
    {
        using var core = open("docProps/core.xml");
        using var app = open("docProps/app.xml");
        if (app is not null && app.ReadTo("Application") && Editors.Any(e => app.Text().Contains(e, StringComparison.OrdinalIgnoreCase)))
            return null;
        DateTime? created = null, modified = null;
        while (core?.Read() ?? false)
            if (core.IsElement && core.Xml.LocalName is "created" or "modified")
                _ = core.Xml.LocalName == "created" ? created = Time(core.Text()) : modified = Time(core.Text());
        return created == modified || created is null ? modified : null;
    }

    private static DateTime? Time(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;
}
