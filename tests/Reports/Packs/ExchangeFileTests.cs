using Insights.Analytics;
using Insights.Reports.Packs.Benchmarks;

namespace Insights.Reports.Tests.Packs;

/// <summary>What providers exchange.</summary>
public sealed class ExchangeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-exchange-").FullName;

    [Fact]
    public void What_is_written_is_read_back_whatever_the_figures()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var file = Invented(random);
            var path = Written(System.Text.Encoding.UTF8.GetString(file.Bytes()));
            var read = ExchangeFile.Read(path);
            Assert.Equal(file.Cells, read.Cells);
            Assert.Equal((file.Period, file.LeftOut, file.Sha256()), (read.Period, read.LeftOut, read.Sha256()));
        }
    }

    [Theory]
    [InlineData("\"n\": 40", "\"n\": -40", "cells[0].n", "-40")]
    [InlineData("\"numerator\": 30", "\"numerator\": -1", "cells[0].numerator", "-1")]
    [InlineData("\"numerator\": 30", "\"numerator\": 41", "cells[0].numerator", "41")]
    [InlineData("\"p50\": 0.7", "\"p50\": 0.1", "cells[0].p25", "0.6")]
    [InlineData("\"chased\"", "\"<script>\"", "cells[0].measure", "<script>")]
    [InlineData("insights-benchmark-1", "insights-benchmark-9", "schema", "insights-benchmark-9")]
    [InlineData("2026-10", "October", "period", "October")]
    [InlineData("\"left_out\": 3", "\"left_out\": 3, \"client\": \"Alpha\"", "client", "")]
    [InlineData("\"left_out\": 3", "\"left_out\": \"x\"", "left_out", "")]
    public void A_hostile_file_is_refused_with_its_key_and_value(string was, string now, string key, string value)
    {
        var text = System.Text.Encoding.UTF8.GetString(Fixed().Bytes());
        Assert.Contains(was, text, StringComparison.Ordinal);
        var path = Written(text.Replace(was, now, StringComparison.Ordinal));
        var told = Assert.Throws<SetupException>(() => ExchangeFile.Read(path)).What;
        Assert.All(new[] { path, key, value }, part => Assert.Contains(part, told.English, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_megabytes_or_of_nothing_is_refused()
    {
        Assert.Throws<SetupException>(() => ExchangeFile.Read(Written(new string(' ', (1 << 20) + 1))));
        Assert.Throws<SetupException>(() => ExchangeFile.Read(Written("")));
        Assert.Throws<SetupException>(() => ExchangeFile.Read(Written("null")));
        Assert.Throws<SetupException>(() => ExchangeFile.Read(Written(new string('[', 5000))));
        Assert.Throws<SetupException>(() => ExchangeFile.Read(Path.Combine(_folder, "none.json")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Written(string text)
    {
        var path = Path.Combine(_folder, "peer.json");
        File.WriteAllText(path, text);
        return path;
    }

    private static ExchangeFile Fixed() => Of([new() { Measure = "chased", ResponseSemantics = "public_reply", SizeBand = null, IntensityClass = null, ClientCount = 6, N = 40, Numerator = 30, P25 = 0.6, P50 = 0.7, P75 = 0.8 }]);

    private static ExchangeFile Of(IReadOnlyList<ExchangeCell> cells) => new() { Schema = ExchangeFile.Version, Period = "2026-10", LeftOut = 3, Cells = cells };

    private static ExchangeFile Invented(Random random)
    {
        string[] sizes = ["micro", "small", "medium_or_larger", "unknown"];
        return Of([.. sizes.Take(random.Next(5)).Select(size =>
        {
            var (isTime, n) = (random.Next(2) == 0, random.Next(30, 5000));
            double[] sorted = [.. new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() }.Order().Select(p => Math.Round(p * (isTime ? 90000 : 1), 4))];
            return new ExchangeCell
            {
                Measure = isTime ? "response_median" : "repeat",
                ResponseSemantics = "public_reply",
                SizeBand = size,
                IntensityClass = "normal",
                ClientCount = random.Next(5, 30),
                N = n,
                Numerator = isTime ? null : random.Next(n + 1),
                P25 = sorted[0],
                P50 = sorted[1],
                P75 = sorted[2],
            };
        })]);
    }
}
