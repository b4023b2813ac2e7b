using Insights.Ingest.Profiles;
using Insights.Ingest.Reading;

namespace Insights.Ingest.Tests;

/// <summary>With twenty profiles a file must still find its own, and a list of nobody's none.</summary>
public sealed class RecognitionTests
{
    /// <summary>Headers of real exports, or of those their tool's own source writes: names alone, no rows.</summary>
    public static TheoryData<string> HeaderFiles =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Headers"), "*.csv").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(HeaderFiles))]
    public void The_exact_header_of_an_export_finds_its_profile(string file)
    {
        using var text = DelimitedText.Open(Path.Combine(AppContext.BaseDirectory, "Headers", file));
        Assert.Equal(file[..file.IndexOf('.', StringComparison.Ordinal)], KnownProfiles.Recognise(text.Header)?.Name);
    }

    [Fact]
    public void There_are_header_files() => Assert.True(HeaderFiles.Count >= 9);

    [Theory]
    [InlineData("Number,Subject,Created", "generic")]
    [InlineData("Ticket ID,Created,Status", "generic")]
    [InlineData("Id,Date,Customer,Status,Priority", "generic")]
    [InlineData("Αριθμός,Ημερομηνία,Θέμα,Πελάτης", "generic")]
    [InlineData("Ημερομηνία,Τι έγινε,Πότε ήρθαν,Πότε φτιάχτηκε", "simple")]
    [InlineData("Date,What happened,Answered,Fixed", "simple")]
    [InlineData("number,opened_at,short_description,caller_id,priority,state,category,assignment_group,assigned_to,sys_updated_on,sys_updated_by", "servicenow")]
    [InlineData("Issue id,Summary,Status,Priority,Resolution,Created,Resolved,Affects Version/s,Description", "jira")]
    [InlineData("Ticket ID,Subject,Description,Status,Priority,Type,Created time,Resolved time,Summary,Full name,Title,Email,Mobile phone,Contact ID,Company Name", "freshdesk")]
    [InlineData("ID,Título,Status,Requerente - Requerente,Atribuído - Técnico,Prioridade,Categoria,Tipo,Data de abertura,Data da solução,Última atualização", "glpi")]
    [InlineData("Alpha,Beta", null)]
    [InlineData("Date,Amount,VAT", null)]
    [InlineData("Subject,Created", null)]
    public void A_header_is_taken_for_what_it_is(string header, string? profile) => Assert.Equal(profile, KnownProfiles.Recognise(header.Split(','))?.Name);

    [Fact]
    public void The_reason_names_what_told()
    {
        var why = KnownProfiles.Recognition(["Ticket ID", "Subject", "Created time", "Due by Time", "Initial response time", "Full name", "Mobile phone", "My own"])!.Why;
        Assert.Contains("'freshdesk'", why.English, StringComparison.Ordinal);
        Assert.Contains("7 of 8", why.English, StringComparison.Ordinal);
        Assert.Contains("'Mobile phone'", why.Greek, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_columns_does_not_matter()
    {
        foreach (var profile in KnownProfiles.All)
            foreach (var example in profile.Examples)
                Assert.Equal(KnownProfiles.Recognise([.. example.Row.Keys])?.Name, KnownProfiles.Recognise([.. example.Row.Keys.Reverse()])?.Name);
    }
}
