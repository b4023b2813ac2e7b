using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Insights.Analytics.Loads;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Profiles.Drafts;

/// <summary>Writes a draft as a profile file: strict, with what is unsure as comments above it and an invented row that proves it.</summary>
public static partial class DraftJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["yyyy"] = "2026",
        ["yy"] = "26",
        ["MMM"] = "Mar",
        ["MM"] = "03",
        ["M"] = "3",
        ["ddd"] = "Wed",
        ["dd"] = "25",
        ["d"] = "25",
        ["HH"] = "09",
        ["H"] = "9",
        ["hh"] = "09",
        ["h"] = "9",
        ["mm"] = "05",
        ["ss"] = "07",
        ["f"] = "0",
        ["tt"] = "AM",
        ["z"] = "Z",
    };

    /// <param name="draft">What was found.</param>
    /// <param name="name">The profile's name.</param>
    /// <param name="timeZone">The IANA zone its times are taken to be in.</param>
    /// <param name="language"><c>en</c> or <c>el</c>: of the comments.</param>
    public static byte[] Write(ProfileDraft draft, string name, string timeZone, string language)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            foreach (var question in draft.Unsure)
                json.WriteCommentValue(" " + question.In(language).Replace("*/", "* /", StringComparison.Ordinal) + " ");
            json.WriteStartObject();
            WriteHead(json, draft, name, timeZone);
            WriteColumns(json, draft);
            WriteWords(json, draft);
            WriteExample(json, draft);
            json.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteHead(Utf8JsonWriter json, ProfileDraft draft, string name, string timeZone)
    {
        var order = draft.DateForms.Select(f => DatePattern.Parse(f)!.DayOrder).FirstOrDefault(o => o != "ymd") ?? "ymd";
        json.WriteString("name", name);
        json.WriteString("title", name);
        json.WriteString("source_of_truth", "Guessed from one export by 'insights profiles new'; correct it where it is wrong.");
        json.WriteString("headers", "unconfirmed");
        WriteTexts(json, "how", [("en", "Export every ticket created in the period, open ones too."), ("el", "Κάντε εξαγωγή όλων των αιτημάτων της περιόδου, και των ανοικτών.")]);
        json.WriteString("side", "provider");
        json.WriteString("time_zone", timeZone);
        json.WriteString("day_order", order);
        WriteList(json, "date_formats", draft.DateForms);
        var responds = draft.Columns.ContainsKey(TicketColumn.RespondedAt);
        WriteTexts(json, "first_response", [("mode", responds ? "field" : "none"), ("semantics", responds ? "unknown" : "none")]);
        json.WriteStartObject("clock");
        WriteList(json, "run", ["new", "open", "hold"]);
        WriteList(json, "stop", ["pending", "resolved", "closed", "merged", "deleted"]);
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, ProfileDraft draft)
    {
        json.WriteStartObject("columns");
        foreach (var column in (TicketColumn[])[TicketColumn.TicketId, TicketColumn.CreatedAt])
            if (!draft.Columns.ContainsKey(column))
                WriteList(json, column.Name(), ["?"]);
        foreach (var (column, names) in draft.Columns)
            WriteList(json, column.Name(), names);
        json.WriteEndObject();
        if (draft.Columns.ContainsKey(TicketColumn.PausedSeconds))
            WriteTexts(json, "units", [(TicketColumn.PausedSeconds.Name(), "minutes")]);
    }

    private static void WriteWords(Utf8JsonWriter json, ProfileDraft draft)
    {
        json.WriteStartObject("words");
        foreach (var (column, words) in draft.Words)
        {
            json.WriteStartObject(column.Name());
            foreach (var meaning in words.GroupBy(w => w.Meaning))
                WriteList(json, meaning.Key, [.. meaning.Select(m => m.Word)]);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>No person's data: a number, and a time in the first of the forms.</summary>
    private static void WriteExample(Utf8JsonWriter json, ProfileDraft draft)
    {
        var columns = draft.Columns;
        string Name(TicketColumn column) => columns.TryGetValue(column, out var names) ? names[0] : "?";
        var time = DateExample(draft.DateForms[0]);
        json.WriteStartArray("examples");
        json.WriteStartObject();
        WriteTexts(json, "row", [(Name(TicketColumn.TicketId), "1001"), (Name(TicketColumn.CreatedAt), time)]);
        WriteTexts(json, "ticket", [("ticket_id", "1001")]);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Wednesday 25 March 2026, 09:05:07, in a form.</summary>
    private static string DateExample(string form) => Runs().Replace(form, run => Parts.GetValueOrDefault(run.Value, run.Value));

    [GeneratedRegex(@"(.)\1*")]
    private static partial Regex Runs();

    private static void WriteTexts(Utf8JsonWriter json, string key, IEnumerable<(string Key, string Value)> values)
    {
        json.WriteStartObject(key);
        foreach (var (name, value) in values)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string key, IReadOnlyList<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
