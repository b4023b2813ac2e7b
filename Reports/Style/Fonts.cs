using System.Collections.Concurrent;
using Insights.Analytics;
using SkiaSharp;

namespace Insights.Reports.Style;

/// <summary>
/// The two faces, regular and bold, every picture and page is set in: the first family of a preference list that is
/// installed and has every Greek letter. Font files are found by looking into the font folders, not through fontconfig,
/// so a machine without it works the same.
/// </summary>
public sealed class Fonts
{
    /// <summary>Environment variable with the folders to look into instead of the system's, separated as in PATH.</summary>
    public const string FoldersVariable = "INSIGHTS_FONTS";

    private const string Probe = "AzΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΆΈΉΊΌΎΏϊϋΐΰΪΫ€·–—«»0123456789%";

    private static readonly string[] Preferred = ["Inter", "Noto Sans", "Segoe UI", "Arial", "DejaVu Sans", "Liberation Sans"];

    private static readonly ConcurrentDictionary<string, Fonts> Chosen = new(StringComparer.Ordinal);

    private Fonts(string family, SKTypeface regular, SKTypeface bold)
    {
        Family = family;
        Regular = regular;
        Bold = bold;
    }

    /// <summary>The family's name as its font files state it.</summary>
    public string Family { get; }

    public SKTypeface Regular { get; }

    public SKTypeface Bold { get; }

    /// <summary>Picks the faces and hands them to ScottPlot.</summary>
    /// <param name="folders">Where to look; by default the folders of <see cref="FoldersVariable"/>, else the system's and the
    /// user's.</param>
    /// <exception cref="SetupException">No installed family has the Greek letters.</exception>
    public static Fonts Choose(IReadOnlyList<string>? folders = null)
    {
        var searched = folders ?? FontFolders.Default();
        var fonts = Chosen.GetOrAdd(string.Join(Path.PathSeparator, searched), _ => ChooseFrom(searched));
        PlotFonts.Use(fonts.Family, fonts.Regular, fonts.Bold);
        return fonts;
    }

    /// <summary>The text with every character this family cannot draw shown as a middle dot, so no box is ever printed.</summary>
    public string Printable(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => Draws(r.Value) ? r.ToString() : r.Value <= 32 ? " " : "·"));

    private static Fonts ChooseFrom(IReadOnlyList<string> searched)
    {
        var families = Faces(searched).Where(Covers).GroupBy(f => f.FamilyName, StringComparer.OrdinalIgnoreCase)
            .OrderBy(g => Rank(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(Pair).ToList();
        var chosen = families.FirstOrDefault(f => f.Bold is not null && f.Regular is not null);
        chosen = chosen.Regular is null ? families.FirstOrDefault(f => f.Regular is not null) : chosen;
        if (chosen.Regular is null)
            throw Missing(searched);

        var family = chosen.Regular.FamilyName;
        var (regular, bold) = PlotFonts.Use(family, chosen.Regular, chosen.Bold ?? chosen.Regular);
        return new Fonts(family, regular, bold);
    }

    private bool Draws(int codepoint) => codepoint >= 32 && Regular.ContainsGlyph(codepoint) && Bold.ContainsGlyph(codepoint);

    private static bool Covers(SKTypeface face) => Probe.EnumerateRunes().All(r => face.ContainsGlyph(r.Value));

    private static int Rank(string family)
    {
        var index = Array.FindIndex(Preferred, p => p.Equals(family, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? Preferred.Length : index;
    }

    private static (SKTypeface? Regular, SKTypeface? Bold) Pair(IEnumerable<SKTypeface> faces)
    {
        var upright = faces.Where(f => f is { FontSlant: SKFontStyleSlant.Upright, FontWidth: (int)SKFontStyleWidth.Normal }).ToList();
        return (upright.Find(f => f.FontWeight == (int)SKFontStyleWeight.Normal),
            upright.Find(f => f.FontWeight == (int)SKFontStyleWeight.Bold));
    }

    private static IEnumerable<SKTypeface> Faces(IEnumerable<string> folders) =>
        FontFolders.Files(folders).SelectMany(FacesIn);

    /// <summary>A collection (.ttc) holds several faces, asked for by index until there is no next one.</summary>
    private static IEnumerable<SKTypeface> FacesIn(string file)
    {
        for (var i = 0; SKTypeface.FromFile(file, i) is { } face; i++)
        {
            yield return face;
            if (!file.EndsWith(".ttc", StringComparison.OrdinalIgnoreCase))
                yield break;
        }
    }

    private static SetupException Missing(IReadOnlyList<string> folders) => new(
        $"No installed font has the Greek letters, so charts and pages would show boxes. Install one of {string.Join(", ", Preferred)} " +
        $"(on Debian or Ubuntu: apt-get install fonts-dejavu-core). Looked in: {string.Join(", ", folders)}. " +
        $"Fonts kept elsewhere: set {FoldersVariable} to their folder.",
        $"Καμία εγκατεστημένη γραμματοσειρά δεν έχει ελληνικά, και οι σελίδες θα έδειχναν τετραγωνάκια. Εγκαταστήστε μία από τις {string.Join(", ", Preferred)} " +
        $"(σε Debian ή Ubuntu: apt-get install fonts-dejavu-core). Έψαξα στα: {string.Join(", ", folders)}. " +
        $"Αν είναι αλλού, ορίστε τη μεταβλητή {FoldersVariable} στον φάκελό τους.");
}
