using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Insights.EndToEnd.Tests;

/// <summary>insights verdict, from the owner's own list, from the provider's export, and from both.</summary>
public sealed partial class VerdictTests(VerdictTests.Owner given) : IClassFixture<VerdictTests.Owner>
{
    private const string Client = "Δικηγορικό Γραφείο Παππά";

    [Fact]
    public void From_the_owners_own_list_alone_it_says_what_the_list_cannot_tell()
    {
        var page = given.Page("own", "en");
        Assert.Contains("20 tickets in your own records", page, StringComparison.Ordinal);
        Assert.Contains("There is no file of the provider’s beside them", page, StringComparison.Ordinal);
        Assert.Contains("Measured against your expectation: 2 hours", page, StringComparison.Ordinal);
        Assert.Contains("From your own records.", page, StringComparison.Ordinal);
        Assert.Contains("Not measurable: no log of a telephone was given.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not found in the provider’s file", page, StringComparison.Ordinal);
    }

    [Fact]
    public void From_the_providers_export_alone_it_says_that_what_the_export_lacks_cannot_be_told()
    {
        var page = given.Page("theirs", "en");
        Assert.Contains("in the provider’s file", page, StringComparison.Ordinal);
        Assert.Contains("There are no records of your own beside it", page, StringComparison.Ordinal);
        Assert.Contains("Measured against the contract: 95% of tickets in time.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not found in the provider’s file", page, StringComparison.Ordinal);
    }

    [Fact]
    public void From_both_it_lists_what_one_side_has_and_the_other_has_not_with_possible_reasons()
    {
        var page = given.Page("both", "en");
        Assert.Matches("20 tickets in your own records, [0-9]+ in the provider’s file: 18 in both, 2 not found in the file", page);
        Assert.Contains("Not found in the provider’s file", page, StringComparison.Ordinal);
        Assert.Contains("Το φωτοτυπικό βγάζει γραμμές", page, StringComparison.Ordinal);
        Assert.Contains("Only in the provider’s file", page, StringComparison.Ordinal);
        Assert.Contains("None that the data show", page, StringComparison.Ordinal);
        Assert.Contains("2 of our 20 requests were not found in your file.", page, StringComparison.Ordinal);
        Assert.Contains("Δεν βρέθηκαν στο αρχείο της εταιρείας", given.Page("both", "el"), StringComparison.Ordinal);
    }

    [Fact]
    public void From_a_telephones_log_alone_it_tells_how_many_calls_were_answered()
    {
        using var folder = new TemporaryFolder();
        folder.File("calls.csv", "Date,Time,Type,Number,Duration\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"{i:00}/09/2026,10:00:00,Outgoing,2105550000,{(i % 4 == 0 ? "00:00:00" : "00:02:00")}\n")));
        Assert.Equal(0, InsightsProgram.In(folder.Path, "ingest", "calls.csv", "--profile", "phone-log-handset", "--client", "Shop").ExitCode);
        var run = InsightsProgram.In(folder.Path, "verdict", "--client", "Shop", "--lang", "en");
        Assert.True(run.ExitCode == 0, run.Error);
        var page = System.Net.WebUtility.HtmlDecode(File.ReadAllText(Directory.GetFiles(folder.Path, "verdict-en.html", SearchOption.AllDirectories).Single()));
        Assert.Contains("20 calls on the telephone’s log and no tickets.", page, StringComparison.Ordinal);
        Assert.Contains("15 of 20 calls were answered (75%", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("theirs")]
    [InlineData("both")]
    public void Every_pack_is_whole_in_both_languages_ends_with_the_closing_sentence_and_has_no_overall_grade(string which)
    {
        foreach (var (language, closing) in new[] { ("en", "The conclusion is about these data and this period."), ("el", "Το συμπέρασμα αφορά αυτά τα στοιχεία και αυτή την περίοδο.") })
        {
            Assert.All(new[] { "pdf", "pptx", "html", "xlsx" }, kind => Assert.True(new FileInfo(given.FileOf(which, $"verdict-{language}.{kind}")).Length > 1000));
            var page = given.Page(which, language);
            Assert.True(page.LastIndexOf(closing, StringComparison.Ordinal) > page.Length - 400);
            Assert.Equal(1, Regex.Count(page, language == "en" ? "overall grade" : "γενικός βαθμός"));
            Assert.Contains("5. ", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_proof_tells_what_changed_and_neither_whose_a_ticket_was_nor_what_the_files_are_called()
    {
        var told = InsightsProgram.In(given.Folder, "query", "select string_agg(field || ' ' || earlier_file || ' ' || old_value, ', ' order by field) from marts.revisions where client = '" + Client + "'", "--warehouse", "theirs.duckdb", "--format", "csv");
        Assert.Matches("client \\S*ygeiaplous.csv Κλινική Υγεία Πλους, resolved_at", told.Output);
        var rows = Assert.Single(PackParts.In(Path.GetDirectoryName(given.FileOf("theirs", "verdict-en.pdf"))!), p => p.Name.EndsWith("proof-verdict-en.zip/marts/revisions.jsonl", StringComparison.Ordinal)).Text.Trim();
        Assert.Contains("\",\"resolved_at\",\"rewritten\"", rows, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', rows);
    }

    /// <summary>The provider's export has three clients; the pack of one names none of the others, in no part of any file.</summary>
    [Theory]
    [InlineData("theirs")]
    [InlineData("both")]
    public void No_other_clients_name_appears_in_any_file_of_a_pack(string which)
    {
        string[] others = ["Ygeia", "ygeiaplous", "Υγεία Πλους", "Techniki", "technikidomi", "Τεχνική Δομή"];
        var folder = Path.GetDirectoryName(given.FileOf(which, "verdict-en.pdf"))!;
        Assert.Equal(12, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);
        var parts = PackParts.In(folder).ToList();
        Assert.Contains(parts, p => p.Name.EndsWith("proof-verdict-el.zip/marts/ticket_matches.jsonl", StringComparison.Ordinal));
        foreach (var (name, text) in parts)
            Assert.All(others, other => Assert.False(text.Contains(other, StringComparison.OrdinalIgnoreCase) || name.Contains(other, StringComparison.OrdinalIgnoreCase), $"{other} in {name}"));
        Assert.Contains(parts, p => p.Text.Contains("Παππά", StringComparison.Ordinal));
    }

    [Fact]
    public void From_its_proof_a_verdict_of_both_sides_is_made_again_byte_for_byte_and_its_figures_are_counted_again()
    {
        var proof = given.FileOf("both", "proof-verdict-el.zip");
        var again = InsightsProgram.In(given.Folder, "verdict", "--from", proof, "--out", "remade", "--lang", "en");
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Matches("^[0-9]+ figures counted again from the tickets: all equal.\\s+4 files made again: all are", again.Error);
        PackParts.AssertSame(6, Path.Combine(given.Folder, "remade"), Path.Combine(given.Folder, "out-both"));

        PackParts.Forge(proof, Path.Combine(given.Folder, "forged.zip"), "ticket_matches", ",true,\"zendesk\",", ",false,\"zendesk\",");
        var found = InsightsProgram.In(given.Folder, "verdict", "--from", "forged.zip", "--out", "forged", "--lang", "en");
        Assert.Equal(1, found.ExitCode);
        Assert.Contains("not_found item_count: the pack says 2, counted again it is 20", found.Error, StringComparison.Ordinal);
        Assert.Contains("4 files made again: 4 are not those of the pack:", found.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review", "en", "is the proof of another pack. Run: insights verdict --from")]
    [InlineData("benchmark", "el", "είναι απόδειξη άλλου πακέτου. Δώστε: insights verdict --from")]
    [InlineData("verdict", "en", "--client: a proof makes its pack again as it was written.", "--client", "Somebody")]
    public void A_proof_is_for_its_own_pack_as_it_was_written(string command, string language, string told, params string[] more)
    {
        var run = InsightsProgram.In(given.Folder, [command, "--from", given.FileOf("both", "proof-verdict-en.zip"), "--out", "nothing", "--lang", language, .. more]);
        Assert.Equal((2, true), (run.ExitCode, run.Error.Contains(told, StringComparison.Ordinal)));
        Assert.False(Directory.Exists(Path.Combine(given.Folder, "nothing")));
    }

    [Theory]
    [InlineData("en", "What was finished by then is kept; the rest counts as not done. Run the command again.")]
    [InlineData("el", "Ό,τι είχε ολοκληρωθεί ως τότε μένει· τα υπόλοιπα μετράνε σαν να μην έγιναν. Δώστε ξανά την εντολή.")]
    public void What_cannot_go_on_says_what_became_of_what_was_done(string language, string told)
    {
        var run = InsightsProgram.In(given.Folder, "verdict", "--from", given.FileOf("both", "proof-verdict-en.zip"), "--out", "own.csv", "--lang", language);
        Assert.Equal((1, true), (run.ExitCode, run.Error.Contains(told, StringComparison.Ordinal)));
    }

    [Fact]
    public void Anonymous_a_verdict_and_its_proof_name_nobody_and_the_proof_gives_it_again()
    {
        Assert.Equal(0, InsightsProgram.In(given.Folder, "verdict", "--client", Client, "--anonymous", "--warehouse", "both.duckdb", "--reference", Owner.Reference, "--out", "nameless", "--lang", "el").ExitCode);
        var people = InsightsProgram.In(given.Folder, "query", "select distinct name from marts.people where length(name) > 5", "--warehouse", "both.duckdb", "--format", "csv").Output.Split('\n').Skip(1).Select(n => n.Trim('"', '\r')).Where(n => n.Length > 0);
        string[] names = [Client, "Παππά", "Αίολος", .. people];
        Assert.True(names.Length > 5);
        var folder = Path.Combine(given.Folder, "nameless");
        Assert.Empty(from part in PackParts.In(folder) from name in names where part.Text.Contains(name, StringComparison.Ordinal) || part.Name.Contains(name, StringComparison.Ordinal) select $"{part.Name} names {name}");

        var proof = Directory.GetFiles(folder, "proof-verdict-el.zip", SearchOption.AllDirectories).Single();
        Assert.Equal(0, InsightsProgram.In(given.Folder, "verdict", "--from", proof, "--out", "nameless-again").ExitCode);
        PackParts.AssertSame(6, Path.Combine(given.Folder, "nameless-again"), folder);
    }

    [Fact]
    public void The_workbooks_answers_are_those_of_the_marts()
    {
        var told = InsightsProgram.In(given.Folder, "query", "select question, n, hit_count, answer from marts.verdicts where client = '" + Client + "' and month = '2026-11-01' and question in ('urgent', 'rest') order by place", "--warehouse", "both.duckdb", "--format", "csv");
        Assert.Equal(0, told.ExitCode);
        using var archive = ZipFile.OpenRead(given.FileOf("both", "verdict-en.xlsx"));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = reader.ReadToEnd();
        foreach (var row in told.Output.Trim().ReplaceLineEndings("\n").Split('\n').Skip(1).Select(line => line.Split(',')))
            Assert.Matches(FormattableString.Invariant($"<(x:)?v>{row[2]}</(x:)?v>.*?<(x:)?v>{row[1]}</(x:)?v>"), sheet);
    }

    [Fact]
    public void Written_twice_a_pack_has_the_same_bytes()
    {
        var first = File.ReadAllText(given.FileOf("both", "manifest-verdict-el.json"));
        Assert.Equal(0, InsightsProgram.In(given.Folder, "verdict", "--client", Client, "--warehouse", "both.duckdb", "--reference", Owner.Reference, "--out", "again", "--lang", "el").ExitCode);
        Assert.Equal(first, File.ReadAllText(Directory.GetFiles(Path.Combine(given.Folder, "again"), "manifest-verdict-el.json", SearchOption.AllDirectories).Single()));
    }

    [Theory]
    [InlineData("There is nothing of a client 'Nobody' to judge", "verdict", "--client", "Nobody")]
    [InlineData("--client NAME", "verdict")]
    [InlineData("does not reach 2020-01", "verdict", "--client", Client, "--month", "2020-01")]
    public void Wrong_use_is_told_and_nothing_is_written(string message, params string[] arguments)
    {
        var run = InsightsProgram.In(given.Folder, [.. arguments, "--warehouse", "own.duckdb", "--reference", Owner.Reference, "--out", "nothing"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(given.Folder, "nothing")));
    }

    /// <summary>Eighteen requests of the law firm as its owner noted them, seven minutes before they were opened at the provider's, and two of which the provider's file knows nothing.</summary>
    public sealed partial class Owner : IDisposable
    {
        private const string Provider = "Αίολος Πληροφορική";

        public Owner()
        {
            File.WriteAllText(Path.Combine(Folder, "own.csv"), OwnList());
            Load("own", "own.csv", "--profile", "simple");
            File.Copy(Path.Combine(Folder, "own.duckdb"), Path.Combine(Folder, "both.duckdb"));
            File.WriteAllText(Path.Combine(Folder, "ygeiaplous.csv"), Before());
            Load("theirs", "ygeiaplous.csv", "--profile", "zendesk");
            foreach (var which in new[] { "theirs", "both" })
                Load(which, Path.Combine(Samples, "zendesk", "tickets.csv"), "--source", "zendesk");
            foreach (var which in new[] { "own", "theirs", "both" })
                Run("verdict", "--client", Client, "--warehouse", which + ".duckdb", "--reference", Reference, "--out", "out-" + which);
        }

        public static string Reference => Path.Combine(AppContext.BaseDirectory, "data", "reference");

        public string Folder { get; } = Directory.CreateTempSubdirectory("insights-verdict-").FullName;

        private static string Samples => Path.Combine(AppContext.BaseDirectory, "data", "samples");

        public string FileOf(string which, string name) => Directory.GetFiles(Path.Combine(Folder, "out-" + which), name, SearchOption.AllDirectories).Single();

        /// <summary>The words of the page, as its HTML shows them.</summary>
        public string Page(string which, string language)
        {
            var body = Styles().Replace(File.ReadAllText(FileOf(which, $"verdict-{language}.html")), "");
            return System.Net.WebUtility.HtmlDecode(Tags().Replace(body, " "));
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);

        private void Load(string which, string file, params string[] more) => Run(
            ["ingest", file, "--provider", Provider, "--warehouse", which + ".duckdb", "--reference", Reference, .. more, .. which == "own" ? ["--client", Client] : Array.Empty<string>()]);

        private void Run(params string[] arguments)
        {
            var run = InsightsProgram.In(Folder, arguments);
            Assert.True(run.ExitCode == 0, run.Error);
        }

        private static IEnumerable<Dictionary<string, string>> Named(List<List<string>> table) =>
            table.Skip(1).Select(row => table[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second));

        /// <summary>A ticket of the law firm as an earlier export has it: another client's, and ended an hour before.</summary>
        private static string Before()
        {
            var lines = File.ReadAllLines(Path.Combine(Samples, "zendesk", "tickets.csv"));
            var ticket = lines.Single(l => l.Contains(",Pappas Law,", StringComparison.Ordinal) && l.Contains(",2026-11-01 09:45,", StringComparison.Ordinal));
            return string.Join('\n', lines[0], ticket.Replace("Pappas Law", "Ygeia Plous Clinic", StringComparison.Ordinal)
                .Replace("2026-11-01 09:45", "2026-10-30 09:45", StringComparison.Ordinal).Replace("2026-10-29 09:45", "2026-10-29 08:45", StringComparison.Ordinal)) + "\n";
        }

        private static string OwnList()
        {
            var list = new StringBuilder("Ημερομηνία,Τι έγινε,Ποιος,Απάντησαν\n");
            var rows = Named(Csv.Read(File.ReadAllText(Path.Combine(Samples, "zendesk", "tickets.csv")))).Where(r => r["Organization"] == "Pappas Law" && string.CompareOrdinal(r["Created at"], "2026-03") > 0 && r["First reply time in minutes"].Length > 0);
            foreach (var row in rows.Where((_, i) => i % 4 == 0).Take(18))
            {
                var asked = DateTime.ParseExact(row["Created at"], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).AddMinutes(-7);
                var answered = asked.AddMinutes(7 + int.Parse(row["First reply time in minutes"], CultureInfo.InvariantCulture));
                list.Append(CultureInfo.InvariantCulture, $"{asked:dd/MM/yyyy HH:mm},\"{row["Subject"].Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row["Requester"]},{answered:dd/MM/yyyy HH:mm}\n");
            }

            return list.Append("20/08/2026 03:10,Το φωτοτυπικό βγάζει γραμμές,Γιώργος,\n").Append("21/08/2026 03:40,Το φωτοτυπικό βγάζει γραμμές,Γιώργος,\n").ToString();
        }

        [GeneratedRegex("<style.*?</style>", RegexOptions.Singleline)]
        private static partial Regex Styles();

        [GeneratedRegex("<[^>]*>")]
        private static partial Regex Tags();
    }
}
