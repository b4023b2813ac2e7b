using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>The cells of one row by column name. Reading a cell that makes no sense notes a problem and gives nothing.</summary>
public sealed class ReferenceCells
{
    /// <summary>Longer than any sentence of a contract; such a cell is refused without being read or repeated.</summary>
    internal const int LongestCell = 8_000;

    private readonly ReferenceRow _row;
    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly ReferenceProblems _problems;

    private ReferenceCells(Place at, ReferenceRow row, IReadOnlyDictionary<string, int> columns, ReferenceProblems problems)
    {
        At = at;
        _row = row;
        _columns = columns;
        _problems = problems;
    }

    public Place At { get; }

    /// <summary>No problem was found in this row so far.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>The rows of a sheet; the problems of its headings and of required cells left empty are noted.</summary>
    public static IEnumerable<ReferenceCells> Of(ReferenceSheet sheet, ReferenceContract contract, ReferenceProblems problems)
    {
        var columns = ReferenceHeadings.Columns(sheet, contract, problems);
        if (columns is null)
            return [];
        var rows = sheet.Rows.Select(row => new ReferenceCells(sheet.At(row.Line), row, columns, problems)).ToList();
        var awaited = contract.Columns.FirstOrDefault(column => column.IsAwaited)?.Key;
        var filled = rows.Where(cells => awaited is null || cells.Text(awaited) is not null).ToList();
        if (filled.Count < rows.Count)
            NoticeWaiting(sheet, contract, awaited!, rows.Count - filled.Count, problems);
        return filled.Select(cells => cells.Checked(sheet, contract));
    }

    private static void NoticeWaiting(
        ReferenceSheet sheet, ReferenceContract contract, string column, int count, ReferenceProblems problems) =>
        problems.Notice(
            $"{sheet.File}, {contract.Name}: rows that wait for their {column} and do not count until it is filled: {count}.",
            $"{sheet.File}, {contract.Name}: γραμμές που περιμένουν το {column} και δεν μετρούν μέχρι να συμπληρωθεί: {count}.");

    /// <summary>The text of a cell, null when empty.</summary>
    public string? Text(string column) =>
        _columns.TryGetValue(column, out var index) && index < _row.Cells.Count
        && _row.Cells[index].Length is > 0 and <= LongestCell ? _row.Cells[index] : null;

    /// <summary>The meaning of a cell, default when it is empty or wrong.</summary>
    public T? Read<T>(string column, Func<string, Reading<T>> meaning)
    {
        if (Text(column) is not { } text)
            return default;
        var reading = meaning(text);
        if (reading.Error is { } error)
            Refuse(column, error);
        return reading.Value;
    }

    /// <summary>One of a few words, by itself or by its Greek name.</summary>
    public string? OneOf(string column, IReadOnlyList<(string Value, string[] AlsoWritten)> words) =>
        Read(column, text => WordOf(text, words));

    public void Refuse(string? column, Message what)
    {
        IsSound = false;
        _problems.Add(At, column, column is null ? null : Text(column), what);
    }

    public void Refuse(string? column, string english, string greek) => Refuse(column, new Message(english, greek));

    /// <summary>Nothing wrong with the row, but worth knowing.</summary>
    public void Notice(string english, string greek) => _problems.Notice($"{At.In("en")}: {english}", $"{At.In("el")}: {greek}");

    private static Reading<string> WordOf(string text, IReadOnlyList<(string Value, string[] AlsoWritten)> words)
    {
        var folded = GreekText.Fold(text);
        foreach (var (value, alsoWritten) in words)
            if (value == folded || alsoWritten.Contains(folded))
                return value;
        var known = string.Join(", ", words.Select(word => word.Value));
        return new Message($"'{text}' is not one of: {known}.", $"Το «{text}» δεν είναι ένα από τα: {known}.");
    }

    private ReferenceCells Checked(ReferenceSheet sheet, ReferenceContract contract)
    {
        if (_row.Cells.Any(cell => cell.Length > LongestCell))
            Refuse(
                null,
                $"a cell holds more than {LongestCell} letters. Is a quotation mark missing?",
                $"ένα κελί έχει πάνω από {LongestCell} γράμματα. Μήπως λείπει ένα εισαγωγικό;");
        if (_row.Cells.Skip(sheet.Headings.Count).Any(cell => cell.Length > 0))
            Refuse(
                null,
                $"the row has {_row.Cells.Count} cells under {sheet.Headings.Count} headings. Put a cell that holds the "
                + "separator inside quotation marks.",
                $"η γραμμή έχει {_row.Cells.Count} κελιά και οι επικεφαλίδες είναι {sheet.Headings.Count}. Βάλτε σε "
                + "εισαγωγικά το κελί που έχει μέσα το διαχωριστικό.");
        foreach (var column in contract.Columns.Where(column => column.IsRequired && Text(column.Key) is null))
            Refuse(column.Key, "the cell is empty and must be filled.", "το κελί είναι κενό και πρέπει να συμπληρωθεί.");
        return this;
    }
}
