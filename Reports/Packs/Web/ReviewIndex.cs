using System.Text;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Web;

/// <summary>
/// One page over the packs of all clients of a month: each with its headline and links to its files, relative, so that the folder can be moved. It
/// loads and runs nothing. It names every client, so it is the provider's only.
/// </summary>
/// <param name="Marts">As its reader may see them.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Theme">As its reader may see it.</param>
public sealed record ReviewIndex(Marts Marts, Language Language, Theme Theme)
{
    private static readonly string[] Columns = ["client", "tickets", "kept", "year", "repeats", "reminders", "files"];

    private static readonly string[] Kinds = ["pdf", "xlsx", "pptx", "html"];

    /// <summary>Writes <c>OUT/index-LANG.html</c>.</summary>
    /// <param name="month">The first day of the month.</param>
    /// <param name="clients">The clients whose packs were written, as this reader sees their names.</param>
    /// <param name="outDirectory">The folder of the packs.</param>
    /// <returns>The full path of the page.</returns>
    public string Write(DateOnly month, IReadOnlyList<string> clients, string outDirectory)
    {
        var cards = clients.Select(client => ScoreCard.Of(Marts, client, month)).ToList();
        var page = new StringBuilder();
        BriefHtml.Open(page, Language, Theme, $"{Language.Say("index.title")} · {Language.Month(month)}", "'none'");
        page.Append("<p class=\"kind\">").Append(Safe(Language.Month(month))).Append("</p>\n<h1>").Append(Safe(Language.Say("index.title"))).Append("</h1>\n<p class=\"facts\">")
            .Append(Safe(Language.Say("index.note", ("minimum", Language.Whole(cards.Max(c => c.Whole("minimum_n") ?? 1)))))).Append("</p>\n<table><thead><tr>");
        foreach (var column in Columns)
            page.Append(column is "client" or "files" ? "<th>" : "<th class=\"number\">").Append(Safe(Language.Say("index." + column))).Append("</th>");
        page.Append("</tr></thead><tbody>\n");
        var folders = ReviewPack.FoldersOf(Marts);
        foreach (var card in cards)
            WriteClient(page, card, month, folders[card.Text("client")!]);
        page.Append("</tbody></table>\n</main>\n</body>\n</html>\n");
        var file = Path.GetFullPath(Path.Combine(outDirectory, $"index-{Language.Code}.html"));
        File.WriteAllText(file, page.ToString(), new UTF8Encoding(false));
        return file;
    }

    private void WriteClient(StringBuilder page, MartRow card, DateOnly month, string folder)
    {
        var client = card.Text("client")!;
        var reminded = Marts.Rows("chaser_months", client, month).FirstOrDefault(r => r.Text("span") == "month" && r.Text("provider") == card.Text("provider"));
        string[] figures =
        [
            Language.Whole(card.Whole("ticket_count") ?? 0), Kept(card, "attainment", month), Kept(card, "attainment_trailing", month),
            Share(card.Whole("repeat_30d_count"), card.Whole("episode_count"), card),
            Share(reminded?.Whole("chased_count"), reminded?.Whole("ticket_count"), card),
        ];
        page.Append("<tr><td><strong>").Append(Safe(client)).Append("</strong></td>");
        foreach (var figure in figures)
            page.Append("<td class=\"number\">").Append(Safe(figure)).Append("</td>");
        page.Append("<td>").Append(string.Join(" ", Links(folder, month))).Append("</td></tr>\n");
    }

    private string Kept(MartRow card, string mart, DateOnly month)
    {
        if (card.Flag("has_promises") == false)
            return Language.Say("index.no_promise");
        var row = Marts.Rows(mart, card.Text("client"), month)
            .FirstOrDefault(r => r.Text("provider") == card.Text("provider") && r.Text("promise_kind") == "response" && r["priority"] is null);
        return Share(row?.Whole("met_count"), row is null ? null : row.Whole("met_count") + row.Whole("breached_count"), card);
    }

    /// <summary>29 of 32 (91%); of too few the count alone; of none, or where nobody knows, not measurable.</summary>
    private string Share(long? part, long? whole, MartRow card)
    {
        if (part is not { } n || whole is not { } all || all == 0)
            return Language.Say("not_measurable");
        var counted = Language.Say("say.counted", ("part", Language.Whole(n)), ("whole", Language.Whole(all)));
        return all >= (card.Whole("minimum_n") ?? 1) ? $"{counted} ({Language.Percent(n / (double)all)})" : counted;
    }

    private IEnumerable<string> Links(string folder, DateOnly month)
    {
        var at = Uri.EscapeDataString(folder) + "/" + Iso.Month(month);
        return Kinds.Select(kind => $"<a href=\"{Safe($"{at}/review-{Language.Code}.{kind}")}\">{kind}</a>");
    }

    private static string Safe(string text) => BriefHtml.Safe(text);
}
