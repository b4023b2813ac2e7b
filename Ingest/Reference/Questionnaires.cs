using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>An answer a question allows.</summary>
/// <param name="Code">As it is kept.</param>
/// <param name="English">As it is asked.</param>
/// <param name="Greek">As it is asked in Greek.</param>
public sealed record AllowedAnswer(string Code, string English, string Greek);

/// <summary>A question to a client, with the answers it allows.</summary>
public sealed record Question(string Code, string English, string Greek, IReadOnlyList<AllowedAnswer> Answers);

/// <summary>The questions whose answers stand in answers.csv.</summary>
public static class Questionnaires
{
    private const string Rows = "Reference/Questions.csv";

    private static readonly ILookup<string, Question> Forms = Read();

    /// <summary>Three red flags: a provider that lacks one of these fixes failures and manages nothing.</summary>
    public static IReadOnlyList<Question> RedFlags { get; } = [.. Forms["red_flags"]];

    /// <summary>How soon a client needs somebody, and how much: twelve questions, each answered low, middle or high, that need no ticket.</summary>
    public static IReadOnlyList<Question> Intensity { get; } = [.. Forms["intensity"]];

    /// <summary>All of them.</summary>
    public static IEnumerable<Question> All => RedFlags.Concat(Intensity);

    internal static IReadOnlyList<(string, string[])> Codes => [.. All.Select(q => (q.Code, Array.Empty<string>()))];

    internal static IReadOnlyList<(string, string[])> Answers(string question) =>
        [.. All.Single(q => q.Code == question).Answers.Select(a => (a.Code, new[] { GreekText.Fold(a.Greek), GreekText.Fold(a.English) }))];

    /// <summary>A row without an answer asks the question; those below it are the answers it allows, in order.</summary>
    private static ILookup<string, Question> Read()
    {
        using var file = typeof(Questionnaires).Assembly.GetManifestResourceStream(Rows)!;
        using var text = new MemoryStream();
        file.CopyTo(text);
        return ReferenceCsv.Read(Rows, text.ToArray(), new ReferenceProblems())!.Rows.Select(row => row.Cells).GroupBy(cells => (Form: cells[0], Code: cells[1]))
            .ToLookup(rows => rows.Key.Form, rows => new Question(rows.Key.Code, rows.First()[3], rows.First()[4],
                [.. rows.Skip(1).Select(cells => new AllowedAnswer(cells[2], cells[3], cells[4]))]));
    }
}
