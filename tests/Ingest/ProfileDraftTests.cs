using Insights.Analytics.Loads;
using Insights.Ingest.Profiles;
using Insights.Ingest.Profiles.Drafts;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>A profile drafted from an export nobody knows: strict, usable, and open about what it guessed.</summary>
public sealed class ProfileDraftTests : IDisposable
{
    private readonly LoadingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_are_known_by_name_else_by_what_their_values_look_like()
    {
        var draft = Draft("""
            case_code;Θέμα;when_it_opened;when_it_was_fixed;κατασταση;wie;who
            A-17;Δεν τυπώνει ο εκτυπωτής;25/03/2026 09:05;25/03/2026 11:00;Κλειστό;urgent;maria@alpha.example
            A-18;Αργεί το δίκτυο;26/03/2026 10:15;;Ανοικτό;normal;kostas@alpha.example
            A-19;Νέος χρήστης στο λογιστήριο;26/03/2026 10:20;;Ανοικτό;normal;maria@alpha.example
            """);
        Assert.Equal("case_code", Only(draft, TicketColumn.TicketId));
        Assert.Equal("Θέμα", Only(draft, TicketColumn.Subject));
        Assert.Equal("when_it_opened", Only(draft, TicketColumn.CreatedAt));
        Assert.Equal("when_it_was_fixed", Only(draft, TicketColumn.ResolvedAt));
        Assert.Equal("κατασταση", Only(draft, TicketColumn.State));
        Assert.Equal("wie", Only(draft, TicketColumn.Priority));
        Assert.Equal("who", Only(draft, TicketColumn.RequesterMail));
        Assert.Equal(["d/M/yyyy H:mm"], draft.DateForms);
        Assert.Contains(draft.Unsure, q => q.English.Contains("'wie' was taken for priority", StringComparison.Ordinal));
        Assert.Contains(draft.Unsure, q => q.Greek.Contains("'wie' θεωρήθηκε priority", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("03/25/2026 9:05 AM", "M/d/yyyy h:mm tt")]
    [InlineData("25/03/2026 09:05", "d/M/yyyy H:mm")]
    [InlineData("30/Sep/21 17:20", "d/MMM/yy H:mm")]
    [InlineData("2026-03-25T09:05:07Z", "yyyy-MM-ddTHH:mm:ssz")]
    [InlineData("Mar 25, 2026 9:05 AM", "MMM d, yyyy h:mm tt")]
    public void The_form_of_its_times_is_found(string time, string form) =>
        Assert.Contains(form, Draft($"Ticket ID\tSubject\tCreated\n1\tIt is slow\t{time}\n2\tIt is late\t{time}\n").DateForms);

    [Fact]
    public void What_it_writes_is_a_profile_that_loads_the_file_it_came_from()
    {
        const string Export = "Code,What happened,Opened on,Stage\n1,The printer is on fire,25/Mar/26 09:05,Closed\n2,No network today,26/Mar/26 10:00,Sleeping\n";
        var json = DraftJson.Write(Draft(Export), "mine", "Europe/Athens", "en");
        var profile = ProfileReader.Read(json, "mine.profile.json");
        var result = _folder.Load(_folder.Write("export.csv", Export), profile);
        Assert.Equal((2, 0), (result.NewCount, result.RejectCount));
        Assert.Equal(["1|2026-03-25T07:05:00Z", "2|2026-03-26T08:00:00Z"], _folder.Query("select ticket_id, created_at from raw.tickets order by 1"));
    }

    [Fact]
    public void Without_a_time_of_creation_it_asks_for_it_first()
    {
        var draft = Draft("Ticket ID,Subject\n1,The printer is on fire\n2,No network today\n");
        Assert.Contains("created_at", draft.Unsure[0].English, StringComparison.Ordinal);
        Assert.Equal(["?"], ProfileReader.Read(DraftJson.Write(draft, "mine", "UTC", "el"), "mine").Columns[TicketColumn.CreatedAt]);
    }

    [Fact]
    public void The_example_it_writes_holds()
    {
        var profile = ProfileReader.Read(DraftJson.Write(Draft("Nr,Text here,Date in\n1,No network,3/4/2026 9:05\n2,No power at all,13/4/2026 9:05\n"), "mine", "UTC", "en"), "mine");
        var row = Assert.Single(profile.Examples).Row;
        var result = _folder.Load(_folder.Write("example.csv", $"{string.Join(',', row.Keys)}\n{string.Join(',', row.Values)}\n"), profile);
        Assert.Equal((1, 0), (result.NewCount, result.RejectCount));
    }

    private static string Only(ProfileDraft draft, TicketColumn column) => Assert.Single(draft.Columns[column]);

    private ProfileDraft Draft(string text)
    {
        using var records = Export.First(_folder.Write("unknown.csv", text));
        return ProfileDraft.Of(records, KnownProfiles.All);
    }
}
