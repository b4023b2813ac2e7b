using Insights.Analytics;
using Insights.Ingest.Loading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Insights.Ingest.Workers;

/// <summary>What an <see cref="InboxWorker"/> watches, and where it loads it.</summary>
public sealed record InboxSettings
{
    /// <summary>The folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Opened for each load and closed after it.</summary>
    public required SharedWarehouse Warehouse { get; init; }

    /// <summary>How to read a file: one request a tool whose export is in it.</summary>
    public required Func<string, IReadOnlyList<LoadRequest>> Requests { get; init; }

    /// <summary>How often to look.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>How long a file must stay as it is before it is read.</summary>
    public required TimeSpan Settle { get; init; }
}

/// <summary>
/// Loads what is put into a folder, one line of log a load. What it loaded is known from the ledger, so that it may be stopped at any
/// moment and begun again. A file that cannot be read is said once and left until it changes; a warehouse in use, or a disk that fails,
/// is tried again.
/// </summary>
public sealed partial class InboxWorker(InboxSettings settings, WorkerHealth health, TimeProvider clock, ILogger<InboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Inbox _inbox = new(settings.Folder, settings.Settle, clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogWatching(settings.Folder, settings.Warehouse.File);
        var pause = settings.Every;
        while (!stoppingToken.IsCancellationRequested)
        {
            var isWell = await Task.Run(() => LoadReady(stoppingToken), CancellationToken.None).ConfigureAwait(false);
            pause = isWell ? settings.Every : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        LogStopped();
    }

    /// <summary>False when something has to be tried again later.</summary>
    private async Task<bool> LoadReady(CancellationToken stopping)
    {
        try
        {
            foreach (var file in _inbox.Ready())
            {
                stopping.ThrowIfCancellationRequested();
                await Load(file, stopping).ConfigureAwait(false);
            }
            health.Looked(clock.GetUtcNow(), _inbox.WaitingCount);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
        catch (WarehouseInUseException e)
        {
            return Later(e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it was, the transaction was rolled back and the file is still there: a service that waits is worth more than one that ended.
            return Later(e);
        }
    }

    private bool Later(Exception e)
    {
        LogLater(e.Message);
        health.Failed(clock.GetUtcNow(), e.Message, _inbox.WaitingCount);
        return false;
    }

    private async Task Load(string file, CancellationToken stopping)
    {
        try
        {
            var requests = settings.Requests(file);
            await settings.Warehouse.Write(warehouse => Load(requests, warehouse, stopping), stopping).ConfigureAwait(false);
        }
        catch (SetupException e) when (e is not WarehouseInUseException)
        {
            LogRefused(Path.GetFileName(file), e.Message);
            health.Refused(clock.GetUtcNow(), e.Message);
        }
        _inbox.Done(file);
    }

    /// <returns>How many loads it were.</returns>
    private int Load(IReadOnlyList<LoadRequest> requests, Warehouse warehouse, CancellationToken stopping)
    {
        foreach (var request in requests)
            Tell(request, new ExportLoader(warehouse, clock).Load(request, stopping));
        return requests.Count;
    }

    private void Tell(LoadRequest request, LoadResult result)
    {
        var file = Path.GetFileName(request.File);
        if (result.AlreadyLoaded)
            LogKnown(file, request.Source);
        else
            foreach (var table in result.Tables)
                LogLoaded(request.Source, table.Content, table.Name, table.RowCount, table.NewCount, table.ChangedCount, table.UnchangedCount, table.RejectCount);
        health.Loaded(clock.GetUtcNow(), file);
    }

    [LoggerMessage(LogLevel.Information, "watching {Folder}, loading into {Warehouse}")]
    private partial void LogWatching(string folder, string warehouse);

    [LoggerMessage(LogLevel.Information, "{Source} {Content} from {File}: {Rows} rows, {New} new, {Changed} changed, {Unchanged} unchanged, {Rejected} rejected")]
    private partial void LogLoaded(string source, string content, string file, long rows, long @new, long changed, long unchanged, long rejected);

    [LoggerMessage(LogLevel.Information, "{File} was loaded before as {Source}; nothing changed")]
    private partial void LogKnown(string file, string source);

    [LoggerMessage(LogLevel.Warning, "{File} was not loaded: {Reason}")]
    private partial void LogRefused(string file, string reason);

    [LoggerMessage(LogLevel.Warning, "will try again: {Reason}")]
    private partial void LogLater(string reason);

    [LoggerMessage(LogLevel.Information, "stopped")]
    private partial void LogStopped();
}
