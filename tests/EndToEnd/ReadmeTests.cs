using System.Text.RegularExpressions;

namespace Insights.EndToEnd.Tests;

/// <summary>The README tells the truth: what it tells people to type is understood.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_command_and_option_in_the_readme_exists()
    {
        using var folder = new TemporaryFolder();
        var lines = File.ReadAllLines(Path.Combine(Root(), "README.md")).Where(l => l.StartsWith("insights ", StringComparison.Ordinal)).Select(l => l.Split('#')[0].Trim()).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            var words = Word().Matches(line).Select(m => m.Value).ToList();
            var help = InsightsProgram.In(folder.Path, words[1], "--help");
            Assert.Equal(0, help.ExitCode);
            Assert.All(words.Where(w => w.StartsWith("--", StringComparison.Ordinal)), option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
        });
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Insights.sln")))
            at = at.Parent ?? throw new DirectoryNotFoundException("Insights.sln is in no folder above the tests.");
        return at.FullName;
    }

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Word();
}
