using Insights.Analytics;
using Insights.Reports.Style;
using NodaTime;

namespace Insights.Host;

/// <summary>What every source supports, in words: first what changes its numbers, then what can be measured, then the rest.</summary>
internal sealed class Evidence(Marts marts, Language spoken)
{
    private const double Full = 0.995;
    private const int LongestText = 60;

    private readonly IReadOnlyList<MartRow> _populations = marts.Rows("populations");
    private readonly IReadOnlyList<MartRow> _suspicions = marts.Rows("suspicions");
    private readonly IReadOnlyList<MartRow> _zones = marts.Rows("zone_checks");
    private readonly IReadOnlyList<MartRow> _measures = marts.Rows("measures");
    private readonly IReadOnlyList<MartRow> _verdicts = marts.Rows("vendor_differences");
    private readonly IReadOnlyList<MartRow> _fields = marts.Rows("readiness");

    public IEnumerable<string> Lines() => marts.Rows("providers").SelectMany(Source);

    private IEnumerable<string> Source(MartRow source)
    {
        var name = source.Text("source")!;
        var isEmpty = source.Whole("ticket_count") is 0 or null;
        yield return isEmpty ? spoken.Say("check.empty", ("source", name)) : Head(source);
        yield return "  " + Read(source);
        if (isEmpty)
            yield break;

        var tier = source.Text("evidence_tier")!;
        yield return "  " + spoken.Say("check.tier", ("tier", tier), ("what", spoken.Say("check.tier." + tier)));
        if (!IsEndGuessed(source))
            yield return "  " + Until(source);
        IEnumerable<string>[] parts =
        [
            Group("check.first", Warnings(source, name)), Measures(name), Verdicts(name), Group("check.note", Notes(source, name)), Fields(name),
        ];
        foreach (var line in parts.SelectMany(part => part))
            yield return line;
    }

    private string Head(MartRow source) => spoken.Say("check.source",
        ("source", source.Text("source")!),
        ("n", spoken.Count("check.tickets", source.Whole("ticket_count")!.Value)),
        ("clients", spoken.Count("check.clients", source.Whole("client_count")!.Value)),
        ("first", Date(source, "data_start_at", source)),
        ("last", Date(source, "data_end_at", source)));

    private string Read(MartRow source) => spoken.Say("check.read",
        ("profile", source.Text("profile")!),
        ("rows", spoken.Count("check.rows", source.Whole("row_count")!.Value)),
        ("files", spoken.Count("check.files", source.Whole("file_count")!.Value)),
        ("semantics", spoken.Say("check.semantics", ("semantics", spoken.Say("semantics." + source.Text("response_semantics"))))));

    private static bool IsEndGuessed(MartRow source) => source.Text("exported_by") is "newest_event";

    private string Until(MartRow source) =>
        spoken.Say("check.until." + source.Text("exported_by"), ("moment", spoken.Moment(source.Instant("data_end_at")!.Value, Zone(source))));

    /// <summary>What changes the numbers, the gravest first.</summary>
    private IEnumerable<string> Warnings(MartRow source, string name)
    {
        var found = Found(name);
        if (found.Any(p => p.Flag("is_survivors_only") == true))
            yield return spoken.Say("population.survivors");
        foreach (var population in found.Where(p => !IsNote(p)))
            yield return Population(population, source);
        if (Of(_zones, name).FirstOrDefault(z => z.Flag("is_proposed") == true) is { } zone)
            yield return Shifted(zone, source);
        foreach (var suspicion in Suspicions(name).Where(s => !IsNote(s)))
            yield return Suspicion(suspicion);
        if (IsEndGuessed(source))
            yield return Until(source);
    }

    private IEnumerable<string> Notes(MartRow source, string name) =>
        Suspicions(name).Where(IsNote).Select(Suspicion).Concat(Found(name).Where(IsNote).Select(p => Population(p, source)));

    /// <summary>True for what is good to know and changes no number.</summary>
    private static bool IsNote(MartRow row) =>
        row.Text("code") is "ambiguous_time" or "double_encoded" or "round_minutes" or "passed_over" or "hidden_sheets"
            or "one_client" or "archived_gap" or "last_month_cut";

    private List<MartRow> Found(string name) =>
        [.. Of(_populations, name).Where(p => p.Flag("is_found") == true).OrderBy(p => p.Text("code"), StringComparer.Ordinal)];

    private IEnumerable<MartRow> Suspicions(string name) =>
        Of(_suspicions, name).OrderByDescending(s => s.Number("share") ?? 0).ThenBy(s => s.Text("code"), StringComparer.Ordinal);

    private string Population(MartRow row, MartRow source) => spoken.Say("population." + row.Text("code"),
        ("n", spoken.Whole(row.Whole("found_count") ?? 0)),
        ("percent", Percent(row, "ratio")),
        ("from", Date(row, "from_at", source)),
        ("until", Date(row, "until_at", source)),
        ("detail", Shown(row.Text("detail"))),
        ("priority", row.Text("code") is "one_priority" ? $"“{spoken.Say("priority." + row.Text("detail"))}”" : ""));

    private string Suspicion(MartRow row)
    {
        var code = row.Text("code")!;
        var ticket = row.Text("example_ticket_id");
        return spoken.Say(spoken.Has("suspicion." + code) ? "suspicion." + code : "suspicion.other",
            ("n", spoken.Count(ticket is null ? "check.rows" : "check.tickets", Count(row))),
            ("percent", Percent(row, "share")),
            ("example", ticket is null ? "" : $" ({spoken.Say("check.example", ("ticket", Shown(ticket)))})"),
            ("detail", Shown(row.Text("detail"))),
            ("code", code));
    }

    private string Shifted(MartRow zone, MartRow source)
    {
        var shift = zone.Whole("best_shift_seconds")!.Value;
        var written = ZoneBehind(Zone(source), shift, source.Instant("data_end_at")!.Value);
        return spoken.Say("check.zone",
            ("hours", (shift > 0 ? "+" : "−") + spoken.Number(Math.Abs(shift) / 3600.0, shift % 3600 == 0 ? 0 : 1)),
            ("n", spoken.Whole(zone.Whole("reply_count")!.Value)),
            ("now", Percent(zone, "inside_ratio")),
            ("then", Percent(zone, "best_ratio")),
            ("zone", written is null ? spoken.Say("check.zone.ask") : spoken.Say("check.zone.try", ("zone", written))));
    }

    /// <summary>The usual zone whose clock, in winter or in summer, stands so many seconds behind the source's; null where none does.</summary>
    private static string? ZoneBehind(string zone, long seconds, DateTime dataEnd)
    {
        string[] usual =
        [
            "UTC", "Europe/London", "Europe/Paris", "Europe/Athens", "America/New_York", "America/Chicago", "America/Los_Angeles",
            "Asia/Kolkata", "Asia/Dubai",
        ];
        return Array.Find(usual, name => name != zone && (Behind(name, 1) == seconds || Behind(name, 7) == seconds));

        long Behind(string name, int month) => Offset(zone, month) - Offset(name, month);
        long Offset(string name, int month) =>
            DateTimeZoneProviders.Tzdb[name].GetUtcOffset(Instant.FromUtc(dataEnd.Year, month, 15, 12, 0)).Seconds;
    }

    private IEnumerable<string> Measures(string name)
    {
        var rows = Of(_measures, name).OrderBy(m => m.Whole("place")).ToList();
        var can = rows.Where(m => m.Flag("is_measurable") == true).ToList();
        var missing = rows.Where(m => m.Text("missing") is not (null or "calls")).GroupBy(m => m.Text("missing")!);
        var lacks = Group("check.cannot", missing.Select(g => $"{Language.Capitalised(Needs(g.Key))}: {Names(g)}"));
        return can.Count == 0 ? lacks : lacks.Prepend("    " + Names(can)).Prepend("  " + spoken.Say("check.can"));
    }

    private string Names(IEnumerable<MartRow> measures) => string.Join(" · ", measures.Select(m => spoken.Say("measure." + m.Text("measure"))));

    private string Needs(string missing) => spoken.List([.. missing.Split(',').Select(need =>
        string.Join(" " + spoken.Say("check.or") + " ", need.Split('|').Select(either => spoken.Say("need." + either))))]);

    private IEnumerable<string> Verdicts(string name)
    {
        var kinds = Of(_verdicts, name).GroupBy(r => r.Text("promise_kind")!).OrderBy(g => g.Key == "resolve").ToList();
        return kinds.Count == 0 ? [] : kinds.SelectMany(Verdicts).Prepend("  " + spoken.Say("check.vendor"));
    }

    private IEnumerable<string> Verdicts(IGrouping<string, MartRow> kind)
    {
        var all = kind.Sum(Count);
        var agree = kind.Where(r => r.Text("reason") is null).Sum(Count);
        yield return "    " + spoken.Say("check.vendor.agree",
            ("kind", spoken.Say(kind.Key)),
            ("agree", spoken.Whole(agree)),
            ("all", spoken.Whole(all)),
            ("percent", spoken.Percent(agree / (double)all)));
        var reasons = kind.Where(r => r.Text("reason") is not null).GroupBy(r => r.Text("reason")!);
        foreach (var reason in reasons.OrderByDescending(g => g.Sum(Count)).ThenBy(g => g.Key, StringComparer.Ordinal))
            yield return $"      {spoken.Whole(reason.Sum(Count))}: {spoken.Say("difference." + reason.Key)}";
    }

    private IEnumerable<string> Fields(string name)
    {
        var fields = Of(_fields, name)
            .Select(f => (Name: spoken.Say("field." + f.Text("field")), Ratio: f.Whole("filled_count")!.Value / (double)Count(f)))
            .OrderByDescending(f => f.Ratio).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        (string Key, List<string> Names)[] groups =
        [
            ("check.fields.full", [.. fields.Where(f => f.Ratio >= Full).Select(f => f.Name)]),
            ("check.fields.partly", [.. fields.Where(f => f.Ratio is > 0 and < Full).Select(f => $"{f.Name} {spoken.Percent(f.Ratio)}")]),
            ("check.fields.empty", [.. fields.Where(f => f.Ratio == 0).Select(f => f.Name)]),
        ];
        return groups.Where(g => g.Names.Count > 0).Select(g => "    " + spoken.Say(g.Key, ("fields", string.Join(" · ", g.Names))))
            .Prepend("  " + spoken.Say("check.fields"));
    }

    private IEnumerable<string> Group(string title, IEnumerable<string> lines)
    {
        var said = lines.ToList();
        return said.Count == 0 ? [] : said.Select(line => "    - " + line).Prepend("  " + spoken.Say(title));
    }

    private string Percent(MartRow row, string column) => row.Number(column) is { } ratio ? spoken.Percent(ratio) : "";

    private string Date(MartRow row, string column, MartRow source) =>
        row.Instant(column) is { } instant ? spoken.Date(DateOnly.FromDateTime(Language.Local(instant, Zone(source)))) : "";

    private static string Zone(MartRow source) => source.Text("time_zone")!;

    private static long Count(MartRow row) => row.Whole("ticket_count") ?? 0;

    private static IEnumerable<MartRow> Of(IReadOnlyList<MartRow> rows, string source) => rows.Where(r => r.Text("source") == source);

    private static string Shown(string? text) => OneLine.Of(text, LongestText);
}
