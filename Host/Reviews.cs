using System.Globalization;
using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Packs.Web;
using Insights.Reports.Privacy;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>Writes review packs from a refreshed warehouse.</summary>
/// <param name="Languages">One pack in each.</param>
/// <param name="Folder">Where to.</param>
/// <param name="Audience">Who will hold them.</param>
/// <param name="IsAnonymous">Nobody and no business is named.</param>
internal sealed record Reviews(IReadOnlyList<Language> Languages, string Folder, Audience Audience = Audience.Client, bool IsAnonymous = false)
{
    /// <summary>The packs of one client (the one named, else all with tickets by that month, and an index of them in each language); returns the files written, the indexes last.</summary>
    public IReadOnlyList<string> Write(string warehouseFile, string? client, DateOnly? asked)
    {
        using var warehouse = Warehouse.OpenForReading(warehouseFile);
        var marts = new Marts(warehouse);
        var month = asked ?? ReviewMonth.Latest(marts);
        var clients = client is null ? marts.Rows("client_months", month: month).Select(r => r.Text("client")!).Order(StringComparer.Ordinal).ToList() : [client];
        if (clients.Count == 0)
            throw new SetupException(
                string.Create(CultureInfo.InvariantCulture, $"--month {month:yyyy-MM}: no client has tickets up to that month."),
                string.Create(CultureInfo.InvariantCulture, $"--month {month:yyyy-MM}: κανένας πελάτης δεν έχει αιτήματα έως αυτόν τον μήνα."));

        var disclosures = Languages.Select(language => (language, Disclosure.Of(marts, Audience, IsAnonymous, language))).ToList();
        List<string> written = [.. clients.SelectMany(c => disclosures.SelectMany(d => Pack(marts, c, month, d.language, d.Item2)))];
        if (client is null)
            written.AddRange(disclosures.Select(d => new ReviewIndex(marts.For(d.Item2), d.language).Write(month, [.. clients.Select(d.Item2.Shown)], Folder)));
        return written;
    }

    private IReadOnlyList<string> Pack(Marts marts, string client, DateOnly month, Language language, Disclosure disclosure) => Screen.Step(
        language.Say("console.pack", ("client", client), ("month", language.Month(month))),
        () => ReviewPack.Of(marts, language, disclosure).Write(disclosure.Shown(client), month, Folder));
}
