using ClosedXML.Excel;
using Insights.Analytics;
using Insights.Ingest.Loading;
using Insights.Ingest.Profiles;
using Insights.Ingest.Reference;

namespace Insights.Ingest.Tests;

public sealed class InitWorkbookTests : IDisposable
{
    private const string Header =
        "Ticket ID,Subject,Status,Priority,Agent,Created time,Initial response time,Resolved time,Email,Company Name\n";

    private readonly ReferenceFiles _files = ReferenceFiles.Empty();

    [Fact]
    public void The_demo_exports_give_the_eight_clients_with_their_mail_domains_and_period()
    {
        var facts = ExportFactsReader.Read([.. Tools.Select(DemoRequest)]);
        Assert.Equal(8, facts.Clients.Count);
        var notos = Assert.Single(facts.Clients, client => client.Name == "Notos Logistics SA");
        Assert.Equal(["notos-logistics.example"], notos.Domains);
        Assert.Equal("Europe/Athens", facts.Zone);
        Assert.Equal(2025, facts.First!.Value.Year);
        Assert.Equal(Tools, facts.Files.Select(file => file.Profile));
        Assert.Contains(facts.Agents, agent => agent.Name == "Γιώργος Αντωνίου" && agent.Tickets > 100);
        Assert.All(facts.Words.Where(word => word.Field == "priority"), word => Assert.NotNull(word.Value));
        Assert.Equal(
            facts.Files.Sum(file => file.Tickets),
            facts.Clients.Sum(client => client.Tickets) + facts.Addresses.Sum(address => address.Tickets));
    }

    [Theory]
    [InlineData("en", "Promised time")]
    [InlineData("el", "Συμφωνημένος χρόνος")]
    public void The_workbook_written_reads_back_as_reference_data_before_a_person_fills_anything(string language, string heading)
    {
        var facts = ExportFactsReader.Read([.. Tools.Select(DemoRequest)]);
        InitWorkbook.Write(_files.Of("reference.xlsx"), facts, language);
        var read = ReferenceReader.Read(_files.Folder);
        Assert.Equal(8, read.Data.Clients.Count);
        Assert.Empty(read.Data.Promises);
        Assert.Equal("support", Assert.Single(read.Data.Calendars).Calendar);
        Assert.Equal(12, read.Data.Holidays.Count);
        Assert.Contains(read.Notices, notice => notice.English.Contains("rows that wait for their promise", StringComparison.Ordinal));
        using var book = new XLWorkbook(_files.Of("reference.xlsx"));
        Assert.Contains(book.Worksheet("promises").Row(2).CellsUsed(), cell => cell.GetString() == heading);
    }

    [Fact]
    public void A_promise_typed_into_the_workbook_counts()
    {
        InitWorkbook.Write(_files.Of("reference.xlsx"), ExportFactsReader.Read([DemoRequest("freshdesk")]), "el");
        using (var book = new XLWorkbook(_files.Of("reference.xlsx")))
        {
            book.Worksheet("promises").Cell(4, 4).SetValue("2 ώρες");
            book.Save();
        }

        var promise = Assert.Single(ReferenceReader.Read(_files.Folder).Data.Promises);
        Assert.Equal((7200L, "support", "response"), (promise.Term.Seconds, promise.Calendar, promise.PromiseKind));
    }

    [Fact]
    public void Free_mail_is_listed_for_a_person_to_assign_and_counts_once_assigned()
    {
        var facts = Facts(
            "1,Mail,Open,High,Eva,2026-10-05 09:00:00,,,meli@gmail.com,\n" + "2,Mail,Open,High,Eva,2026-10-06 09:00:00,,,Meli@GMAIL.com,\n"
            + "3,Mail,Open,High,Eva,2026-10-06 09:00:00,,,info@selida.example,\n");
        Assert.Equal([("meli@gmail.com", 2L)], facts.Addresses);
        Assert.Equal(["selida.example"], facts.Clients.Select(client => client.Name));
        InitWorkbook.Write(_files.Of("reference.xlsx"), facts, "en");
        Assert.Empty(ReferenceReader.Read(_files.Folder).Data.Aliases);
        using (var book = new XLWorkbook(_files.Of("reference.xlsx")))
        {
            book.Worksheet("assign").Cell(4, 3).SetValue("selida.example");
            book.Save();
        }

        var alias = Assert.Single(ReferenceReader.Read(_files.Folder).Data.Aliases);
        Assert.Equal(("*", "meli@gmail.com", "selida.example"), (alias.Source, alias.Name, alias.Client));
    }

    [Fact]
    public void Words_the_profile_does_not_know_wait_in_the_vocabulary()
    {
        InitWorkbook.Write(
            _files.Of("reference.xlsx"),
            Facts("1,Mail,Παρκαρισμένο,Φωτιά,Eva,2026-10-05 09:00:00,,,a@selida.example,Σελίδα\n"), "en");
        using var book = new XLWorkbook(_files.Of("reference.xlsx"));
        var words = book.Worksheet("vocabulary").RowsUsed().Skip(3).Select(row => row.Cell(2).GetString() + " " + row.Cell(3).GetString());
        Assert.Equal(["priority Φωτιά", "state Παρκαρισμένο"], words.Order());
        Assert.Empty(ReferenceReader.Read(_files.Folder).Data.Vocabulary);
    }

    [Fact]
    public void One_client_under_two_names_in_two_tools_is_one_row_and_an_alias()
    {
        var facts = ExportFactsReader.Read(
        [
            Request(
                "a.csv",
                "1,M,Open,High,Eva,2026-10-05 09:00:00,,,x@notos.example,Notos SA\n"
                + "2,M,Open,High,Eva,2026-10-05 09:00:00,,,y@notos.example,Notos SA\n", "one"),
            Request("b.csv", "1,M,Open,High,Eva,2026-10-05 09:00:00,,,x@notos.example,Νότος\n", "two"),
        ]);
        var client = Assert.Single(facts.Clients);
        Assert.Equal(("Notos SA", 3L), (client.Name, client.Tickets));
        InitWorkbook.Write(_files.Of("reference.xlsx"), facts, "en");
        var alias = Assert.Single(ReferenceReader.Read(_files.Folder).Data.Aliases);
        Assert.Equal(("two", "Νότος", "Notos SA"), (alias.Source, alias.Name, alias.Client));
    }

    [Fact]
    public void Two_clients_whose_tickets_an_agent_types_stay_two()
    {
        var facts = Facts(
            "1,M,Open,High,Eva,2026-10-05 09:00:00,,,eva@support.example,Alpha\n"
            + "2,M,Open,High,Eva,2026-10-05 09:00:00,,,eva@support.example,Alpha\n"
            + "3,M,Open,High,Eva,2026-10-05 09:00:00,,,eva@support.example,Beta\n");
        Assert.Equal(["Alpha", "Beta"], facts.Clients.Select(client => client.Name));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+30 210")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("'quoted")]
    public void Hostile_names_stay_text_and_read_back_as_they_were(string name)
    {
        var csv = $"1,Mail,Open,High,{Quoted(name)},2026-10-05 09:00:00,,,a@selida.example,{Quoted(name)}\n";
        InitWorkbook.Write(_files.Of("reference.xlsx"), Facts(csv), "en");
        using var book = new XLWorkbook(_files.Of("reference.xlsx"));
        Assert.DoesNotContain(book.Worksheets.SelectMany(sheet => sheet.CellsUsed()), cell => cell.HasFormula);
        Assert.Equal(name, Assert.Single(ReferenceReader.Read(_files.Folder).Data.Clients).Client);
    }

    [Fact]
    public void What_a_person_filled_in_is_never_overwritten()
    {
        _files.With("reference.xlsx", "mine");
        Assert.Contains("is there already", Assert.Throws<SetupException>(
            () => InitWorkbook.Write(_files.Of("reference.xlsx"), Facts(""), "en")).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_files.Of("reference.xlsx")));
    }

    public void Dispose() => _files.Dispose();

    private static string[] Tools => ["freshdesk", "zendesk", "osticket"];

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static LoadRequest DemoRequest(string tool)
    {
        var file = Path.Combine(Path.GetDirectoryName(ReferenceFiles.DemoFolder)!, "samples", tool, "tickets.csv");
        return new LoadRequest { File = file, Profile = KnownProfiles.Recognise(file)!, Source = tool, Provider = "Αίολος Πληροφορική" };
    }

    private ExportFacts Facts(string rows) => ExportFactsReader.Read([Request("export.csv", rows, "freshdesk")]);

    private LoadRequest Request(string file, string rows, string source)
    {
        _files.With(file, Header + rows);
        return new LoadRequest { File = _files.Of(file), Profile = KnownProfiles.Find("freshdesk"), Source = source, Provider = "Αίολος" };
    }
}
