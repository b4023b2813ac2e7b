using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets;

/// <summary>What failures cost, which devices fail most, and the failures that many people, devices or clients had.</summary>
internal static class ManyFailures
{
    private const int LastColumn = 12;
    private const int MostRows = 10;
    private const int FewDeviceEvents = 2;

    /// <summary>The row after the last written.</summary>
    public static int Write(Page page, ReviewData data, int row)
    {
        row = WriteCost(page, data, row) + 1;
        row = WriteDevices(page, data, row) + 1;
        row = WriteOutages(page, data, row) + 1;
        return WriteFleets(page, data, row);
    }

    private static int WriteCost(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "cost.title", Look.Section);
        page.Sentence(row++, 1, LastColumn, Lost(data, language));
        if (Fixed(data, language) is { } kept)
            page.Sentence(row++, 1, LastColumn, kept);
        page.Sentence(row++, 1, LastColumn, language.Say("cost.note"), Look.Note);
        return row;
    }

    private static string Lost(ReviewData data, Language language)
    {
        var lost = data.LostWork.FirstOrDefault(r => r.Text("span") == "trailing");
        if (lost?.Whole("lost_high_seconds") is not { } high)
            return language.Say("cost.not_measurable");
        var all = language.Say(
            "cost.lost", ("n", language.Whole(lost.Whole("measured_count")!.Value)), ("all", language.Whole(lost.Whole("episode_count")!.Value)),
            ("low", language.Hours(lost.Whole("lost_low_seconds")!.Value)), ("high", language.Hours(high)));
        if (lost.Whole("returned_lost_high_seconds") is { } returned)
            all += " " + language.Say("cost.returned", ("low", language.Hours(lost.Whole("returned_lost_low_seconds")!.Value)), ("high", language.Hours(returned)));
        if (lost.Whole("upstream_lost_high_seconds") is { } upstream)
            all += " " + language.Say("cost.upstream", ("low", language.Hours(lost.Whole("upstream_lost_low_seconds")!.Value)), ("high", language.Hours(upstream)));
        return all;
    }

    private static string? Fixed(ReviewData data, Language language) =>
        data.FirstFixes is { } row && row.Number("fixed_ratio") is { } ratio && row.Number("fixed_low") is { } low && row.Number("fixed_high") is { } high
            ? language.Say("cost.fixed", ("n", language.Whole(row.Whole("episode_count")!.Value)), ("ratio", language.Percent(ratio)), ("range", language.PercentRange(low, high)))
            : null;

    private static int WriteDevices(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var devices = data.Devices.Where(d => d.Whole("event_count") > FewDeviceEvents).OrderByDescending(d => d.Whole("event_count"))
            .ThenBy(d => d.Text("asset"), StringComparer.Ordinal).Take(MostRows).ToList();
        if (devices.Count == 0)
            return row - 1;
        page.Say(row++, 1, "devices.title", Look.Section);
        Heads(page, row++, "devices.failures", "devices.asset", "devices.days", "devices.range", "", "", "devices.reading");
        foreach (var device in devices)
        {
            page.Put(row, 1, Figure.Count(device.Whole("event_count")).Calculated());
            page.Text(row, 2, device.Text("asset") ?? "", Look.Label);
            page.Text(row, 3, device.Number("mtbf_days") is { } days ? language.Number(days, 0) : Page.None);
            page.Text(row, 4, device.Number("mtbf_low") is { } low && device.Number("mtbf_high") is { } high ? $"{language.Number(low, 0)}–{language.Number(high, 0)}" : Page.None);
            page.Text(row, 7, Reading(device, language));
            ExcelStyle.Rule(page.Sheet.Range(row, 1, row++, LastColumn));
        }

        page.Sentence(row++, 1, LastColumn, language.Say("devices.note"), Look.Note);
        return row;
    }

    private static string Reading(MartRow device, Language language) => language.Say(device.Text("direction") is { } direction
        ? $"devices.{device.Text("wording")}.{direction}"
        : $"devices.{device.Text("wording")}");

    private static int WriteOutages(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        page.Say(row++, 1, "outages.title", Look.Section);
        var outages = data.Outages.OrderByDescending(o => o.Instant("started_at")).Take(MostRows).ToList();
        if (outages.Count == 0)
        {
            page.Sentence(row, 1, LastColumn, language.Say("outages.none"));
            return row + 1;
        }

        Heads(page, row++, "outages.people", "outages.what", "outages.started", "outages.lasted", "outages.tickets", "outages.lost", "outages.whose");
        foreach (var outage in outages)
        {
            page.Put(row, 1, Figure.Count(outage.Whole("person_count")).Calculated());
            page.Text(row, 2, outage.Text("title") ?? "", Look.Label);
            page.Put(row, 3, Figure.Moment(outage.Instant("started_at"), data.Zone));
            page.Text(row, 4, language.Duration((long)(outage.Instant("finished_at")!.Value - outage.Instant("started_at")!.Value).TotalSeconds));
            page.Put(row, 5, Figure.Count(outage.Whole("ticket_count")).Calculated());
            page.Text(row, 6, outage.Whole("lost_high_seconds") is { } high ? $"{language.Number(outage.Whole("lost_low_seconds")!.Value / 3600.0, 0)}–{language.Number(high / 3600.0, 0)}" : Page.None);
            page.Text(row, 7, outage.Text("scope") == "upstream"
                ? language.Say("outages.upstream", ("n", language.Whole(outage.Whole("client_count")!.Value)))
                : language.Say("outages.client"));
            page.RaiseTo(row, Page.Lines(outage.Text("title") ?? "", 38));
            ExcelStyle.Rule(page.Sheet.Range(row, 1, row++, LastColumn));
        }

        return row;
    }

    private static int WriteFleets(Page page, ReviewData data, int row)
    {
        var language = page.Book.Language;
        var fleets = data.Fleets.OrderByDescending(f => f.Whole("asset_count")).ThenBy(f => f.Text("fleet_pattern_id"), StringComparer.Ordinal).Take(MostRows).ToList();
        if (fleets.Count == 0)
            return row - 1;
        page.Say(row++, 1, "fleets.title", Look.Section);
        Heads(page, row++, "fleets.assets", "fleets.what", "fleets.first", "fleets.last", "fleets.tickets", "", "fleets.which");
        foreach (var fleet in fleets)
        {
            page.Put(row, 1, Figure.Count(fleet.Whole("asset_count")).Calculated());
            page.Text(row, 2, fleet.Text("title") ?? "", Look.Label);
            page.Put(row, 3, Figure.Moment(fleet.Instant("first_at"), data.Zone));
            page.Put(row, 4, Figure.Moment(fleet.Instant("last_at"), data.Zone));
            page.Put(row, 5, Figure.Count(fleet.Whole("ticket_count")).Calculated());
            page.Sentence(row, 7, LastColumn, fleet.Text("assets") ?? "", Look.Label);
            page.RaiseTo(row, Page.Lines(fleet.Text("title") ?? "", 38));
            ExcelStyle.Rule(page.Sheet.Range(row, 1, row++, LastColumn));
        }

        page.Sentence(row++, 1, LastColumn, language.Say("fleets.note"), Look.Note);
        return row;
    }

    private static void Heads(Page page, int row, params string[] keys)
    {
        var language = page.Book.Language;
        page.Heads(row, 1, [.. keys.Select((key, i) => (key.Length == 0 ? "" : language.Say(key), i is 0 or 4)), .. Enumerable.Repeat(("", false), LastColumn - keys.Length)]);
        page.Sheet.Range(row, 7, row, LastColumn).Style.Alignment.WrapText = false;
    }
}
