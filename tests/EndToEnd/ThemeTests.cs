using SkiaSharp;

namespace Insights.EndToEnd.Tests;

/// <summary>A provider's own look, as the real program takes it.</summary>
public sealed class ThemeTests(LoadedWarehouse loaded) : IClassFixture<LoadedWarehouse>, IDisposable
{
    private const string Own = """{ "name": "Olympus Care", "logo": "logo.png", "colours": { "delivered": "#5B2C83" } }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "look.json: colours.delivered \"#FFA500\": its contrast with white is 1.97:1 and 4.5:1 is needed; #A36900, a darker shade of it, is right.")]
    [InlineData("el", "look.json: colours.delivered \"#FFA500\": η αντίθεσή του με το λευκό είναι 1,97:1 και χρειάζεται 4,5:1· σωστό είναι το #A36900, πιο σκούρα απόχρωσή του.")]
    public void A_colour_nobody_can_read_is_refused_by_every_command_that_writes_a_pack(string language, string said)
    {
        _folder.File("look.json", """{ "colours": { "delivered": "#FFA500" } }""");
        foreach (var command in new[] { new[] { "review", "--all" }, ["verdict", "--client", "Alpha"], ["benchmark"], ["demo"] })
        {
            var run = InsightsProgram.In(_folder.Path, [.. command, "--theme", "look.json", "--lang", language]);
            Assert.Equal((2, said), (run.ExitCode, run.Error.Trim()));
        }
    }

    [Fact]
    public void The_theme_of_the_reference_folder_is_used_and_travels_in_the_proof()
    {
        File.Copy(loaded.File, Path.Combine(_folder.Path, "insights.duckdb"));
        _folder.File("reference/clients.csv", "client,provider,zone\nAlpha,Provider,Europe/Athens\n");
        _folder.File("reference/theme.json", Own);
        _folder.File("reference/logo.png", Picture());
        Succeed("review", "--client", "Alpha", "--month", "2026-10", "--lang", "en");
        Succeed("verdict", "--client", "Alpha", "--lang", "en");
        var pack = Path.Combine(_folder.Path, "out", "Alpha", "2026-10");
        foreach (var page in new[] { "review-en.html", "verdict-en.html" })
            Assert.All(new[] { "Olympus Care", "--accent: #5B2C83", Convert.ToBase64String(Picture()) }, part => Assert.Contains(part, File.ReadAllText(Path.Combine(pack, page)), StringComparison.Ordinal));

        var proof = Path.Combine(pack, "proof-en.zip");
        File.Delete(Path.Combine(_folder.Path, "reference", "theme.json"));
        Succeed("review", "--from", proof, "--out", "again");
        foreach (var file in new[] { "review-en.xlsx", "review-en.pdf", "review-en.pptx", "review-en.html", "proof-en.zip", "manifest-en.json" })
            Assert.True(File.ReadAllBytes(Path.Combine(pack, file)).SequenceEqual(File.ReadAllBytes(Path.Combine(_folder.Path, "again", "Alpha", "2026-10", file))), file);
        _folder.File("look.json", Own);
        Assert.Equal(2, InsightsProgram.In(_folder.Path, "review", "--from", proof, "--theme", "look.json").ExitCode);
    }

    private static byte[] Picture()
    {
        using var bitmap = new SKBitmap(120, 40);
        bitmap.Erase(new SKColor(0x5B, 0x2C, 0x83));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private void Succeed(params string[] command)
    {
        var run = InsightsProgram.In(_folder.Path, command);
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
