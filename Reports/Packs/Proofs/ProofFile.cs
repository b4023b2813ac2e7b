using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Privacy;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Proofs;

/// <summary>
/// The rows one client's pack is made from, with the settings, the program's version and the hashes of the pack's files: a zip of JSON lines from
/// which the other side makes the same pack again. It holds no other client's rows, and of people only what the pack shows.
/// </summary>
internal static class ProofFile
{
    private const string HeadName = "proof.json";
    private const string ThemeFolder = "theme/";
    private const long LargestPart = 1L << 30;

    /// <summary>Marts that tell of a provider or of the program, and that a review reads; all others are a client's.</summary>
    private static readonly string[] OfEverybody = ["link_precision", "measures", "providers", "settings"];

    /// <summary>Who labelled what, and who is hidden, are no figures of the pack.</summary>
    private static readonly string[] LeftOut = ["label_pairs", "people"];

    private static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, ReviewScope scope, Audience audience, bool isAnonymous, IReadOnlyList<PackFile> files)
    {
        var tables = Tables(scope);
        var parts = tables.ConvertAll(t => (Table: t, Content: Lines(t)));
        var theme = ThemeFiles(scope.Theme);
        var head = new ProofHead
        {
            Client = scope.Client,
            Provider = scope.Provider,
            Month = Iso.Month(scope.Month),
            Language = scope.Language.Code,
            Audience = audience.ToString().ToLowerInvariant(),
            IsAnonymous = isAnonymous,
            AsOf = Iso.Instant(scope.DataEnd),
            ProgramVersion = Manifest.Version(),
            Font = scope.Fonts.Family,
            Theme = theme.Count == 0 ? null : theme.ConvertAll(f => new PackFile(f.Name, f.Content.Length, Hash(f.Content))),
            Marts = parts.ConvertAll(p => new ProofPart(p.Table.Name, p.Table.Columns, p.Table.Rows.Count, Hash(p.Content))),
            Files = files,
        };
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (table, content) in parts)
            zip.Add(PartName(table.Name), content);
        foreach (var (name, content) in theme)
            zip.Add(name, content);
        zip.Add(HeadName, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(head, Manifest.Layout) + "\n"));
    }

    /// <summary>What a proof is of, the theme of its pack, and its rows.</summary>
    /// <exception cref="SetupException">It is no proof, or a part of it is not what its head says.</exception>
    public static (ProofHead Head, Theme Theme, IReadOnlyList<MartTable> Tables) Read(string file)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var head = JsonSerializer.Deserialize<ProofHead>(Content(zip, HeadName), Manifest.Layout) ?? throw new JsonException();
            return (head, ThemeOf(file, head, zip), [.. head.Marts.Select(part => Table(file, part, Content(zip, PartName(part.Mart))))]);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or InvalidOperationException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SetupException(
                $"--from {file} is not a proof that can be read ({e.Message}). Give the proof-LANG.zip of a review's folder.",
                $"--from {file}: δεν είναι απόδειξη που διαβάζεται ({e.Message}). Δώστε το proof-LANG.zip από τον φάκελο μιας ανασκόπησης.", e);
        }
    }

    private static List<(string Name, byte[] Content)> ThemeFiles(Theme theme)
    {
        if (theme == Theme.House)
            return [];
        List<(string, byte[])> files = [(ThemeFolder + ThemeFile.Name, ThemeFile.Bytes(theme))];
        if (theme.Logo is { } logo)
            files.Add((ThemeFolder + ThemeFile.LogoName, logo.Png));
        return files;
    }

    private static Theme ThemeOf(string file, ProofHead head, ZipArchive zip)
    {
        if (head.Theme is not { } parts)
            return Theme.House;
        var files = parts.ToDictionary(p => p.Name, p => Unchanged(file, p.Name, Content(zip, p.Name), p.Sha256));
        return ThemeFile.Read($"{file}: {ThemeFile.Name}", Named(ThemeFile.Name), Named);
        byte[] Named(string name) => files.TryGetValue(ThemeFolder + name, out var content) ? content : throw new InvalidDataException($"'{ThemeFolder}{name}' is missing");
    }

    private static List<MartTable> Tables(ReviewScope scope)
    {
        var first = scope.Months[0];
        return [.. Marts.Names.Except(LeftOut).Where(mart => OfEverybody.Contains(mart) || scope.Marts.Columns(mart).Any(c => c.Name == "client"))
            .Select(mart => OfProvider(scope.Marts.Table(mart, scope.Client, first, scope.Month), scope.Provider)).OrderBy(t => t.Name, StringComparer.Ordinal)];
    }

    private static MartTable OfProvider(MartTable table, string provider)
    {
        var place = table.Columns.ToList().FindIndex(c => c.Name == "provider");
        return place < 0 ? table : table with { Rows = [.. table.Rows.Where(r => (string?)r[place] == provider)] };
    }

    private static string PartName(string mart) => $"marts/{mart}.jsonl";

    private static byte[] Lines(MartTable table)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows)
            text.Append(JsonSerializer.Serialize(row.Select(Value), Line)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static object? Value(object? value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static MartTable Table(string file, ProofPart part, byte[] content)
    {
        var rows = Encoding.UTF8.GetString(Unchanged(file, part.Mart, content, part.Sha256)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement[]>(line)!).Select(cells => (IReadOnlyList<object?>)[.. part.Columns.Select((column, i) => Value(cells[i], column.Type))]);
        return new MartTable(part.Mart, part.Columns, [.. rows]);
    }

    private static byte[] Unchanged(string file, string part, byte[] content, string sha256) => Hash(content) == sha256 ? content : throw new SetupException(
        $"--from {file}: what it holds of {part} is not what the proof was written with. It was changed or damaged; ask for it again.",
        $"--from {file}: το περιεχόμενο του {part} δεν είναι εκείνο με το οποίο γράφτηκε η απόδειξη. Άλλαξε ή αλλοιώθηκε· ζητήστε τη ξανά.");

    private static object? Value(JsonElement cell, string type) => cell.ValueKind == JsonValueKind.Null ? null : type switch
    {
        "BIGINT" => cell.GetInt64(),
        "INTEGER" => cell.GetInt32(),
        "SMALLINT" => cell.GetInt16(),
        "DOUBLE" => cell.GetDouble(),
        "BOOLEAN" => cell.GetBoolean(),
        "DATE" => DateOnly.ParseExact(cell.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        "TIMESTAMP" => DateTime.Parse(cell.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.None),
        _ => cell.GetString(),
    };

    private static byte[] Content(ZipArchive zip, string name)
    {
        var entry = zip.GetEntry(name) ?? throw new InvalidDataException($"'{name}' is missing");
        if (entry.Length > LargestPart)
            throw new InvalidDataException($"'{name}' is larger than any proof");
        using var from = entry.Open();
        using var content = new MemoryStream();
        from.CopyTo(content);
        return content.ToArray();
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
