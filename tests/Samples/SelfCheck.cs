namespace Insights.Samples;

/// <summary>Proves that the same seed gives the same bytes.</summary>
internal static class SelfCheck
{
    public static int Run(ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("insights-samples-");
        try
        {
            var (one, two) = (Path.Combine(folder.FullName, "one"), Path.Combine(folder.FullName, "two"));
            SampleSet.Write(one, seed);
            SampleSet.Write(two, seed);
            var different = Directory.EnumerateFiles(one, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(one, f))
                .Where(f => !AreEqual(Path.Combine(one, f), Path.Combine(two, f))).ToList();
            foreach (var file in different)
                Console.Error.WriteLine($"{file} came out differently the second time.");
            return different.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool AreEqual(string one, string two) => File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(two));
}
