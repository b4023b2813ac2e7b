using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Insights.Analytics;
using Insights.Reports.Packs.Benchmarks;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Proofs;

/// <summary>
/// The rows a pack is made from, with its look, the program's version and the hashes of the pack's files: a zip of JSON lines from which the other side
/// makes the same pack again. It holds nobody's rows the pack does not stand on, and of people and clients only what the pack's reader may see.
/// </summary>
internal static class ProofFile
{
    private const string HeadName = "proof.json";
    private const string ThemeFolder = "theme/";
    private const long LargestPart = 1L << 30;

    private static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the proof of a pack is called in the pack's folder.</summary>
    public static string Name(PackKind pack, string language) => pack switch
    {
        PackKind.Review => $"proof-{language}.zip",
        PackKind.Verdict => $"proof-verdict-{language}.zip",
        _ => $"benchmark-proof-{language}.zip",
    };

    /// <summary>Adds its proof to a pack whose other files are written.</summary>
    public static void Write(PackFolder pack, Proof proof)
    {
        PackFile[] files = [.. pack.Files];
        pack.Write(Name(proof.Head.Kind!.Value, proof.Head.Language), (Stream file) => Write(file, proof, files));
    }

    private static void Write(Stream stream, Proof proof, PackFile[] files)
    {
        var rows = proof.Tables.Select(t => (Table: t, Content: Lines(t))).ToList();
        var theme = ThemeFiles(proof.Theme);
        var peers = proof.Peers.Select((peer, i) => (Name: FormattableString.Invariant($"peers/{i + 1}.json"), Content: peer.Bytes())).ToList();
        var head = proof.Head with
        {
            Theme = Listed(theme),
            Peers = Listed(peers),
            Marts = rows.ConvertAll(p => new ProofPart(p.Table.Name, p.Table.Columns, p.Table.Rows.Count, Hash(p.Content))),
            Files = files,
        };
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in rows.Select(p => (PartName(p.Table.Name), p.Content)).Concat(theme).Concat(peers))
            zip.Add(name, content);
        zip.Add(HeadName, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(head, Manifest.Layout) + "\n"));
    }

    /// <exception cref="SetupException">It is no proof, the proof of another pack, or a part of it is not what its head says.</exception>
    public static Proof Read(string file, PackKind pack)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var head = JsonSerializer.Deserialize<ProofHead>(Content(zip, HeadName), Manifest.Layout) ?? throw new JsonException();
            RefuseOther(file, head, pack);
            var (theme, peers) = (ThemeOf(file, head, zip), PeersOf(file, head, zip));
            return new Proof(head, theme, [.. head.Marts.Select(part => Table(file, part, Content(zip, PartName(part.Mart))))], peers);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or InvalidOperationException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SetupException(
                $"--from {file} is not a proof that can be read ({e.Message}). Give the {Name(pack, "LANG")} of the pack's folder.",
                $"--from {file}: δεν είναι απόδειξη που διαβάζεται ({e.Message}). Δώστε το {Name(pack, "LANG")} από τον φάκελο του πακέτου.", e);
        }
    }

    private static void RefuseOther(string file, ProofHead head, PackKind pack)
    {
        if (head.Kind is null || (head.Client is null && head.Kind != PackKind.Benchmark))
            throw new InvalidDataException($"'{HeadName}' does not say of what");
        if (head.Kind != pack)
            throw new SetupException(
                $"--from {file} is the proof of another pack. Run: insights {head.Pack} --from {file}",
                $"--from {file}: είναι απόδειξη άλλου πακέτου. Δώστε: insights {head.Pack} --from {file}");
    }

    private static List<PackFile>? Listed(List<(string Name, byte[] Content)> parts) =>
        parts.Count == 0 ? null : parts.ConvertAll(f => new PackFile(f.Name, f.Content.Length, Hash(f.Content)));

    private static List<ExchangeFile> PeersOf(string file, ProofHead head, ZipArchive zip) =>
        [.. (head.Peers ?? []).Select(p => ExchangeFile.Read($"{file}: {p.Name}", Unchanged(file, p.Name, Content(zip, p.Name), p.Sha256)))];

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
