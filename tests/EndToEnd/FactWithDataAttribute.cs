namespace Insights.EndToEnd.Tests;

/// <summary>A test on a public data set that is not part of the project: skipped, saying so, where a folder shared/data beside the checkout lacks it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithDataAttribute : FactAttribute
{
    public FactWithDataAttribute(string folder)
    {
        if (Find(folder) is null)
            Skip = $"The data set '{folder}' is not here (a folder shared/data/{folder} beside the checkout).";
    }

    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "data", folder) is var path && Directory.Exists(path))
                return path;
        return null;
    }
}
