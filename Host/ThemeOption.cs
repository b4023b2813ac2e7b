using System.CommandLine;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>The look of the commands that write packs: --theme, else the theme of the reference folder, else the house's.</summary>
internal static class ThemeOption
{
    private static readonly Option<string?> File = new("--theme")
    {
        Description = $"The provider's name, logo and colours. Without it, {ThemeFile.Name} of the reference folder where there is one.",
        HelpName = "FILE",
    };

    public static void AddTo(Command command) => command.Add(File);

    /// <summary>The theme asked for, else the one in the reference folder (null: no folder).</summary>
    public static Theme Of(ParseResult parsed, string? reference)
    {
        if (parsed.GetValue(File) is { } asked)
            return ThemeFile.Read(asked);
        var usual = reference is null ? null : Path.Combine(reference, ThemeFile.Name);
        return System.IO.File.Exists(usual) ? ThemeFile.Read(usual) : Theme.House;
    }
}
