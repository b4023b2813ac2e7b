using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Profiles;
using Insights.Ingest.Profiles.Drafts;
using Insights.Ingest.Reading;
using Insights.Ingest.Sources;
using Insights.Reports.Style;

namespace Insights.Host.Commands;

/// <summary>insights profiles: the tools whose exports are known, how to export from them, and a draft for one that is not.</summary>
internal static class ProfilesCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("profiles", "List the tools whose exports are known and what each supports.") { Show(common), New(common) };
        command.SetAction(parsed =>
        {
            var spoken = common.Spoken(parsed);
            var width = KnownProfiles.All.Max(p => p.Name.Length);
            foreach (var profile in KnownProfiles.All)
                Screen.Result($"{profile.Name.PadRight(width)}  {profile.Title}. {Supported(profile, spoken)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(CommonOptions common)
    {
        var name = new Argument<string>("profile") { Description = "A profile's name, or the file of one of your own." };
        var how = new Option<bool>("--how") { Description = "Only what to tick, or run, in the tool to get a useful export." };
        var pull = new Option<bool>("--pull") { Description = "The entry of sources.json by which the tool is pulled, to fill in." };
        var command = new Command("show", "Say what a profile reads, and how to get the export it reads.") { name, how, pull };
        command.SetAction(parsed =>
        {
            var spoken = common.Spoken(parsed);
            var profile = KnownProfiles.Find(parsed.GetRequiredValue(name));
            foreach (var line in parsed.GetValue(pull) ? [SourcesFile.Example(profile)] : parsed.GetValue(how) ? [profile.How.In(spoken.Code)] : Described(profile, spoken))
                Screen.Result(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command New(CommonOptions common)
    {
        var file = new Argument<string>("file") { Description = "An export no profile knows." };
        var zone = new Option<string>("--time-zone") { Description = "The zone of its times.", HelpName = "ZONE", DefaultValueFactory = _ => "Europe/Athens" };
        var command = new Command("new", "Guess a profile from an export and write it beside you, with what to check.") { file, zone };
        command.SetAction(parsed =>
        {
            var spoken = common.Spoken(parsed);
            var path = Draft(parsed.GetRequiredValue(file), parsed.GetRequiredValue(zone), spoken, out var unsure);
            Screen.Result(spoken.Say("profiles.drafted", ("path", path), ("file", parsed.GetRequiredValue(file))));
            foreach (var question in unsure)
                Screen.Result("  ? " + question.In(spoken.Code));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Draft(string file, string zone, Language spoken, out IReadOnlyList<Message> unsure)
    {
        using var records = Export.First(file);
        var draft = ProfileDraft.Of(records, KnownProfiles.All);
        var name = Path.GetFileNameWithoutExtension(file);
        var path = name + ".profile.json";
        if (File.Exists(path))
            throw new SetupException(
                $"'{path}' is there already. Rename or delete it, or use it: insights ingest {file} --profile {path}",
                $"Το '{path}' υπάρχει ήδη. Μετονομάστε το ή σβήστε το, ή χρησιμοποιήστε το: insights ingest {file} --profile {path}");
        File.WriteAllBytes(path, DraftJson.Write(draft, name, zone, spoken.Code));
        unsure = draft.Unsure;
        return path;
    }

    /// <summary>What the tool's export can hold, what it calls a first response, and whether its column names are confirmed.</summary>
    private static string Supported(Profile profile, Language spoken)
    {
        var kinds = new[]
        {
            profile.Columns.Count > 0 ? "profiles.tickets" : null,
            profile.Events is null ? null : "profiles.events",
            profile.Messages is null ? null : "profiles.messages",
            profile.Calls is null ? null : "profiles.calls",
            profile.TimeEntries is null ? null : "profiles.time_entries",
        }.OfType<string>().Select(key => spoken.Say(key));
        var semantics = profile.Columns.Count == 0 ? "" : " " + spoken.Say("check.semantics", ("semantics", spoken.Say("semantics." + profile.FirstResponse.Semantics))) + ".";
        return $"{spoken.Say("profiles.reads", ("kinds", string.Join(", ", kinds)))}.{semantics}{(profile.Api is null ? "" : " " + spoken.Say("profiles.pulled"))}{(profile.HasConfirmedHeaders ? "" : " " + spoken.Say("profiles.unconfirmed"))}";
    }

    private static IEnumerable<string> Described(Profile profile, Language spoken)
    {
        yield return $"{profile.Name}: {profile.Title}";
        yield return Supported(profile, spoken);
        yield return profile.SourceOfTruth;
        yield return "";
        yield return profile.How.In(spoken.Code);
        yield return "";
        foreach (var (column, names) in profile.Columns.OrderBy(c => c.Key))
            yield return $"  {Insights.Analytics.Loads.RawColumnNames.Name(column)}: {string.Join(", ", names)}";
        yield return spoken.Say("profiles.clock", ("states", string.Join(", ", profile.StopStates)));
    }
}
