using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Priorities;

/// <summary>Reminders by the technician the ticket is with, over twelve months.</summary>
internal static class AgentsSection
{
    private const int MostAgents = 15;

    private static readonly string[] Heads = ["tickets", "agents.chased", "agents.share", "head.interval", "agents.headline", "agents.chasers"];

    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var agents = data.Delivered.ChasersByAgent.Where(r => r.Text("span") == "trailing").OrderByDescending(r => r.Whole("ticket_count"))
            .ThenBy(r => r.Text("agent"), StringComparer.Ordinal).ToList();
        if (agents.Count == 0)
            return SectionSheet.NotMeasurable(page, row, "agents.title", "reminders");

        row = SectionSheet.Heading(page, row, "agents.title", language.Say("agents.text", ("minimum", language.Whole(data.MinimumN))));
        row = SectionSheet.Heads(page, row, [.. Heads.Select(h => language.Say(h))]);
        foreach (var agent in agents.Take(MostAgents))
            row = WriteAgent(page, data, agent, row);
        if (agents.Count > MostAgents)
            page.Sentence(row++, 1, SectionSheet.LastColumn, language.Count("agents.more", agents.Count - MostAgents), Look.Note);
        return row;
    }

    private static int WriteAgent(Page page, ReviewData data, MartRow agent, int row)
    {
        var language = page.Book.Language;
        Figure Count(string column) => Figure.Count(agent.Whole(column)).Calculated();
        var isEnough = agent.Whole("ticket_count") >= data.MinimumN;
        return SectionSheet.Row(page, row, agent.Text("agent") ?? language.Say("agents.nobody"), Count("ticket_count"), Count("chased_count"),
            isEnough ? Figure.Ratio(agent.Number("chased_ratio")).Live(FormattableString.Invariant($"E{row}/D{row}")) : Figure.Text(Page.None),
            isEnough ? Shares.Interval(agent, "chased", language) : Figure.Text(Page.None), Count("headline_count"), Count("chaser_count"));
    }
}
