using System.Globalization;
using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>Writes review packs from a refreshed warehouse.</summary>
internal static class Reviews
{
    /// <summary>One pack per client (the one named, else all with tickets by that month) and language; returns the files written.</summary>
    public static IReadOnlyList<string> Write(string warehouseFile, string? client, DateOnly? asked, IReadOnlyList<Language> languages, string folder)
    {
        using var warehouse = Warehouse.OpenForReading(warehouseFile);
        var marts = new Marts(warehouse);
        var month = asked ?? ReviewMonth.Latest(marts);
        var clients = client is null ? marts.Rows("client_months", month: month).Select(r => r.Text("client")!).Order(StringComparer.Ordinal).ToList() : [client];
        if (clients.Count == 0)
            throw new SetupException(
                string.Create(CultureInfo.InvariantCulture, $"--month {month:yyyy-MM}: no client has tickets up to that month."),
                string.Create(CultureInfo.InvariantCulture, $"--month {month:yyyy-MM}: κανένας πελάτης δεν έχει αιτήματα έως αυτόν τον μήνα."));

        return [.. clients.SelectMany(c => languages.SelectMany(language => Pack(marts, c, month, language, folder)))];
    }

    private static IReadOnlyList<string> Pack(Marts marts, string client, DateOnly month, Language language, string folder) =>
        Screen.Step(language.Say("console.pack", ("client", client), ("month", language.Month(month))), () => ReviewPack.Write(marts, client, month, language, folder));
}
