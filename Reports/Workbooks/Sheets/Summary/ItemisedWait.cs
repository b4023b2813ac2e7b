using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks.Sheets.Delivered;

namespace Insights.Reports.Workbooks.Sheets.Summary;

/// <summary>The wait for a first response as a sum in whole hours.</summary>
internal static class ItemisedWait
{
    public static string Sentence(MartRow gap, Language language)
    {
        var parts = InHours(gap).Where(p => p.Hours > 0 || p.Part == "contract").Select(p =>
            language.Say("clocks.part." + p.Part, ("time", language.Hours(p.Hours * 3600))));
        return Open(gap, language) + " " + language.Say("clocks.itemised", ("client", language.Hours(gap.Whole("client_seconds")!.Value)),
            ("tickets", language.Count("ticket", gap.Whole("ticket_count") ?? 0)), ("parts", string.Join(" + ", parts)));
    }

    /// <summary>The wait with the client's own office open, which stands before any hour of the wall.</summary>
    public static string Open(MartRow? gap, Language language) => gap?.Whole("client_open_seconds") is { } open
        ? language.Say("clocks.open", ("time", language.Hours(open)), ("tickets", language.Count("ticket", gap.Whole("open_ticket_count") ?? 0)))
        : language.Say("clocks.unopened");

    /// <summary>Each part in whole hours. The running sum is rounded, not the part, so the parts add up to the rounded whole.</summary>
    private static List<(string Part, long Hours)> InHours(MartRow gap)
    {
        var (hours, sum) = (new List<(string, long)>(), 0L);
        foreach (var part in GapsSection.Parts)
        {
            var before = (sum + 1800) / 3600;
            sum += gap.Whole(part + "_seconds") ?? 0;
            hours.Add((part, ((sum + 1800) / 3600) - before));
        }

        return hours;
    }
}
