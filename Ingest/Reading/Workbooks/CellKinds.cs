using System.Globalization;
using ExcelNumberFormat;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>What a number in a cell means, by the cell's number format.</summary>
internal enum CellKind
{
    Number,
    Date,

    /// <summary>A date with a time of day.</summary>
    Moment,

    /// <summary>A time of day, or hours and minutes that went by.</summary>
    Time,

    /// <summary>Hours that went by, 24 and more too: <c>[h]:mm</c>.</summary>
    Duration,
}

/// <summary>The kinds of the cell styles of a workbook, by the number a cell's <c>s</c> gives.</summary>
internal static class CellKinds
{
    private const int MostStyles = 1 << 16;

    public static CellKind[] Read(PartReader? styles)
    {
        var formats = new Dictionary<int, CellKind>();
        var kinds = new List<CellKind>();
        while (styles?.Read() ?? false)
        {
            if (!styles.IsElement)
                continue;
            if (styles.Xml.LocalName == "numFmt" && formats.Count < MostStyles)
                formats[Number(styles.Xml.GetAttribute("numFmtId"))] = OfFormat(styles.Xml.GetAttribute("formatCode") ?? "");
            if (styles.Xml.LocalName == "cellXfs")
                foreach (var name in styles.Children())
                    if (name == "xf" && kinds.Count < MostStyles)
                        kinds.Add(OfId(Number(styles.Xml.GetAttribute("numFmtId")), formats));
        }
        return [.. kinds];
    }

    /// <summary>The kind of a format as a person writes it: <c>dd/mm/yyyy hh:mm</c>, <c>[h]:mm:ss</c>, <c>0.00</c>.</summary>
    public static CellKind OfFormat(string format)
    {
        var parsed = new NumberFormat(format);
        if (!parsed.IsValid || !parsed.IsDateTimeFormat)
            return parsed.IsValid && parsed.IsTimeSpanFormat ? CellKind.Duration : CellKind.Number;
        var letters = Letters(format);
        var hasDay = letters.AsSpan().IndexOfAny('y', 'd', 'e') >= 0;
        var hasTime = letters.AsSpan().IndexOfAny('h', 's') >= 0;
        return (hasDay, hasTime) switch
        {
            (true, true) => CellKind.Moment,
            (false, true) => CellKind.Time,
            _ => CellKind.Date,
        };
    }

    /// <summary>The formats every workbook has without writing them down (ECMA-376, 18.8.30).</summary>
    private static CellKind OfId(int id, Dictionary<int, CellKind> formats) => formats.TryGetValue(id, out var written) ? written : id switch
    {
        (>= 14 and <= 17) or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => CellKind.Date,
        22 => CellKind.Moment,
        (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 => CellKind.Time,
        46 => CellKind.Duration,
        _ => CellKind.Number,
    };

    /// <summary>The first section's letters, without what is quoted, escaped or in brackets.</summary>
    private static string Letters(string format)
    {
        var letters = new System.Text.StringBuilder();
        for (var at = 0; at < format.Length && format[at] != ';'; at++)
            switch (format[at])
            {
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '"' or '[':
                    var end = format.IndexOf(format[at] == '"' ? '"' : ']', at + 1);
                    at = end < 0 ? format.Length : end;
                    break;
                default:
                    letters.Append(char.ToLowerInvariant(format[at]));
                    break;
            }
        return letters.ToString();
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
