using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Benchmarks;

/// <summary>One cell of an exchange file: clients of one size and intensity (both null: all together), one measure, one meaning of a first response.</summary>
internal sealed record ExchangeCell
{
    public required string Measure { get; init; }

    public required string ResponseSemantics { get; init; }

    public required string? SizeBand { get; init; }

    public required string? IntensityClass { get; init; }

    public required int ClientCount { get; init; }

    public required long N { get; init; }

    public required long? Numerator { get; init; }

    public required double P25 { get; init; }

    public required double P50 { get; init; }

    public required double P75 { get; init; }

    /// <summary>The ratio of all tickets together; of a time, the middle client's.</summary>
    [JsonIgnore]
    public double Value => Numerator is { } hits ? (double)hits / N : P50;
}

/// <summary>What providers exchange: aggregates only, no name, no cell below the least size.</summary>
internal sealed record ExchangeFile
{
    public const string Version = "insights-benchmark-1";
    private const int MostBytes = 1 << 20;

    private static readonly string[] Ratios = ["response_attainment", "resolve_attainment", "chased", "repeat"];
    private static readonly string[] Measures = [.. Ratios, "response_median"];
    private static readonly string[] Semantics = ["public_reply", "status_change", "assignment", "none"];
    private static readonly string[] Sizes = ["micro", "small", "medium_or_larger", "unknown"];
    private static readonly string[] Classes = ["very_low", "normal", "high", "unknown"];

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    };

    public required string Schema { get; init; }

    /// <summary>The last of the twelve months: 2026-10.</summary>
    public required string Period { get; init; }

    /// <summary>How many cells were too small to leave the house.</summary>
    public required int LeftOut { get; init; }

    public required IReadOnlyList<ExchangeCell> Cells { get; init; }

    /// <summary>What of a provider's month may leave the house.</summary>
    public static ExchangeFile Of(Marts marts, string provider, DateOnly month)
    {
        var rows = marts.Rows("benchmark_cells", month: month).Where(r => r.Text("provider") == provider).ToList();
        return new ExchangeFile
        {
            Schema = Version,
            Period = Iso.Month(month),
            LeftOut = rows.Count(r => r.Flag("is_published") != true),
            Cells = [.. rows.Where(r => r.Flag("is_published") == true).Select(Cell)],
        };
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, Layout) + "\n");

    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Bytes()));

    /// <exception cref="SetupException">The file is none of these, or says something that cannot be.</exception>
    public static ExchangeFile Read(string path)
    {
        if (!File.Exists(path))
            throw WrongEntry.In(path, "", "", "there is no such file", "δεν υπάρχει τέτοιο αρχείο");
        if (new FileInfo(path).Length > MostBytes)
            throw WrongEntry.In(path, "", "", "it is larger than 1 MB; an exchange file is a few kilobytes", "είναι πάνω από 1 MB· ένα αρχείο ανταλλαγής έχει λίγα kilobyte");
        return Read(path, File.ReadAllBytes(path));
    }

    /// <summary>Reads one wherever it is kept.</summary>
    /// <param name="path">What it is called where something is wrong.</param>
    /// <param name="content">Its JSON.</param>
    /// <exception cref="SetupException">It is none of these, or says something that cannot be.</exception>
    internal static ExchangeFile Read(string path, byte[] content)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ExchangeFile>(content, Layout) ?? throw new JsonException("null");
            file.Check(path);
            return file;
        }
        catch (JsonException e)
        {
            throw WrongEntry.In(path, e.Path ?? "$", "", $"it is no exchange file of schema {Version}", $"δεν είναι αρχείο ανταλλαγής με σχήμα {Version}", e);
        }
    }

    /// <summary>A row of marts.benchmark_cells.</summary>
    internal static ExchangeCell Cell(MartRow row) => new()
    {
        Measure = row.Text("measure")!,
        ResponseSemantics = row.Text("response_semantics")!,
        SizeBand = row.Text("size_band"),
        IntensityClass = row.Text("intensity_class"),
        ClientCount = (int)row.Whole("client_count")!.Value,
        N = row.Whole("n")!.Value,
        Numerator = row.Whole("numerator"),
        P25 = Math.Round(row.Number("p25")!.Value, 4),
        P50 = Math.Round(row.Number("p50")!.Value, 4),
        P75 = Math.Round(row.Number("p75")!.Value, 4),
    };

    private void Check(string path)
    {
        OneOf(path, "schema", Schema, [Version]);
        if (!DateOnly.TryParseExact(Period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw WrongEntry.In(path, "period", Period, "a month is written 2026-10", "ο μήνας γράφεται 2026-10");
        AtLeast(path, "left_out", LeftOut, 0);
        if (Cells is null)
            throw WrongEntry.In(path, "cells", "null", "a list of cells is needed", "χρειάζεται λίστα κελιών");
        for (var i = 0; i < Cells.Count; i++)
            Check(path, FormattableString.Invariant($"cells[{i}]."), Cells[i]);
        if (Cells.GroupBy(c => (c.Measure, c.ResponseSemantics, c.SizeBand, c.IntensityClass)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw WrongEntry.In(path, "cells", twice.Key.ToString(), "a cell stands there twice", "ένα κελί υπάρχει δύο φορές");
    }

    private static void Check(string path, string at, ExchangeCell? cell)
    {
        if (cell is null)
            throw WrongEntry.In(path, at.TrimEnd('.'), "null", "a cell is needed", "χρειάζεται κελί");
        OneOf(path, at + "measure", cell.Measure, Measures);
        OneOf(path, at + "response_semantics", cell.ResponseSemantics, Semantics);
        if ((cell.SizeBand is null) != (cell.IntensityClass is null))
            throw WrongEntry.In(path, at + "size_band", cell.SizeBand ?? "null", "size_band and intensity_class are both stated or both null", "size_band και intensity_class δίνονται και τα δύο ή είναι και τα δύο null");
        if (cell is { SizeBand: { } size, IntensityClass: { } intensity })
        {
            OneOf(path, at + "size_band", size, Sizes);
            OneOf(path, at + "intensity_class", intensity, Classes);
        }

        AtLeast(path, at + "client_count", cell.ClientCount, 1);
        AtLeast(path, at + "n", cell.N, cell.ClientCount);
        CheckFigures(path, at, cell);
    }

    private static void CheckFigures(string path, string at, ExchangeCell cell)
    {
        var isRatio = Ratios.Contains(cell.Measure);
        if (isRatio ? cell.Numerator is null || cell.Numerator < 0 || cell.Numerator > cell.N : cell.Numerator is not null)
            throw WrongEntry.In(path, at + "numerator", Said(cell.Numerator), "a share has a numerator from 0 to n, a time has null", "ένα μερίδιο έχει αριθμητή από 0 έως n, ένας χρόνος έχει null");
        if (!(cell.P25 >= 0 && cell.P25 <= cell.P50 && cell.P50 <= cell.P75 && (!isRatio || cell.P75 <= 1)))
            throw WrongEntry.In(path, at + "p25", Said(cell.P25), "p25, p50 and p75 rise from 0 on, of a share to 1", "τα p25, p50 και p75 αυξάνονται από το 0, για μερίδιο έως το 1");
    }

    private static void OneOf(string path, string key, string? value, string[] allowed)
    {
        if (value is null || !allowed.Contains(value))
            throw WrongEntry.In(path, key, value ?? "null", "one of " + string.Join(", ", allowed) + " is right", "σωστό είναι ένα από: " + string.Join(", ", allowed));
    }

    private static void AtLeast(string path, string key, long value, long least)
    {
        if (value < least)
            throw WrongEntry.In(path, key, Said(value), FormattableString.Invariant($"{least} or more is right"), FormattableString.Invariant($"σωστό είναι {least} ή περισσότερο"));
    }

    private static string Said(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "null";
}
