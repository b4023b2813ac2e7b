namespace Insights.Analytics.Repeats;

/// <summary>A ticket that reports a failure, as links and groups compare it. Keys are as compared; null: not stated, or it names nothing.</summary>
/// <param name="Key">The ticket_key.</param>
/// <param name="CreatedAt">UTC epoch second.</param>
/// <param name="Asset">The device or service; null for a placeholder.</param>
/// <param name="Requester">Who reported; null for a machine.</param>
/// <param name="Category">The kind of fault; null where it tells nothing, since most of the client's tickets have it.</param>
/// <param name="Number">The number people call it by, as text.</param>
internal sealed record RepeatTicket(long Key, long CreatedAt, string? Asset, string? Requester, string? Category, string? Number)
{
    /// <summary>Its terms with their weights, heaviest first; a unit vector, or empty.</summary>
    public WeighedTerm[] Terms { get; set; } = [];

    /// <summary>Tickets the text names by their number (#1234).</summary>
    public IReadOnlyList<string> Named { get; init; } = [];
}
