using System.Net;
using Microsoft.Extensions.Hosting;

namespace Insights.Ingest.Workers;

/// <summary>Answers <c>GET /health</c> on this machine only: 200 while the worker is well, 503 else, with its state as JSON.</summary>
public sealed class HealthPage(int port, WorkerHealth health, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add($"http://localhost:{port}/health/");
        listener.Start();
        await using var stop = stoppingToken.Register(listener.Stop).ConfigureAwait(false);
        while (!stoppingToken.IsCancellationRequested)
            await AnswerOne(listener).ConfigureAwait(false);
    }

    private async Task AnswerOne(HttpListener listener)
    {
        try
        {
            var context = await listener.GetContextAsync().ConfigureAwait(false);
            using var response = context.Response;
            response.StatusCode = health.IsWell(clock.GetUtcNow()) ? 200 : 503;
            response.ContentType = "application/json";
            await response.OutputStream.WriteAsync(health.Json()).ConfigureAwait(false);
        }
        catch (HttpListenerException)
        {
            // Whoever asked went away, or the service stops: there is nobody to answer.
        }
        catch (ObjectDisposedException)
        {
            // As above.
        }
    }
}
