using System.Security.Cryptography;
using System.Text;
using Insights.Analytics;
using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>What loading the reference data did: the tables that changed, and what the person should know.</summary>
public sealed record ReferenceLoad(IReadOnlyList<string> Changed, IReadOnlyList<Message> Notices);

/// <summary>Loads a folder of reference data into raw.reference_*: all of it or nothing, and nothing where no file changed.</summary>
public static class ReferenceLoader
{
    /// <param name="warehouse">Open for writing.</param>
    /// <param name="directory">The folder of reference.xlsx or of the CSV files; null where a person keeps none yet.</param>
    /// <param name="loadedAt">The moment of the load, UTC, for the ledger.</param>
    /// <exception cref="SetupException">Anything in the folder is wrong; the message lists all of it and nothing was written.</exception>
    public static ReferenceLoad Load(Warehouse warehouse, string? directory, DateTime loadedAt)
    {
        var read = ReferenceReader.Read(directory);
        var tables = Tables(read).ToList();
        var changed = new RawReference(warehouse).Replace(tables, loadedAt);
        return new ReferenceLoad(changed, [.. read.Notices, .. changed.Except(tables.Select(table => table.Name)).Select(Emptied)]);
    }

    private static Message Emptied(string table) => new(
        $"{table}: the folder has no {table}.csv and no such sheet any more, so its rows were taken out.",
        $"{table}: ο φάκελος δεν έχει πια {table}.csv ούτε τέτοιο φύλλο, γι' αυτό οι γραμμές του αφαιρέθηκαν.");

    private static IEnumerable<ReferenceTable> Tables(ReferenceRead read)
    {
        var data = read.Data;
        var rows = new Dictionary<string, IEnumerable<(Place At, object?[] Values)>>
        {
            ["clients"] = data.Clients.Select(r => (r.At, new object?[]
                { r.Client, r.Provider, r.Zone, r.Calendar, r.Users, r.Endpoints, Domains(r), r.Note })),
            ["aliases"] = data.Aliases.Select(r => (r.At, new object?[] { r.Source, r.Name, r.Client, r.Note })),
            ["vocabulary"] = data.Vocabulary.Select(r => (r.At, new object?[] { r.Source, r.Field, r.Text, r.Value, r.Note })),
            ["lexicon"] = data.Lexicon.Select(r => (r.At, new object?[] { r.Concept, r.Words, r.Note })),
            ["promises"] = data.Promises.Select(r =>
                (r.At, (object?[])
                    [.. PromiseValues(r), r.Calendar, r.TargetRatio, r.ValidFrom, r.ValidTo, r.Note, r.AnsweredBy, Listed(r.Pauses, ",")])),
            ["expectations"] = data.Expectations.Select(r => (r.At, (object?[])[.. PromiseValues(r), r.ValidFrom, r.ValidTo, r.Note])),
            ["critical_work"] = data.CriticalWork.Select(r => (r.At, CriticalWorkValues(r))),
            ["sizes"] = data.Sizes.Select(r => (r.At, new object?[] { r.Client, r.ValidFrom, r.Users, r.Endpoints, r.Note })),
            ["answers"] = data.Answers.Select(r => (r.At, new object?[] { r.Client, r.Question, r.Answer, r.AnsweredOn, r.Note })),
            ["labels"] = data.Labels.Select(r => (r.At, new object?[]
                { r.Source, r.TicketId, r.EarlierSource, r.EarlierTicketId, r.IsSame, r.LabelledBy, r.LabelledOn, r.Note })),
            ["actions"] = data.Actions.Select(r => (r.At, new object?[]
                { r.Client, r.AgreedOn, r.Side, r.Owner, r.Action, r.Due, r.DoneOn, r.Note })),
            ["comments"] = data.Comments.Select(r => (r.At, new object?[]
                { r.Client, r.Source, r.TicketId, r.FailureGroupId, r.Month, r.SaidBy, r.Comment, r.Cause, r.Note })),
            ["agreed_exclusions"] = data.Exclusions.Select(r => (r.At, new object?[]
                { r.Source, r.TicketId, r.Reason, r.AgreedByClient, r.AgreedByProvider, r.Note })),
            ["included_hours"] = data.IncludedHours.Select(r => (r.At, new object?[] { r.Client, r.Hours, r.Per, r.ValidFrom, r.ValidTo, r.Note })),
            ["calendars"] = data.Calendars.Select(r => (r.At, new object?[]
                { r.Calendar, r.Zone, r.Holidays, r.ValidFrom, r.Kind, r.Weekdays, r.OpensSecond, r.ClosesSecond, r.Note })),
            ["holidays"] = data.Holidays.Select(r => (r.At, new object?[]
                { r.Holidays, r.Rule, r.Name, r.OpensSecond, r.ClosesSecond, r.InsteadOf, r.Note })),
            ["settings"] = data.Settings.Select(r => (r.At, new object?[] { r.Setting, r.Value, r.Unit, r.Note })),
            ["benchmarks"] = data.Benchmarks.Select(r => (r.At, new object?[]
                { r.Measure, r.Value, r.Unit, r.Population, r.Year, r.SampleCount, r.Grade, r.Source, r.Note })),
        };
        foreach (var (name, values) in rows)
            if (Origins(read, name) is [var first, ..] origins)
                yield return new ReferenceTable(name, first.File, Sha256Of(origins), [.. values.Select(row => (row.At.Line, row.Values))]);
    }

    /// <summary>Where a table was read. Aliases also come from the sheet on which a person assigned mail addresses.</summary>
    private static List<ReferenceSheet> Origins(ReferenceRead read, string table) =>
        [.. read.Sheets.Where(pair => pair.Key == table || (table == "aliases" && pair.Key == ReferenceContract.Assign.Name))
            .Select(pair => pair.Value)];

    private static string Sha256Of(List<ReferenceSheet> origins) => origins.Select(sheet => sheet.Sha256).Distinct().ToList() is [var only]
        ? only
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(origins.Select(sheet => sheet.Sha256)))));

    private static string? Domains(ReferenceClient row) => row.MailDomains.Count == 0 ? null : string.Join(' ', row.MailDomains);

    /// <summary>Null: not stated; "": stated to be none.</summary>
    private static string? Listed(IReadOnlyList<string>? parts, string separator) => parts is null ? null : string.Join(separator, parts);

    private static object?[] CriticalWorkValues(ReferenceCriticalWork row) =>
    [
        row.Client, row.Activity,
        row.Words.Count == 0 ? null : Listed(row.Words, "; "), row.Assets.Count == 0 ? null : Listed(row.Assets, "; "),
        row.Weekdays, row.OpensSecond, row.ClosesSecond, row.Priority, row.Expectation,
        row.Term?.Seconds, row.Term?.BusinessDays, row.Term?.UntilSecond, row.Note,
    ];

    private static object?[] PromiseValues(ReferencePromise row) =>
    [
        row.Client, row.Priority, row.PromiseKind, row.Text, row.Term.Seconds, row.Term.BusinessDays, row.Term.UntilSecond,
        row.Clock == PromiseClock.Client ? "client" : "contract",
    ];
}
