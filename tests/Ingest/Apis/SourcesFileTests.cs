using System.Text.Json.Nodes;
using Insights.Analytics;
using Insights.Ingest.Profiles;
using Insights.Ingest.Sources;

namespace Insights.Ingest.Tests.Apis;

/// <summary>sources.json is read strictly, before any tool is asked.</summary>
public sealed class SourcesFileTests : IDisposable
{
    private const string Whole = """
        {
          "time_zone": "Europe/Athens",
          "sources": [ { "source": "desk", "profile": "zammad", "provider": "P", "settings": { "host": "help.example.com" }, "secrets": { "token": "file:token.txt" } } ],
          "mail": [ { "source": "box", "profile": "generic", "provider": "P", "host": "imap.example.com", "user": "u", "password": "file:token.txt" } ],
          "packs": [ { "pack": "review" } ]
        }
        """;

    private readonly LoadingFolder _folder = new();

    public SourcesFileTests()
    {
        var secret = _folder.Write("token.txt", "s3cret\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public static TheoryData<string> Tools => [.. KnownProfiles.All.Where(p => p.Api is not null).Select(p => p.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_not_said_is_every_hour_and_the_first_of_the_month_at_six()
    {
        var plan = Read(Whole);
        Assert.Equal("s3cret", plan.Sources[0].Access.Values["token"]);
        Assert.Equal(("INBOX", 993, "s3cret"), (plan.Mail[0].Folder, plan.Mail[0].Port, plan.Mail[0].Password));
        var now = new DateTimeOffset(2026, 11, 28, 13, 29, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 14, 0, 0, TimeSpan.Zero), plan.Sources[0].Schedule.Next(now));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 4, 0, 0, TimeSpan.Zero), plan.Packs[0].When.Next(now));
    }

    [Theory]
    [InlineData("\"source\": \"desk\"", "\"sourse\": \"desk\"", "'sources[0].sourse' is not known here. Did you mean 'source'?")]
    [InlineData("\"host\": \"help.example.com\"", "", "'sources[0].settings.host' is missing: the address of Zammad")]
    [InlineData("\"token\": \"file", "\"tokn\": \"file", "Did you mean 'token'?")]
    [InlineData("zammad", "boston311", "cannot be pulled; these can: autotask")]
    [InlineData("\"box\"", "\"desk\"", "name 'desk' twice")]
    [InlineData("Europe/Athens", "Europe/Athina", "is no IANA zone")]
    [InlineData("\"pack\": \"review\"", "\"pack\": \"review\", \"schedule\": \"monthly\"", "is no cron form")]
    [InlineData("\"pack\": \"review\"", "\"pack\": \"rewiev\"", "Did you mean 'review'?")]
    [InlineData("help.example.com", "http://help.example.com", "is not encrypted")]
    [InlineData("{\n", "[\n", "this is no JSON")]
    public void A_slip_is_named_with_its_place(string right, string wrong, string said) =>
        Assert.Contains(said, Assert.Throws<SetupException>(() => Read(Whole.Replace(right, wrong, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    /// <summary>The library looks below APPDATA before it looks below the home of the user, on every system.</summary>
    [Fact]
    public void A_secret_may_stand_in_the_user_secrets_if_nobody_else_can_read_them()
    {
        var before = Environment.GetEnvironmentVariable("APPDATA");
        Environment.SetEnvironmentVariable("APPDATA", Path.GetDirectoryName(_folder.Warehouse)!);
        try
        {
            var asked = Whole.Replace("\"token\": \"file:token.txt\"", "\"token\": \"user-secrets:Desk:Token\"", StringComparison.Ordinal);
            Assert.Contains("dotnet user-secrets set \"Desk:Token\" VALUE --id insights", Assert.Throws<SetupException>(() => Read(asked)).Message, StringComparison.Ordinal);
            UserSecrets("""{ "Desk:Token": "s3cret" }""", UnixFileMode.UserRead);
            Assert.Equal("s3cret", Read(asked).Sources[0].Access.Values["token"]);
            UserSecrets("""{ "Desk:Token": "s3cret" """, UnixFileMode.UserRead);
            var spoilt = Assert.Throws<SetupException>(() => Read(asked)).What;
            Assert.Contains("are no JSON", spoilt.English, StringComparison.Ordinal);
            Assert.Contains("δεν είναι JSON", spoilt.Greek, StringComparison.Ordinal);
            UserSecrets("""{ "Desk:Token": "s3cret" }""", UnixFileMode.UserRead | UnixFileMode.GroupRead);
            if (!OperatingSystem.IsWindows())
                Assert.Contains("chmod 600", Assert.Throws<SetupException>(() => Read(asked)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("APPDATA", before);
        }
    }

    private void UserSecrets(string text, UnixFileMode mode)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_folder.Warehouse)!, "Microsoft", "UserSecrets", "insights"));
        var file = Path.Combine(folder.FullName, "secrets.json");
        File.Delete(file);
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, mode);
    }

    [Fact]
    public void An_address_that_can_be_found_may_be_left_out()
    {
        var plan = Read("""{ "time_zone": "Europe/Athens", "sources": [ { "profile": "autotask", "provider": "P", "settings": { "user": "u" }, "secrets": { "secret": "file:token.txt", "code": "file:token.txt" } } ] }""");
        Assert.Equal(["code", "secret", "user"], plan.Sources[0].Access.Values.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void The_example_of_each_tool_can_be_filled_in(string tool)
    {
        var entry = JsonNode.Parse(SourcesFile.Example(KnownProfiles.Find(tool)))!.AsObject();
        foreach (var (name, _) in entry["settings"]!.AsObject().ToList())
            entry["settings"]![name] = name == "address" ? "https://tool.example.com" : "tool.example.com";
        foreach (var (name, _) in entry["secrets"]!.AsObject().ToList())
            entry["secrets"]![name] = "file:token.txt";
        var plan = Read(new JsonObject { ["time_zone"] = "Europe/Athens", ["sources"] = new JsonArray(entry) }.ToJsonString());
        Assert.Equal((tool, "https"), (plan.Sources[0].Source, plan.Sources[0].Access.Base().Scheme));
    }

    private SourcesPlan Read(string text) => SourcesFile.Read(_folder.Write("sources.json", text));
}
