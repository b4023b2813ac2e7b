using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Packs.Web;
using Insights.Reports.Style;

namespace Insights.Reports.Tests.Packs;

public sealed partial class WebPageTests(ChartsInvented invented) : IClassFixture<ChartsInvented>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-web-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_page_asks_for_nothing_outside_itself_and_may_run_nothing_but_its_own_script()
    {
        var page = Written(Briefly.Of(invented, ChartsInvented.Busy, Language.Greek), Briefly.Tickets);
        var script = OwnScript().Match(page).Groups["code"].Value;

        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Contains($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_stays_text_in_the_page_and_in_its_data()
    {
        var page = Written(Briefly.Hostile(Language.English), Briefly.Tickets);

        Assert.DoesNotContain("<script>document", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<script").Length - 1);
        Assert.Equal(2, page.Split("</script>").Length - 1);
    }

    [Fact]
    public void A_brief_without_tickets_has_no_script_and_allows_none()
    {
        var page = Written(Briefly.Hostile(Language.Greek), null);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("script-src 'none'", page, StringComparison.Ordinal);
    }

    [FactWithChromium]
    public void In_a_browser_the_tickets_are_counted_and_a_script_in_a_subject_does_nothing()
    {
        var dom = Chromium.Read(Saved(Written(Briefly.Hostile(Language.English), Briefly.Tickets)), _folder);

        Assert.Equal(["4", "67%", "10 minutes", "1", "1"], Tiles(dom));
        Assert.DoesNotContain("<title>taken", dom, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;document.title='taken'&lt;/script&gt;", Row().Match(dom).Value, StringComparison.Ordinal);
        Assert.Equal(4, Row().Count(dom));
    }

    /// <summary>The page's own rule allows no other script, so the copy that is clicked on has a rule of its own.</summary>
    [FactWithChromium]
    public void In_a_browser_a_month_a_category_and_a_click_on_a_figure_leave_their_tickets()
    {
        (string Clicks, string[] Tiles)[] cases =
        [
            ("pick('month', '2026-10')", ["3", "1 / 2", "90 minutes", "1", "1"]),
            ("pick('category', 'Ταμείο')", ["1", "1 / 1", "10 minutes", "1", "0"]),
            ("pick('priority', '3')", ["3", "1 / 2", "90 minutes", "0", "1"]),
            ("document.querySelectorAll('.tile')[4].click()", ["1", "0 / 1", "90 minutes", "0", "1"]),
            ("document.querySelectorAll('#months button')[0].click()", ["1", "1 / 1", "1 minutes", "0", "0"]),
            ("pick('outcome', 'running')", ["1", "not measurable", "more than half unanswered", "0", "0"]),
        ];
        foreach (var (clicks, tiles) in cases)
            Assert.Equal(tiles, Tiles(Chromium.Read(Saved(Clicked(clicks)), _folder)));
    }

    private static string Clicked(string clicks)
    {
        var page = Written(Briefly.Hostile(Language.English), Briefly.Tickets);
        var rule = Rule().Replace(page, "script-src 'unsafe-inline'");
        return rule.Replace("</body>", $$"""<script>function pick(id, value) { const e = document.getElementById(id); e.value = value; e.dispatchEvent(new Event('change')); } {{clicks}};</script></body>""", StringComparison.Ordinal);
    }

    private string Saved(string page)
    {
        var path = Path.Combine(_folder, "page.html");
        File.WriteAllText(path, page);
        return path;
    }

    private static string Written(Brief brief, WebTickets? tickets)
    {
        using var file = new MemoryStream();
        BriefHtml.Write(file, brief, tickets);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static IEnumerable<string> Tiles(string dom) => Tile().Matches(dom).Select(m => m.Groups["figure"].Value);

    [GeneratedRegex("<script>(?<code>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex OwnScript();

    [GeneratedRegex("script-src 'sha256-[^']*'")]
    private static partial Regex Rule();

    [GeneratedRegex("<strong>(?<figure>[^<]*)</strong>")]
    private static partial Regex Tile();

    [GeneratedRegex("<tr><td>[1-4]</td><td>.*?</tr>")]
    private static partial Regex Row();
}
