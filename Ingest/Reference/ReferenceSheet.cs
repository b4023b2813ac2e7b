namespace Insights.Ingest.Reference;

/// <summary>Where something stands: a file, the sheet of a workbook, a line (1-based).</summary>
public sealed record Place(string File, string? Sheet, int Line)
{
    public string In(string language) => Sheet is null
        ? language == "el" ? $"{File}, γραμμή {Line}" : $"{File}, line {Line}"
        : language == "el" ? $"{File}, φύλλο {Sheet}, γραμμή {Line}" : $"{File}, sheet {Sheet}, line {Line}";
}

/// <summary>The cells of one reference table as they were found, before anyone asks what they mean.</summary>
/// <param name="File">The name of the file, without its folder.</param>
/// <param name="Sheet">The sheet of a workbook; null for CSV.</param>
/// <param name="Sha256">Lower-case hex hash of the whole file.</param>
/// <param name="HeaderLine">The line the headings stand on.</param>
/// <param name="Headings">The headings, trimmed and lower-case.</param>
/// <param name="Rows">The rows with at least one filled cell; cells trimmed, empty for a missing one.</param>
public sealed record ReferenceSheet(
    string File, string? Sheet, string Sha256, int HeaderLine, IReadOnlyList<string> Headings, IReadOnlyList<ReferenceRow> Rows)
{
    public Place At(int line) => new(File, Sheet, line);
}

/// <summary>One row of a sheet: its line and its cells, as many as the row has.</summary>
public sealed record ReferenceRow(int Line, IReadOnlyList<string> Cells);
