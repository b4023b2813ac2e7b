using Insights.Ingest.Sources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Insights.Ingest.Workers;

/// <summary>Has a pack written on its schedule, after every source was asked once more. A run missed while the program was off is caught up once.</summary>
/// <param name="settings">Which, and when.</param>
/// <param name="pulls">Every source.</param>
/// <param name="runs">When each pack last began.</param>
/// <param name="write">Writes it; returns how many files.</param>
/// <param name="clock">Tells when.</param>
/// <param name="log">Says what happened.</param>
public sealed partial class PackWorker(PackSettings settings, IReadOnlyList<IPull> pulls, PackRuns runs, Func<string, int> write, TimeProvider clock, ILogger<PackWorker> log) : BackgroundService
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Look = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Never written: from now on, not for every month there has been.
        var last = await runs.LastStart(settings.Pack, stoppingToken).ConfigureAwait(false) ?? await runs.Starts(settings.Pack, stoppingToken).ConfigureAwait(false);
        LogWriting(settings.Pack, settings.When.Cron.ToString());
        while (!stoppingToken.IsCancellationRequested)
        {
            var left = settings.When.Next(last) - clock.GetUtcNow();
            if (left <= TimeSpan.Zero)
                (last, left) = await IsWritten(stoppingToken).ConfigureAwait(false) ? (await runs.Starts(settings.Pack, stoppingToken).ConfigureAwait(false), TimeSpan.Zero) : (last, SoonAgain);
            await Task.Delay(left < Look ? left : Look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsWritten(CancellationToken stopping)
    {
        try
        {
            foreach (var pull in pulls)
                await Ask(pull, stopping).ConfigureAwait(false);
            var count = await runs.Write(() => write(settings.Pack), stopping).ConfigureAwait(false);
            LogWrote(settings.Pack, count);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The pack is due until it is written.
            LogLater(settings.Pack, e.Message);
            return false;
        }
    }

    /// <summary>A tool that does not answer must not keep the others' packs from being written.</summary>
    private async Task Ask(IPull pull, CancellationToken stopping)
    {
        try
        {
            await pull.Run(stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is Analytics.SetupException or IOException)
        {
            LogUnasked(settings.Pack, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "writing the {Pack} on '{Schedule}'")]
    private partial void LogWriting(string pack, string schedule);

    [LoggerMessage(LogLevel.Information, "{Pack}: {Count} files")]
    private partial void LogWrote(string pack, int count);

    [LoggerMessage(LogLevel.Warning, "{Pack} is written without the newest of a source: {Reason}")]
    private partial void LogUnasked(string pack, string reason);

    [LoggerMessage(LogLevel.Warning, "{Pack}: will try again: {Reason}")]
    private partial void LogLater(string pack, string reason);
}
