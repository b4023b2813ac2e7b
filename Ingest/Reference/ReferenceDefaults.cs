using System.Security.Cryptography;
using System.Text;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>
/// The settings, holiday sets, lexicon and published figures that come with the program (data/reference/settings.csv, holidays.csv, lexicon.csv,
/// benchmarks.csv). They hold where a person's
/// own tables say nothing: a setting not stated, a holiday set a calendar names but no row describes. Such rows have line 0.
/// </summary>
internal static class ReferenceDefaults
{
    private const string Ladder = "ladder_";

    /// <summary>The settings the program knows and the unit of each. ladder_1, ladder_2 … are as many as a person likes.</summary>
    public static IReadOnlyDictionary<string, string> SettingUnits { get; } =
        BuiltIn("settings").Rows.ToDictionary(row => row.Cells[0], row => row.Cells[2]);

    /// <summary>The unit a setting is stated in; null for an unknown one.</summary>
    public static string? UnitOf(string setting) =>
        SettingUnits.TryGetValue(setting, out var unit) ? unit : IsLadderStep(setting) ? SettingUnits[Ladder + "1"] : null;

    /// <summary>The program's own rows of a table, for a person to begin with.</summary>
    public static IReadOnlyList<string[]> Rows(string table) => [.. BuiltIn(table).Rows.Select(row => row.Cells.ToArray())];

    /// <summary>The tables with the program's own rows added where they are needed; a notice names what was added.</summary>
    public static IReadOnlyDictionary<string, ReferenceSheet> Complete(
        IReadOnlyDictionary<string, ReferenceSheet> sheets, ReferenceProblems problems)
    {
        var complete = new Dictionary<string, ReferenceSheet>(sheets);
        var hasLadder = sheets.TryGetValue("settings", out var settings) && CellsAsWritten(settings, "setting").Any(IsLadderStep);
        Add(complete, "settings", setting => !(hasLadder && IsLadderStep(setting)), problems);
        var used = HolidaySetsUsed(sheets);
        Add(complete, "holidays", used.Contains, problems);
        Add(complete, "lexicon", _ => true, null);
        Add(complete, "benchmarks", _ => true, null);
        return complete;
    }

    /// <summary>Adds the built-in rows whose name (first column) is wanted and the table does not state itself; a notice names them, where asked.</summary>
    private static void Add(
        Dictionary<string, ReferenceSheet> sheets, string table, Func<string, bool> isWanted, ReferenceProblems? problems)
    {
        var builtIn = BuiltIn(table);
        var own = sheets.GetValueOrDefault(table);
        var stated = own is null ? [] : Cells(own, builtIn.Headings[0]).ToHashSet();
        var added = builtIn.Rows.Where(row => isWanted(row.Cells[0]) && !stated.Contains(GreekText.Fold(row.Cells[0]))).ToList();
        if (added.Count == 0)
            return;
        sheets[table] = own is null ? builtIn with { Rows = [.. added.Select(AtNoLine)] } : Merge(own, builtIn, added);
        var names = string.Join(", ", added.Select(row => row.Cells[0]).Distinct());
        problems?.Notice(
            $"{table}: {names} as they come with the program; rows of your own replace them.",
            $"{table}: {names} όπως τα δίνει το πρόγραμμα· δικές σας γραμμές τα αντικαθιστούν.");
    }

    private static ReferenceSheet Merge(ReferenceSheet own, ReferenceSheet builtIn, List<ReferenceRow> added) => own with
    {
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(own.Sha256 + builtIn.Sha256))),
        Rows = [.. own.Rows, .. added.Select(row => AtNoLine(row) with { Cells = InOrder(row, builtIn.Headings, own.Headings) })],
    };

    private static string[] InOrder(ReferenceRow row, IReadOnlyList<string> from, IReadOnlyList<string> to) =>
        [.. to.Select(heading => from.ToList().IndexOf(heading) is var index and >= 0 ? row.Cells[index] : "")];

    private static ReferenceRow AtNoLine(ReferenceRow row) => row with { Line = 0 };

    private static bool IsLadderStep(string setting) =>
        setting.StartsWith(Ladder, StringComparison.Ordinal) && int.TryParse(setting.AsSpan(Ladder.Length), out _);

    private static HashSet<string> HolidaySetsUsed(IReadOnlyDictionary<string, ReferenceSheet> sheets) =>
        sheets.TryGetValue("calendars", out var calendars) ? [.. CellsAsWritten(calendars, "holidays")] : [];

    private static IEnumerable<string> Cells(ReferenceSheet sheet, string column) => CellsAsWritten(sheet, column).Select(GreekText.Fold);

    private static IEnumerable<string> CellsAsWritten(ReferenceSheet sheet, string column)
    {
        var index = sheet.Headings.ToList().IndexOf(column);
        return sheet.Rows.Where(row => index >= 0 && index < row.Cells.Count).Select(row => row.Cells[index]);
    }

    private static ReferenceSheet BuiltIn(string table)
    {
        using var stream = typeof(ReferenceDefaults).Assembly.GetManifestResourceStream($"reference/{table}.csv")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ReferenceCsv.Read($"{table}.csv (of the program)", bytes, new ReferenceProblems())!;
    }
}
