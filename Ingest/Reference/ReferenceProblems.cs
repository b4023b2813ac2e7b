using Insights.Analytics;

namespace Insights.Ingest.Reference;

/// <summary>One thing wrong in the reference data: where, what was read, and what would be right.</summary>
public sealed record ReferenceProblem(Place At, string? Column, string? Value, Message What)
{
    public string In(string language)
    {
        var column = Column is null ? "" : language == "el" ? $", στήλη {Column}" : $", column {Column}";
        return $"{At.In(language)}{column}: {What.In(language)}";
    }
}

/// <summary>Everything wrong and everything worth knowing, collected over all tables so that a person reads it in one go.</summary>
public sealed class ReferenceProblems
{
    private readonly List<ReferenceProblem> _problems = [];
    private readonly List<Message> _notices = [];

    public IReadOnlyList<ReferenceProblem> All => _problems;

    public IReadOnlyList<Message> Notices => _notices;

    public void Add(Place at, string? column, string? value, Message what) =>
        _problems.Add(new ReferenceProblem(at, column, value, what));

    public void Notice(string english, string greek) => _notices.Add(new Message(english, greek));

    /// <exception cref="SetupException">There is at least one problem; the message lists them all, one a line.</exception>
    public void ThrowIfAny(string directory)
    {
        if (_problems.Count == 0)
            return;
        throw new SetupException(
            Lines("en", $"The reference data in '{directory}' needs {_problems.Count} corrections; nothing was loaded:"),
            Lines("el", $"Τα στοιχεία αναφοράς στο '{directory}' θέλουν {_problems.Count} διορθώσεις· δεν φορτώθηκε τίποτα:"));
    }

    private string Lines(string language, string opening) =>
        string.Join(Environment.NewLine, _problems.Select(problem => "  " + problem.In(language)).Prepend(opening));
}
