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
public sealed class FirstLook
{
    /// <summary>The rows of each table looked at to judge the order of day and month.</summary>
    public const int JudgedRows = 200_000;

    private static readonly Dictionary<long, int> NoRepeats = [];

    private readonly Dictionary<string, IReadOnlyDictionary<long, int>> _repeats = new(StringComparer.Ordinal);

    private FirstLook(Profile profile, Notice? notice) => (Profile, Notice) = (profile, notice);

    /// <summary>The profile, with the order of the file's dates settled.</summary>
    public Profile Profile { get; }

    /// <summary>What a person should know of it; null where there is nothing.</summary>
    public Notice? Notice { get; }

    /// <summary>Of a table of the file: for <see cref="TicketLayout.Repeats"/>.</summary>
    public IReadOnlyDictionary<long, int> RepeatsIn(string table) => _repeats.GetValueOrDefault(table, NoRepeats);

    /// <summary>For what says its dates in one way and has ids: there is nothing to look for.</summary>
    public static FirstLook None(Profile profile) => new(profile, null);

    /// <summary>Looks through the file where the profile asks for it.</summary>
    /// <param name="profile">As carried or written.</param>
    /// <param name="file">For messages.</param>
    /// <param name="open">Opens the tables of the file anew; each is disposed before the next is asked for.</param>
    /// <param name="zone">Of instants without an offset.</param>
    /// <exception cref="SetupException">The file's dates contradict each other.</exception>
    public static FirstLook At(Profile profile, string file, Func<IEnumerable<RecordSet>> open, DateTimeZone zone)
    {
        var look = profile.DayOrder == "judge" ? Judged(profile, file, open) : new FirstLook(profile, null);
        if (profile.DerivesTicketId)
            foreach (var records in open())
                using (records)
                    look._repeats[records.Name] = Repeats(look.Profile, JoinedColumns.Over(records, look.Profile), zone);
        return look;
    }

    /// <summary>The profile with its ambiguous date formats in an order, <c>dmy</c> or <c>mdy</c>.</summary>
    public static Profile InOrder(Profile profile, string order) => profile with
    {
        DayOrder = order,
        DateFormats = [.. profile.DateFormats.Select(format => DatePattern.Parse(format)!.InOrder(order).Text).Distinct()],
    };

    private static FirstLook Judged(Profile profile, string file, Func<IEnumerable<RecordSet>> open)
    {
        var judge = new DayOrderJudge(Assumed(profile));
        foreach (var records in open())
            using (records)
                Judge(judge, JoinedColumns.Over(records, profile), DateCells(profile, JoinedColumns.HeaderFor(profile, records.Header)));
        return new FirstLook(InOrder(profile, judge.Settle(file)), judge.Notice);
    }

    private static void Judge(DayOrderJudge judge, RecordSet records, int[] cells)
    {
        var rows = 0;
        while (cells.Length > 0 && rows < JudgedRows && records.NextBatch() is { } batch)
            using (batch)
                while (rows++ < JudgedRows && batch.Read())
                    foreach (var cell in cells)
                        judge.Look(cell < batch.Count ? batch.Cell(cell) : []);
    }

    /// <summary>The order the profile's own formats have.</summary>
    private static string Assumed(Profile profile) => profile.DateFormats
        .Select(format => DatePattern.Parse(format)!).FirstOrDefault(pattern => pattern.IsSwappable)?.DayOrder ?? "dmy";

    private static int[] DateCells(Profile profile, IReadOnlyList<string> header)
    {
        var names = profile.Columns.Where(column => column.Key.IsInstant()).SelectMany(column => column.Value)
            .Concat(profile.Events?.Columns[EventField.OccurredAt] ?? [])
            .Concat(profile.Messages?.Columns[MessageField.SentAt] ?? [])
            .Concat(profile.TimeEntries?.Columns[TimeEntryField.WorkedAt] ?? []);
        return TicketLayout.Of(profile, header).CellsOf([.. names]);
    }

    private static Dictionary<long, int> Repeats(Profile profile, RecordSet records, DateTimeZone zone)
    {
        var layout = TicketLayout.Of(profile, records.Header);
        var (seen, repeats) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<long, int>());
        if (!layout.IsTicketList)
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
