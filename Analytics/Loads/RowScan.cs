using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Insights.Analytics.Loads;

/// <summary>
/// The DuckDB table function <c>rows_of_file(scan)</c>, whose rows C# fills, on as many of DuckDB's own threads as it has:
/// mapping and writing go on side by side.
/// </summary>
internal sealed unsafe class RowScan : IDisposable
{
    private const string Function = "rows_of_file";

    private static readonly ConcurrentDictionary<long, RowScan> Open = new();
    private static readonly ConditionalWeakTable<DuckDBConnection, object> Registered = [];
    private static long _lastId;

    private readonly RawTable _table;
    private readonly Action<RawChunk> _fill;
    private ExceptionDispatchInfo? _failure;

    private RowScan(RawTable table, Action<RawChunk> fill) => (_table, _fill) = (table, fill);

    /// <summary>What <c>rows_of_file</c> is called with to get this scan's rows.</summary>
    public long Id { get; } = Interlocked.Increment(ref _lastId);

    /// <summary>
    /// Makes the table function known on a connection. Not to be called inside a transaction: a rollback would take the function with it.
    /// </summary>
    public static void Register(DuckDBConnection connection)
    {
        if (Registered.TryAdd(connection, Function))
            RegisterFunction(connection.NativeConnection);
    }

    /// <summary>
    /// Makes the rows that <paramref name="fill"/> adds available to SQL until disposed. It is called from several threads at once; a
    /// chunk it leaves empty ends that thread's part.
    /// </summary>
    public static RowScan Of(RawTable table, Action<RawChunk> fill)
    {
        var scan = new RowScan(table, fill);
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
        var scan = NativeMethods.Value.DuckDBGetInt64(id);
        NativeMethods.TableFunction.DuckDBBindSetBindData(info, (nint)scan, &Nothing);
        var table = Open[scan]._table;
        foreach (var (column, type) in table.Columns.Zip(table.Types))
        {
            using var logical = NativeMethods.LogicalType.DuckDBCreateLogicalType(type);
            NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, column, logical);
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
            var chunk = new RawChunk(scan._table);
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
