namespace Insights.Ingest.Apis;

/// <summary>Lets no more requests through than the tool bears: the next waits until the oldest of a window is old enough.</summary>
internal sealed class BudgetHandler(ApiBudget? budget, TimeProvider clock) : DelegatingHandler
{
    /// <summary>Of requests that have a smaller budget of their own.</summary>
    public static readonly HttpRequestOptionsKey<ApiBudget> Own = new("budget");

    private readonly Dictionary<ApiBudget, Queue<long>> _sent = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (budget is not null)
            await Wait(budget, cancellationToken).ConfigureAwait(false);
        if (request.Options.TryGetValue(Own, out var own))
            await Wait(own, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task Wait(ApiBudget most, CancellationToken stopping)
    {
        if (!_sent.TryGetValue(most, out var sent))
            _sent[most] = sent = new Queue<long>();
        if (sent.Count == most.Requests)
        {
            var left = TimeSpan.FromSeconds(most.Seconds) - clock.GetElapsedTime(sent.Dequeue());
            if (left > TimeSpan.Zero)
                await Task.Delay(left, clock, stopping).ConfigureAwait(false);
        }

        sent.Enqueue(clock.GetTimestamp());
    }
}
