using System.CommandLine;
using Insights.Ingest.Loading;
using Insights.Ingest.Reading;

namespace Insights.Host;

/// <summary>The exports a command reads, and what a person says of them.</summary>
internal sealed class ExportOptions
{
    private readonly Argument<string[]> _files = new("files") { Description = "The exports: CSV, Excel, JSON, zip or gzip of these, a folder of them, or - for standard input.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _profile = new("--profile") { Description = "The tool they came from (insights profiles), or a profile file of your own; without it, recognised from each header.", HelpName = "NAME|FILE" };
    private readonly Option<string?> _source = new("--source") { Description = "The name of this tool of this provider; without it, the profile's name.", HelpName = "NAME" };
    private readonly Option<string> _provider = new("--provider") { Description = "The IT-support company.", HelpName = "NAME", DefaultValueFactory = _ => "provider" };
    private readonly Option<string?> _side = new("--side") { Description = "Whose record it is: provider or client; without it, as the profile says." };
    private readonly Option<string?> _client = new("--client") { Description = "The client of tickets whose row names none.", HelpName = "NAME" };
    private readonly Option<string?> _timeZone = new("--time-zone") { Description = "The zone of the files' times, for example Europe/Athens; without it, as the profile says.", HelpName = "ZONE" };

    public void AddTo(Command command)
    {
        command.Add(_files);
        AddWithoutFiles(command);
    }

    /// <summary>For a command that finds its files itself.</summary>
    public void AddWithoutFiles(Command command)
    {
        _side.AcceptOnlyFromAmong("provider", "client");
        foreach (var option in (Option[])[_profile, _source, _provider, _side, _client, _timeZone])
            command.Add(option);
    }

    /// <summary>The files behind what was named; to be disposed after the last was read.</summary>
    /// <exception cref="Analytics.SetupException">One is missing or cannot be opened.</exception>
    public ExportFiles Files(ParseResult parsed) => ExportFiles.Of(parsed.GetRequiredValue(_files), Console.OpenStandardInput);

    /// <summary>One request a file and tool whose export is in it.</summary>
    /// <exception cref="Analytics.SetupException">No profile knows a file.</exception>
    public IReadOnlyList<LoadRequest> Requests(ParseResult parsed, IEnumerable<string> files) => [.. files.SelectMany(file => Requests(parsed, file))];

    private IEnumerable<LoadRequest> Requests(ParseResult parsed, string file) =>
        Loads.Profiles(file, parsed.GetValue(_profile)).Select(profile => new LoadRequest
        {
            File = file,
            Profile = profile,
            Source = parsed.GetValue(_source) ?? profile.Name,
            Provider = parsed.GetRequiredValue(_provider),
            Side = parsed.GetValue(_side),
            DefaultClient = parsed.GetValue(_client),
            TimeZone = parsed.GetValue(_timeZone),
        });
}
