using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>What the tools of the samples tell beside their lists is recognised, read whole, and taken for nothing else.</summary>
public sealed class SampleHistoriesTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("freshdesk/conversations.json.gz", "freshdesk", "messages")]
    [InlineData("zendesk/comments.json.gz", "zendesk", "messages")]
    [InlineData("zendesk/audits.json.gz", "zendesk", "events")]
    [InlineData("osticket/messages.csv", "osticket", "messages")]
    [InlineData("osticket/events.csv", "osticket", "events")]
    [InlineData("phone/pbx.csv", "phone-log-pbx", "calls")]
    public void It_is_recognised_and_read_as_that_alone(string sample, string profile, string content)
    {
        var file = Path.Combine([ReferenceFiles.DemoFolder, "..", "samples", .. sample.Split('/')]);
        Assert.Equal(profile, KnownProfiles.Recognise(file)?.Name);
        var result = _folder.Load(file, KnownProfiles.Find(profile));
        Assert.Equal([content], _folder.Query("select content from raw.loads"));
        Assert.Equal((0, result.RowCount), (result.RejectCount, result.NewCount));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void An_acknowledgement_by_a_rule_or_a_canned_reply_is_known_as_automatic()
    {
        foreach (var (tool, file) in new[] { ("zendesk", "comments.json.gz"), ("osticket", "messages.csv") })
            _folder.Load(Path.Combine(ReferenceFiles.DemoFolder, "..", "samples", tool, file), KnownProfiles.Find(tool), source: tool);
        Assert.Equal(["osticket|1", "zendesk|1"], _folder.Query("select distinct source, is_automatic from raw.messages where body like 'Λάβαμε το αίτημά σας%' order by 1"));
        Assert.Equal(["0"], _folder.Query("select count(*) from raw.messages where is_automatic and body not like 'Λάβαμε το αίτημά σας%'"));
    }
}
