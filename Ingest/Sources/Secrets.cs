using Insights.Analytics;

namespace Insights.Ingest.Sources;

/// <summary>Secrets are never in sources.json: it says where each is, <c>env:NAME</c> or <c>file:PATH</c>.</summary>
internal static class Secrets
{
    private const UnixFileMode OthersMay = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <param name="place">Where it is.</param>
    /// <param name="folder">The folder of sources.json; paths are relative to it.</param>
    /// <param name="wrong">Makes the message of what is wrong there.</param>
    /// <exception cref="SetupException">It is not there, is empty, or others may read it.</exception>
    public static string Read(string place, string folder, Func<string, string, SetupException> wrong) => place.Split(':', 2) switch
    {
        ["env", var name] => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw wrong($"the environment variable '{name}' is not set", $"η μεταβλητή περιβάλλοντος '{name}' δεν έχει τιμή"),
        ["file", var path] => OfFile(Path.GetFullPath(path, folder), wrong),
        _ => throw wrong("a secret does not stand in this file; write 'env:NAME' (an environment variable) or 'file:PATH'", "ένα μυστικό δεν γράφεται σε αυτό το αρχείο· γράψτε 'env:ΟΝΟΜΑ' (μεταβλητή περιβάλλοντος) ή 'file:ΑΡΧΕΙΟ'"),
    };

    private static string OfFile(string path, Func<string, string, SetupException> wrong)
    {
        if (!File.Exists(path))
            throw wrong($"there is no file '{path}'", $"δεν υπάρχει αρχείο '{path}'");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersMay) != 0)
            throw wrong($"others may read '{path}'; run: chmod 600 '{path}'", $"το '{path}' το διαβάζουν και άλλοι· τρέξτε: chmod 600 '{path}'");
        return File.ReadAllText(path).Trim() is { Length: > 0 } value
            ? value
            : throw wrong($"the file '{path}' is empty", $"το αρχείο '{path}' είναι κενό");
    }
}
