using Insights.Analytics;
using Insights.Reports.Style;
using Insights.Reports.Workbooks.Sheets;

namespace Insights.Reports;

/// <summary>How much support clients without a ticket need, by what they answered: before there is a provider to measure.</summary>
public static class SelfAssessments
{
    /// <summary>Some lines for each client of the reference data that has answers and no tickets; none where there is no such client.</summary>
    public static IEnumerable<string> Lines(Marts marts, Language language) => marts.Rows("intensity")
        .Where(r => r.Date("month") is null && (r.Text("answered_load_class") ?? r.Text("answered_immediacy_class")) is not null)
        .OrderBy(r => r.Text("client"), StringComparer.Ordinal).SelectMany(r => Lines(r, language));

    private static IEnumerable<string> Lines(MartRow needs, Language language)
    {
        var intensity = needs.Text("intensity_class")!;
        yield return language.Say("self.title", ("client", needs.Text("client")!));
        yield return "  " + language.Say("intensity.class", ("class", language.Say("intensity." + intensity))) + " " + language.Say("intensity.suits." + intensity);
        yield return "  " + (needs.Text("load_class") is { } load ? language.Say("intensity.load.answers", ("class", language.Say("intensity." + load))) : language.Say("self.load.none"));
        yield return "  " + ManagedSheet.Immediacy(needs, language);
        if (needs.Text("fit") is { } fit)
            yield return "  " + language.Say("intensity.fit." + fit);
        yield return "  " + language.Say("self.note");
    }
}
