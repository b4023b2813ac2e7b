using System.Text;
using CsCheck;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;
using Xunit.Abstractions;
using static Insights.Ingest.Tests.FuzzInputs;

namespace Insights.Ingest.Tests;

/// <summary>
/// Damaged files on their whole way into a real warehouse: rows in = loaded + rejected, always, and the same bytes twice change nothing.
/// </summary>
public sealed class LoadFuzzTests(ITestOutputHelper output) : IDisposable
{
    private static readonly Profile Profile = KnownProfiles.Find("zendesk");

    private static readonly byte[] Csv = Encoding.UTF8.GetBytes(ExampleFiles.Csv(ExampleFiles.Groups(Profile.Examples)[0]));
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(ExampleFiles.Json([.. Profile.Examples.Where(ExampleFiles.CanBeJson).Take(4)]));

    // A load takes a hundred times what a reading takes: 100 a shape, 1,000 in a long run.
    private readonly LoadingFolder _folder = new();
    private int _sources;

    public static TheoryData<string> Shapes => ["csv", "json", "lines", "xlsx", "zip", "gzip"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Rows_in_are_rows_loaded_and_rejected_and_the_same_bytes_change_nothing(string shape)
    {
        var loaded = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using (var warehouse = Warehouse.OpenForWriting(_folder.Warehouse))
        {
            var loader = new ExportLoader(warehouse, TimeProvider.System);
            Files(shape).Hold(Math.Min(0.002, 1000.0 / FuzzRun.Inputs), FuzzRun.Shown, output.WriteLine, bytes =>
            {
                lock (loader)
                    FuzzRun.IsRead(() => Load(loader, bytes, $"s{_sources++}", loaded));
            });
        }
        Assert.Equal(loaded.Select(load => $"{load.Key}|{load.Value}"), _folder.Query(
            """
            select source, sum(row_count), sum(new_count + changed_count), sum(reject_count)
            from raw.loads group by source
            having sum(new_count + changed_count) = (select count(*) from raw.tickets as t where t.source = loads.source)
                + (select count(*) from raw.events as e where e.source = loads.source)
                + (select count(*) from raw.messages as m where m.source = loads.source)
            and sum(reject_count) = (select count(*) from raw.rejects where load_id in (select load_id from raw.loads as l where l.source = loads.source))
            order by source
            """));
    }

    private static Gen<byte[]> Files(string shape) => shape switch
    {
        "csv" => Damaged(Csv),
        "json" => Damaged(Json),
        "lines" => Damaged(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Json).Replace("\n", "", StringComparison.Ordinal)
            .Replace("},  {", "}\n{", StringComparison.Ordinal).Trim('[', ']'))),
        "xlsx" => Damaged(Gen.Const(Encoding.UTF8.GetBytes(Sheet()))).Select(sheet =>
            HandMadeWorkbook.Of([Encoding.UTF8.GetString(sheet)])),
        "zip" => Damaged(Gen.Const(Csv)).Select(csv => ContainersTests.Zip(("a.csv", csv), ("b.json", Json))),
        _ => Damaged(Gen.Const(Csv)).Select(ContainersTests.Gzip),
    };

    private static string Sheet() => string.Concat(PlainCsv.Records(Csv, ',', (byte)'\n').Select(record =>
        HandMadeWorkbook.Row([.. record.Cells.Select(cell => new System.Xml.Linq.XText(Encoding.UTF8.GetString(cell)).ToString())])));

    private void Load(ExportLoader loader, byte[] bytes, string source, SortedDictionary<string, string> loaded)
    {
        var request = new LoadRequest { File = _folder.Write("fuzz", bytes), Profile = Profile, Source = source, Provider = "Provider" };
        var first = loader.Load(request);
        loaded[source] = $"{first.RowCount}|{first.NewCount + first.ChangedCount}|{first.RejectCount}";
        Assert.Equal(RowsIn(request.File, [.. first.Tables.Select(t => t.Name)]), first.RowCount);
        Assert.Equal(first.RowCount, first.NewCount + first.ChangedCount + first.UnchangedCount + first.RejectCount);
        var second = loader.Load(request);
        Assert.True(second.AlreadyLoaded);
        Assert.Equal(first.Tables, second.Tables);
    }

    /// <summary>The rows of the tables that were loaded, those of nothing but delimiters left out.</summary>
    private static long RowsIn(string file, string[] loaded)
    {
        var count = 0L;
        foreach (var set in Export.Open(file).RecordSets())
            using (set)
                while (set.NextBatch() is { } batch)
                    using (batch)
                        while (batch.Read())
                            count += loaded.Contains(set.Name) && (batch.Broken is not null || IsFilled(batch)) ? 1 : 0;
        return count;
    }

    private static bool IsFilled(RecordBatch batch) => Enumerable.Range(0, batch.Count).Any(cell =>
        batch.Cell(cell).Trim(" \t"u8).Length > 0);
}
