using System.CommandLine;
using Insights.Analytics;
using Insights.Ingest.Reference;

namespace Insights.Host.Commands;

/// <summary>insights init: a person's own exports in, the workbook they begin their reference data with out.</summary>
internal static class InitCommand
{
    private static readonly Option<bool> Expectations = new("--expectations")
    {
        Description = "Instead: write a form on which each client (--client: one of them) says how soon it expects an answer, and what must never stop.",
    };

    private static readonly Option<bool> Questions = new("--questions")
    {
        Description = "Instead: write the fifteen questions (how much support each client needs and how soon, and three red flags) as answers.csv rows to fill.",
    };

    public static Command Create(CommonOptions common)
    {
        var exports = new ExportOptions();
        var command = new Command("init", "Read your exports and write the workbook your reference data begins with: clients, words, promises to fill in.");
        exports.AddTo(command, isOptional: true);
        command.Add(Expectations);
        command.Add(Questions);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(Expectations) && !result.GetValue(Questions) && !exports.HasFiles(result))
                result.AddError("Name the exports to read, or say --expectations or --questions for a form to fill.");
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(Expectations))
                return WriteForms(common, parsed, exports.Client(parsed));
            if (parsed.GetValue(Questions))
                return WriteQuestions(common, parsed, exports.Client(parsed));
            using var requests = exports.Requests(parsed);
            var facts = ExportFactsReader.Read(requests.All);
            var path = Path.Combine(common.ReferenceToWrite(parsed), ReferenceFolder.WorkbookName);
            InitWorkbook.Write(path, facts, common.SpokenCode(parsed));
            Screen.Result(Written(path, facts).In(common.SpokenCode(parsed)));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The forms of the clients of the reference data; where there are none yet, of the client named, else a blank one.</summary>
    private static int WriteForms(CommonOptions common, ParseResult parsed, string? client)
    {
        var clients = Clients(common, parsed, client, out var known);
        foreach (var language in common.Languages(parsed))
        {
            var path = Path.Combine(common.Out(parsed), ExpectationFormWorkbook.FileName(language.Code));
            ExpectationFormWorkbook.Write(path, clients, known, language.Code);
            Screen.Result(path);
        }

        return ExitCode.Done;
    }

    private static int WriteQuestions(CommonOptions common, ParseResult parsed, string? client)
    {
        var clients = Clients(common, parsed, client, out _);
        foreach (var language in common.Languages(parsed))
        {
            var path = Path.Combine(common.Out(parsed), QuestionForm.FileName(language.Code));
            QuestionForm.Write(path, clients, language.Code);
            Screen.Result(path);
        }

        return ExitCode.Done;
    }

    /// <summary>The clients to ask: the one named, else all of the reference data.</summary>
    private static List<string> Clients(CommonOptions common, ParseResult parsed, string? client, out ReferenceData known)
    {
        known = common.Reference(parsed) is { } folder ? ReferenceReader.Read(folder).Data : ReferenceData.None;
        var clients = known.Clients.Select(row => row.Client).ToList();
        if (client is not null && clients.Count > 0 && !clients.Contains(client))
            throw Unknown(client, clients);
        return client is null ? clients : [client];
    }

    private static SetupException Unknown(string client, List<string> clients)
    {
        var what = Nearest.Unknown(client, clients, "client", "πελάτης", clients[0]);
        return new SetupException(what.English, what.Greek);
    }

    private static Message Written(string path, ExportFacts facts)
    {
        var tickets = facts.Files.Sum(file => file.Tickets);
        return new(
            $"{path}: tickets {tickets}, clients found {facts.Clients.Count}, addresses to assign {facts.Addresses.Count}. "
            + "Fill the yellow cells; the file is read from where it is.",
            $"{path}: αιτήματα {tickets}, πελάτες που βρέθηκαν {facts.Clients.Count}, διευθύνσεις προς αντιστοίχιση {facts.Addresses.Count}. "
            + "Συμπληρώστε τα κίτρινα κελιά· το αρχείο διαβάζεται από εκεί που βρίσκεται.");
    }
}
