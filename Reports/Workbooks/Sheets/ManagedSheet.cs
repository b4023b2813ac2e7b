using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>Is the client managed or only fixed: the kinds of work, three questions beside what the tickets show, and how much support it needs.</summary>
internal static class ManagedSheet
{
    private const int LastColumn = 6;

    private static readonly string[] Works = ["reactive", "request", "proactive", "project", "unclassified"];

    public static void Write(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        page.Widths(46, 16, 16, 22, 22, 40);
        page.Say(1, 1, "managed.title", Look.Section);
        page.Sentence(2, 1, LastColumn, language.Say("managed.note"), Look.Note);
        var row = WriteWork(page, data, 4);
        row = WriteFlags(page, data, row + 1);
        row = WriteIntensity(page, data, row + 1);
        page.Sentence(row + 1, 1, LastColumn, language.Say("foot.mark"), Look.Note);
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row + 1, LastColumn);
        ExcelStyle.Print(page.Sheet, language, SheetFoot.Of(page, data), landscape: true);
    }

    private static int WriteWork(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "work.title", Look.Section);
        var (month, trailing) = (data.WorkMix.FirstOrDefault(w => w.Text("span") == "month"), data.WorkMix.FirstOrDefault(w => w.Text("span") == "trailing"));
        if (trailing is null)
            return Sentence(page, row, "work.none");
        page.Heads(row++, 1, (language.Say("work.kind"), false), (language.Say("work.month"), true), (language.Say("work.year"), true));
        foreach (var work in Works)
        {
            page.Text(row, 1, language.Say("work." + work), Look.Label);
            page.Put(row, 2, Figure.Count(month?.Whole(work + "_count") ?? 0).Calculated());
            page.Put(row, 3, Figure.Count(trailing.Whole(work + "_count")).Calculated());
            ExcelStyle.Rule(page.Sheet.Range(row, 1, row++, 3));
        }

        page.Bars(row - Works.Length, row - 1, 3);
        page.Sentence(row++, 1, LastColumn, Share(trailing, language));
        page.Sentence(row++, 1, LastColumn, language.Say("work.counts", ("problems", language.Whole(trailing.Whole("problem_count") ?? 0)), ("noise", language.Whole(trailing.Whole("noise_count") ?? 0))));
        page.Sentence(row++, 1, LastColumn, PermanentFixes(data, language));
        return row;
    }

    /// <summary>Chronic failures that somebody looked into for good, and whether they stayed away.</summary>
    private static string PermanentFixes(ReviewData data, Language language)
    {
        if (data.PermanentFixes.Count == 0)
            return language.Say("fixes.no_chronic");
        string Of(string outcome) => language.Whole(data.PermanentFixes.Count(f => f.Text("outcome") == outcome));
        return language.Say("fixes.chronic", ("all", language.Whole(data.PermanentFixes.Count)), ("none", Of("none")), ("away", Of("stayed_away")), ("back", Of("came_back")), ("young", Of("too_young")));
    }

    internal static string Share(MartRow work, Language language) => work.Number("managed_ratio") is { } managed
        ? language.Say("work.share", ("managed", language.Percent(managed)), ("range", language.PercentRange(work.Number("managed_low")!.Value, work.Number("managed_high")!.Value)),
            ("n", language.Whole(work.Whole("ticket_count")!.Value)))
        : language.Say("work.no_share", ("n", language.Whole(work.Whole("unclassified_count")!.Value)), ("all", language.Whole(work.Whole("ticket_count")!.Value)));

    private static int WriteFlags(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "flags.title", Look.Section);
        if (data.RedFlags.Count == 0)
            return Sentence(page, row, "flags.none");
        page.Heads(row++, 1, (language.Say("flags.question"), false), (language.Say("flags.answer"), false), (language.Say("flags.evidence"), false), ("", false), (language.Say("flags.reading"), false), ("", false));
        page.Sheet.Range(row - 1, 1, row - 1, LastColumn).Style.Alignment.WrapText = false;
        foreach (var flag in data.RedFlags)
        {
            page.Text(row, 1, language.Say("flags." + flag.Text("question")), Look.Label);
            page.Text(row, 2, language.Say("flags.answer." + (flag.Text("answer") ?? "none")));
            page.Text(row, 3, language.Say($"flags.{flag.Text("question")}.evidence", ("n", language.Whole(flag.Whole("evidence_count")!.Value)), ("all", language.Whole(flag.Whole("ticket_count")!.Value))));
            page.Text(row, 5, language.Say("flags." + flag.Text("reading")));
            page.RaiseTo(row, Page.Lines(language.Say("flags." + flag.Text("question")), 46));
            ExcelStyle.Rule(page.Sheet.Range(row, 1, row++, LastColumn));
        }

        return row;
    }

    private static int WriteIntensity(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "intensity.title", Look.Section);
        if (data.Intensity is not { } needs || needs.Text("intensity_class") is not { } intensity)
            return Sentence(page, row, "intensity.none");
        page.Sentence(row++, 1, LastColumn, language.Say("intensity.class", ("class", language.Say("intensity." + intensity))) + " " + language.Say("intensity.suits." + intensity), Look.Label);
        page.Sentence(row++, 1, LastColumn, Load(needs, language));
        page.Sentence(row++, 1, LastColumn, Immediacy(needs, language));
        if (needs.Text("fit") is { } fit)
            page.Sentence(row++, 1, LastColumn, language.Say("intensity.fit." + fit));
        if (needs.Whole("tercile") is { } tercile)
            page.Sentence(row++, 1, LastColumn, language.Say("intensity.tercile." + tercile.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        page.Sentence(row++, 1, LastColumn, language.Say("intensity.note"), Look.Note);
        return row;
    }

    internal static string Load(MartRow needs, Language language)
    {
        if (needs.Number("faults_per_user_month") is not { } rate)
            return needs.Text("load_class") is { } answered
                ? language.Say("intensity.load.answers", ("class", language.Say("intensity." + answered)))
                : language.Say("intensity.load.none");
        var isFew = needs.Text("load_basis") != "tickets";
        return language.Say(
            isFew ? "intensity.load.few" : "intensity.load", ("class", isFew ? "" : language.Say("intensity." + needs.Text("load_class"))), ("rate", language.Number(rate, 2)), ("low", language.Number(needs.Number("faults_low")!.Value, 2)),
            ("high", language.Number(needs.Number("faults_high")!.Value, 2)), ("faults", language.Count("intensity.faults", needs.Whole("fault_count")!.Value)), ("users", language.Count("intensity.users", needs.Whole("users")!.Value)));
    }

    internal static string Immediacy(MartRow needs, Language language)
    {
        if (needs.Text("immediacy_class") is not { } immediacy)
            return language.Say("intensity.immediacy.none");
        var named = language.Say("intensity." + immediacy);
        if (needs.Text("immediacy_basis") == "answers")
            return language.Say("intensity.immediacy.answers", ("class", named));
        var reasons = new List<string>();
        if (needs.Whole("needed_seconds") is { } seconds)
            reasons.Add(language.Say("intensity.needed", ("time", language.Duration(seconds))));
        if (needs.Number("open_hours") is { } hours)
            reasons.Add(language.Say("intensity.open", ("n", language.Number(hours, 0))));
        if (needs.Number("urgent_ratio") is { } urgent)
            reasons.Add(language.Say("intensity.urgent", ("ratio", language.Percent(urgent)), ("range", language.PercentRange(needs.Number("urgent_low")!.Value, needs.Number("urgent_high")!.Value))));
        return language.Say("intensity.immediacy", ("class", named), ("reasons", string.Join(", ", reasons)));
    }

    private static int Sentence(Page page, int row, string key)
    {
        page.Sentence(row, 1, LastColumn, page.Book.Language.Say(key));
        return row + 1;
    }
}
