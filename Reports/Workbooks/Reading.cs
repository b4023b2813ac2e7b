using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>What a row of an attainment mart lets one say about its target.</summary>
internal static class Reading
{
    /// <summary>The mart's reading: met, missed, not_distinguishable, too_few, no_target, not_measurable or upper_bound.</summary>
    public static string Of(MartRow attainment) => attainment.Text("reading") ?? throw new InvalidDataException("A row of marts.attainment has no reading.");

    public static string Words(MartRow attainment, Language language) => language.Say("reading." + Of(attainment));

    /// <summary>Tickets that met or missed their promise; the rest are still running or unknown.</summary>
    public static long Decided(MartRow attainment) => (attainment.Whole("met_count") ?? 0) + (attainment.Whole("breached_count") ?? 0);

    /// <summary>"91% (29 of 32, interval 76–97%)" and its open ends, as a sentence.</summary>
    public static string Sentence(MartRow attainment, Language language)
    {
        var running = attainment.Whole("running_count") ?? 0;
        var unknown = attainment.Whole("unknown_count") ?? 0;
        if (attainment.Number("attained_ratio") is not { } ratio)
            return language.Say("kept.undecided", ("running", language.Whole(running)), ("unknown", language.Count("kept.unknown", unknown)));

        var said = language.Say("kept.decided",
            ("met", language.Whole(attainment.Whole("met_count") ?? 0)), ("decided", language.Whole(Decided(attainment))),
            ("ratio", language.Percent(ratio)), ("interval", Range(attainment, "wilson_low", "wilson_high", language)));
        string?[] open = [running > 0 ? language.Count("kept.running", running) : null, unknown > 0 ? language.Count("kept.unknown", unknown) : null];
        return running + unknown == 0 ? said : said + language.Say("kept.bounds", ("open", string.Join(", ", open.OfType<string>())),
            ("bounds", Range(attainment, "bound_low", "bound_high", language)));
    }

    /// <summary>An interval of two ratio columns; not measurable where either is missing.</summary>
    public static string Range(MartRow row, string low, string high, Language language) => (row.Number(low), row.Number(high)) switch
    {
        ({ } from, { } to) => language.PercentRange(from, to),
        _ => language.Say("not_measurable"),
    };
}
