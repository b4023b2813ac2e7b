using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>Fills the scenes: first what is planted on purpose, then the everyday tickets around it.</summary>
internal static class Planting
{
    private static readonly (string Client, string Failure, string Asset, int Episodes, string First)[] Series =
    [
        ("ACR", "printer", "ACR-PRN-02", 4, "2025-07-07"), ("ACR", "wifi", "ACR-AP-03", 4, "2025-08-01"),
        ("ACR", "booking", "ACR-SRV-01", 3, "2026-05-12"),
        ("ACR", "wifi", "ACR-AP-06", 3, "2026-07-06"), ("ACR", "telephony", "ACR-TEL-04", 2, "2025-11-04"),
        ("ACR", "pos", "ACR-POS-01", 2, "2025-09-02"),
        ("NTS", "scanner", "NTS-SCN-02", 4, "2025-10-06"), ("NTS", "erp", "NTS-SRV-02", 4, "2026-01-12"),
        ("NTS", "printer", "NTS-PRN-05", 3, "2025-06-03"),
        ("NTS", "pc", "NTS-PC-17", 3, "2026-05-04"), ("NTS", "email", "NTS-PC-33", 3, "2026-08-24"),
        ("NTS", "vpn", "NTS-RTR-02", 3, "2025-11-10"),
        ("PAP", "email", "PAP-PC-04", 3, "2025-10-13"), ("PAP", "printer", "PAP-PRN-01", 3, "2026-04-20"),
        ("YGP", "printer", "YGP-PRN-03", 4, "2025-09-08"), ("YGP", "pc", "YGP-PC-11", 3, "2026-02-02"),
        ("YGP", "software", "YGP-PC-07", 3, "2026-06-08"),
        ("TED", "vpn", "TED-RTR-01", 4, "2025-06-16"), ("TED", "software", "TED-PC-09", 2, "2025-11-17"),
        ("SIG", "vpn", "SIG-RTR-01", 4, "2026-02-09"), ("SIG", "software", "SIG-PC-03", 2, "2025-07-01"),
        ("SEL", "pos", "SEL-POS-01", 3, "2025-12-01"),
    ];

    public static void Fill(Scene scene)
    {
        foreach (var series in Series.Where(s => s.Client == scene.Client.Prefix))
            Return(scene, series.Failure, series.Asset, series.Episodes, series.First, "repeat_series");
        switch (scene.Client.Trade)
        {
            case Trade.Hotel:
                Occasions.Hotel(scene);
                Return(scene, "pos", "ACR-POS-03", 7, "2026-06-10", "chronic_asset");
                break;
            case Trade.Logistics:
                Occasions.Outage(scene);
                break;
        }

        Occasions.Holidays(scene);
        Occasions.FridayEvenings(scene);
        Occasions.Disputes(scene);
        Occasions.StillWaiting(scene);
        Oddities.Add(scene);
        Everyday(scene);
    }

    // The same failure, back a few days after each time it was resolved, in other people's words.
    private static void Return(Scene scene, string failure, string tag, int episodes, string first, string label)
    {
        var date = DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        var at = At(date.Year, date.Month, date.Day, 10, scene.Dice.Between(0, 59), scene.Dice.Below(60));
        for (var i = 0; i < episodes; i++)
        {
            var priority = failure is "pos" or "booking" or "erp" ? scene.Dice.Between(1, 2) : scene.Dice.Between(2, 3);
            var ticket = scene.Add(failure, at, priority, scene.Client.Tagged(tag), new Plan(), variant: i, planted: label);
            var gap = label == "chronic_asset" ? scene.Dice.Between(4, 14) : scene.Dice.Between(4, 24);
            at = NextOpenDay(scene, LocalDay(ticket.ResolvedAt!.Value) + gap);
        }
    }

    private static void Everyday(Scene scene)
    {
        var arrivals = new Arrivals(scene.Dice, scene.Client);
        for (var i = 0; i < 18; i++)
        {
            var month = 4 + i;
            foreach (var at in arrivals.Month(2025 + month / 12, month % 12 + 1))
                Ordinary(scene, at);
        }
    }

    private static void Ordinary(Scene scene, long at)
    {
        var (kind, asset) = Trouble(scene, at);
        var isMonitoring = kind.Name.StartsWith("monitoring", StringComparison.Ordinal);
        if (isMonitoring && scene.Dice.Chance(0.35))
        {
            scene.Add(kind.Name, at, 3, asset, new Plan { ClearsItself = true }, planted: "monitoring_self_cleared");
            return;
        }

        var variant = scene.Dice.Below(1000);
        var ticket = scene.Add(kind.Name, at, Priority(scene, kind), asset, variant: variant);
        for (var again = 1; kind.IsIncident && !isMonitoring && scene.Dice.Chance(0.09) && ticket.ResolvedAt is { } resolved; again++)
        {
            var back = NextOpenDay(scene, LocalDay(resolved) + scene.Dice.Between(2, 26));
            if (back > End - Day)
                break;
            ticket = scene.Add(kind.Name, back, Priority(scene, kind), asset, variant: variant + again, planted: "came_back");
        }
    }

    // A moment of the working day on the first open day from the one given.
    private static long NextOpenDay(Scene scene, long day)
    {
        while (!scene.Client.Hours.IsOpen(FromLocal(day, 11 * Hour)))
            day++;
        return FromLocal(day, scene.Dice.Between(9 * 3600, 16 * 3600));
    }

    private static (Failure Kind, Asset? Asset) Trouble(Scene scene, long at)
    {
        var weights = Failure.All.Select(f => (double)f.Weights[(int)scene.Client.Trade]).ToArray();
        for (var tries = 0; ; tries++)
        {
            var kind = Failure.All[scene.Dice.Weighted(weights)];
            var asset = scene.AnyAsset(kind);
            if (tries == 12 || !kind.IsIncident || scene.IsQuiet(kind.Name, asset, at, 38))
                return (kind, asset);
        }
    }

    private static int Priority(Scene scene, Failure kind)
    {
        if (scene.Client.Source == "zendesk" && scene.Dice.Chance(0.03))
            return 0;
        double[] weights = kind.Name switch
        {
            "pos" or "booking" or "erp" or "internet" => [20, 45, 30, 5],
            "toner" or "equipment" or "question" or "newuser" or "leaver" => [0, 4, 46, 50],
            "password" or "install" => [1, 22, 62, 15],
            _ when scene.Client.Trade == Trade.Hotel => [7, 33, 50, 10],
            _ => [4, 22, 58, 16],
        };
        return 1 + scene.Dice.Weighted(weights);
    }
}
