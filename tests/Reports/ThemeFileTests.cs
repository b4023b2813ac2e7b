using System.Text;
using Insights.Analytics;
using Insights.Reports.Style;
using SkiaSharp;

namespace Insights.Reports.Tests;

public sealed class ThemeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-theme-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A picture of one colour.</summary>
    internal static byte[] Picture(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(0x5B, 0x2C, 0x83));
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    [Fact]
    public void A_theme_is_read_with_its_name_its_logo_and_the_colours_it_states()
    {
        var theme = Read("""{ "name": " Νότος IT ", "logo": "our logo.png", "colours": { "delivered": "#5B2C83" } }""");

        Assert.Equal("Νότος IT", theme.Name);
        Assert.Equal((300, 100), (theme.Logo!.Width, theme.Logo.Height));
        Assert.Equal(Colours.House with { Delivered = new Ink(0x5B2C83) }, theme.Colours);
        Assert.Equal((90f, 30f), (MathF.Round(theme.Logo.Within(200, 30).Width, 3), MathF.Round(theme.Logo.Within(200, 30).Height, 3)));
    }

    [Fact]
    public void The_colours_of_the_house_are_a_theme_and_an_empty_theme_is_the_house()
    {
        Assert.Equal(Theme.House, Read(Encoding.UTF8.GetString(ThemeFile.Bytes(Theme.House))));
        Assert.Equal(Theme.House, Read("{}"));
    }

    [Theory]
    [InlineData("#FFFFFF", 1)]
    [InlineData("#000000", 21)]
    [InlineData("#767676", 4.54)]
    [InlineData("#777777", 4.48)]
    [InlineData("#0000FF", 8.59)]
    [InlineData("#FF0000", 4.0)]
    public void Contrast_is_that_of_WCAG(string hex, double contrast) =>
        Assert.Equal(contrast, Contrast.WithPaper(new Ink(Convert.ToUInt32(hex[1..], 16))), 0.005);

    [Fact]
    public void The_darker_shade_that_is_named_always_passes_and_a_colour_that_passes_stays()
    {
        var random = new Random(20261128);
        for (var i = 0; i < 2000; i++)
        {
            var ink = new Ink((uint)random.Next(0x1000000));
            var least = random.Next(2) == 0 ? Contrast.Text : Contrast.Marks;
            var darker = Contrast.Darkened(ink, least);
            Assert.True(Contrast.WithPaper(darker) >= least, $"{ink.Hex} {darker.Hex}");
            Assert.Equal(Contrast.WithPaper(ink) >= least, darker == ink);
        }
    }

    [Theory]
    [InlineData("""{ "colors": {} }""", "colors", "known are name, logo, colours", "γνωστά είναι τα name, logo, colours")]
    [InlineData("""{ "colours": { "accent": "#000000" } }""", "colours.accent \"#000000\"", "known are delivered, expected, breached, met", "γνωστά είναι τα delivered")]
    [InlineData("""{ "colours": [] }""", "colours", "an object", "ένα αντικείμενο")]
    [InlineData("""{ "name": 4 }""", "name \"4\"", "text in quotes", "κείμενο σε εισαγωγικά")]
    [InlineData("""{ "name": "" }""", "name", "a name of one line", "σε μία γραμμή")]
    [InlineData("""{ "name": "a", "name": "b" }""", "theme.json", "cannot be read as JSON", "δεν διαβάζεται ως JSON")]
    [InlineData("{", "theme.json", "cannot be read as JSON", "δεν διαβάζεται ως JSON")]
    [InlineData("""{ "colours": { "met": "green" } }""", "colours.met \"green\"", "a colour is written #009E73", "ένα χρώμα γράφεται #009E73")]
    [InlineData("""{ "colours": { "delivered": "#FFA500" } }""", "colours.delivered \"#FFA500\"", "its contrast with white is 1.97:1 and 4.5:1 is needed", "είναι 1,97:1 και χρειάζεται 4,5:1")]
    [InlineData("""{ "colours": { "expected": "#FFA500" } }""", "colours.expected \"#FFA500\"", "3:1 is needed", "χρειάζεται 3:1")]
    [InlineData("""{ "colours": { "delivered": "#B5460F" } }""", "colours.expected \"#D55E00\"", "beside colours.delivered #B5460F", "δίπλα στο colours.delivered #B5460F")]
    [InlineData("""{ "logo": "missing.png" }""", "logo \"missing.png\"", "there is no such file", "δεν υπάρχει τέτοιο αρχείο")]
    [InlineData("""{ "logo": "../our logo.png" }""", "logo \"../our logo.png\"", "without a folder", "χωρίς φάκελο")]
    [InlineData("""{ "logo": "photo.jpg" }""", "logo \"photo.jpg\"", "no PNG picture", "δεν είναι εικόνα PNG")]
    [InlineData("""{ "logo": "torn.png" }""", "logo \"torn.png\"", "damaged", "αλλοιωμένη")]
    [InlineData("""{ "logo": "wide.png" }""", "logo \"wide.png\"", "2001 × 10 pixels", "2001 × 10 pixel")]
    [InlineData("""{ "logo": "heavy.png" }""", "logo \"heavy.png\"", "up to 256 KB", "έως 256 KB")]
    public void What_is_wrong_is_named_with_file_key_and_value_and_what_would_be_right(string json, string place, string english, string greek)
    {
        var stop = Assert.Throws<SetupException>(() => Read(json)).What;

        Assert.All(new[] { stop.English, stop.Greek }, told => Assert.Contains(place, told, StringComparison.Ordinal));
        Assert.All(new[] { stop.English, stop.Greek }, told => Assert.Contains("theme.json", told, StringComparison.Ordinal));
        Assert.Contains(english, stop.English, StringComparison.Ordinal);
        Assert.Contains(greek, stop.Greek, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_colours_a_colour_blind_reader_cannot_tell_apart_are_told_by_a_grey_print_when_one_is_much_darker()
    {
        var (red, green) = (new Ink(0xA04000), new Ink(0x5A6A00));
        Assert.InRange(Contrast.Between(red, green), 0, Contrast.Apart);
        Assert.True(Contrast.Between(red, new Ink(0x2A1A00)) > Contrast.Apart);
        Assert.Equal(Contrast.Between(red, green), Contrast.Between(green, red));
    }

    private Theme Read(string json)
    {
        var file = Path.Combine(_folder, "theme.json");
        File.WriteAllText(file, json);
        var png = Picture(300, 100);
        File.WriteAllBytes(Path.Combine(_folder, "our logo.png"), png);
        File.WriteAllBytes(Path.Combine(_folder, "photo.jpg"), Picture(10, 10, SKEncodedImageFormat.Jpeg));
        File.WriteAllBytes(Path.Combine(_folder, "torn.png"), png[..(png.Length / 2)]);
        File.WriteAllBytes(Path.Combine(_folder, "wide.png"), Picture(2001, 10));
        File.WriteAllBytes(Path.Combine(_folder, "heavy.png"), [.. png, .. new byte[Logo.MostBytes]]);
        return ThemeFile.Read(file);
    }
}
