using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Of each failure that comes back most: who it hits, what it costs, whether it gets worse, and why its tickets are believed to be one.</summary>
internal static class FailureDetails
{
    private const int LastColumn = 12;
    private const int MostFailures = 10;
    private const int WhyWidth = 70;

    /// <summary>The row after the last written.</summary>
    public static int Write(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var failures = RepeatsSheet.Recurring(data).Take(MostFailures).ToList();
        if (failures.Count == 0)
            return row - 1;
        page.Say(row++, 1, "details.title", Look.Section);
        string[] heads = ["people", "what", "lost", "between", "since", "", "reading"];
        page.Heads(row, 1, [.. heads.Select((h, i) => (h.Length == 0 ? "" : language.Say("details." + h), i is 0 or 4)), .. Enumerable.Repeat(("", false), LastColumn - heads.Length)]);
        page.Sheet.Range(row, 7, row, LastColumn).Style.Alignment.WrapText = false;
        page.RaiseTo(row++, 3);
        foreach (var failure in failures)
            WriteFailure(page, failure, row++);
        page.Sentence(row++, 1, LastColumn, language.Say("details.note"), Look.Note);
        return row;
    }

    private static void WriteFailure(Page page, MartRow failure, int row)
    {
        var language = page.Book.Language;
        page.Put(row, 1, Figure.Count(failure.Whole("person_count")).Calculated());
        page.Text(row, 2, failure.Text("title") ?? "", Look.Label);
        page.Text(row, 3, Lost(failure, language));
        page.Text(row, 4, Between(failure, language));
        page.Put(row, 5, Figure.Count(failure.Number("days_since_last_fix_failed") is { } days ? (long)days : null).Calculated());
        var why = Reading(failure, language) + ". " + Why(failure, language);
        page.Sentence(row, 7, LastColumn, why);
        page.RaiseTo(row, Math.Max(2, Math.Max(Page.Lines(failure.Text("title") ?? "", 38), Page.Lines(why, WhyWidth))));
        ExcelStyle.Rule(page.Sheet.Range(row, 1, row, LastColumn));
    }

    private static string Lost(MartRow failure, Language language) => failure.Whole("lost_high_seconds") is { } high
        ? $"{language.Number(failure.Whole("lost_low_seconds")!.Value / 3600.0)}–{language.Number(high / 3600.0)}"
        : language.Say("not_measurable");

    private static string Between(MartRow failure, Language language) => failure.Number("mtbf_days") is { } days
        ? $"{language.Number(days, 0)} ({language.Number(failure.Number("mtbf_low")!.Value, 0)}–{language.Number(failure.Number("mtbf_high")!.Value, 0)})"
        : Page.None;

    private static string Reading(MartRow failure, Language language) => language.Say(failure.Text("direction") is { } direction
        ? $"devices.{failure.Text("wording")}.{direction}"
        : $"devices.{failure.Text("wording")}");

    private static string Why(MartRow failure, Language language)
    {
        var reasons = new[] { ("a", "tier_a_count"), ("b", "tier_b_count"), ("c", "tier_c_count") }
            .Where(tier => failure.Whole(tier.Item2) > 0)
            .Select(tier => language.Say("details.tier." + tier.Item1, ("n", language.Whole(failure.Whole(tier.Item2)!.Value)))).ToList();
        var why = language.Say("details.why", ("reasons", language.List(reasons)));
        return failure.Text("shared_words") is { Length: > 0 } words ? why + language.Say("details.words", ("words", words)) : why;
    }
}
