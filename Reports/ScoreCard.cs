using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports;

/// <summary>The row of marts.client_months a review is about.</summary>
internal static class ScoreCard
{
    /// <summary>A client's month. With several providers, the one with most tickets in the twelve months.</summary>
    /// <exception cref="SetupException">There is no such client, or its data does not reach that month; the message names what there is.</exception>
    public static MartRow Of(Marts marts, string client, DateOnly month)
    {
        var rows = marts.Rows("client_months", client);
        return rows.Where(r => r.Date("month") == month).OrderByDescending(r => r.Whole("trailing_ticket_count")).FirstOrDefault()
            ?? throw (rows.Count == 0 ? NoClient(marts, client) : NoMonth(client, month, rows));
    }

    private static SetupException NoClient(Marts marts, string client)
    {
        var clients = string.Join(", ", marts.Rows("client_months").Select(r => r.Text("client")).Distinct().Order(StringComparer.Ordinal));
        return new SetupException(
            $"There is no client '{client}' with tickets. Clients: {clients}.",
            $"Δεν υπάρχει πελάτης '{client}' με αιτήματα. Πελάτες: {clients}.");
    }

    /// <summary>The data does not reach a month; the message says which months there are.</summary>
    public static SetupException NoMonth(string client, DateOnly month, IReadOnlyList<MartRow> rows)
    {
        static string Text(DateOnly? month) => Iso.Month(month!.Value);
        var (first, last) = (Text(rows.Min(r => r.Date("month"))), Text(rows.Max(r => r.Date("month"))));
        return new SetupException(
            $"The data of {client} does not reach {Text(month)}: it runs from {first} to {last}.",
            $"Τα στοιχεία του πελάτη {client} δεν φτάνουν στον μήνα {Text(month)}: είναι από {first} έως {last}.");
    }
}
