using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Insights.Reports.Charts;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Web;

/// <summary>
/// A brief as one page for any browser, that works without a network: its answers, its tickets with filters, its charts. The page may load nothing and
/// run nothing but its own script, and every text of a ticket is text to it.
/// </summary>
internal static class BriefHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Its encoder writes no character that could end the script it stands in.</summary>
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly string[] Spoken =
        ["tickets", "inTime", "half", "reminded", "repeats", "notMeasurable", "notReached", "unanswered", "yes", "showing", "monthBar"];

    public static void Write(Stream stream, Brief brief, WebTickets? tickets = null)
    {
        var page = new StringBuilder();
        WriteHead(page, brief, tickets is not null);
        foreach (var section in brief.Sections)
            WriteSection(page, section);
        page.Append("</div>\n");
        if (tickets is not null)
            WriteTickets(page, brief.Language);
        WriteCharts(page, brief);
        page.Append("<footer class=\"note\">").Append(Safe(brief.Foot)).Append(' ').Append(Safe(brief.Theme.Beside(Until(brief)))).Append("</footer>\n</main>\n");
        if (tickets is not null)
            page.Append("<script type=\"application/json\" id=\"data\">").Append(Data(brief.Language, tickets)).Append("</script>\n<script>").Append(Resource("page.js")).Append("</script>\n");
        page.Append("</body>\n</html>\n");
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static string Until(Brief brief) => brief.Language.Say("web.until", ("until", brief.Language.Moment(brief.AsOf, brief.Zone)));

    private static void WriteHead(StringBuilder page, Brief brief, bool hasScript)
    {
        var script = hasScript ? $"'sha256-{Hash(Resource("page.js"))}'" : "'none'";
        Open(page, brief.Language, brief.Theme, $"{brief.Title} · {brief.Kind}", script);
        page.Append("<p class=\"kind\">").Append(Safe(brief.Kind)).Append("</p>\n<h1>").Append(Safe(brief.Title)).Append("</h1>\n");
        if (brief.By.Length > 0)
            page.Append("<p class=\"facts\">").Append(Safe(brief.By)).Append("</p>\n");
        page.Append("<p class=\"facts\">").Append(Safe(brief.Facts)).Append("</p>\n<div class=\"answers\">\n");
    }

    /// <summary>A page up to its main part, which may load nothing and run only the script allowed.</summary>
    internal static void Open(StringBuilder page, Language language, Theme theme, string title, string script) =>
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(language.Code).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src ").Append(script).Append("; base-uri 'none'; form-action 'none'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(Safe(title)).Append("</title>\n<style>").Append(Inks(theme.Colours)).Append(Resource("page.css")).Append("</style>\n</head>\n<body>\n<main>\n").Append(LogoOf(language, theme));

    /// <summary>The colours as the page's style names them.</summary>
    private static string Inks(Colours colours) =>
        $":root {{ --text: {Palette.Text.Hex}; --muted: {Palette.Muted.Hex}; --grid: {Palette.Grid.Hex}; --panel: {Palette.Panel.Hex}; --accent: {colours.Delivered.Hex}; --late: {colours.Breached.Hex}; --quiet: {Palette.Quiet.Hex}; }}\n";

    private static string LogoOf(Language language, Theme theme) => theme.Logo is not { } logo ? ""
        : $"<img alt=\"{Safe(theme.Name ?? language.Say("pack.logo"))}\" src=\"{logo.DataUri}\" style=\"float: right; max-width: 12rem; max-height: 4rem; margin-left: 1rem\">\n";

    private static void WriteSection(StringBuilder page, BriefSection section)
    {
        page.Append("<section><h3>").Append(Safe(section.Heading)).Append("</h3><div>");
        foreach (var line in section.Lines)
            page.Append("<p>").Append(Safe(line)).Append("</p>");
        page.Insert(page.Length, "<div class=\"blank\"></div>", section.BlankLines).Append("</div>");
        if (section.Table is { } table)
            WriteTable(page, table);
        page.Append("</section>\n");
    }

    private static void WriteTable(StringBuilder page, BriefTable table)
    {
        static string Class(BriefColumn column) => column.IsNumber ? " class=\"number\"" : "";
        page.Append("<div class=\"table\"><table><thead><tr>");
        foreach (var column in table.Columns)
            page.Append("<th").Append(Class(column)).Append('>').Append(Safe(column.Head)).Append("</th>");
        page.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
                page.Append("<td").Append(Class(table.Columns[i])).Append('>').Append(Safe(row[i])).Append("</td>");
            page.Append("</tr>");
        }

        page.Append("</tbody></table></div>");
    }

    private static void WriteTickets(StringBuilder page, Language language)
    {
        string Say(string key) => Safe(language.Say("web." + key));
        page.Append("<h2>").Append(Say("title")).Append("</h2>\n<p class=\"note\">").Append(Say("note")).Append("</p>\n<div class=\"filters\">");
        foreach (var filter in new[] { "month", "priority", "category", "outcome" })
            page.Append("<label>").Append(Say(filter)).Append("<select id=\"").Append(filter).Append("\"><option value=\"\">").Append(Say("all")).Append("</option></select></label>");
        page.Append("<label>").Append(Say("text")).Append("<input id=\"text\" type=\"search\"></label><button id=\"clear\" type=\"button\">").Append(Say("clear")).Append("</button></div>\n")
            .Append("<div id=\"tiles\" class=\"tiles\" aria-live=\"polite\"></div>\n<div id=\"months\" class=\"months\"></div>\n<p id=\"count\" class=\"note\"></p>\n<table><thead><tr>");
        foreach (var head in new[] { "number", "subject", "priority", "created", "wait", "outcome", "chasers", "repeat" })
            page.Append(head == "chasers" ? "<th class=\"number\">" : "<th>").Append(Say("head." + head)).Append("</th>");
        page.Append("</tr></thead><tbody id=\"rows\"></tbody></table>\n<p><button id=\"more\" class=\"more\" type=\"button\" hidden>").Append(Say("more")).Append("</button></p>\n");
    }

    private static void WriteCharts(StringBuilder page, Brief brief)
    {
        if (brief.Charts.Count > 0)
            page.Append("<h2>").Append(Safe(brief.Language.Say("web.charts"))).Append("</h2>\n");
        foreach (var chart in brief.Charts.OrderBy(c => c.Plot is null))
            page.Append("<figure><h3>").Append(Safe(chart.Title)).Append("</h3>").Append(Drawing(chart, brief.Fonts))
                .Append("<figcaption>").Append(Safe(chart.Reading)).Append("<p class=\"definition\">").Append(Safe(chart.Definition)).Append("</p></figcaption></figure>\n");
    }

    /// <summary>A picture of its own: nothing in it can reach the page.</summary>
    private static string Drawing(Chart chart, Fonts fonts)
    {
        if (chart.Plot is null)
            return $"<div class=\"panel\">{Safe(chart.Instead ?? "")}</div>";
        using var svg = new MemoryStream();
        Pictures.WritePlotSvg(svg, chart, fonts, 900, 400);
        return $"<img alt=\"{Safe($"{chart.Title} {chart.Reading}")}\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(svg.ToArray())}\">";
    }

    private static string Data(Language language, WebTickets tickets) => JsonSerializer.Serialize(new
    {
        Words = Spoken.ToDictionary(key => key, key => language.Say("web.js." + key, Placeholders(language, key))),
        Decimal = language.Number(0.5)[1..2],
        tickets.Minimum,
        tickets.Months,
        tickets.Tickets,
    }, Json);

    /// <summary>What the script fills in stays as it is named.</summary>
    private static (string, string)[] Placeholders(Language language, string key) =>
        [.. language.Placeholders("web.js." + key).Select(name => (name, "{" + name + "}"))];

    internal static string Safe(string text) => Encoder.Encode(text);

    private static string Hash(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static string Resource(string name)
    {
        using var stream = typeof(BriefHtml).Assembly.GetManifestResourceStream("Web/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
