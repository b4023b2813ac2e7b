using System.Text.Json;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;
using NodaTime;

namespace Insights.Ingest.Profiles;

/// <summary>Reads a profile from JSON, strictly.</summary>
public static class ProfileReader
{
    private static readonly string[] Keys =
        ["name", "title", "source_of_truth", "side", "time_zone", "day_order", "date_formats", "empty",
        "first_response", "columns", "merged", "units", "words", "examples"];

    private static readonly Dictionary<TicketColumn, string> NoUnits = [];
    private static readonly string[] Units = ["seconds", "minutes", "hours", "hh:mm:ss"];

    /// <summary>The columns a profile may fill from the file; the others follow from them.</summary>
    private static readonly IReadOnlyList<TicketColumn> Fillable = [.. TicketColumns.All.Except(
        [TicketColumn.Line, TicketColumn.RowHash, TicketColumn.StateText, TicketColumn.PriorityText, TicketColumn.IsTimeAmbiguous])];

    private static readonly Dictionary<TicketColumn, string[]> Canonical = new()
    {
        [TicketColumn.State] = ["new", "open", "pending", "hold", "resolved", "closed", "merged", "deleted"],
        [TicketColumn.Priority] = ["1", "2", "3", "4", "5"],
        [TicketColumn.Kind] = ["incident", "request", "problem", "change"],
        [TicketColumn.Channel] = ["email", "phone", "portal", "chat", "walk_in", "monitoring", "api", "social", "other"],
        [TicketColumn.VendorResponseOutcome] = ["met", "breached"],
        [TicketColumn.VendorResolveOutcome] = ["met", "breached"],
    };

    /// <param name="json">The profile.</param>
    /// <param name="file">The name the messages give.</param>
    /// <exception cref="SetupException">A key is unknown, missing or twice there, or a value is not one that is allowed.</exception>
    public static Profile Read(ReadOnlyMemory<byte> json, string file)
    {
        using var document = Parse(json, file);
        var root = new StrictObject(file, "", document.RootElement).Knowing(Keys);
        var response = root.Object("first_response").Knowing("mode", "semantics");
        var order = root.OneOf("day_order", "ymd", "dmy", "mdy");
        var profile = new Profile
        {
            Name = root.Text("name"),
            Title = root.Text("title"),
            SourceOfTruth = root.Text("source_of_truth"),
            Side = root.OneOf("side", "provider", "client"),
            TimeZone = Zone(root),
            DayOrder = order,
            DateFormats = [.. root.Texts("date_formats").Select(format => DateFormat(root, format, order))],
            FirstResponse = new FirstResponse(
                response.OneOf("mode", "field", "minutes_from_created", "none"),
                response.OneOf("semantics", "public_reply", "status_change", "assignment", "unknown", "none")),
            Columns = Columns(root.Object("columns").Knowing([.. Fillable.Select(c => c.Name())])),
            Empty = root.Has("empty") ? root.Texts("empty") : [],
            Merged = root.Has("merged") ? MergedOf(root.Object("merged").Knowing("columns", "words")) : null,
            Units = root.Has("units") ? UnitsOf(root.Object("units").Knowing(TicketColumn.PausedSeconds.Name())) : NoUnits,
            Words = WordsOf(root.Object("words").Knowing([.. Canonical.Keys.Select(c => c.Name())])),
            Examples = [.. root.Objects("examples").Select(Example)],
        };
        return Consistent(profile, root);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw new SetupException($"{file}: this is no JSON: {e.Message}", $"{file}: δεν είναι JSON: {e.Message}", e);
        }
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
        return pattern.DayOrder == order || pattern.DayOrder == "ymd"
            ? format
            : throw root.Wrong("date_formats", $"has '{format}', which is {pattern.DayOrder}, while day_order is {order}");
    }

    private static Dictionary<TicketColumn, IReadOnlyList<string>> Columns(StrictObject columns) =>
        columns.Keys.ToDictionary(ColumnOf, columns.Texts);

    private static MergedMark MergedOf(StrictObject merged) => new(merged.Texts("columns"), merged.Texts("words"));

    private static Dictionary<TicketColumn, string> UnitsOf(StrictObject units) =>
        units.Keys.ToDictionary(ColumnOf, key => units.OneOf(key, Units));

    private static Dictionary<TicketColumn, IReadOnlyDictionary<string, string>> WordsOf(StrictObject words) =>
        words.Keys.ToDictionary(ColumnOf, key => (IReadOnlyDictionary<string, string>)WordsOf(words.Object(key), Canonical[ColumnOf(key)]));

    /// <summary>From canonical word to the words exported, as the file has it, to the other way round.</summary>
    private static Dictionary<string, string> WordsOf(StrictObject vocabulary, string[] canonical)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meaning in vocabulary.Knowing(canonical).Keys)
            foreach (var word in vocabulary.Texts(meaning))
                if (!meanings.TryAdd(word, meaning))
                    throw vocabulary.Wrong(vocabulary.PathOf(meaning), $"has '{word}', which already means {meanings[word]}");
        return meanings;
    }

    private static ProfileExample Example(StrictObject example)
    {
        example.Knowing("row", "ticket");
        return new ProfileExample(Texts(example.Object("row")), Texts(example.Object("ticket").Knowing([.. TicketColumns.All.Select(c => c.Name())])));
    }

    private static Dictionary<string, string> Texts(StrictObject values) => values.Keys.ToDictionary(key => key, values.Text);

    private static Profile Consistent(Profile profile, StrictObject root)
    {
        foreach (var required in (TicketColumn[])[TicketColumn.TicketId, TicketColumn.CreatedAt])
            if (!profile.Columns.ContainsKey(required))
                throw root.Wrong($"columns.{required.Name()}", "is missing");
        var hasResponse = profile.Columns.ContainsKey(TicketColumn.RespondedAt);
        if (hasResponse == (profile.FirstResponse.Mode == "none"))
            throw root.Wrong(
                "first_response.mode",
                $"is '{profile.FirstResponse.Mode}', which does not go with columns.responded_at being {(hasResponse ? "given" : "absent")}");
        if (profile.Columns.ContainsKey(TicketColumn.PausedSeconds) && !profile.Units.ContainsKey(TicketColumn.PausedSeconds))
            throw root.Wrong("units.paused_seconds", $"is missing: say whether the column holds {string.Join(", ", Units)}");
        return profile;
    }

    private static TicketColumn ColumnOf(string name) =>
        TicketColumns.TryFind(name, out var column) ? column
        : throw new ArgumentException($"No column is named {name}.");
}
