using Insights.Analytics;

namespace Insights.Ingest.Loading;

/// <summary>A warehouse the workers of one program take turns at: it is open only while one of them works on it.</summary>
/// <param name="file">The DuckDB file.</param>
public sealed class SharedWarehouse(string file) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public string File => file;

    public void Dispose() => _turn.Dispose();

    /// <summary>Works on the warehouse, opened for writing.</summary>
    /// <exception cref="WarehouseInUseException">Another program has it.</exception>
    public Task<T> Write<T>(Func<Warehouse, T> work, CancellationToken stopping) => Alone(
        () =>
        {
            using var opened = Warehouse.OpenForWriting(file);
            return work(opened);
        },
        stopping);

    /// <summary>Does work that opens the warehouse itself.</summary>
    public async Task<T> Alone<T>(Func<T> work, CancellationToken stopping)
    {
        await _turn.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }
}
