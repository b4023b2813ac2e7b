using System.Security.Cryptography;
using System.Text.Json;
using Insights.Analytics;
using Insights.Reports.Charts;
using Insights.Reports.Packs;
using Insights.Reports.Packs.Briefs;
using Insights.Reports.Privacy;
using Insights.Reports.Style;
using Insights.Reports.Tests.Packs;

namespace Insights.Reports.Tests;

public sealed class PacksTests(ChartsInvented invented) : IClassFixture<ChartsInvented>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-packs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ReviewPack Pack(Language language) => ReviewPack.Of(invented.Marts, language, Disclosure.Of(invented.Marts, Audience.Client, isAnonymous: false, language));

    [Fact]
    public void A_pack_has_the_pdf_and_every_chart_twice_and_a_manifest_that_agrees_with_the_files()
    {
        var files = Pack(Language.Greek).Write(ChartsInvented.Busy, ChartsInvented.October, _folder);

        Assert.All(files, f => Assert.True(File.Exists(f)));
        Assert.Equal(files.Order(), Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order());
        Assert.Equal(ReviewCharts.All.Count, files.Count(f => f.EndsWith(".png", StringComparison.Ordinal)));
        Assert.Equal(ReviewCharts.All.Count, files.Count(f => f.EndsWith(".svg", StringComparison.Ordinal)));
        using var manifest = JsonDocument.Parse(File.ReadAllText(files[^1]));
        Assert.Equal("2026-11-02T07:10:00Z", manifest.RootElement.GetProperty("as_of").GetString());
        Assert.Equal("2026-10", manifest.RootElement.GetProperty("month").GetString());
        Assert.Equal(ChartsInvented.Busy, manifest.RootElement.GetProperty("client").GetString());
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateArray())
        {
            var bytes = File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(files[^1])!, file.GetProperty("name").GetString()!));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public void The_same_marts_give_the_same_bytes()
    {
        var first =
            Pack(Language.Greek).Write(ChartsInvented.Small, ChartsInvented.October, Path.Combine(_folder, "one"));
        var second =
            Pack(Language.Greek).Write(ChartsInvented.Small, ChartsInvented.October, Path.Combine(_folder, "two"));

        Assert.Equal(first.Count, second.Count);
        Assert.All(first.Zip(second), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
    }

    [Fact]
    public void Both_languages_live_in_the_same_folder_and_a_pack_can_be_written_again()
    {
        var greek = Pack(Language.Greek).Write(ChartsInvented.Blind, ChartsInvented.October, _folder);
        var english = Pack(Language.English).Write(ChartsInvented.Blind, ChartsInvented.October, _folder);
        var again = Pack(Language.English).Write(ChartsInvented.Blind, ChartsInvented.October, _folder);

        Assert.Equal(english, again);
        Assert.Empty(greek.Intersect(english));
        Assert.All(greek.Concat(english), f => Assert.True(File.Exists(f)));
    }

    [Fact]
    public void A_pdf_embeds_two_faces_and_carries_the_date_the_data_ends()
    {
        using var file = new MemoryStream();
        BriefPdf.Write(file, Briefly.Of(invented, ChartsInvented.Busy, Language.Greek));
        var text = System.Text.Encoding.Latin1.GetString(file.ToArray());

        Assert.Equal(2, text.Split("/FontFile2").Length - 1);
        Assert.Contains("20261102071000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/Subtype /Image", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_client_gets_a_pack_of_its_own_inside_the_output_folder()
    {
        var files = Pack(Language.Greek).Write(ChartsInvented.Hostile, ChartsInvented.October, _folder);

        Assert.All(files, f =>
            Assert.StartsWith(_folder + Path.DirectorySeparatorChar + "x ", Path.GetFullPath(f), StringComparison.Ordinal));
        Assert.DoesNotContain("🦊", File.ReadAllText(files.First(f => f.EndsWith(".svg", StringComparison.Ordinal))),
            StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder, ".unfinished-*", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public void A_month_without_tickets_names_the_months_there_are()
    {
        var stop =
            Assert.Throws<SetupException>(() =>
            Pack(Language.English).Write(ChartsInvented.Busy, new DateOnly(2031, 1, 1), _folder));
        Assert.Contains("2025-05 to 2026-10", stop.Message, StringComparison.Ordinal);
        Assert.Contains("There is no client 'Nobody'", Assert.Throws<SetupException>(() =>
            Pack(Language.English).Write("Nobody", ChartsInvented.October, _folder)).Message,
                StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void A_write_that_fails_leaves_no_file_under_its_name_and_no_manifest()
    {
        var pack = new PackFolder(_folder, "manifest-en.json");
        pack.Write("a.txt", (Stream s) => s.WriteByte(1));
        pack.Close("{}");

        var second = new PackFolder(_folder, "manifest-en.json");
        Assert.Throws<IOException>(() => second.Write("b.txt", (Stream _) => throw new IOException("disk full")));

        Assert.True(File.Exists(Path.Combine(_folder, "a.txt")));
        Assert.False(File.Exists(Path.Combine(_folder, "b.txt")));
        Assert.False(File.Exists(Path.Combine(_folder, "manifest-en.json")));
    }
}
