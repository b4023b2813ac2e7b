namespace Insights.Analytics.Repeats;

/// <summary>A ticket that reports a failure, as the links and groups of its client compare it. Numbers stand for keys; null: not stated, or it tells nothing.</summary>
/// <param name="Key">The ticket_key.</param>
/// <param name="CreatedAt">UTC epoch second.</param>
/// <param name="Asset">The device or service; null for a placeholder.</param>
/// <param name="Requester">Who reported; null for a machine.</param>
/// <param name="Category">The kind of fault.</param>
/// <param name="Number">The number people call it by, as text.</param>
/// <param name="Named">The tickets its text names by their number (#1234).</param>
/// <param name="Related">The keys of the tickets the desk itself put it together with.</param>
/// <param name="Terms">A unit vector, or empty.</param>
internal sealed record RepeatTicket(
    long Key, long CreatedAt, int? Asset, int? Requester, int? Category, string? Number, IReadOnlyList<string> Named, IReadOnlyList<long> Related, TermVector Terms)
{
    /// <summary>What it belongs to, once it is placed.</summary>
    public FailureGroup? Group { get; set; }
}
