using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Insights.Reports.Charts;

namespace Insights.Reports.Packs;

/// <summary>
/// What a pack is made of: for whom, from data until when, by which version of the program, and each file's SHA-256.
/// The same marts give the same manifest; it holds no time of writing.
/// </summary>
internal static class Manifest
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ReviewScope scope, IReadOnlyList<PackFile> files) => JsonSerializer.Serialize(
        new
        {
            scope.Client,
            scope.Provider,
            Month = scope.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            Language = scope.Language.Code,
            AsOf = scope.DataEnd.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ProgramVersion = Version(),
            Files = files,
        },
        Layout) + "\n";

    private static string Version() =>
        typeof(Manifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
