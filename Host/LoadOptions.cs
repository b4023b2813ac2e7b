using System.CommandLine;
using Insights.Analytics;
using Insights.Analytics.Loads;
using Insights.Ingest.Loading;

namespace Insights.Host;

/// <summary>What a person says of a load beyond how to read the file: when it was exported, and whether it lists everything.</summary>
internal sealed class LoadOptions
{
    private static readonly DateTime Ever = DateTime.UnixEpoch;

    private readonly Option<DateTime?> _exportedAt = Moment("--exported-at", "When the export was made, in UTC; without it, as the file or its name says.");
    private readonly Option<bool> _full = new("--full") { Description = "The export lists every ticket of its source: one that is missing from it was deleted." };
    private readonly Option<DateTime?> _from = Moment("--full-from", "As --full, but only for tickets created from this date on.");
    private readonly Option<DateTime?> _until = Moment("--full-until", "As --full, but only for tickets created before this date.");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_exportedAt, _full, _from, _until])
            command.Add(option);
    }

    /// <summary>The request, with what was said.</summary>
    /// <exception cref="SetupException">The period ends before it begins.</exception>
    public LoadRequest Apply(LoadRequest request, ParseResult parsed) =>
        request with { ExportedAt = parsed.GetValue(_exportedAt), Full = Full(parsed) };

    private FullPeriod? Full(ParseResult parsed)
    {
        var (from, until) = (parsed.GetValue(_from), parsed.GetValue(_until));
        if (from >= until)
            throw new SetupException(
                $"--full-from {from:yyyy-MM-dd} is not before --full-until {until:yyyy-MM-dd}. Give the first day, and the day after the last.",
                $"Το --full-from {from:yyyy-MM-dd} δεν είναι πριν από το --full-until {until:yyyy-MM-dd}. Δώστε την πρώτη ημέρα, και την επόμενη της τελευταίας.");
        return parsed.GetValue(_full) || from is not null || until is not null ? new FullPeriod(from ?? Ever, until) : null;
    }

    private static Option<DateTime?> Moment(string name, string description) =>
        new(name) { Description = description, HelpName = "TIME", CustomParser = Instants.Parse };
}
