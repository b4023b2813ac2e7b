using System.Net;
using System.Text;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Text as a person wrote it, out of what tools and mail programs make of it. Nothing in it is ever run: marks are dropped, and what
/// lies inside a script or a style with them. Linear in the length of the text.
/// </summary>
public static class MessageText
{
    private static readonly string[] Blocks =
        ["br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "pre", "hr", "section"];

    private static readonly string[] Marks =
    [
        .. Blocks, "html", "head", "body", "meta", "title", "span", "b", "i", "u", "s", "a", "em", "strong", "font", "img", "td", "th", "tbody",
        "thead", "script", "style", "code", "center", "small", "sub", "sup", "label", "figure", "!doctype", "!--", "o:p",
    ];

    /// <summary>A text that looks like HTML as plain text; any other as it is.</summary>
    /// <remarks>Text whose marks were themselves encoded (<c>&amp;lt;p&amp;gt;</c>, as GLPI stores it) is decoded first.</remarks>
    public static string Plain(string text)
    {
        if (LooksLikeHtml(text))
            return Stripped(text);
        if (!text.Contains("&lt;", StringComparison.Ordinal) && !text.Contains("&#60;", StringComparison.Ordinal))
            return text;
        var decoded = WebUtility.HtmlDecode(text);
        return LooksLikeHtml(decoded) ? Stripped(decoded) : text;
    }

    /// <summary>What the writer of a message wrote: plain text, without the messages it answers (see <see cref="QuotedHistory"/>).</summary>
    public static string Body(string text) => QuotedHistory.Cut(Plain(text));

    /// <summary>True where the bytes (UTF-8) may hold HTML and are worth a look.</summary>
    internal static bool MayBeHtml(ReadOnlySpan<byte> text) =>
        (text.IndexOf((byte)'<') >= 0 && text.IndexOf((byte)'>') >= 0) || text.IndexOf("&lt;"u8) >= 0 || text.IndexOf("&#60;"u8) >= 0;

    /// <summary>True where one of the common marks of HTML is there; <c>a &lt; b &gt; c</c> and <c>&lt;name@example.gr&gt;</c> have none.</summary>
    private static bool LooksLikeHtml(string text)
    {
        var last = text.LastIndexOf('>');
        for (var at = text.IndexOf('<'); at >= 0 && at < last; at = text.IndexOf('<', at + 1))
            if (Marks.Contains(NameAt(text, at), StringComparer.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static string Stripped(string html)
    {
        var text = new StringBuilder(html.Length);
        var (lastMark, lastComment) = (html.LastIndexOf('>'), html.LastIndexOf("-->", StringComparison.Ordinal));
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            var end = open < 0 ? html.Length : open;
            text.Append(WebUtility.HtmlDecode(html[at..end]).Replace('\n', ' '));
            at = open < 0 ? html.Length : AfterMark(html, open, (lastMark, lastComment), text);
        }
        return Tidy(text.ToString());
    }

    /// <summary>Passes over the mark at <paramref name="open"/>; where it is none, the sign itself is text.</summary>
    private static int AfterMark(string html, int open, (int Mark, int Comment) last, StringBuilder text)
    {
        var name = NameAt(html, open);
        if (name.Length == 0 || open > (name == "!--" ? last.Comment : last.Mark))
        {
            text.Append('<');
            return open + 1;
        }
        var close = name == "!--" ? html.IndexOf("-->", open, StringComparison.Ordinal) + 2 : html.IndexOf('>', open);
        if (Blocks.Contains(name, StringComparer.OrdinalIgnoreCase))
            text.Append('\n');
        if (html[open + 1] != '/' && (Is(name, "script") || Is(name, "style") || Is(name, "head")) && html[close - 1] != '/')
            return html.IndexOf("</" + name, close, StringComparison.OrdinalIgnoreCase) is var inner and > 0 ? inner : html.Length;
        return close + 1;
    }

    private static bool Is(string name, string mark) => name.Equals(mark, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the mark that may start at the sign: <c>br</c> of <c>&lt;/br&gt;</c>; empty where none does.</summary>
    private static string NameAt(string text, int open)
    {
        var from = open + 1;
        if (string.CompareOrdinal(text, from, "!--", 0, 3) == 0)
            return "!--";
        var to = from += from < text.Length && text[from] == '/' ? 1 : 0;
        while (to < text.Length && to - from < 12 && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '!' or ':'))
            to++;
        return to < text.Length && (char.IsWhiteSpace(text[to]) || text[to] is '>' or '/') ? text[from..to] : "";
    }

    /// <summary>Runs of spaces as one, no more than one empty line in a row, nothing at either end.</summary>
    private static string Tidy(string text)
    {
        var lines = text.Replace("\r", "", StringComparison.Ordinal).Split('\n')
            .Select(line => string.Join(' ', line.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)));
        var kept = new List<string>();
        foreach (var line in lines)
            if (line.Length > 0 || (kept.Count > 0 && kept[^1].Length > 0))
                kept.Add(line);
        return string.Join('\n', kept).Trim();
    }
}
