using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Tests;

public sealed class FontsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-fonts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_empty_font_folder_stops_the_program_and_says_what_to_install()
    {
        var stop = Assert.Throws<SetupException>(() => Fonts.Choose([_folder]));

        Assert.Contains("fonts-dejavu-core", stop.Message, StringComparison.Ordinal);
        Assert.Contains("Liberation Sans", stop.Message, StringComparison.Ordinal);
        Assert.Contains(_folder, stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_or_holds_no_font_stops_the_program_too()
    {
        File.WriteAllText(Path.Combine(_folder, "broken.ttf"), "this is not a font");

        Assert.Throws<SetupException>(() => Fonts.Choose([_folder]));
        Assert.Throws<SetupException>(() => Fonts.Choose([Path.Combine(_folder, "missing")]));
    }

    [Fact]
    public void The_chosen_faces_have_every_letter_of_a_greek_sentence()
    {
        var fonts = Fonts.Choose();
        const string Sentence = "Ο στόχος δεν επιτεύχθηκε· «προϋπολογισμός» Ϊόνιο, 1.250 €";

        Assert.All(Sentence, letter => Assert.True(fonts.Regular.ContainsGlyph(letter) && fonts.Bold.ContainsGlyph(letter)));
        Assert.True(fonts.Bold.FontWeight > fonts.Regular.FontWeight);
        Assert.Equal(Sentence, fonts.Printable(Sentence));
    }

    [Fact]
    public void The_same_family_is_chosen_from_a_copy_of_its_files_without_the_system_folders()
    {
        var fonts = Fonts.Choose();
        foreach (var file in FontFolders.Files(FontFolders.Default()).Where(f => FamilyOf(f) == fonts.Family))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);

        Assert.Equal(fonts.Family, Fonts.Choose([_folder]).Family);
    }

    [Fact]
    public void Characters_no_face_has_become_a_dot_instead_of_a_box()
    {
        var fonts = Fonts.Choose();

        Assert.Equal("VPN ·· x", fonts.Printable("VPN\t\U0001F9FF\uE123\nx"));
    }

    [Fact]
    public void ScottPlot_draws_with_the_chosen_faces()
    {
        var fonts = Fonts.Choose();

        Assert.Equal(fonts.Family, ScottPlot.Fonts.GetTypeface("anything", bold: false, italic: false).FamilyName);
        Assert.True(ScottPlot.Fonts.GetTypeface("anything at all", bold: true, italic: false).FontWeight >= 600);
    }

    private static string? FamilyOf(string file)
    {
        using var face = SkiaSharp.SKTypeface.FromFile(file);
        return face?.FamilyName;
    }
}
