using System.Globalization;
using Insights.Analytics.Loads;
using Insights.Ingest.Loading;

namespace Insights.Ingest.Reference;

/// <summary>Tickets counted by what they name, while exports are read.</summary>
internal sealed class ExportCounts
{
    private readonly Dictionary<(string Source, string Name, string Mail), Tally> _requesters = [];

    /// <summary>Tickets by source, client name as exported (empty when there is none) and requester's address, lower-case.</summary>
    public IReadOnlyDictionary<(string Source, string Name, string Mail), Tally> Requesters => _requesters;

    public Dictionary<(string Source, string Field, string Text, string? Value), long> Words { get; } = [];

    public Dictionary<string, long> Agents { get; } = [];

    public void Add(LoadRequest request, TicketRow row, DateOnly day)
    {
        var name = Text(row, TicketColumn.ClientText) ?? request.DefaultClient ?? "";
        var mail = (Text(row, TicketColumn.RequesterMail) ?? "").ToLowerInvariant();
        var key = (request.Source, name, mail);
        _requesters[key] = _requesters.GetValueOrDefault(key, new Tally(0, day, day)).With(day);
        var priority = row.Number(TicketColumn.Priority)?.ToString(CultureInfo.InvariantCulture);
        AddWord(request, "priority", Text(row, TicketColumn.PriorityText), priority);
        AddWord(request, "state", Text(row, TicketColumn.StateText), row.Text(TicketColumn.State));
        if (Text(row, TicketColumn.Agent) is { } agent)
            Agents[agent] = Agents.GetValueOrDefault(agent) + 1;
    }

    private void AddWord(LoadRequest request, string field, string? text, string? value)
    {
        if (text is null)
            return;
        var key = (request.Source, field, text, value);
        Words[key] = Words.GetValueOrDefault(key) + 1;
    }

    private static string? Text(TicketRow row, TicketColumn column) => row.Text(column)?.Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>How many tickets, and the local dates of the first and the last.</summary>
internal readonly record struct Tally(long Tickets, DateOnly First, DateOnly Last)
{
    public Tally With(DateOnly day) => new(Tickets + 1, day < First ? day : First, day > Last ? day : Last);

    public static Tally operator +(Tally a, Tally b) =>
        new(a.Tickets + b.Tickets, a.First < b.First ? a.First : b.First, a.Last > b.Last ? a.Last : b.Last);
}
