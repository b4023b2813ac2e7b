using Insights.Analytics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Insights.Ingest.Sources;

/// <summary>Secrets are never in sources.json: it says where each is, <c>env:NAME</c>, <c>user-secrets:NAME</c> or <c>file:PATH</c>.</summary>
internal static class Secrets
{
    /// <summary>By it <c>dotnet user-secrets --id</c> finds the secrets of this program.</summary>
    private static readonly string UserSecretsId = ((UserSecretsIdAttribute)Attribute.GetCustomAttribute(typeof(Secrets).Assembly, typeof(UserSecretsIdAttribute))!).UserSecretsId;

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
        ["user-secrets", var name] => OfUser(name, wrong),
        ["file", var path] => OfFile(Path.GetFullPath(path, folder), wrong),
        _ => throw wrong(
            "a secret does not stand in this file; write 'env:NAME' (an environment variable), 'user-secrets:NAME' (dotnet user-secrets) or 'file:PATH'",
            "ένα μυστικό δεν γράφεται σε αυτό το αρχείο· γράψτε 'env:ΟΝΟΜΑ' (μεταβλητή περιβάλλοντος), 'user-secrets:ΟΝΟΜΑ' (dotnet user-secrets) ή 'file:ΑΡΧΕΙΟ'"),
    };

    private static string OfUser(string name, Func<string, string, SetupException> wrong)
    {
        RefuseOpen(PathHelper.GetSecretsPathFromSecretsId(UserSecretsId), wrong);
        return UserSecrets(wrong)[name] is { Length: > 0 } value
            ? value
            : throw wrong(
                $"there is no user secret '{name}'; run: dotnet user-secrets set \"{name}\" VALUE --id {UserSecretsId}",
                $"δεν υπάρχει user secret '{name}'· τρέξτε: dotnet user-secrets set \"{name}\" ΤΙΜΗ --id {UserSecretsId}");
    }

    private static IConfigurationRoot UserSecrets(Func<string, string, SetupException> wrong)
    {
        try
        {
            return new ConfigurationBuilder().AddUserSecrets(UserSecretsId).Build();
        }
        catch (InvalidDataException)
        {
            // What the library says may quote the file.
            var path = PathHelper.GetSecretsPathFromSecretsId(UserSecretsId);
            throw wrong($"the user secrets in '{path}' are no JSON", $"τα user secrets στο '{path}' δεν είναι JSON");
        }
    }

    private static string OfFile(string path, Func<string, string, SetupException> wrong)
    {
        if (!File.Exists(path))
            throw wrong($"there is no file '{path}'", $"δεν υπάρχει αρχείο '{path}'");
        RefuseOpen(path, wrong);
        return File.ReadAllText(path).Trim() is { Length: > 0 } value
            ? value
            : throw wrong($"the file '{path}' is empty", $"το αρχείο '{path}' είναι κενό");
    }

    private static void RefuseOpen(string path, Func<string, string, SetupException> wrong)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & OthersMay) != 0)
            throw wrong($"others may read '{path}'; run: chmod 600 '{path}'", $"το '{path}' το διαβάζουν και άλλοι· τρέξτε: chmod 600 '{path}'");
    }
}
