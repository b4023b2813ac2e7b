using System.Globalization;
using System.Text.Json;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Apis;
using Insights.Ingest.Mapping;
using NodaTime;

namespace Insights.Ingest.Profiles;

/// <summary>Reads a profile from JSON, strictly.</summary>
public static class ProfileReader
{
    private static readonly string[] Keys =
        ["name", "title", "source_of_truth", "headers", "how", "side", "time_zone", "day_order", "date_formats", "offsets", "no_date", "utc",
        "empty", "numbers", "ticket_id", "first_response", "clock", "columns", "when_done", "unread", "merged", "deleted", "units", "words", "examples",
        "events", "messages", "calls", "time_entries", "api"];

    private static readonly string[] States = ["new", "open", "pending", "hold", "resolved", "closed", "merged", "deleted"];

    /// <summary>The columns a profile may fill from the file; the others follow from them.</summary>
    private static readonly IReadOnlyList<TicketColumn> Fillable = [.. RawColumns<TicketColumn>.All.Except(
        [TicketColumn.Line, TicketColumn.RowHash, TicketColumn.StateText, TicketColumn.PriorityText, TicketColumn.IsTimeAmbiguous])];

    private static readonly Dictionary<TicketColumn, IReadOnlyList<string>> NoColumns = [];
    private static readonly Dictionary<TicketColumn, IReadOnlyDictionary<string, string>> NoWords = [];

    private static readonly Dictionary<TicketColumn, string[]> Canonical = new()
    {
        [TicketColumn.State] = States,
        [TicketColumn.Priority] = ["1", "2", "3", "4", "5"],
        [TicketColumn.Kind] = ["incident", "request", "problem", "change"],
        [TicketColumn.Channel] = ["email", "phone", "portal", "chat", "walk_in", "monitoring", "api", "social", "other"],
        [TicketColumn.VendorResponseOutcome] = ["met", "breached"],
        [TicketColumn.VendorResolveOutcome] = ["met", "breached"],
        [TicketColumn.Satisfaction] = ["good", "neutral", "bad", "offered"],
    };

    /// <param name="json">The profile.</param>
    /// <param name="file">The name the messages give.</param>
    /// <exception cref="SetupException">A key is unknown, missing or twice there, or a value is not one that is allowed.</exception>
    public static Profile Read(ReadOnlyMemory<byte> json, string file)
    {
        using var document = Parse(json, file);
        var root = new StrictObject(file, "", document.RootElement).Knowing(Keys);
        var response = root.Object("first_response").Knowing("mode", "semantics");
        var order = root.OneOf("day_order", "ymd", "dmy", "mdy", "judge");
        var profile = new Profile
        {
            Name = root.Text("name"),
            Title = root.Text("title"),
            SourceOfTruth = root.Text("source_of_truth"),
            HasConfirmedHeaders = root.OneOf("headers", "confirmed", "unconfirmed") == "confirmed",
            How = How(root.Object("how").Knowing("en", "el")),
            Side = root.OneOf("side", "provider", "client"),
            TimeZone = Zone(root),
            DayOrder = order,
            DateFormats = [.. root.Texts("date_formats").Select(format => DateFormat(root, format, order))],
            IgnoresOffsets = root.Has("offsets") && root.OneOf("offsets", "ignored", "kept") == "ignored",
            NoDates = root.Has("no_date") ? [.. root.Texts("no_date").Select(day => Day(root, day))] : [],
            UtcColumns = Optional(root, "utc"),
            WhenDone = Optional(root, "when_done"),
            Unread = Optional(root, "unread"),
            Numbers = [.. Optional(root, "numbers").Select(name => NumberColumn(root, name))],
            DerivesTicketId = root.Has("ticket_id") && root.OneOf("ticket_id", "derived", "exported") == "derived",
            FirstResponse = new FirstResponse(
                response.OneOf("mode", "field", "minutes_from_created", "none"),
                response.OneOf("semantics", "public_reply", "status_change", "assignment", "unknown", "none")),
            StopStates = StopStates(root),
            Columns = root.Has("columns") ? Columns(root.Object("columns").Knowing([.. Fillable.Select(c => c.Name())])) : NoColumns,
            Empty = Optional(root, "empty"),
            Merged = Mark(root, "merged"),
            Deleted = Mark(root, "deleted"),
            Units = TicketUnits(root),
            Words = root.Has("words") ? SectionReader.Words(root.Object("words"), Canonical) : NoWords,
            Examples = root.Has("examples") ? SectionReader.Examples<TicketColumn>(root, "ticket") : [],
            Events = root.Has("events") ? SectionReader.Events(root.Object("events")) : null,
            Messages = root.Has("messages") ? SectionReader.Messages(root.Object("messages")) : null,
            Calls = root.Has("calls") ? SectionReader.Calls(root.Object("calls")) : null,
            Api = root.Has("api") ? ApiReader.Read(root.Object("api")) : null,
            TimeEntries = root.Has("time_entries") ? SectionReader.TimeEntries(root.Object("time_entries")) : null,
            LogKind = root.Has("calls") ? root.Object("calls").OneOf("log_kind", "pbx", "handset", "bill") : null,
        };
        return Consistent(profile, root);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            ReadTexts(json.Span);
            return JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new SetupException($"{file}: this is no JSON: {e.Message}", $"{file}: δεν είναι JSON: {e.Message}", e);
        }
    }

    /// <summary>A document checks the letters of a text only when it is asked for: bytes that are no UTF-8, half a pair of surrogates.</summary>
    private static void ReadTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                reader.GetString();
    }

    private static string Zone(StrictObject root)
    {
        var zone = root.Text("time_zone");
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
            ? zone
            : throw root.Wrong("time_zone", $"is '{zone}', which is no IANA zone; Europe/Athens is one");
    }

    private static string DateFormat(StrictObject root, string format, string order)
    {
        if (DatePattern.Parse(format) is not { } pattern)
            throw root.Wrong("date_formats", $"has '{format}', which is no date format; an example: 'dd/MM/yyyy HH:mm:ss'");
        return pattern.DayOrder == order || pattern.IsPlain || order == "judge"
            ? format
            : throw root.Wrong("date_formats", $"has '{format}', which is {pattern.DayOrder}, while day_order is {order}");
    }

    private static Message How(StrictObject how) => new(how.Text("en"), how.Text("el"));

    /// <summary>Every canonical state stands in exactly one of the two lists, so that none is forgotten.</summary>
    private static IReadOnlyList<string> StopStates(StrictObject root)
    {
        var clock = root.Object("clock").Knowing("run", "stop");
        var all = clock.Texts("run").Concat(clock.Texts("stop")).ToList();
        var wrong = all.Except(States).Concat(States.Except(all)).Concat(all.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => g.Key)).ToList();
        return wrong.Count == 0
            ? clock.Texts("stop")
            : throw root.Wrong("clock", $"must name each state once, in run or in stop: {string.Join(", ", States)}; look at '{wrong[0]}'");
    }

    private static Dictionary<TicketColumn, IReadOnlyList<string>> Columns(StrictObject columns) =>
        columns.Keys.ToDictionary(SectionReader.Named<TicketColumn>, columns.Texts);

    private static IReadOnlyList<string> Optional(StrictObject root, string key) => root.Has(key) ? root.Texts(key) : [];

    private static StateMark? Mark(StrictObject root, string key)
    {
        if (!root.Has(key))
            return null;
        var mark = root.Object(key).Knowing("columns", "words", "filled", "not_id");
        if (mark.Has("columns") != mark.Has("words") || mark.Keys.Count == 0)
            throw root.Wrong(key, "must say columns and words, or filled, or not_id");
        return new(Optional(mark, "columns"), Optional(mark, "words"), Optional(mark, "filled"), Optional(mark, "not_id"));
    }

    private static DateOnly Day(StrictObject root, string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw root.Wrong("no_date", $"has '{day}', which is no day of the form 1970-01-01");

    private static TicketColumn NumberColumn(StrictObject root, string name) =>
        name is "ticket_id" or "number" && RawColumnNames.TryFind<TicketColumn>(name, out var column)
            ? column
            : throw root.Wrong("numbers", $"has '{name}'. Allowed: ticket_id, number");

    private static Dictionary<TicketColumn, string> TicketUnits(StrictObject root)
    {
        if (!root.Has("units"))
            return [];
        TicketColumn[] outcomes = [TicketColumn.VendorResponseOutcome, TicketColumn.VendorResolveOutcome];
        var units = root.Object("units").Knowing([TicketColumn.PausedSeconds.Name(), .. outcomes.Select(c => c.Name())]);
        return units.Keys.ToDictionary(
            SectionReader.Named<TicketColumn>,
            key => outcomes.Contains(SectionReader.Named<TicketColumn>(key)) ? units.OneOf(key, "remaining") : units.OneOf(key, Durations.Units));
    }

    private static Profile Consistent(Profile profile, StrictObject root)
    {
        if (profile is { Columns.Count: 0, Events: null, Messages: null, Calls: null, TimeEntries: null })
            throw root.Wrong("columns", "is missing, and events, messages, calls and time_entries too: the profile reads nothing");
        if (profile.TimeEntries is { } entries && !entries.Units.ContainsKey(TimeEntryField.WorkedSeconds))
            throw root.Wrong("time_entries.units.worked_seconds", $"is missing: say whether the column holds {string.Join(", ", Durations.Units)}");
        foreach (var required in profile.Columns.Count == 0 ? [] : (TicketColumn[])[TicketColumn.TicketId, TicketColumn.CreatedAt])
            if (!profile.Columns.ContainsKey(required))
                throw root.Wrong($"columns.{required.Name()}", "is missing");
        var hasResponse = profile.Columns.ContainsKey(TicketColumn.RespondedAt);
        if (profile.Columns.Count > 0 && hasResponse == (profile.FirstResponse.Mode == "none"))
            throw root.Wrong(
                "first_response.mode",
                $"is '{profile.FirstResponse.Mode}', which does not go with columns.responded_at being {(hasResponse ? "given" : "absent")}");
        if (profile.Columns.ContainsKey(TicketColumn.PausedSeconds) && !profile.Units.ContainsKey(TicketColumn.PausedSeconds))
            throw root.Wrong("units.paused_seconds", $"is missing: say whether the column holds {string.Join(", ", Durations.Units)}");
        return profile;
    }
}
