using static Insights.Samples.Timeline;

namespace Insights.Samples;

/// <summary>The days on which the two clocks disagree, the outage, and what provider and client dispute.</summary>
internal static class Occasions
{
    private static readonly (int Year, int Month, int Day)[] HotNights =
    [
        (2025, 6, 14), (2025, 7, 5), (2025, 7, 19), (2025, 8, 2), (2025, 8, 9), (2025, 8, 15), (2025, 8, 23), (2025, 9, 6), (2025, 9, 20),
        (2026, 5, 30), (2026, 6, 20), (2026, 7, 4), (2026, 7, 18), (2026, 8, 1), (2026, 8, 15), (2026, 8, 22), (2026, 9, 12),
    ];

    private static readonly (int Year, int Month, int Day, string Label)[] ClosedDays =
    [
        (2025, 10, 28, "october_28"), (2026, 10, 28, "october_28"), (2026, 4, 10, "easter"), (2026, 4, 13, "easter"), (2026, 5, 1, "may_1"),
    ];

    /// <summary>Urgent calls at night and at weekends, and tickets across the hour that comes twice and the one that never comes.</summary>
    public static void Hotel(Scene scene)
    {
        string[] urgent = ["booking", "pos", "internet", "wifi"];
        foreach (var (year, month, day) in HotNights)
        {
            var created = At(year, month, day, scene.Dice.Between(17, 23), scene.Dice.Below(60), scene.Dice.Below(60));
            var answered = scene.Client.Hours.Add(created, scene.Dice.Between(5, 100) * Minute);
            scene.Add(scene.Dice.Pick(urgent), created, 1, plan: new Plan { AnswerAt = answered, Chasers = 2 },
                planted: "out_of_hours_urgent");
        }

        Clocks(scene, At(2025, 10, 26, 2, 50), 15 * Minute);
        Clocks(scene, At(2025, 10, 26, 3, 20), 45 * Minute);
        Clocks(scene, At(2025, 10, 26, 3, 20) + Hour, 20 * Minute);
        Clocks(scene, At(2026, 3, 29, 2, 55), 10 * Minute);
        Clocks(scene, At(2026, 10, 25, 3, 40), 80 * Minute);
    }

    /// <summary>Fourteen people of the logistics company within forty minutes: no server, no network.</summary>
    public static void Outage(Scene scene)
    {
        var start = At(2026, 3, 10, 10, 4, 12);
        var server = scene.Client.Tagged("NTS-SRV-01");
        var people = scene.Client.People.OrderBy(_ => scene.Dice.Unit()).Take(14).ToList();
        for (var i = 0; i < people.Count; i++)
        {
            var at = start + (long)(i * 39.0 * Minute / 13) - scene.Dice.Below(i == 0 ? 1 : 100);
            var answered = Math.Max(at + scene.Dice.Between(3, 9) * Minute, start + (11 + 5 * i) * Minute);
            var plan = new Plan { AnswerAt = answered, ResolveAt = At(2026, 3, 10, 12, 52) + i * 20, Chasers = i is 4 or 9 ? 1 : 0 };
            scene.Add("erp", at, i < 10 ? 1 : 2, server, plan, people[i], Provider.Agents[i % 2 == 0 ? 3 : 4], "outage", i,
                planted: "mass_outage");
        }
    }

    /// <summary>Requests on closed days: 28 October, Good Friday to Easter Monday, 1 May.</summary>
    public static void Holidays(Scene scene)
    {
        if (!scene.Client.HasContract)
            return;
        foreach (var (year, month, day, label) in ClosedDays)
        {
            var created = At(year, month, day, scene.Dice.Between(9, 16), scene.Dice.Below(60), scene.Dice.Below(60));
            var minutes = scene.Dice.Chance(0.6) ? scene.Dice.Between(4, 26) : scene.Dice.Between(150, 420);
            var plan = new Plan { AnswerAt = scene.Client.Hours.Add(created, minutes * Minute), Chasers = scene.Dice.Chance(0.4) ? 1 : 0 };
            scene.Add(scene.Client.Trade == Trade.Hotel ? "booking" : "email", created, scene.Dice.Between(1, 2), plan: plan,
                planted: label);
        }
    }

    /// <summary>Friday 17:50, answered Monday 09:05: five minutes on one clock, 63 hours on the other.</summary>
    public static void FridayEvenings(Scene scene)
    {
        if (!scene.Client.HasContract || scene.Client.Trade == Trade.Hotel)
            return;
        foreach (var friday in new[] { At(2025, 9, 19, 17, 50), At(2025, 11, 21, 17, 50), At(2026, 2, 6, 17, 50), At(2026, 6, 19, 17, 50) })
        {
            var monday = FromLocal(LocalDay(friday) + 3, 9 * Hour + 5 * Minute);
            scene.Add("share", friday, 2, AnyShare(scene), new Plan { AnswerAt = monday, Chasers = 1 }, planted: "friday_evening");
        }
    }

    /// <summary>
    /// Priorities lowered (some a minute before the breach), pauses nobody asked for, silence, reopening, two and three reminders.
    /// </summary>
    public static void Disputes(Scene scene)
    {
        var share = Math.Max(1, (int)Math.Round(scene.Client.MonthlyTickets / 12));
        for (var i = 0; i < share; i++)
        {
            Late(scene, due => new Plan { AnswerAt = After(scene, due, 20, 200), LowersBeforeBreach = true });
            Late(scene, due => new Plan { AnswerAt = After(scene, due, 60, 300), Chasers = scene.Dice.Between(2, 3) });
            InTime(scene, new Plan { PausesWithoutAsking = true });
            InTime(scene, new Plan { Reopens = true });
            InTime(scene, new Plan { LoweredLater = 4 });
            if (i % 2 == 0)
                Late(scene, _ => new Plan { NeverAnswered = true, Chasers = 3 });
            if (i % 2 == 1)
                Late(scene, _ => new Plan { ClosesSilently = true });
        }
    }

    /// <summary>Taken up in the last days, and waiting for an answer or a part when the export is taken.</summary>
    public static void StillWaiting(Scene scene)
    {
        if (!scene.Client.HasContract)
            return;
        foreach (var state in scene.Client.Users > 20 ? new[] { "pending", "hold", "pending" } : ["pending"])
        {
            var created = At(2026, 10, scene.Dice.Chance(0.5) ? 29 : 30, scene.Dice.Between(9, 13), scene.Dice.Below(60),
                scene.Dice.Below(60));
            var plan = new Plan { StillWaitsIn = state, AnswerAt = created + scene.Dice.Between(15, 100) * Minute };
            scene.Add(Everyday(scene), created, 3, plan: plan, planted: "still_waiting");
        }
    }

    private static void Late(Scene scene, Func<long, Plan> plan)
    {
        if (!scene.Client.HasContract)
            return;
        var created = WorkingMoment(scene);
        var priority = scene.Dice.Between(1, 2);
        var due = Promises.ResponseDue(scene.Client, priority, created)!.Value;
        scene.Add(Everyday(scene), created, priority, plan: plan(due));
    }

    private static long After(Scene scene, long due, int low, int high) =>
        scene.Client.Hours.Add(due, scene.Dice.Between(low, high) * Minute);

    private static void InTime(Scene scene, Plan plan) =>
        scene.Add(Everyday(scene), WorkingMoment(scene), scene.Dice.Between(2, 3), plan: plan);

    private static string Everyday(Scene scene) =>
        scene.Dice.Pick(scene.Client.Trade == Trade.Cafe ? ["pos", "internet"] : (string[])["email", "printer", "pc", "internet"]);

    private static long WorkingMoment(Scene scene)
    {
        var at = Start + (long)(scene.Dice.Unit() * (End - Start - 10 * Day));
        return scene.Client.Hours.Add(at, scene.Dice.Between(15, 400) * Minute);
    }

    private static Asset? AnyShare(Scene scene) => scene.AnyAsset(Failure.Named("share"));

    private static void Clocks(Scene scene, long created, long wait) =>
        scene.Add("booking", created, 1, plan: new Plan { AnswerAt = created + wait }, planted: "clock_change");
}
