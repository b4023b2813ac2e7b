using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;
using NodaTime;

namespace Insights.Ingest.Mapping;

/// <summary>
/// What must be known of a whole file before its first row is mapped: the order of day and month, and which rows of a list without ids
/// say the same. Only profiles that ask for either need one.
/// </summary>
/// <param name="Profile">With the order of the file's dates settled.</param>
/// <param name="Repeats">For <see cref="TicketLayout.Repeats"/>.</param>
/// <param name="Notice">What a person should know of it; null where there is nothing.</param>
public sealed record FirstLook(Profile Profile, IReadOnlyDictionary<long, int> Repeats, Notice? Notice)
{
    /// <summary>The rows looked at to judge the order of day and month.</summary>
    public const int JudgedRows = 200_000;

    private static readonly Dictionary<long, int> NoRepeats = [];

    /// <summary>True when a file of this profile must be looked at.</summary>
    public static bool IsNeeded(Profile profile) => profile.DayOrder == "judge" || profile.DerivesTicketId;

    /// <param name="profile">As carried or written.</param>
    /// <param name="open">Opens the table anew; what it gives is read and disposed.</param>
    /// <param name="zone">Of instants without an offset.</param>
    /// <exception cref="SetupException">The file's dates contradict each other.</exception>
    public static FirstLook At(Profile profile, Func<RecordSet> open, DateTimeZone zone)
    {
        var (settled, notice) = profile.DayOrder == "judge" ? Judged(profile, open) : (profile, null);
        return new FirstLook(settled, settled.DerivesTicketId ? RepeatsIn(settled, open, zone) : NoRepeats, notice);
    }

    /// <summary>The profile with its ambiguous date formats in an order.</summary>
    /// <param name="profile">As carried or written.</param>
    /// <param name="order"><c>dmy</c> or <c>mdy</c>.</param>
    public static Profile InOrder(Profile profile, string order) => profile with
    {
        DayOrder = order,
        DateFormats = [.. profile.DateFormats.Select(format => DatePattern.Parse(format)!.InOrder(order).Text).Distinct()],
    };

    private static (Profile Settled, Notice? Notice) Judged(Profile profile, Func<RecordSet> open)
    {
        var judge = new DayOrderJudge(Assumed(profile));
        using var records = open();
        var cells = DateCells(profile, records.Header);
        var rows = 0;
        while (rows < JudgedRows && records.NextBatch() is { } batch)
            using (batch)
                while (batch.Read() && rows++ < JudgedRows)
                    foreach (var cell in cells)
                        judge.Look(batch.Cell(cell));
        return (InOrder(profile, judge.Settle(records.Name)), judge.Notice);
    }

    /// <summary>The order the profile's own formats have.</summary>
    private static string Assumed(Profile profile) => profile.DateFormats
        .Select(format => DatePattern.Parse(format)!).FirstOrDefault(pattern => pattern.IsSwappable)?.DayOrder ?? "dmy";

    private static int[] DateCells(Profile profile, IReadOnlyList<string> header)
    {
        var names = profile.Columns.Where(column => column.Key.IsInstant()).SelectMany(column => column.Value)
            .Concat(profile.Events?.Columns[EventField.OccurredAt] ?? [])
            .Concat(profile.Messages?.Columns[MessageField.SentAt] ?? []);
        return TicketLayout.Of(profile, header).CellsOf([.. names]);
    }

    private static Dictionary<long, int> RepeatsIn(Profile profile, Func<RecordSet> open, DateTimeZone zone)
    {
        using var records = open();
        var layout = TicketLayout.Of(profile, records.Header);
        var (seen, repeats) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<long, int>());
        if (layout.Has(TicketColumn.TicketId) || !layout.CanIdentify)
            return repeats;
        var (mapper, row) = (new TicketMapper(layout, zone), new TicketRow());
        while (records.NextBatch() is { } batch)
            using (batch)
                while (batch.Read())
                    if (batch.Broken is null && mapper.Map(batch, row) is null && row.Text(TicketColumn.TicketId) is { } id)
                        Count(seen, repeats, id, batch.Line);
        return repeats;
    }

    private static void Count(Dictionary<string, int> seen, Dictionary<long, int> repeats, string id, long line)
    {
        var count = seen[id] = seen.GetValueOrDefault(id) + 1;
        if (count > 1)
            repeats[line] = count;
    }
}
