namespace Insights.Samples;

/// <summary>Who wrote, or did, something.</summary>
public enum Side
{
    Client,
    Provider,
    Tool,
}

/// <summary>
/// One message of a ticket. Kind: request, automatic, reply, question, update, answer, advice, chaser, resolution, complaint, thanks.
/// </summary>
public sealed record Message(long SentAt, Side Side, string Author, string Kind, string Text)
{
    public bool IsAutomatic => Side == Side.Tool;
}

/// <summary>One change of a ticket's status, priority or assignee.</summary>
public sealed record Change(long At, string Field, string From, string To, string By);

/// <summary>A stretch of waiting. Supported: a question went to the client before it.</summary>
public sealed record Pause(long From, long To, string State, bool IsSupported);

/// <summary>One ticket as it really went. Instants are seconds since 1970 UTC; priorities 1 (most urgent) to 4, 0 for none.</summary>
public sealed class Ticket
{
    public required Client Client { get; init; }
    public required Failure Kind { get; init; }
    public required Person Requester { get; init; }
    public required string Language { get; init; }
    public required string Channel { get; init; }
    public required string Subject { get; set; }
    public required string Body { get; set; }

    /// <summary>Which of the phrases of its failure in its language it is written by, from 0.</summary>
    public int Phrasing { get; init; }

    public required Agent Agent { get; init; }
    public Asset? Asset { get; init; }
    public string Id { get; set; } = "";

    /// <summary>The client's name in the export.</summary>
    public string ClientText { get => field ?? Client.Exported; set; }

    public string FailureId { get; init; } = "";
    public string MergedInto { get; set; } = "";
    public string State { get; set; } = "open";
    public int Asked { get; set; }
    public int Assigned { get; set; }
    public int Final { get; set; }
    public long CreatedAt { get; set; }
    public long? AutoReplyAt { get; set; }
    public long? AssignedAt { get; set; }
    public long? RespondedAt { get; set; }
    public long? FirstResolvedAt { get; set; }
    public long? ResolvedAt { get; set; }
    public long? ClosedAt { get; set; }
    public long UpdatedAt { get; set; }
    public long PausedSeconds { get; set; }
    public long UnsupportedPauseSeconds { get; set; }
    public long HoldSeconds { get; set; }
    public int Reopens { get; set; }
    public long? ReopenedAt { get; set; }
    public int Chasers { get; set; }
    public int AgentMessages { get; set; }
    public int ClientMessages { get; set; }
    public bool IsAnswered { get; set; }
    public int Episode { get; set; }
    public bool IsRepeat { get; set; }
    public Ticket? MergesWith { get; set; }
    public List<Message> Messages { get; init; } = [];
    public List<Change> Changes { get; init; } = [];
    public List<Pause> Pauses { get; private set; } = [];
    public SortedSet<string> Planted { get; } = new(StringComparer.Ordinal);

    /// <summary>Puts other words in the place of its subject and its request.</summary>
    public void Write(string subject, string body)
    {
        (Subject, Body) = (subject, body);
        Messages[0] = Messages[0] with { Text = body };
    }

    /// <summary>
    /// The same ticket that many seconds later, under another id, without its conversation; what has not happened yet is missing.
    /// </summary>
    public Ticket Later(long seconds, string id)
    {
        var moved = (Ticket)MemberwiseClone();
        moved.Id = id;
        moved.CreatedAt += seconds;
        moved.UpdatedAt = Math.Min(UpdatedAt + seconds, Timeline.ExportedAt);
        moved.AssignedAt = Moved(AssignedAt, seconds);
        moved.RespondedAt = Moved(RespondedAt, seconds);
        moved.FirstResolvedAt = Moved(FirstResolvedAt, seconds);
        moved.ResolvedAt = Moved(ResolvedAt, seconds);
        moved.ClosedAt = Moved(ClosedAt, seconds);
        moved.ReopenedAt += seconds;
        moved.Pauses = Pauses.Count == 0 ? Pauses : Pauses
            .ConvertAll(p => p with { From = p.From + seconds, To = p.To + seconds })
            .FindAll(p => p.From < Timeline.ExportedAt);
        moved.State = (State, moved.ResolvedAt, moved.ClosedAt) switch
        {
            ("resolved" or "closed", null, null) => "open",
            ("closed", _, null) => "resolved",
            _ => State,
        };
        return moved;
    }

    private static long? Moved(long? instant, long seconds) => instant + seconds > Timeline.ExportedAt ? null : instant + seconds;
}
