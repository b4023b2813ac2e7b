using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Insights.Analytics.Loads;

/// <summary>
/// The DuckDB table function <c>tickets_of_file(scan)</c>, whose rows C# fills, on as many of DuckDB's own threads as it has:
/// mapping and writing go on side by side.
/// </summary>
internal sealed unsafe class TicketScan : IDisposable
{
    private const string Function = "tickets_of_file";

    private static readonly ConcurrentDictionary<long, TicketScan> Open = new();
    private static readonly ConditionalWeakTable<DuckDBConnection, object> Registered = [];
    private static long _lastId;

    private readonly Action<TicketChunk> _fill;
    private ExceptionDispatchInfo? _failure;

    private TicketScan(Action<TicketChunk> fill) => _fill = fill;

    /// <summary>What <c>tickets_of_file</c> is called with to get this scan's rows.</summary>
    public long Id { get; } = Interlocked.Increment(ref _lastId);

    /// <summary>
    /// Makes the rows that <paramref name="fill"/> adds available to SQL on this connection until disposed. It is called from
    /// several threads at once; a chunk it leaves empty ends that thread's part. Not to be called inside a transaction: a rollback
    /// would take the function with it.
    /// </summary>
    public static TicketScan Register(DuckDBConnection connection, Action<TicketChunk> fill)
    {
        if (Registered.TryAdd(connection, Function))
            RegisterFunction(connection.NativeConnection);
        var scan = new TicketScan(fill);
        Open[scan.Id] = scan;
        return scan;
    }

    /// <summary>Throws what stopped <c>fill</c>, as it was thrown, instead of DuckDB's report of it.</summary>
    public void ThrowIfFailed() => _failure?.Throw();

    public void Dispose() => Open.TryRemove(Id, out _);

    private static void RegisterFunction(DuckDBNativeConnection connection)
    {
        using var id = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.BigInt);
        var function = NativeMethods.TableFunction.DuckDBCreateTableFunction();
        NativeMethods.TableFunction.DuckDBTableFunctionSetName(function, Function);
        NativeMethods.TableFunction.DuckDBTableFunctionAddParameter(function, id);
        NativeMethods.TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
        NativeMethods.TableFunction.DuckDBTableFunctionSetInit(function, &Init);
        NativeMethods.TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
        var state = NativeMethods.TableFunction.DuckDBRegisterTableFunction(connection, function);
        NativeMethods.TableFunction.DuckDBDestroyTableFunction(ref function);
        if (state != DuckDBState.Success)
            throw new InvalidOperationException($"DuckDB refused the table function {Function}.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        using var id = NativeMethods.TableFunction.DuckDBBindGetParameter(info, 0);
        NativeMethods.TableFunction.DuckDBBindSetBindData(info, (nint)NativeMethods.Value.DuckDBGetInt64(id), &Nothing);
        foreach (var column in TicketColumns.All)
        {
            using var type = NativeMethods.LogicalType.DuckDBCreateLogicalType(TicketColumns.Type(column));
            NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, column.Name(), type);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint info) => SetMaxThreads(info, (ulong)Environment.ProcessorCount);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint output)
    {
        var scan = Open[NativeMethods.TableFunction.DuckDBFunctionGetBindData(info)];
        try
        {
            using var native = new DuckDBDataChunk(output);
            var chunk = new TicketChunk();
            chunk.Attach(native);
            scan._fill(chunk);
            _ = NativeMethods.DataChunks.DuckDBDataChunkSetSize(native, (ulong)chunk.Count);
        }
        catch (Exception e)
        {
            // Nothing may unwind through DuckDB's frames: it is told, and the load throws the same exception on its own thread.
            Interlocked.CompareExchange(ref scan._failure, ExceptionDispatchInfo.Capture(e), null);
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, e.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Nothing(nint state)
    {
        // The state is a number, not memory.
    }

    // Exported by DuckDB's C API (duckdb.h) and missing from DuckDB.NET's list of it.
    [DllImport("duckdb", EntryPoint = "duckdb_init_set_max_threads", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void SetMaxThreads(nint info, ulong threads);
}
