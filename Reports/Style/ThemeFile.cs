using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Insights.Analytics;

namespace Insights.Reports.Style;

/// <summary>
/// A theme as a provider writes it: JSON with the keys name, logo (a PNG beside the file) and colours (delivered, expected, breached, met: #RRGGBB).
/// All may be left out; any other key is refused, and so is a colour that cannot be read on paper or told from another.
/// </summary>
public static class ThemeFile
{
    /// <summary>What it is called in a reference folder.</summary>
    public const string Name = "theme.json";

    /// <summary>What a logo is called where the program writes a theme.</summary>
    public const string LogoName = "logo.png";

    private const int MostBytes = 64 * 1024;
    private const int LongestName = 60;

    private static readonly string[] Keys = ["name", "logo", "colours"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The colours, the least contrast each must have with the paper, and how it is kept. Two are words too, two only marks.</summary>
    private static readonly IReadOnlyList<ThemeColour> Known =
    [
        new("delivered", Contrast.Text, c => c.Delivered, (c, ink) => c with { Delivered = ink }),
        new("expected", Contrast.Marks, c => c.Expected, (c, ink) => c with { Expected = ink }),
        new("breached", Contrast.Text, c => c.Breached, (c, ink) => c with { Breached = ink }),
        new("met", Contrast.Marks, c => c.Met, (c, ink) => c with { Met = ink }),
    ];

    /// <summary>One chart draws each of these beside what was delivered.</summary>
    private static readonly string[] BesideDelivered = ["expected", "breached", "met"];

    private sealed record ThemeColour(string Key, double Least, Func<Colours, Ink> Of, Func<Colours, Ink, Colours> Set);

    /// <summary>Reads a theme and the logo beside it.</summary>
    /// <exception cref="SetupException">There is no such file, or something in it is wrong.</exception>
    public static Theme Read(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return Read(file, Content(file, "", "", file, MostBytes), name => Content(file, "logo", name, Path.Combine(folder, name), Logo.MostBytes + 1));
    }

    /// <summary>Reads a theme wherever it is kept.</summary>
    /// <param name="file">What it is called where something is wrong.</param>
    /// <param name="content">Its JSON.</param>
    /// <param name="logo">The content of a file beside it.</param>
    /// <exception cref="SetupException">Something in it is wrong.</exception>
    internal static Theme Read(string file, byte[] content, Func<string, byte[]> logo)
    {
        try
        {
            using var json = JsonDocument.Parse(content, Strict);
            var stated = Members(file, "", json.RootElement, Keys);
            return new Theme(NameOf(file, stated), LogoOf(file, stated, logo), ColoursOf(file, stated));
        }
        catch (JsonException e)
        {
            throw WrongEntry.In(file, "", "", $"this cannot be read as JSON ({e.Message.TrimEnd('.')})", $"δεν διαβάζεται ως JSON ({e.Message.TrimEnd('.')})", e);
        }
    }

    /// <summary>The theme as a file, beside which its logo is <see cref="LogoName"/>; a theme gives the same bytes every time.</summary>
    internal static byte[] Bytes(Theme theme)
    {
        var json = new JsonObject();
        if (theme.Name is { } name)
            json["name"] = name;
        if (theme.Logo is not null)
            json["logo"] = LogoName;
        json["colours"] = new JsonObject(Known.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Of(theme.Colours).Hex)));
        return Encoding.UTF8.GetBytes(json.ToJsonString(Layout) + "\n");
    }

    /// <summary>A file's content, of which no more is read than it may have.</summary>
    private static byte[] Content(string theme, string key, string name, string path, int most)
    {
        if (!File.Exists(path))
            throw WrongEntry.In(theme, key, name, "there is no such file", "δεν υπάρχει τέτοιο αρχείο");
        using var file = File.OpenRead(path);
        var content = new byte[Math.Min(file.Length, most)];
        file.ReadExactly(content);
        return content;
    }

    private static Dictionary<string, JsonElement> Members(string file, string at, JsonElement element, IReadOnlyList<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw WrongEntry.In(file, at, element.ToString(), "an object { … } is right", "σωστό είναι ένα αντικείμενο { … }");
        foreach (var member in element.EnumerateObject().Where(m => !known.Contains(m.Name)))
            throw WrongEntry.In(file, Under(at, member.Name), member.Value.ToString(), "the key is not known here; known are " + string.Join(", ", known),
                "το κλειδί δεν είναι γνωστό εδώ· γνωστά είναι τα " + string.Join(", ", known));
        return element.EnumerateObject().ToDictionary(m => m.Name, m => m.Value);
    }

    private static string Under(string at, string key) => at.Length == 0 ? key : $"{at}.{key}";

    private static string Text(string file, string key, JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()!
        : throw WrongEntry.In(file, key, element.ToString(), "text in quotes is right", "σωστό είναι κείμενο σε εισαγωγικά");

    private static string? NameOf(string file, Dictionary<string, JsonElement> stated)
    {
        if (!stated.TryGetValue("name", out var element))
            return null;
        var name = Text(file, "name", element).Trim();
        return name.Length is > 0 and <= LongestName && !name.Any(char.IsControl) ? name
            : throw WrongEntry.In(file, "name", name, $"a name of one line and up to {LongestName} letters is right", $"σωστό είναι ένα όνομα σε μία γραμμή, έως {LongestName} γράμματα");
    }

    private static Logo? LogoOf(string file, Dictionary<string, JsonElement> stated, Func<string, byte[]> logo)
    {
        if (!stated.TryGetValue("logo", out var element))
            return null;
        var name = Text(file, "logo", element);
        if (name.Length == 0 || name.IndexOfAny(['/', '\\', ':', '\0']) >= 0 || name is "." or "..")
            throw WrongEntry.In(file, "logo", name, "the name of a PNG file beside the theme is right, without a folder", "σωστό είναι το όνομα ενός αρχείου PNG δίπλα στο θέμα, χωρίς φάκελο");
        return Logo.Of(file, name, logo(name));
    }

    private static Colours ColoursOf(string file, Dictionary<string, JsonElement> stated)
    {
        if (!stated.TryGetValue("colours", out var element))
            return Colours.House;
        var given = Members(file, "colours", element, [.. Known.Select(c => c.Key)]);
        var colours = Colours.House;
        foreach (var colour in Known.Where(c => given.ContainsKey(c.Key)))
            colours = colour.Set(colours, Readable(file, colour, given[colour.Key]));
        foreach (var beside in Known.Where(c => BesideDelivered.Contains(c.Key) && (given.ContainsKey(c.Key) || given.ContainsKey("delivered"))))
            RefuseAlike(file, colours.Delivered, beside, beside.Of(colours));
        return colours;
    }

    private static Ink Readable(string file, ThemeColour colour, JsonElement element)
    {
        var key = "colours." + colour.Key;
        var text = Text(file, key, element);
        if (text.Length != 7 || text[0] != '#' || !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            throw WrongEntry.In(file, key, text, $"a colour is written {colour.Of(Colours.House).Hex}", $"ένα χρώμα γράφεται {colour.Of(Colours.House).Hex}");
        var ink = new Ink(rgb);
        if (Contrast.WithPaper(ink) is var contrast && contrast >= colour.Least)
            return ink;
        var (measured, least, right) = (Shown(Math.Floor(contrast * 100) / 100), Shown(colour.Least), Contrast.Darkened(ink, colour.Least).Hex);
        throw WrongEntry.In(file, key, text, $"its contrast with white is {measured}:1 and {least}:1 is needed; {right}, a darker shade of it, is right",
            $"η αντίθεσή του με το λευκό είναι {Greek(measured)}:1 και χρειάζεται {Greek(least)}:1· σωστό είναι το {right}, πιο σκούρα απόχρωσή του");
    }

    private static void RefuseAlike(string file, Ink delivered, ThemeColour colour, Ink ink)
    {
        var apart = Contrast.Between(delivered, ink);
        if (apart >= Contrast.Apart)
            return;
        var (measured, least) = (Shown(Math.Floor(apart * 10) / 10), Shown(Contrast.Apart));
        throw WrongEntry.In(file, "colours." + colour.Key, ink.Hex,
            $"beside colours.delivered {delivered.Hex} in one chart a colour-blind reader and a grey print cannot tell them apart (distance {measured}, {least} is needed); another hue, or a much lighter or darker shade of one of them, is right",
            $"δίπλα στο colours.delivered {delivered.Hex}, στο ίδιο διάγραμμα, δεν ξεχωρίζει σε αχρωματοψία ούτε σε ασπρόμαυρη εκτύπωση (απόσταση {Greek(measured)}, χρειάζεται {Greek(least)})· σωστή είναι άλλη απόχρωση, ή το ένα από τα δύο πολύ πιο ανοιχτό ή πιο σκούρο");
    }

    private static string Shown(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Greek(string number) => number.Replace('.', ',');
}
