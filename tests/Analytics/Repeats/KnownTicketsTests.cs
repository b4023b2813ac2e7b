using Insights.Analytics.Repeats;

namespace Insights.Analytics.Tests.Repeats;

/// <summary>DECISIONS.md, "The same failure": which tickets one is compared with, whatever the order they become known in.</summary>
public sealed class KnownTicketsTests
{
    private const long Day = 86400;
    private const long Window = 90 * Day;

    private static readonly LinkThresholds Thresholds = new(Window, 0.2, 0.35, 0.4, 0.55, 0.25, int.MaxValue) { CommonShare = 1 };

    /// <summary>Six loads, each over all of five years but as it was created, so that the index lets go and is filled again; asked is every ninth ticket.</summary>
    [Fact]
    public void A_ticket_is_linked_as_if_only_those_known_and_within_the_window_on_either_side_were_there()
    {
        var random = new Random(20270310);
        var arrivals = Enumerable.Range(1, 6000).Select(i => Report(i, random)).OrderBy(r => r.Load).ThenBy(r => r.CreatedAt).ToList();
        var failures = new ClientFailures(Thresholds);
        var links = arrivals.ConvertAll(r => Scores(failures.Place(r, Terms(r))));
        var asked = Enumerable.Range(0, arrivals.Count).Where(i => i % 9 == 0).ToList();
        Assert.Equal(asked.Select(i => Scores(Alone(arrivals, i))), asked.Select(i => links[i]));
        Assert.Contains(links, of => of.Length > 0);
    }

    private static Placement Alone(List<FailureReport> arrivals, int asked)
    {
        var failures = new ClientFailures(Thresholds);
        foreach (var known in arrivals.Take(asked).Where(r => Math.Abs(r.CreatedAt - arrivals[asked].CreatedAt) <= Window))
            failures.Place(known, Terms(known));
        return failures.Place(arrivals[asked], Terms(arrivals[asked]));
    }

    private static FailureReport Report(int key, Random random) => new(
        "Provider", "Alpha", key, random.NextInt64(5 * 365 * Day), 0, random.Next(6), null, $"{random.Next(30)} {random.Next(30)} {random.Next(30)}", null, null,
        $"p{random.Next(5)}", $"c{random.Next(6)}", key, []);

    private static WeighedTerm[] Terms(FailureReport report) =>
        [.. report.Subject!.Split(' ').Distinct().Select(t => new WeighedTerm(int.Parse(t, System.Globalization.CultureInfo.InvariantCulture), 1, false, t))];

    /// <summary>Of links that are equally sure and alike it does not matter which are kept.</summary>
    private static string Scores(Placement placed) => string.Join(' ', placed.Links.Select(l => FormattableString.Invariant($"{l.Tier}{l.Score:0.0000}")));
}
