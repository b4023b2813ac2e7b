namespace Insights.Reports.Style;

/// <summary>Where font files are kept on this machine.</summary>
internal static class FontFolders
{
    private static readonly string[] Endings = [".ttf", ".otf", ".ttc"];

    public static IReadOnlyList<string> Default() =>
        Environment.GetEnvironmentVariable(Fonts.FoldersVariable) is { Length: > 0 } named
            ? named.Split(Path.PathSeparator)
            : OfThisSystem();

    /// <summary>Every font file below the folders, folder by folder, in the order of their names.</summary>
    public static IEnumerable<string> Files(IEnumerable<string> folders)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", everything)
            .Where(p => Endings.Contains(Path.GetExtension(p), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));
    }

    private static string[] OfThisSystem()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (OperatingSystem.IsWindows())
            return [Environment.GetFolderPath(Environment.SpecialFolder.Fonts), Path.Combine(local, "Microsoft", "Windows", "Fonts")];
        return OperatingSystem.IsMacOS()
            ? ["/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library", "Fonts")]
            : ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(local, "fonts"), Path.Combine(home, ".fonts")];
    }
}
