using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>Real files of the City of Boston, where they lie beside the repository; the figures were computed independently.</summary>
public sealed class BostonTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Equipment_Repair.csv", 1728, 1541, 815, 913, 26)]
    [InlineData("General_Lighting_Request.csv", 1429, null, 1136, 285, null)]
    public void The_counts_are_those_of_the_city(string name, int rows, int? closed, int onTime, int overdue, int? withoutDue)
    {
        var file = Path.Combine(ReferenceFiles.DemoFolder, "..", "..", "..", "shared", "data", "boston311", name);
        if (!File.Exists(file))
            return;

        var profile = KnownProfiles.Recognise(file);
        Assert.Equal("boston311", profile?.Name);
        var result = _folder.Load(file, profile!);
        Assert.Equal((rows, 0), (result.NewCount, result.RejectCount));
        Assert.Equal([$"{onTime}|{overdue}"], _folder.Query("select count(*) filter (vendor_resolve_outcome = 'met'), count(*) filter (vendor_resolve_outcome = 'breached') from raw.tickets"));
        if (closed is not null)
            Assert.Equal([$"{closed}"], _folder.Query("select count(closed_at) from raw.tickets"));
        if (withoutDue is not null)
            Assert.Equal([$"{withoutDue}"], _folder.Query("select count(*) from raw.tickets where vendor_resolve_due_at is null"));
    }
}
