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
/// <param name="Theme">In which look.</param>
/// <param name="Audience">Who will hold them.</param>
/// <param name="IsAnonymous">Nobody and no business is named.</param>
internal sealed record Reviews(IReadOnlyList<Language> Languages, string Folder, Theme Theme, Audience Audience = Audience.Client, bool IsAnonymous = false)
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

        using var stored = client is null ? new StoredMarts(warehouse) : null;
        var disclosures = Languages.Select(language => (Language: language, Disclosure: Disclosure.Of(marts, Audience, IsAnonymous, language))).ToList();
        var packs = clients.SelectMany(c => disclosures.Select(d => new Pack(c, month, d.Language, d.Disclosure))).ToList();
        List<string> written = [.. Screen.Steps(packs, p => p.Title, p => Write(p, stored, warehouseFile)).SelectMany(files => files)];
        if (stored is not null)
            written.AddRange(Indexes(stored, disclosures, clients, month));
        return written;
    }

    private IReadOnlyList<string> Indexes(StoredMarts stored, List<(Language Language, Disclosure Disclosure)> disclosures, List<string> clients, DateOnly month)
    {
        using var warehouse = stored.Open();
        var marts = new Marts(warehouse);
        return [.. disclosures.Select(d => new ReviewIndex(marts.For(d.Disclosure), d.Language, Theme.Shown(IsAnonymous)).Write(month, [.. clients.Select(d.Disclosure.Shown)], Folder))];
    }

    /// <summary>Packs are written side by side, so each reads through a connection of its own.</summary>
    private IReadOnlyList<string> Write(Pack pack, StoredMarts? stored, string warehouseFile)
    {
        using var warehouse = stored?.Open() ?? Warehouse.OpenForReading(warehouseFile);
        return ReviewPack.Of(new Marts(warehouse), pack.Language, pack.Disclosure, Theme).Write(pack.Disclosure.Shown(pack.Client), pack.Month, Folder);
    }

    private sealed record Pack(string Client, DateOnly Month, Language Language, Disclosure Disclosure)
    {
        public string Title => Language.Say("console.pack", ("client", Client), ("month", Language.Month(Month)));
    }
}
