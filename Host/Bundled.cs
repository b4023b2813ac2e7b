namespace Insights.Host;

/// <summary>The data that travels with the program.</summary>
internal static class Bundled
{
    public static string Samples => Path.Combine(AppContext.BaseDirectory, "data", "samples");

    public static string Reference => Path.Combine(AppContext.BaseDirectory, "data", "reference");
}
