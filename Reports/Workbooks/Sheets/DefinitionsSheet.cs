using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>What every figure means, what was left out and how much, and what these data cannot tell.</summary>
internal static class DefinitionsSheet
{
    private const double TextWidth = 92;

    private static readonly string[] Terms =
        ["ticket", "month", "outcome", "ratio", "interval", "bounds", "reading", "clocks", "median", "ladder", "repeat", "small", "backlog",
            "mark"];

    public static void Write(Page page, ReviewData data)
    {
        page.Widths(30, TextWidth);
        page.Say(1, 1, "sheet.definitions", Look.Section);
        var row = WriteTitled(page, 3, "def.basis", Basis(page, data));
        row = WriteTitled(page, row + 1, "def.excluded", Excluded(page, data));
        row = WriteTitled(page, row + 1, "def.unmeasured", Unmeasured(page, data));
        row = WriteTitled(page, row + 1, "def.terms",
            Terms.Select(t => (page.Book.Language.Say("term." + t), page.Book.Language.Say("term." + t + ".text"))));
        page.Sheet.PageSetup.PrintAreas.Add(1, 1, row, 2);
        ExcelStyle.Print(page.Sheet, page.Book.Language, SheetFoot.Of(page, data), landscape: false);
    }

    private static int WriteTitled(Page page, int row, string titleKey, IEnumerable<(string Term, string Text)> lines)
    {
        page.Say(row++, 1, titleKey, Look.Section);
        foreach (var (term, text) in lines)
        {
            page.Text(row, 1, term, Look.Strong);
            page.Sheet.Cell(row, 1).Style.Alignment.WrapText = true;
            page.Text(row, 2, text, Look.Label);
            page.RaiseTo(row, Math.Max(Page.Lines(term, 28), Page.Lines(text, TextWidth)));
            row++;
        }

        return row;
    }

    private static IEnumerable<(string Term, string Text)> Basis(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        yield return (language.Say("basis.period"),
            language.Say("basis.period.text", ("month", language.Month(data.Month)), ("from", language.Month(data.FirstMonth))));
        yield return (language.Say("basis.asof"), data.DataEnd is { } end ? $"{language.Moment(end, data.Zone)} ({data.Zone})"
            : language.Say("not_stated"));
        yield return (language.Say("basis.zone"), language.Say("basis.zone.text", ("zone", data.Zone)));
        foreach (var source in data.Sources)
            yield return (language.Say("basis.source", ("source", source.Text("source")!)), SourceText(source, data, language));
        yield return (language.Say("basis.semantics"),
            Language.Capitalised(SemanticsWords.Of(data.Card.Text("response_semantics"), language)) + ".");
        var tier = data.Card.Text("evidence_tier") ?? "T1";
        yield return (language.Say("basis.tier"),
            $"{tier}: {language.Say(language.Has("evidence." + tier) ? "evidence." + tier : "evidence.other")}");
    }

    private static string SourceText(MartRow source, ReviewData data, Language language)
    {
        string When(string column) => source.Instant(column) is { } instant ? language.Moment(instant, data.Zone)
            : language.Say("not_stated");
        return language.Say("basis.source.text", ("profile", source.Text("profile") ?? language.Say("not_stated")),
            ("tickets", language.Count("ticket", source.Whole("ticket_count") ?? 0)), ("from", When("data_start_at")),
                ("to", When("data_end_at")));
    }

    private static IEnumerable<(string Term, string Text)> Excluded(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        foreach (var reason in new[] { "merged", "deleted", "client_side" })
            yield return (language.Say("excluded." + reason),
                language.Count("ticket", data.Excluded.Count(t =>
                t.Text("exclusion") == reason)) + ". " + language.Say($"excluded.{reason}.text"));
        foreach (var column in new[] { "unassigned_count", "reject_count", "unknown_priority_count", "unknown_state_count" })
            yield return (language.Say("excluded." + column),
                Total(data, column, language) + ". " + language.Say($"excluded.{column}.text"));
    }

    private static string Total(ReviewData data, string column, Language language)
    {
        var known = data.Sources.Select(s => s.Whole(column)).OfType<long>().ToList();
        return known.Count == 0 ? Language.Capitalised(language.Say("not_stated")) : language.Whole(known.Sum());
    }

    private static IEnumerable<(string Term, string Text)> Unmeasured(Page page, ReviewData data)
    {
        var language = page.Book.Language;
        if (data.Card.Text("response_semantics") is null or "none")
            yield return (language.Say("response"), language.Say("unmeasured.response"));
        if (!data.TellsKinds)
            yield return (language.Say("unmeasured.kind"), language.Say("unmeasured.kind.text"));
        if (data.Card.Flag("has_promises") != true)
            yield return (language.Say("promise"), language.Say("kept.none"));
        foreach (var topic in Topics(data))
            yield return (language.Say("unmeasured." + topic), language.Say($"unmeasured.{topic}.text"));
    }

    private static IEnumerable<string> Topics(ReviewData data)
    {
        if (data.Delivered.Chasers.Count == 0)
            yield return "chasers";
        if (data.Contact.Phone.All(m => m.Whole("incoming_count") is null))
            yield return "phone";
        if (!data.TellsPauses)
            yield return "pauses";
    }
}
