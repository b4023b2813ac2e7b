using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Insights.Reports.Workbooks;

/// <summary>Text of other people made fit for a cell: what XML cannot hold is replaced, line breaks become spaces, and it stays
/// text.</summary>
internal static partial class CellText
{
    private const int Longest = 32_000;
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        for (var i = 0; i < text.Length && clean.Length < Longest; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(Fit(text[i]));
        }

        return EscapedLookalike().Replace(clean.ToString(), "_x005F_$1") + (text.Length > Longest ? "…" : "");
    }

    /// <summary>Begins with a character that a spreadsheet may take for the start of a formula.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'' or '＝' or '＋' or '－' or '＠';

    /// <summary>A text inside a formula.</summary>
    public static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A sheet inside a formula.</summary>
    public static string SheetName(string name) => "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string Invariant(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static char Fit(char c) => c switch
    {
        '\r' or '\n' or '\t' => ' ',
        _ when char.IsSurrogate(c) || !XmlConvert.IsXmlChar(c) => Replacement,
        _ => c,
    };

    /// <summary>Excel reads _x0041_ inside a text as the letter A.</summary>
    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapedLookalike();
}
