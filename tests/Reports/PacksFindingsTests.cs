using DuckDB.NET.Data;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Tests;

public sealed class PacksFindingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("insights-findings-").FullName;

    public static TheoryData<string> Codes() =>
    [
        "response_target_missed", "response_target_met", "response_not_distinguishable", "resolve_target_missed", "resolve_target_met",
        "resolve_not_distinguishable",
        "failures_return", "failures_stay_away", "chronic_failure", "no_promise", "response_not_measurable", "response_slower",
        "response_faster",
        "backlog_low", "backlog_high", "response_median", "resolve_median",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_sentence_in_both_languages(string code)
    {
        var (full, bare) =
            Rows($"'{code}', 22, 0.23, 0.1, 0.43, 0.95, 2880, 5400, 5, 'VPN-ROUTER-01'",
            $"'{code}', null, null, null, null, null, null, null, null, null");

        foreach (var language in Language.All)
        {
            Assert.True(language.Has("finding." + code));
            Assert.True(code == "response_not_measurable" || !Findings.Sentence(full, language).Contains(language.Say("not_measurable"),
                StringComparison.Ordinal));
            Assert.EndsWith(".", Findings.Sentence(bare, language), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_code_without_words_is_shown_and_does_not_stop_the_pack()
    {
        var (finding, _) =
            Rows("'something_new', 1, null, null, null, null, null, null, null, null",
            "'x', 1, null, null, null, null, null, null, null, null");

        Assert.Contains("something_new", Findings.Sentence(finding, Language.Greek), StringComparison.Ordinal);
    }

    [Fact]
    public void A_returning_failure_reads_as_a_person_would_say_it()
    {
        var (finding, _) =
            Rows("'failures_return', 22, 0.227, 0.1, 0.43, null, null, null, 5, null",
            "'x', 1, null, null, null, null, null, null, null, null");

        Assert.Equal("Στο 12μηνο 5 από 22 εμφανίσεις βλάβης ήταν επανεμφανίσεις εντός 30 ημερών (23%, 10–43%).",
            Findings.Sentence(finding, Language.Greek));
    }

    private (MartRow First, MartRow Second) Rows(string first, string second)
    {
        var file = Path.Combine(_folder, "findings.duckdb");
        Warehouse.OpenForWriting(file).Dispose();
        using (var connection = new DuckDBConnection($"Data Source={file}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                create schema marts;
                create table marts.findings (provider varchar, client varchar, month date, rank integer, code varchar, ticket_count bigint,
                    ratio double, low double, high double, target_ratio double, seconds bigint, other_seconds bigint, count bigint,
                    detail varchar);
                insert into marts.findings values ('p', 'c', '2026-10-01', 1, {first}), ('p', 'c', '2026-10-01', 2, {second});
                """;
            command.ExecuteNonQuery();
        }

        using var warehouse = Warehouse.OpenForReading(file);
        var rows = new Marts(warehouse).Rows("findings");
        return (rows[0], rows[1]);
    }
}
