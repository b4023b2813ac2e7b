namespace Insights.Analytics.Matches;

/// <summary>A ticket of one side, as it is compared with those of the other.</summary>
/// <param name="Source">With <paramref name="Id"/> its identity.</param>
/// <param name="Id">The ticket_id.</param>
/// <param name="CreatedAt">UTC epoch second.</param>
/// <param name="Number">The number people call it by, without #; null: none.</param>
/// <param name="Named">Of a client's record: the numbers its texts name.</param>
/// <param name="Mail">Who asked; null: not stated, or a machine.</param>
/// <param name="Person">Who asked, by name, folded; null: not stated, or a machine.</param>
/// <param name="Words">The terms of its subject, each as it is first written there.</param>
internal sealed record MatchTicket(
    string Source, string Id, long CreatedAt, string? Number, IReadOnlySet<string> Named, string? Mail, string? Person, IReadOnlyDictionary<int, string> Words)
{
    /// <summary>Whether the same person asked; null where that cannot be told.</summary>
    public bool? IsBySame(MatchTicket other)
    {
        if (Mail is not null && other.Mail is not null)
            return Mail == other.Mail;
        return Person is not null && other.Person is not null ? Person == other.Person : null;
    }
}
