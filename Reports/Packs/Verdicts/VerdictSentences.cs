using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks.Sheets;

namespace Insights.Reports.Packs.Verdicts;

/// <summary>The sentences of a verdict, for a reader who is no programmer: the answer first, then what it is measured against, then the figure.</summary>
internal sealed class VerdictSentences(VerdictData data, Language language)
{
    /// <summary>An answer to one question, with the reason where there is none.</summary>
    public IEnumerable<string> Answer(MartRow verdict)
    {
        yield return Answered(verdict);
        if (Yardstick(verdict) is { } yardstick)
            yield return yardstick;
        if (verdict.Number("figure") is not null)
            yield return Joined([Figure(verdict), .. Beside(verdict), language.Say("verdict.side." + verdict.Text("side"))]);
    }

    public string AnswerName(MartRow verdict) => language.Say("verdict.answer." + verdict.Text("answer"));

    public string? Reason(MartRow verdict) => verdict.Text("reason") is { } reason
        ? language.Say("verdict.reason." + reason, ("minimum", language.Whole(data.MinimumN))) : null;

    /// <summary>What the answer is measured against; null where there is nothing, or nothing was measured.</summary>
    public string? Yardstick(MartRow verdict)
    {
        if (verdict.Text("answer") is "not_measurable" || verdict.Number("target") is not { } share || verdict.Text("yardstick") is not { } yardstick)
            return null;
        var target = ("target", language.Percent(share));
        if (verdict.Text("question") == "same_problems")
            return language.Say("verdict.against.same_problems", target);
        return yardstick switch
        {
            "contract" => language.Say(verdict.Flag("is_target_stated") == true ? "verdict.against.contract" : "verdict.against.contract.unstated", target),
            "expectation" => language.Say("verdict.against.expectation", ("time", Times(verdict)), target),
            _ => Published(verdict),
        };
    }

    /// <summary>Where the figures come from: both sides, or one and what that leaves unknown.</summary>
    public IEnumerable<string> Looked()
    {
        yield return (data.Has("client"), data.Has("provider")) switch
        {
            (true, true) => Both(),
            (true, false) => OneSide("client"),
            (false, true) => OneSide("provider"),
            _ => language.Say("verdict.looked.calls", ("calls", language.Count("call", data.Verdicts.First(v => v.Text("question") == "phone").Whole("n") ?? 0))),
        };
        foreach (var remark in Remarks())
            yield return remark;
    }

    public IEnumerable<string> Flags() => data.Flags.Count == 0 ? [language.Say("verdict.flags.none")] : data.Flags.Select(Flag);

    public IEnumerable<string> Needs()
    {
        if (data.Intensity?.Text("intensity_class") is not { } intensity)
        {
            yield return language.Say("verdict.intensity.none");
            yield break;
        }

        yield return language.Say("intensity.class", ("class", language.Say("intensity." + intensity))) + " " + language.Say("intensity.suits." + intensity);
        yield return Joined(ManagedSheet.Load(data.Intensity, language), ManagedSheet.Immediacy(data.Intensity, language));
        if (data.Intensity.Text("fit") is { } fit)
            yield return language.Say("intensity.fit." + fit);
        yield return language.Say("verdict.price");
    }

    public IEnumerable<string> Strengths() => Points("strength", "verdict.well.").DefaultIfEmpty(language.Say("verdict.well.none"));

    public IEnumerable<string> Questions() => Numbered(Points("question", "verdict.ask."));

    public IEnumerable<string> Referees() => Numbered(Points("referee", "verdict.referee."));

    public string Revision(MartRow revision)
    {
        string Value(string column) => revision.Text("field") == "priority" || revision.Text(column) is not { } written
            ? revision.Text(column) ?? ""
            : language.Moment(DateTime.Parse(written, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal), data.Zone);
        return language.Say(
            revision.Text("new_value") is null ? "verdict.changed.cleared" : "verdict.changed.row", ("ticket", NumberOf(revision)), ("field", language.Say("verdict.field." + revision.Text("field"))),
            ("from", Day(revision.Instant("earlier_at"))), ("until", Day(revision.Instant("later_at"))), ("old", Value("old_value")), ("new", Value("new_value")));
    }

    /// <summary>Why the other side may not have a ticket.</summary>
    public string Reasons(MartRow ticket)
    {
        var reasons = (ticket.Text("reasons") ?? "none").Split(',');
        return Language.Capitalised(string.Join(", ", reasons.Select(r => language.Say("verdict.unmatched." + r, ("number", BesideName(ticket))))));
    }

    /// <summary>The other side's ticket that another is more like: the provider's by its number, the client's own by its words.</summary>
    private string BesideName(MartRow ticket) => ticket.Text("side") == "client"
        ? "#" + (ticket.Text("beside_number") ?? ticket.Text("beside_ticket_id"))?.TrimStart('#')
        : language.Say("verdict.quoted", ("text", (ticket.Text("beside_subject") ?? ticket.Text("beside_ticket_id"))!));

    private string Answered(MartRow verdict)
    {
        var answer = ("answer", AnswerName(verdict));
        if (Reason(verdict) is { } reason)
            return language.Say("verdict.answered.because", answer, ("reason", reason));
        return verdict.Text("confidence") is { } sure ? language.Say("verdict.answered.sure." + sure, answer) : language.Say("verdict.answered", answer);
    }

    private string Figure(MartRow verdict)
    {
        var what = language.Say("verdict.figure." + verdict.Text("question"), ("hit", language.Whole(verdict.Whole("hit_count") ?? 0)), ("n", language.Whole(verdict.Whole("n") ?? 0)));
        return verdict.Whole("n") < data.MinimumN
            ? language.Say("verdict.figure.few", ("what", what))
            : language.Say("verdict.figure", ("what", what), ("ratio", language.Percent(verdict.Number("figure")!.Value)), ("range", language.PercentRange(verdict.Number("low")!.Value, verdict.Number("high")!.Value)));
    }

    /// <summary>What stands beside a figure: two reminders, what is not known, how long half had to wait.</summary>
    private IEnumerable<string> Beside(MartRow verdict)
    {
        if (verdict.Whole("twice_count") is > 0 and var twice)
            yield return language.Count("verdict.twice", twice);
        if (verdict.Whole("unknown_count") is > 0 and var unknown)
            yield return language.Count("verdict.unknown", unknown);
        if (verdict.Whole("half_seconds") is { } half && verdict.Whole("n") >= data.MinimumN && verdict.Text("question") != "promise")
            yield return language.Say(verdict.Text("question") == "resolution" ? "verdict.half.ended" : "verdict.half", ("time", language.Duration(half)));
    }

    private string Published(MartRow verdict)
    {
        var figure = data.Benchmarks.First(b => b.Text("measure") == "response_median_seconds" && b.Whole("place") == 1);
        return language.Say(
            "verdict.against.published", ("time", Times(verdict)), ("population", Population(figure.Text("population")!)),
            ("year", figure.Whole("year")!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("grade", language.Say("verdict.grade." + figure.Text("grade"))));
    }

    /// <summary>Whose figure it is, in the reader's language where it is one of the program's; else as it is written.</summary>
    private string Population(string written)
    {
        var key = "verdict.population." + written.Replace(' ', '_').ToLowerInvariant();
        return language.Has(key) ? language.Say(key) : written;
    }

    private string Times(MartRow verdict)
    {
        if (verdict.Whole("asked_low_seconds") is not { } least || verdict.Whole("asked_high_seconds") is not { } most)
            return language.Say("not_stated");
        return least == most ? language.Duration(least) : language.Say("verdict.time_range", ("from", language.Duration(least)), ("to", language.Duration(most)));
    }

    private string Both()
    {
        long Count(string side, bool? isMatched) => data.Matches.Count(m => m.Text("side") == side && (isMatched is null || m.Flag("is_matched") == isMatched));
        return language.Say(
            "verdict.looked.both", ("own", language.Count("ticket", Count("client", null))), ("theirs", language.Whole(Count("provider", null))),
            ("common", language.Whole(Count("client", true))), ("missing", language.Whole(Count("client", false))), ("only", language.Whole(Count("provider", false))));
    }

    private string OneSide(string side) => language.Say(
        "verdict.looked." + side, ("tickets", language.Count("ticket", data.Tickets.Count)), ("from", Day(data.Tickets[0].Instant("created_at"))), ("to", Day(data.Tickets[^1].Instant("created_at"))));

    private IEnumerable<string> Remarks()
    {
        var pairs = data.Matches.Where(m => m.Text("side") == "client" && m.Flag("is_matched") == true).ToList();
        if (pairs.Count(m => m.Text("basis") is "time" or "person_time") is > 0 and var weak)
            yield return language.Say("verdict.looked.weak", ("n", language.Whole(weak)));
        var gaps = pairs.Where(m => m.Text("tier") is "A" or "B" or "C").Select(m => m.Whole("gap_seconds")!.Value).Order().ToList();
        if (gaps.Count >= data.MinimumN && gaps[(gaps.Count - 1) / 2] > 0)
            yield return language.Say("verdict.looked.opened", ("time", language.Duration(gaps[(gaps.Count - 1) / 2])));
        if (data.Verdicts.Any(v => v.Flag("is_survivors_only") == true && v.Text("side") == "provider"))
            yield return language.Say("verdict.looked.survivors");
        if (data.Has("provider") && data.Card?.Text("response_semantics") is { } semantics && semantics != "none" && language.Has("semantics." + semantics))
            yield return language.Say("verdict.looked.semantics", ("semantics", language.Say("semantics." + semantics)));
        if (language.ShortHistory(data.Card?.Whole("trailing_month_count")) is { } history)
            yield return Language.Capitalised(history) + ".";
    }

    private string Flag(MartRow flag)
    {
        var question = flag.Text("question")!;
        var evidence = language.Say($"flags.{question}.evidence", ("n", language.Whole(flag.Whole("evidence_count") ?? 0)), ("all", language.Whole(flag.Whole("ticket_count") ?? 0)));
        return Joined(
            language.Say("flags." + question), language.Say("verdict.flag." + (flag.Text("answer") ?? "none")), Language.Capitalised(evidence) + ".",
            Language.Capitalised(language.Say("flags." + flag.Text("reading"))) + ".");
    }

    private IEnumerable<string> Points(string list, string prefix) => data.Points.Where(p => p.Text("list") == list).Select(point => language.Say(
        prefix + point.Text("code"), ("n", language.Whole(point.Whole("item_count") ?? 0)), ("all", language.Whole(point.Whole("n") ?? 0)),
        ("ratio", point.Number("ratio") is { } ratio ? language.Percent(ratio) : ""), ("detail", point.Text("detail") ?? ""),
        ("from", Day(point.Instant("from_at"))), ("until", Day(point.Instant("until_at")))));

    private IEnumerable<string> Numbered(IEnumerable<string> texts) =>
        texts.Select((text, i) => language.Say("verdict.numbered", ("n", language.Whole(i + 1)), ("text", text)));

    private string NumberOf(MartRow row) =>
        data.Tickets.FirstOrDefault(t => t.Text("source") == row.Text("source") && t.Text("ticket_id") == row.Text("ticket_id"))?.Text("number") is { } number ? "#" + number.TrimStart('#') : row.Text("ticket_id")!;

    private string Day(DateTime? utc) => utc is { } at ? language.ShortDate(DateOnly.FromDateTime(Language.Local(at, data.Zone))) : "";

    private static string Joined(params IEnumerable<string> sentences) => string.Join(" ", sentences.Where(s => s.Length > 0));
}
