namespace Insights.Samples.Tests;

/// <summary>A folder that is gone when the test is over, and the samples that lie in the repository.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("insights-samples-").FullName;

    public static string Committed
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(System.IO.Path.Combine(at.FullName, "Insights.sln")))
                at = at.Parent ?? throw new DirectoryNotFoundException($"No Insights.sln above {AppContext.BaseDirectory}.");
            return System.IO.Path.Combine(at.FullName, "data", "samples");
        }
    }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
