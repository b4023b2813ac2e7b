using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using Insights.Ingest.Profiles;
using NodaTime;
using Xunit.Abstractions;
using static Insights.Ingest.Tests.FuzzInputs;

namespace Insights.Ingest.Tests;

/// <summary>Cells, times, durations, messages, promises and profiles nobody foresaw: a row, a reject or a refusal, never a crash.</summary>
public sealed class MappingFuzzTests(ITestOutputHelper output)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Athens"];

    private static readonly string[] Junk =
    [
        "", "", "-", "0", "1", "-5", "1.5", "1,5", "01:02:03", "-00:14", "2 days 3 hours", "٣ days", "1970-01-01 02:37:03", "2025-07-01",
        "2025-07-01T10:00:00Z",
        "2025-10-26 03:30:00", "2025-03-30 03:30", "01/02/2025 10:00", "31/12/2025 11:59 PM", "45000.5", "1751360400", "1751360400000",
        "999999999", "1000000000", "2100-12-31 23:59",
        "1900-01-01", "0000-00-00 00:00:00", "3 hours ago", "yes", "no", "<p>a</p>", "> q\nOn Tue, 1 Jul 2025 at 9:00, Maria wrote:\nx",
        "4h 24x7", "NBD", "1 234", "٣٤", "1e400", "\u00A0",
    ];

    /// <summary>One mapper of one profile, with the cells its files have.</summary>
    private sealed record Target(string Name, IReadOnlyList<string> Header, string[][] Examples, string[] Cells,
        Func<Func<IRecord, Mapped>> NewMapper)
    {
        public ThreadLocal<Func<IRecord, Mapped>> Used { get; } = new(NewMapper);
    }

    private sealed record Mapped(Reject? Reject, ulong Hash, string Instants);

    private sealed class Cells(byte[][] cells) : IRecord
    {
        private readonly byte[] _raw = [.. cells.SelectMany(cell => cell)];

        public int Count => cells.Length;

        public ReadOnlySpan<byte> Raw => _raw;

        public ReadOnlySpan<byte> Cell(int index) => index < cells.Length ? cells[index] : default;
    }

    private static readonly Target[] Targets = [.. KnownProfiles.All.SelectMany(TargetsOf)];

    private static readonly Gen<(Target Target, string[] Cells)> Records = Gen.OneOf(Targets).SelectMany(target => Gen.Select(
        Gen.OneOf(target.Examples), Gen.Select(Gen.Int[0, target.Header.Count], Gen.Frequency((4, (IGen<string>)Gen.OneOf(target.Cells)),
            (2, Gen.OneOf(Junk)), (1, Texts(target.Cells)))).Array[0, 20],
        (example, changes) => (target, Changed(example, changes))));

    [Fact]
    public void Whatever_the_cells_a_record_is_a_row_or_a_reject_and_always_the_same() =>
        Records.Hold(0.12, record => $"{record.Target.Name}: {string.Join(" | ", record.Cells)}", output.WriteLine, record =>
        {
            var cells = new Cells([.. record.Cells.Select(Encoding.UTF8.GetBytes)]);
            var mapped = record.Target.Used.Value!(cells);
            Assert.Equal(record.Target.NewMapper()(cells), mapped);
            Assert.Equal(record.Target.Used.Value!(cells), mapped);
            if (mapped.Reject is { } reject)
                Assert.True(reject.Reason.English.Length > 0 && reject.Reason.Greek.Length > 0
                    && (reject.Column is null || record.Target.Header.Contains(reject.Column)));
        });

    private static readonly DatePattern[] Patterns =
        [.. KnownProfiles.All.SelectMany(profile => profile.DateFormats).Distinct().Select(format => DatePattern.Parse(format)!)];

    [Fact]
    public void Any_text_is_read_or_not_as_a_time_a_duration_a_message_or_a_promise() =>
        Texts([.. Junk, .. KnownProfiles.All.SelectMany(p => p.Examples).SelectMany(e => e.Row.Values).Distinct()])
            .Hold(0.1, text => text, output.WriteLine, text =>
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                foreach (var pattern in Patterns)
                    if (pattern.TryRead(bytes, out var wall, out _))
                        Assert.InRange(wall, -62_135_596_800, 1L << 40);
                if (IsoTime.TryRead(bytes, out var seconds, out var offset))
                    Assert.InRange(seconds - (offset ?? 0), -62_135_700_000, 253_402_400_000);
                foreach (var unit in Durations.Units)
                    if (Durations.TryRead(bytes, unit, out var length))
                        Assert.InRange(length, 0, long.MaxValue / 2);
                Durations.TryReadRemaining(bytes, out _);
                Durations.IsNegative(bytes);
                if (DurationWords.TryRead(bytes, out var worded))
                    Assert.InRange(worded, 0, long.MaxValue / 2);
                Assert.Equal(GreekText.Fold(text), GreekText.Fold(GreekText.Fold(text)));
                Assert.True(MessageText.Body(text).Length <= MessageText.Plain(text).Length);
                Assert.True(QuotedHistory.Cut(text).Length <= text.Length);
                var promise = PromiseText.Parse(text);
                if (promise.IsRead)
                    Assert.Equal(promise.Value, PromiseText.Parse(PromiseText.Render(promise.Value!)).Value);
                else
                    Assert.True(promise.Error!.English.Length > 0 && promise.Error.Greek.Length > 0);
                RelativeTime.IsOne(bytes);
            });

    private static readonly string[] Clocks =
        ["yyyy-MM-dd HH:mm:ss", "dd/MM/yyyy HH:mm", "d/M/yyyy H:mm", "MM/dd/yyyy hh:mm:ss tt", "M/d/yyyy h:mm tt", "dd MMM yyyy HH:mm",
            "yyyy-MM-ddTHH:mm:ss", "dd.MM.yy HH:mm"];

    [Fact]
    public void A_time_that_was_written_in_a_form_is_read_as_it_was() => Gen.Select(
        Gen.OneOf(Clocks), Gen.Int[0, int.MaxValue]).Hold(0.05, _ => $"{_}", output.WriteLine, _ =>
    {
        var (form, minutes) = (_.Item1, _.Item2 % (100 * 365 * 1440));
        var time = new DateTime(2000, 1, 1).AddMinutes(minutes);
        var isRead = DatePattern.Parse(form)!.TryRead(Encoding.UTF8.GetBytes(time.ToString(form, CultureInfo.InvariantCulture)),
            out var seconds, out var offset);
        Assert.Equal((true, (long)(time - DateTime.UnixEpoch).TotalSeconds, (int?)null), (isRead, seconds, offset));
    });

    private static readonly byte[][] ProfileFiles = [.. Carried()];

    private static readonly string[] Values =
        ["null", "0", "true", "{}", "[]", "\"\"", "\" \"", "\" + \"", "\"a + \"", "[\"\"]", "[null]", "[[\"a\"]]", "{\"\":\"\"}",
            "\"\\ud800\"", "\"minutes\"", "[\"yyyy\"]", "[\"epoch_s\"]", "\"judge\"", "\"none\"", "\"bill\""];

    /// <summary>Profiles with values of theirs replaced or taken out, and profiles with bytes changed.</summary>
    private static readonly Gen<byte[]> DamagedProfiles = Gen.Frequency(
        (3, (IGen<byte[]>)Gen.Select(Gen.OneOf(ProfileFiles), Gen.Int[0, 1 << 20], Gen.OneOf(Values), (json, at, value) =>
            Replaced(json, at, value))),
        (1, Damaged(ProfileFiles)));

    [Fact]
    public void A_damaged_profile_is_read_or_refused_and_what_is_read_maps() => DamagedProfiles.Hold(0.02, FuzzRun.Shown,
        output.WriteLine, json => FuzzRun.IsRead(() =>
    {
        var profile = ProfileReader.Read(json, "fuzz.json");
        foreach (var target in TargetsOf(profile))
            foreach (var example in target.Examples)
                target.NewMapper()(new Cells([.. example.Select(Encoding.UTF8.GetBytes)]));
    }));

    private static byte[] Replaced(byte[] json, int at, string value)
    {
        var reader = new Utf8JsonReader(json);
        var values = new List<(int Start, int End)>();
        var open = new Stack<int>();
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                open.Push((int)reader.TokenStartIndex);
            else if (reader.TokenType != JsonTokenType.PropertyName)
                values.Add((reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject ? open.Pop()
                    : (int)reader.TokenStartIndex, (int)reader.BytesConsumed));
        var (start, end) = values[at % values.Count];
        return [.. json[..start], .. Encoding.UTF8.GetBytes(value), .. json[end..]];
    }

    private static IEnumerable<byte[]> Carried()
    {
        var home = typeof(KnownProfiles).Assembly;
        foreach (var name in home.GetManifestResourceNames().Where(n => n.StartsWith("Profiles/", StringComparison.Ordinal)))
        {
            using var stream = home.GetManifestResourceStream(name)!;
            var json = new MemoryStream();
            stream.CopyTo(json);
            yield return json.ToArray();
        }
    }

    private static string[] Changed(string[] example, (int At, string Cell)[] changes)
    {
        List<string> cells = [.. example];
        foreach (var (at, cell) in changes)
            if (at < cells.Count)
                cells[at] = cell;
            else if (cell.Length < 2 && cells.Count > 0)
                cells.RemoveAt(cells.Count - 1);
        return [.. cells];
    }

    /// <summary>What can be read of a profile's own names: all of a carried one, less of a damaged one.</summary>
    private static IEnumerable<Target> TargetsOf(Profile profile)
    {
        string[] tickets = [.. profile.Columns.Values.SelectMany(n => n)
            .Concat(Marks(profile.Merged)).Concat(Marks(profile.Deleted)).Distinct()];
        if (TicketLayout.Of(profile, tickets) is var layout && layout.IsTicketList)
            yield return Of("tickets", profile, tickets, profile.Examples, () => Mapper(new TicketMapper(layout, Zone)));
        if (profile.Events is { } events && LayoutOf(events) is var changes && changes.Has(EventField.TicketId)
            && changes.Has(EventField.OccurredAt))
            yield return Of("events", profile, changes.Header, events.Examples, () => Mapper(new EventMapper(changes, profile, Zone)));
        if (profile.Messages is { } messages && LayoutOf(messages) is var thread && thread.Has(MessageField.TicketId)
            && thread.Has(MessageField.SentAt))
            yield return Of("messages", profile, thread.Header, messages.Examples, () => Mapper(new MessageMapper(thread, profile, Zone)));
        if (profile.Calls is { } calls && LayoutOf(calls) is var log && log.Has(CallField.StartedAt))
            yield return Of("calls", profile, log.Header, calls.Examples, () => Mapper(new CallMapper(log, profile, Zone)));
        if (profile.TimeEntries is { } entries && LayoutOf(entries) is var sheet && sheet.Has(TimeEntryField.WorkedAt) && sheet.Has(TimeEntryField.WorkedSeconds))
            yield return Of("time entries", profile, sheet.Header, entries.Examples, () => Mapper(new TimeEntryMapper(sheet, profile, Zone)));
    }

    private static Layout<TField> LayoutOf<TField>(Section<TField> section)
        where TField : struct, Enum =>
        new([.. section.Columns.Values.SelectMany(n => n).Concat(section.Only?.Columns ?? []).Distinct()], section.Columns);

    private static IEnumerable<string> Marks(StateMark? mark) => mark is null ? [] : mark.Columns.Concat(mark.Filled).Concat(mark.NotId);

    private static Target Of(
        string kind, Profile profile, IReadOnlyList<string> header, IReadOnlyList<ProfileExample> examples,
        Func<Func<IRecord, Mapped>> newMapper)
    {
        string[] cells = [.. Junk, .. profile.Words.Values.SelectMany(w => w.Keys), .. examples.SelectMany(e => e.Row.Values)];
        string[][] rows = [.. examples.Select(e => header.Select(name => e.Row.GetValueOrDefault(name, "")).ToArray()),
            [.. header.Select(_ => "")]];
        return new Target($"{profile.Name} {kind}", header, rows, [.. cells.Distinct()], newMapper);
    }

    private static Func<IRecord, Mapped> Mapper<TRow>(RowMapper<TRow> mapper)
        where TRow : RawRow, new()
    {
        var row = new TRow();
        return record =>
        {
            mapper.IsOfOtherKind(record);
            var reject = mapper.Map(record, row);
            var instants = new List<long>();
            if (reject is null)
                mapper.AddHappened(row, instants);
            Assert.All(instants, instant => Assert.InRange(instant, 631_152_000, 4_133_980_799));
            return new Mapped(reject, reject is null ? row.Hash() : 0, string.Join(' ', instants));
        };
    }
}
