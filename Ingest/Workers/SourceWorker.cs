using Insights.Analytics;
using Insights.Ingest.Sources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Insights.Ingest.Workers;

/// <summary>
/// Pulls one source on its schedule. A run missed while the program was off is caught up once; a tool or warehouse that cannot be reached
/// is tried again before the next one is due; a tool that refuses is left until then.
/// </summary>
public sealed partial class SourceWorker(IPull pull, PullSchedule schedule, WorkerHealth health, TimeProvider clock, ILogger<SourceWorker> log) : BackgroundService
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var last = await pull.LastStart(stoppingToken).ConfigureAwait(false);
        LogPulling(pull.Source, schedule.Cron.ToString());
        while (!stoppingToken.IsCancellationRequested)
        {
            var due = last is { } before ? schedule.Next(before) : clock.GetUtcNow();
            if (!await Wait(due, stoppingToken).ConfigureAwait(false))
                return;
            last = clock.GetUtcNow();
            while (!await IsDone(stoppingToken).ConfigureAwait(false))
                if (!await Wait(clock.GetUtcNow() + SoonAgain, stoppingToken).ConfigureAwait(false))
                    return;
        }
    }

    private async Task<bool> Wait(DateTimeOffset until, CancellationToken stopping)
    {
        var left = until - clock.GetUtcNow();
        // A timer holds 49 days; a schedule may be rarer.
        while (left > TimeSpan.Zero && !stopping.IsCancellationRequested)
        {
            await Task.Delay(left < TimeSpan.FromDays(1) ? left : TimeSpan.FromDays(1), clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            left = until - clock.GetUtcNow();
        }

        return !stopping.IsCancellationRequested;
    }

    /// <summary>False when it should soon be tried again.</summary>
    private async Task<bool> IsDone(CancellationToken stopping)
    {
        try
        {
            var result = await pull.Run(stopping).ConfigureAwait(false);
            foreach (var refused in result.Refused)
                LogRefused(pull.Source, refused);
            LogPulled(pull.Source, result.PageCount, result.NewCount, result.ChangedCount, result.RejectCount);
            health.Pulled(clock.GetUtcNow(), pull.Source);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
        catch (SetupException e) when (e is not WarehouseInUseException)
        {
            LogRefused(pull.Source, e.Message);
            health.PullFailed(clock.GetUtcNow(), pull.Source, e.Message);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What was kept before stays; the other sources go on.
            var said = pull.Redacted(e.Message);
            LogLater(pull.Source, said);
            health.PullFailed(clock.GetUtcNow(), pull.Source, said);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "pulling {Source} on '{Schedule}'")]
    private partial void LogPulling(string source, string schedule);

    [LoggerMessage(LogLevel.Information, "{Source}: {Pages} pages, {New} new, {Changed} changed, {Rejected} rejected")]
    private partial void LogPulled(string source, int pages, long @new, long changed, long rejected);

    [LoggerMessage(LogLevel.Warning, "{Source} was not pulled: {Reason}")]
    private partial void LogRefused(string source, string reason);

    [LoggerMessage(LogLevel.Warning, "{Source}: will try again: {Reason}")]
    private partial void LogLater(string source, string reason);
}
