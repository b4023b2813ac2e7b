using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Insights.Analytics;
using Insights.Reports.Packs;
using Insights.Reports.Packs.Proofs;
using Insights.Reports.Privacy;
using Insights.Reports.Style;

namespace Insights.Reports.Tests;

/// <summary>A provider's own look in every file of a pack, and in none where it must not be.</summary>
public sealed class ThemedPacksTests(ChartsInvented invented) : IClassFixture<ChartsInvented>, IDisposable
{
    private const string Name = "Νότος IT & Φίλοι";

    private static readonly byte[] Png = ThemeFileTests.Picture(300, 100);

    private static readonly Theme Own = new(Name, Logo.Of("theme.json", "logo.png", Png), Colours.House with { Delivered = new Ink(0x5B2C83), Expected = new Ink(0xC2185B) });

    private readonly string _folder = Directory.CreateTempSubdirectory("insights-themed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_file_has_the_name_the_logo_and_the_colours_and_none_of_the_colours_they_replace()
    {
        Write("one");
        Assert.Contains("float: right", Text("review-el.html"), StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Png), Text("review-el.html"), StringComparison.Ordinal);
        Assert.Contains("Νότος IT &amp; Φίλοι", Text("review-el.html"), StringComparison.Ordinal);
        Assert.Contains("/Subtype /Image", Text("review-el.pdf"), StringComparison.Ordinal);
        foreach (var (file, logo) in new[] { ("review-el.xlsx", "xl/media/"), ("review-el.pptx", "ppt/media/logo.png") })
        {
            using var zip = ZipFile.OpenRead(Of("one", file));
            Assert.Single(zip.Entries, e => e.FullName.StartsWith(logo, StringComparison.Ordinal) && Content(e).SequenceEqual(Png));
            var texts = zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(e => Encoding.UTF8.GetString(Content(e))).ToList();
            Assert.Contains(texts, t => t.Contains("5B2C83", StringComparison.OrdinalIgnoreCase));
            Assert.Contains(texts, t => t.Contains("Νότος IT &amp; Φίλοι", StringComparison.Ordinal));
            Assert.DoesNotContain(texts, t => t.Contains("0072B2", StringComparison.OrdinalIgnoreCase) || t.Contains("D55E00", StringComparison.OrdinalIgnoreCase));
        }

        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Of("one", "review-el.html"))!, "*.svg", SearchOption.AllDirectories).Append(Of("one", "review-el.html")))
            Assert.DoesNotMatch("(?i)#0072B2|#D55E00", File.ReadAllText(file));
    }

    [Fact]
    public void The_workbook_and_the_slides_keep_to_the_standard()
    {
        Write("valid");
        var validator = new OpenXmlValidator(FileFormatVersions.Office2013);
        using (var workbook = SpreadsheetDocument.Open(Of("valid", "review-el.xlsx"), isEditable: false))
            Assert.Empty(validator.Validate(workbook).Select(e => $"{e.Part?.Uri}: {e.Description}"));
        using var slides = PresentationDocument.Open(Of("valid", "review-el.pptx"), isEditable: false);
        Assert.Empty(validator.Validate(slides).Select(e => $"{e.Part?.Uri}: {e.Description}"));
    }

    [Fact]
    public void The_same_theme_gives_the_same_bytes() =>
        Assert.All(Write("one").Zip(Write("two")), pair => Assert.True(File.ReadAllBytes(pair.First).SequenceEqual(File.ReadAllBytes(pair.Second)), pair.Second));

    [Fact]
    public void A_proof_whose_logo_was_changed_is_refused()
    {
        Write("one");
        var changed = Of("one", "proof-el.zip");
        using (var zip = ZipFile.Open(changed, ZipArchiveMode.Update))
        {
            zip.GetEntry("theme/logo.png")!.Delete();
            using var logo = zip.CreateEntry("theme/logo.png").Open();
            logo.Write(ThemeFileTests.Picture(40, 40));
        }

        Assert.Contains("theme/logo.png", Assert.Throws<SetupException>(() => RemadePack.Of(changed, PackKind.Review, Path.Combine(_folder, "again"), Language.English)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_anonymous_pack_keeps_the_colours_and_has_neither_name_nor_logo()
    {
        var disclosure = Disclosure.Of(invented.Marts, Audience.Client, isAnonymous: true, Language.Greek);
        var files = ReviewPack.Of(invented.Marts, Language.Greek, disclosure, Own).Write(disclosure.Shown(ChartsInvented.Small), ChartsInvented.October, _folder);
        var parts = files.SelectMany(Parts).ToList();

        Assert.DoesNotContain(parts, p => p.Name.Contains("logo", StringComparison.OrdinalIgnoreCase) || p.Content.AsSpan().IndexOf("Νότος"u8) >= 0);
        Assert.Contains(parts, p => p.Content.AsSpan().IndexOf("5B2C83"u8) >= 0);
    }

    private IReadOnlyList<string> Write(string folder)
    {
        var disclosure = Disclosure.Of(invented.Marts, Audience.Client, isAnonymous: false, Language.Greek);
        return ReviewPack.Of(invented.Marts, Language.Greek, disclosure, Own).Write(ChartsInvented.Busy, ChartsInvented.October, Path.Combine(_folder, folder));
    }

    private string Of(string folder, string name) => Directory.EnumerateFiles(Path.Combine(_folder, folder), name, SearchOption.AllDirectories).Single();

    private string Text(string name) => File.ReadAllText(Of("one", name), name.EndsWith(".pdf", StringComparison.Ordinal) ? Encoding.Latin1 : Encoding.UTF8);

    private static IEnumerable<(string Name, byte[] Content)> Parts(string file)
    {
        if (Path.GetExtension(file) is not (".xlsx" or ".pptx" or ".zip"))
            return [(Path.GetFileName(file), File.ReadAllBytes(file))];
        using var zip = ZipFile.OpenRead(file);
        return [.. zip.Entries.Select(e => (e.FullName, Content(e)))];
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var content = new MemoryStream();
        from.CopyTo(content);
        return content.ToArray();
    }
}
