using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cronos;
using Insights.Analytics;
using Insights.Ingest.Apis;
using Insights.Ingest.Profiles;
using NodaTime;

namespace Insights.Ingest.Sources;

/// <summary>Reads sources.json, strictly: the tools to pull, each with its schedule, and the packs to write.</summary>
public static class SourcesFile
{
    private const string EveryHour = "0 * * * *";

    /// <exception cref="SetupException">The file is missing, or a key or value of it is wrong; nothing has been asked of any tool.</exception>
    public static SourcesPlan Read(string file)
    {
        if (!File.Exists(file))
            throw new SetupException(
                $"There is no file '{file}'. Make it from: insights profiles show TOOL --pull, and the example in the README, 'Live sources'.",
                $"Δεν υπάρχει αρχείο '{file}'. Φτιάξτε το με: insights profiles show ΕΡΓΑΛΕΙΟ --pull, και το παράδειγμα του README, «Live sources».");
        using var document = Parse(file);
        var root = new StrictObject(file, "", document.RootElement).Knowing("time_zone", "sources", "mail", "packs");
        var zone = Zone(root, "time_zone");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var sources = root.Has("sources") ? root.Objects("sources").Select(s => Source(s, zone, folder)).ToList() : [];
        var mail = root.Has("mail") ? root.Objects("mail").Select(m => Mail(m, zone, folder)).ToList() : [];
        if (sources.Select(s => s.Source).Concat(mail.Select(m => m.Source)).GroupBy(name => name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw root.Wrong("sources", $"name '{twice.Key}' twice");
        return new SourcesPlan(sources, mail, root.Has("packs") ? [.. root.Objects("packs").Select(p => Pack(p, zone))] : []);
    }

    /// <summary>The entry of a tool, with what each setting is in its place and each secret in an environment variable.</summary>
    /// <exception cref="SetupException">The tool cannot be pulled.</exception>
    public static string Example(Profile profile)
    {
        if (profile.Api is not { } api)
            throw new SetupException(
                $"'{profile.Name}' cannot be pulled; these can: {Pullable}. Its exports are loaded with: insights ingest FILE",
                $"Το '{profile.Name}' δεν ρωτιέται απευθείας· αυτά ναι: {Pullable}. Οι εξαγωγές του φορτώνονται με: insights ingest ΑΡΧΕΙΟ");
        var entry = new JsonObject
        {
            ["source"] = profile.Name,
            ["profile"] = profile.Name,
            ["provider"] = "…",
            ["schedule"] = EveryHour,
            ["settings"] = new JsonObject(api.Settings.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)$"… {s.Value}"))),
            ["secrets"] = new JsonObject(api.Secrets.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)$"env:… {s.Value}"))),
        };
        return entry.ToJsonString(Readable);
    }

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Pullable => string.Join(", ", KnownProfiles.All.Where(p => p.Api is not null).Select(p => p.Name));

    private static JsonDocument Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw new SetupException($"{file}: this is no JSON: {e.Message}", $"{file}: δεν είναι JSON: {e.Message}", e);
        }
    }

    private static SourceSettings Source(StrictObject source, DateTimeZone zone, string folder)
    {
        source.Knowing("source", "profile", "provider", "default_client", "time_zone", "schedule", "settings", "secrets");
        var profile = Pulled(source, ProfileOf(source, folder));
        var name = source.Has("source") ? source.Text("source") : profile.Name;
        return new SourceSettings
        {
            Source = name,
            Profile = profile,
            Provider = source.Text("provider"),
            DefaultClient = Optional(source, "default_client"),
            Zone = source.Has("time_zone") ? Zone(source, "time_zone") : DateTimeZoneProviders.Tzdb[profile.TimeZone],
            Schedule = Schedule(source, EveryHour, zone),
            Access = Access(source, name, profile.Api!, folder),
        };
    }

    private static Profile ProfileOf(StrictObject source, string folder)
    {
        var name = source.Text("profile");
        return name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? ProfileReader.Read(File.ReadAllBytes(Path.GetFullPath(name, folder)), name)
            : KnownProfiles.Find(name);
    }

    private static Profile Pulled(StrictObject source, Profile profile) => profile.Api is not null
        ? profile
        : throw source.Wrong(source.PathOf("profile"), $"is '{profile.Name}', whose tool cannot be pulled; these can: {Pullable}");

    private static MailSettings Mail(StrictObject mail, DateTimeZone zone, string folder)
    {
        mail.Knowing("source", "profile", "provider", "default_client", "time_zone", "schedule", "host", "port", "user", "password", "folder", "from");
        var profile = ProfileOf(mail, folder);
        return new MailSettings
        {
            Source = Optional(mail, "source") ?? profile.Name,
            Profile = profile,
            Provider = mail.Text("provider"),
            DefaultClient = Optional(mail, "default_client"),
            TimeZone = mail.Has("time_zone") ? Zone(mail, "time_zone").Id : null,
            Schedule = Schedule(mail, EveryHour, zone),
            Host = mail.Text("host"),
            Port = mail.Has("port") ? mail.Number("port", 1) : 993,
            User = mail.Text("user"),
            Password = Secrets.Read(mail.Text("password"), folder, (english, greek) => mail.Wrong(mail.PathOf("password"), english, greek)),
            Folder = Optional(mail, "folder") ?? "INBOX",
            From = Optional(mail, "from"),
        };
    }

    private static string? Optional(StrictObject from, string key) => from.Has(key) ? from.Text(key) : null;

    /// <summary>Every setting and secret of the tool, each given once but an address that can be found, none that it does not know.</summary>
    private static ApiAccess Access(StrictObject source, string name, Api api, string folder)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, asked, isSecret) in new[] { ("settings", api.Settings, false), ("secrets", api.Secrets, true) })
        {
            if (asked.Count == 0)
                continue;
            var given = source.Object(key).Knowing([.. asked.Keys]);
            foreach (var (wanted, what) in asked.Where(one => given.Has(one.Key) || one.Key != api.Discovery?.Setting))
                values[wanted] = !given.Has(wanted) ? throw given.Wrong(given.PathOf(wanted), $"is missing: {what}")
                    : isSecret ? Secrets.Read(given.Text(wanted), folder, (english, greek) => given.Wrong(given.PathOf(wanted), english, greek)) : given.Text(wanted);
        }

        var access = new ApiAccess(name, api, values);
        if (api.Discovery is not { } found || values.ContainsKey(found.Setting))
            access.Base();
        return access;
    }

    private static PackSettings Pack(StrictObject pack, DateTimeZone zone) => new(
        pack.Knowing("pack", "schedule").OneOf("pack", "review", "benchmark"), Schedule(pack, "0 6 1 * *", zone));

    private static PullSchedule Schedule(StrictObject from, string usual, DateTimeZone zone)
    {
        var text = from.Has("schedule") ? from.Text("schedule") : usual;
        return CronExpression.TryParse(text, out var schedule)
            ? new PullSchedule(schedule, zone)
            : throw from.Wrong(from.PathOf("schedule"), $"is '{text}', which is no cron form; every hour is '0 * * * *', the first of each month at six '0 6 1 * *'");
    }

    private static DateTimeZone Zone(StrictObject from, string key)
    {
        var name = from.Text(key);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? throw from.Wrong(from.PathOf(key), $"is '{name}', which is no IANA zone; Europe/Athens is one");
    }
}
