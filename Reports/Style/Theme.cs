namespace Insights.Reports.Style;

/// <summary>A provider's own look.</summary>
/// <param name="Name">Stands beside the provider's name; null: nothing does.</param>
/// <param name="Logo">Null: none.</param>
/// <param name="Colours">Checked for contrast, so that they can be used as they are.</param>
public sealed record Theme(string? Name, Logo? Logo, Colours Colours)
{
    /// <summary>The house's own look, of packs without a theme.</summary>
    public static Theme House { get; } = new(null, null, Colours.House);

    /// <summary>As far as a pack may show it: a name and a logo name a business, colours do not.</summary>
    public Theme Shown(bool isAnonymous) => isAnonymous ? this with { Name = null, Logo = null } : this;

    /// <summary>A text with the name beside it, where there is one and the text does not hold it already.</summary>
    public string Beside(string text) => Name is null || text.Contains(Name, StringComparison.Ordinal) ? text : text.Length == 0 ? Name : $"{text} · {Name}";
}
