using Insights.Analytics;
using Insights.Ingest.Mapping;
using static System.FormattableString;

namespace Insights.Ingest.Reference;

/// <summary>What must hold between the rows and tables of the reference data: rows that stand once, spans that do not overlap.</summary>
internal static class ReferenceChecks
{
    public static void Check(ReferenceData data, ReferenceProblems problems)
    {
        CheckDuplicates(data, problems);
        CheckDomains(data.Clients, problems);
        ReferenceSpans.Check(data.Promises, problems);
        ReferenceSpans.Check(data.Expectations, problems);
        IncludedHoursTable.CheckSpans(data.IncludedHours, problems);
        ReferenceCalendarChecks.Check(data, problems);
    }

    private static void CheckDuplicates(ReferenceData data, ReferenceProblems problems)
    {
        Unique(data.Clients, row => Fold(row.Client), row => row.At, "client", row => row.Client, problems);
        Unique(data.Aliases, row => (Fold(row.Source), Fold(row.Name)), row => row.At, "name", row => row.Name, problems);
        Unique(data.Vocabulary, row => (Fold(row.Source), row.Field, Fold(row.Text)), row => row.At, "text", row => row.Text, problems);
        Unique(data.Settings, row => Fold(row.Setting), row => row.At, "setting", row => row.Setting, problems);
        Unique(
            data.CriticalWork,
            row => (
                Fold(row.Client), Fold(row.Activity), Fold(string.Join(';', row.Words)), Fold(string.Join(';', row.Assets)),
                row.Weekdays, row.OpensSecond),
            row => row.At, "activity", row => row.Activity, problems);
        Unique(data.Sizes, row => (Fold(row.Client), row.ValidFrom), row => row.At, "valid_from", row => Invariant($"{row.ValidFrom:yyyy-MM-dd}"), problems);
        Unique(data.Answers, row => (Fold(row.Client), row.Question, row.AnsweredOn), row => row.At, "question", row => row.Question, problems);
        Unique(
            data.Labels, row => (row.Source, row.TicketId, row.EarlierSource, row.EarlierTicketId), row => row.At, "ticket_id", row => row.TicketId,
            problems);
        Unique(data.Actions, row => (Fold(row.Client), row.AgreedOn, Fold(row.Action)), row => row.At, "action", row => row.Action, problems);
        Unique(data.Exclusions, row => (row.Source, row.TicketId), row => row.At, "ticket_id", row => row.TicketId, problems);
        Unique(data.Holidays, row => (Fold(row.Holidays), row.Rule), row => row.At, "date", row => row.Rule, problems);
        Unique(
            data.Calendars, row => (Fold(row.Calendar), row.ValidFrom, row.Kind, row.Weekdays, row.OpensSecond, row.ClosesSecond),
            row => row.At, "calendar", row => row.Calendar, problems);
    }

    private static void CheckDomains(IReadOnlyList<ReferenceClient> clients, ReferenceProblems problems)
    {
        var owners = new Dictionary<string, ReferenceClient>();
        foreach (var client in clients)
            foreach (var domain in client.MailDomains)
                if (!owners.TryAdd(domain, client) && owners[domain].Client != client.Client)
                    problems.Add(client.At, "mail_domains", domain, new Message(
                        $"'{domain}' is already a domain of '{owners[domain].Client}' (line {owners[domain].At.Line}). A "
                        + "domain belongs to one client.",
                        $"Το «{domain}» είναι ήδη τομέας του πελάτη «{owners[domain].Client}» (γραμμή "
                        + $"{owners[domain].At.Line}). Κάθε τομέας ανήκει σε έναν πελάτη."));
    }

    private static void Unique<T, TKey>(
        IReadOnlyList<T> rows, Func<T, TKey> key, Func<T, Place> at, string column, Func<T, string> value, ReferenceProblems problems)
        where TKey : notnull
    {
        foreach (var group in rows.GroupBy(key))
            foreach (var again in group.Skip(1))
                problems.Add(at(again), column, value(again), new Message(
                    $"'{value(again)}' stands on line {at(group.First()).Line} already. Keep one of the two rows.",
                    $"Το «{value(again)}» υπάρχει ήδη στη γραμμή {at(group.First()).Line}. Κρατήστε τη μία γραμμή."));
    }

    private static string Fold(string text) => GreekText.Fold(text);
}
