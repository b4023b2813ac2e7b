namespace Insights.Analytics.Repeats;

/// <summary>A ticket that reports a failure, as the warehouse tells it: its first known text, its keys as compared (null: not stated, or they name nothing).</summary>
/// <param name="Provider">Whose tickets it is weighed among.</param>
/// <param name="Client">Whose tickets it is compared with.</param>
/// <param name="Key">The ticket_key.</param>
/// <param name="CreatedAt">UTC epoch second.</param>
/// <param name="Month">Months since year 0.</param>
/// <param name="Load">The load it became known with.</param>
/// <param name="Number">The number people call it by, as text.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Body">The first message.</param>
/// <param name="Asset">The device or service; null for a placeholder.</param>
/// <param name="Requester">Who reported; null for a machine.</param>
/// <param name="Category">The kind of fault.</param>
/// <param name="Place">Its place among all of them, client by client and in the order they became known; 1 on.</param>
/// <param name="Related">The keys of the tickets the desk itself put it together with.</param>
internal sealed record FailureReport(
    string Provider, string Client, long Key, long CreatedAt, int Month, long Load, string? Number, string? Subject, string? Body, string? Asset, string? Requester,
    string? Category, long Place, IReadOnlyList<long> Related);
