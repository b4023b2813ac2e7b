using System.CommandLine;
using Insights.Ingest.Loading;
using Insights.Ingest.Mail;
using Insights.Ingest.Profiles;
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
    private readonly Option<string[]> _domains = new("--provider-domains")
    {
        Description = "Of a mailbox: the provider's mail domains or addresses. Only messages to or from them are read.",
        HelpName = "DOMAINS",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _bodies = new("--bodies") { Description = "Of a mailbox: keep the words of the messages too." };

    /// <summary>isOptional: the command has other work where no file is named.</summary>
    public void AddTo(Command command, bool isOptional = false)
    {
        if (isOptional)
            _files.Arity = ArgumentArity.ZeroOrMore;
        command.Add(_files);
        AddWithoutFiles(command);
    }

    /// <summary>For a command that finds its files itself.</summary>
    public void AddWithoutFiles(Command command)
    {
        _side.AcceptOnlyFromAmong("provider", "client");
        foreach (var option in (Option[])[_profile, _source, _provider, _side, _client, _timeZone, _domains, _bodies])
            command.Add(option);
    }

    public bool HasFiles(System.CommandLine.Parsing.CommandResult result) => result.GetValue(_files) is { Length: > 0 };

    /// <summary>The client named, or null.</summary>
    public string? Client(ParseResult parsed) => parsed.GetValue(_client);

    /// <summary>The exports behind what was named; to be disposed after the last was read.</summary>
    /// <exception cref="Analytics.SetupException">One is missing, cannot be opened, or no profile knows it.</exception>
    public ExportRequests Requests(ParseResult parsed)
    {
        var named = parsed.GetRequiredValue(_files);
        var mail = named.Where(IsMail).ToList();
        var files = ExportFiles.Of(named.Except(mail), Console.OpenStandardInput);
        return new ExportRequests(files, [.. mail.Count > 0 ? [Mailbox(parsed, mail)] : (LoadRequest[])[], .. files.Paths.SelectMany(file => Requests(parsed, file))]);
    }

    /// <summary>One request a tool whose export is in the file.</summary>
    /// <exception cref="Analytics.SetupException">No profile knows the file.</exception>
    public IReadOnlyList<LoadRequest> Requests(ParseResult parsed, string file) => IsMail(file)
        ? [Mailbox(parsed, [file])]
        : [.. Loads.Profiles(file, parsed.GetValue(_profile)).Select(found => Request(parsed, file, found.Profile) with { Recognised = found.Why })];

    private static bool IsMail(string path) => (File.Exists(path) || Directory.Exists(path)) && MailExport.IsMail(path);

    /// <summary>Several mail files are one mailbox.</summary>
    private LoadRequest Mailbox(ParseResult parsed, List<string> paths) =>
        Request(parsed, paths[0], KnownProfiles.Find(parsed.GetValue(_profile) ?? "mailbox-log")) with
        {
            Mailbox = new Mailbox(paths, new MailOptions { ProviderDomains = Domains(parsed), KeepBodies = parsed.GetValue(_bodies) }),
        };

    private string[] Domains(ParseResult parsed) =>
        [.. parsed.GetRequiredValue(_domains).SelectMany(d => d.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private LoadRequest Request(ParseResult parsed, string file, Profile profile) => new()
    {
        File = file,
        Profile = profile,
        Source = parsed.GetValue(_source) ?? profile.Name,
        Provider = parsed.GetRequiredValue(_provider),
        Side = parsed.GetValue(_side),
        DefaultClient = parsed.GetValue(_client),
        TimeZone = parsed.GetValue(_timeZone),
    };
}

/// <summary>The exports a person named, each as a request.</summary>
internal sealed class ExportRequests(ExportFiles files, IReadOnlyList<LoadRequest> requests) : IDisposable
{
    public IReadOnlyList<LoadRequest> All => requests;

    /// <summary>The files of folders that were passed over.</summary>
    public IReadOnlyList<Notice> Notices => files.Notices;

    public void Dispose() => files.Dispose();
}
