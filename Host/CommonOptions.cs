using System.CommandLine;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>The options every command knows.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string> _warehouse = new("--warehouse") { Description = "The DuckDB file.", HelpName = "FILE", DefaultValueFactory = _ => "insights.duckdb", Recursive = true };
    private readonly Option<string> _reference = new("--reference") { Description = "The folder of clients, promises, calendars and holidays.", HelpName = "DIR", DefaultValueFactory = _ => "reference", Recursive = true };
    private readonly Option<string> _output = new("--out") { Description = "The folder reports are written to.", HelpName = "DIR", DefaultValueFactory = _ => "out", Recursive = true };
    private readonly Option<string?> _language = new("--lang") { Description = "The language of reports and messages: en or el. Without it, reports are written in both.", HelpName = "en|el", Recursive = true };
    private readonly Option<DateTime?> _asOf = new("--as-of")
    {
        Description = "The 'now' of a report, in UTC: 2026-11-02 or 2026-11-02T07:10. Without it, each source's own data end.",
        HelpName = "TIME",
        Recursive = true,
        CustomParser = Instants.Parse,
    };

    public void AddTo(Command root)
    {
        root.Add(_warehouse);
        root.Add(_reference);
        root.Add(_output);
        root.Add(_language);
        root.Add(_asOf);
    }

    public string Warehouse(ParseResult parsed) => parsed.GetRequiredValue(_warehouse);

    public bool HasWarehouse(ParseResult parsed) => parsed.GetResult(_warehouse) is { Implicit: false };

    /// <summary>The reference folder, there or not yet.</summary>
    public string ReferenceToWrite(ParseResult parsed) => parsed.GetRequiredValue(_reference);

    /// <summary>The reference folder asked for, or the usual one where it is there; null where there is none yet.</summary>
    public string? Reference(ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(_reference);
        return parsed.GetResult(_reference) is { Implicit: false } || Directory.Exists(folder) ? folder : null;
    }

    public string Out(ParseResult parsed) => parsed.GetRequiredValue(_output);

    public DateTime? AsOf(ParseResult parsed) => parsed.GetValue(_asOf);

    /// <summary>The languages to write reports in: the one asked for, else all.</summary>
    public IReadOnlyList<Language> Languages(ParseResult parsed) => parsed.GetValue(_language) is { } code ? [Language.Of(code)] : Language.All;

    /// <summary>The language to talk to the person in: the one asked for, else English.</summary>
    public Language Spoken(ParseResult parsed) => parsed.GetValue(_language) is { } code ? Language.Of(code) : Language.English;

    /// <summary>The code of that language, for what goes wrong before a language is known to be good.</summary>
    public string SpokenCode(ParseResult parsed) => parsed.GetValue(_language)?.ToLowerInvariant() ?? "en";
}
