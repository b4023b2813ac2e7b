using System.Globalization;
using System.Text.RegularExpressions;

namespace Insights.Ingest.Reading.Workbooks;

/// <summary>Characters XML cannot hold stand in workbooks as <c>_x000D_</c>.</summary>
internal static partial class CellEscapes
{
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Escape().Replace(text, match => ((char)ushort.Parse(match.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
