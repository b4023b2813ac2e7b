using System.Text;
using Insights.Analytics;
using Insights.Ingest.Profiles;

namespace Insights.Ingest.Tests;

/// <summary>A profile with a mistake in it is refused with the file, the key, and what would be right.</summary>
public sealed class ProfileReaderTests : IDisposable
{
    private const string Sound = """
        {
          "name": "mine", "title": "My list", "source_of_truth": "My own file.", "headers": "confirmed",
          "how": { "en": "Save as CSV.", "el": "Αποθήκευση ως CSV." }, "side": "client", "time_zone": "Europe/Athens",
          "day_order": "dmy", "date_formats": ["d/M/yyyy H:mm"],
          "first_response": { "mode": "none", "semantics": "none" },
          "clock": { "run": ["new", "open", "hold"], "stop": ["pending", "resolved", "closed", "merged", "deleted"] },
          "columns": { "ticket_id": ["Νο"], "created_at": ["Πότε"], "state": ["Πού είναι"] },
          "words": { "state": { "closed": ["Τέλος"] } },
          "examples": [ { "row": { "Νο": "1", "Πότε": "1/7/2025 9:00" }, "ticket": { "created_at": "2025-07-01T06:00:00Z" } } ]
        }
        """;

    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_profile_of_ones_own_works_from_its_file()
    {
        var profile = KnownProfiles.Find(_folder.Write("mine.json", Sound));
        Assert.Equal("mine", profile.Name);
        _folder.Load(_folder.Write("mine.csv", "Νο;Πότε;Πού είναι\n1;1/7/2025 9:00;τελος\n"), profile);
        Assert.Equal(["1|closed"], _folder.Query("select ticket_id, state from raw.tickets"));
        Assert.Equal(["client"], _folder.Query("select side from raw.sources"));
    }

    [Theory]
    [InlineData("\"title\"", "\"titel\"", "'titel' is not known here. Did you mean 'title'?")]
    [InlineData("\"title\": \"", "\"title\": \"\\ud800", "this is no JSON")]
    [InlineData("\"side\": \"client\", ", "", "'side' is missing")]
    [InlineData("\"side\": \"client\"", "\"side\": \"cliant\"", "Did you mean 'client'?")]
    [InlineData("\"side\": \"client\"", "\"side\": \"client\", \"side\": \"client\"", "'side' stands there twice")]
    [InlineData("\"side\": \"client\"", "\"side\": 1", "'side' must be text")]
    [InlineData("Europe/Athens", "Europe/Athen", "'time_zone' is 'Europe/Athen'")]
    [InlineData("d/M/yyyy H:mm\"]", "M/d/yyyy H:mm\"]", "which is mdy, while day_order is dmy")]
    [InlineData("d/M/yyyy H:mm\"]", "some day\"]", "which is no date format")]
    [InlineData("\"created_at\": [\"Πότε\"]", "\"created_et\": [\"Πότε\"]", "'columns.created_et' is not known here. Did you mean 'created_at'?")]
    [InlineData("\"created_at\": [\"Πότε\"]", "\"created_at\": []", "'columns.created_at' must not be empty")]
    [InlineData("\"ticket_id\": [\"Νο\"], ", "", "'columns.ticket_id' is missing")]
    [InlineData("\"mode\": \"none\"", "\"mode\": \"field\"", "'first_response.mode' is 'field'")]
    [InlineData("{ \"closed\": [\"Τέλος\"] }", "{ \"closde\": [\"Τέλος\"] }", "'words.state.closde' is not known here. Did you mean 'closed'?")]
    [InlineData("{ \"closed\": [\"Τέλος\"] }", "{ \"closed\": [\"Τέλος\"], \"open\": [\"Τέλος\"] }", "which already means closed")]
    [InlineData("\"state\": [\"Πού είναι\"]", "\"paused_seconds\": [\"Αναμονή\"]", "'units.paused_seconds' is missing")]
    [InlineData("\"examples\": [ {", "\"examples\": [ { \"rwo\": {},", "'examples[0].rwo' is not known here. Did you mean 'row'?")]
    [InlineData("\"name\": \"mine\",", "\"name\": ", "this is no JSON")]
    public void A_mistake_is_named(string right, string wrong, string message)
    {
        Assert.Contains(right, Sound, StringComparison.Ordinal);
        var json = Encoding.UTF8.GetBytes(Sound.Replace(right, wrong, StringComparison.Ordinal));
        var refusal = Assert.Throws<SetupException>(() => ProfileReader.Read(json, "mine.json"));
        Assert.StartsWith("mine.json: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_profile_zone_or_column_is_refused_by_name()
    {
        Assert.Contains("Did you mean 'freshdesk'?", Assert.Throws<SetupException>(() => KnownProfiles.Find("freshdisk")).Message, StringComparison.Ordinal);
        var file = _folder.Write("a.csv", "Number,Created\n1,2025-07-01 09:00\n");
        Assert.Contains("'Athens'", Assert.Throws<SetupException>(() => _folder.Load(file, KnownProfiles.Find("generic"), zone: "Athens")).Message, StringComparison.Ordinal);
        Assert.Contains("ticket_id", Assert.Throws<SetupException>(() => _folder.Load(file, KnownProfiles.Find("freshdesk"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_no_profile_knows_is_recognised_as_none()
    {
        Assert.Null(KnownProfiles.Recognise(["Alpha", "Beta"]));
        Assert.Null(KnownProfiles.Recognise(["Subject", "Created"]));
        Assert.Equal("generic", KnownProfiles.Recognise(["Number", "Subject", "Created"])?.Name);
    }
}
