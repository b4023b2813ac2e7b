using Insights.Analytics;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Mapping;

/// <summary>
/// Records in which two cells stand together as one where the profile asks for it: <c>"Ημερομηνία + Ώρα"</c> among the names of a column
/// means the cell <c>Ημερομηνία</c>, a space, and the cell <c>Ώρα</c>. They are there beside the cells as written, under that name.
/// </summary>
internal sealed class JoinedColumns : RecordSet
{
    /// <summary>Stands between the two names in a profile.</summary>
    public const string Sign = " + ";

    private readonly RecordSet _records;
    private readonly (int First, int Second)[] _pairs;

    private JoinedColumns(RecordSet records, IReadOnlyList<string> header, (int First, int Second)[] pairs)
    {
        _records = records;
        _pairs = pairs;
        Header = header;
    }

    public override string Name => _records.Name;

    public override IReadOnlyList<string> Header { get; }

    public override DateTime? ExportedAt => _records.ExportedAt;

    public override IReadOnlyList<Notice> Notices => _records.Notices;

    /// <summary>The records themselves where the profile joins nothing that is there.</summary>
    public static RecordSet Over(RecordSet records, Profile profile)
    {
        var pairs = Pairs(profile, records.Header);
        return pairs.Count == 0
            ? records
            : new JoinedColumns(records, HeaderFor(profile, records.Header), [.. pairs.Select(p => (p.First, p.Second))]);
    }

    /// <summary>The header with the names of what the profile joins.</summary>
    public static IReadOnlyList<string> HeaderFor(Profile profile, IReadOnlyList<string> header) =>
        [.. header, .. Pairs(profile, header).Select(p => p.Name)];

    /// <summary>A column of which the profile needs a second half that is not there: a date without its time.</summary>
    public static string? Half(Profile profile, IReadOnlyList<string> header) => Pairs(profile, header).Count > 0
        ? null
        : Names(profile).Select(name => IndexOf(header, name.Split(Sign)[0]))
            .Where(at => at >= 0).Select(at => header[at]).FirstOrDefault();

    public override RecordSet? Inside(string path) => _records.Inside(path);

    /// <summary>The records belong to whoever opened them.</summary>
    public override void Dispose()
    {
    }

    internal override RecordBatch? NextBatch() => _records.NextBatch() is { } batch
        ? new Batch(batch, Header.Count - _pairs.Length, _pairs)
        : null;

    private static List<(string Name, int First, int Second)> Pairs(Profile profile, IReadOnlyList<string> header) =>
        [.. from name in Names(profile)
            let halves = name.Split(Sign)
            let first = IndexOf(header, halves[0])
            let second = IndexOf(header, halves[1])
            where first >= 0 && second >= 0
            select (name, first, second)];

    private static IEnumerable<string> Names(Profile profile) =>
        profile.Columns.Values.Concat(profile.Events?.Columns.Values ?? []).Concat(profile.Messages?.Columns.Values ?? [])
            .Concat(profile.Calls?.Columns.Values ?? []).Concat(profile.TimeEntries?.Columns.Values ?? [])
            .SelectMany(names => names).Where(name => name.Contains(Sign, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    private static int IndexOf(IReadOnlyList<string> header, string name)
    {
        var folded = HeaderNames.Fold(name);
        for (var at = 0; at < header.Count; at++)
            if (HeaderNames.Fold(header[at]) == folded)
                return at;
        return -1;
    }

    private sealed class Batch(RecordBatch batch, int width, (int First, int Second)[] pairs) : RecordBatch
    {
        public override long Line => batch.Line;

        public override Message? Broken => batch.Broken;

        public override int Count => batch.Count + pairs.Length;

        public override ReadOnlySpan<byte> Raw => batch.Raw;

        public override bool Read() => batch.Read();

        public override ReadOnlySpan<byte> Cell(int index) =>
            index < width ? batch.Cell(index)
            : index >= width + pairs.Length ? batch.Cell(index - pairs.Length)
            : Joined(batch.Cell(pairs[index - width].First), batch.Cell(pairs[index - width].Second));

        public override void Dispose() => batch.Dispose();

        /// <summary>A spreadsheet's date has a midnight of its own, which the time beside it replaces.</summary>
        private static ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
        {
            second = second.Trim(" \t"u8);
            first = first.Trim(" \t"u8);
            if (first.IsEmpty || second.IsEmpty)
                return first;
            if (first.EndsWith(" 00:00:00"u8))
                first = first[..^9];
            return (byte[])[.. first, (byte)' ', .. second];
        }
    }
}
