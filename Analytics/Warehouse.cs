using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace Insights.Analytics;

/// <summary>
/// One DuckDB file, and the only class that opens it. Everything inside is UTC.
/// One process writes at a time and no other has the file open meanwhile: open, do one thing, dispose.
/// </summary>
public sealed partial class Warehouse : IDisposable
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(200);

    private Warehouse(string file, DuckDBConnection connection)
    {
        File = file;
        Connection = connection;
    }

    /// <summary>The full path of the file.</summary>
    public string File { get; }

    internal DuckDBConnection Connection { get; }

    /// <summary>Opens the file for loading and refreshing; creates it, and brings an older one up to this program's schema.</summary>
    /// <exception cref="SetupException">The file is held by another process, is no warehouse, or was written by a newer program.</exception>
    public static Warehouse OpenForWriting(string file)
    {
        var path = Path.GetFullPath(file);
        if (Directory.Exists(path))
            throw new SetupException(
                $"The warehouse '{file}' is a folder. Give --warehouse the name of a file, for example {Path.Combine(file, "insights.duckdb")}.",
                $"Η αποθήκη '{file}' είναι φάκελος. Δώστε στο --warehouse όνομα αρχείου, για παράδειγμα {Path.Combine(file, "insights.duckdb")}.");

        CreateFolder(file, Path.GetDirectoryName(path)!);
        var warehouse = Open(path, "READ_WRITE");
        try
        {
            Migrations.Apply(warehouse);
            return warehouse;
        }
        catch
        {
            warehouse.Dispose();
            throw;
        }
    }

    private static void CreateFolder(string file, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new SetupException(
                $"The warehouse '{file}' cannot be made: the folder '{folder}' cannot be created ({e.Message}). Give --warehouse a file in a folder of yours.",
                $"Η αποθήκη '{file}' δεν μπορεί να φτιαχτεί: ο φάκελος '{folder}' δεν δημιουργείται ({e.Message}). Δώστε στο --warehouse αρχείο σε δικό σας φάκελο.",
                e);
        }
    }

    /// <summary>As <see cref="OpenForWriting"/>, but only a file that is there: a mistyped name must not begin an empty warehouse.</summary>
    /// <exception cref="SetupException">There is no such file, or as there.</exception>
    public static Warehouse OpenExisting(string file) => OpenForWriting(Existing(file));

    /// <summary>Opens an existing file for reading only.</summary>
    /// <exception cref="SetupException">There is no such file, it is held by a writer, or it was written by a newer program.</exception>
    public static Warehouse OpenForReading(string file)
    {
        var warehouse = Open(Existing(file), "READ_ONLY");
        try
        {
            Migrations.RefuseUnlessCurrent(warehouse);
            return warehouse;
        }
        catch
        {
            warehouse.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file of marts alone for reading.</summary>
    internal static Warehouse OpenStored(string file) => Open(file, "READ_ONLY");

    public void Dispose() => Connection.Dispose();

    /// <summary>Runs <paramref name="work"/> in one transaction: all of it is kept, or, when it throws, none.</summary>
    internal T InTransaction<T>(Func<T> work)
    {
        using var transaction = Connection.BeginTransaction();
        var result = work();
        transaction.Commit();
        return result;
    }

    /// <summary>Makes another warehouse readable under a name of this program's own.</summary>
    internal void Attach(string file, string name) =>
        Execute($"attach '{Path.GetFullPath(file).Replace("'", "''", StringComparison.Ordinal)}' as {name} (read_only)");

    internal void Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    internal T? Scalar<T>(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        var value = command.ExecuteScalar();
        return value is null or DBNull ? default : (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture);
    }

    internal DuckDBCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.Add(new DuckDBParameter(name, value ?? DBNull.Value));
        return command;
    }

    private static string Existing(string file) => System.IO.File.Exists(file)
        ? Path.GetFullPath(file)
        : throw new SetupException(
            $"There is no warehouse '{file}'. Load an export first: insights ingest FILE --warehouse {file}",
            $"Δεν υπάρχει αποθήκη '{file}'. Φορτώστε πρώτα μια εξαγωγή: insights ingest ΑΡΧΕΙΟ --warehouse {file}");

    private static Warehouse Open(string path, string mode)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new Warehouse(path, Connect(path, mode));
            }
            catch (DuckDBException e) when (LockHolder(e) is { } holder)
            {
                if (waited.Elapsed > LockPatience)
                    throw new WarehouseInUseException(
                        $"The warehouse '{path}' is in use by {holder.English}. Wait until it ends, or close it, and run the command again.",
                        $"Την αποθήκη '{path}' τη χρησιμοποιεί {holder.Greek}. Περιμένετε να τελειώσει, ή κλείστε το, και τρέξτε ξανά την εντολή.",
                        e);
                Thread.Sleep(LockPause);
            }
            catch (DuckDBException e)
            {
                throw new SetupException(
                    $"'{path}' cannot be opened as a warehouse: {FirstLine(e.Message)} Give --warehouse another file name.",
                    $"Το '{path}' δεν ανοίγει ως αποθήκη: {FirstLine(e.Message)} Δώστε άλλο όνομα αρχείου στο --warehouse.",
                    e);
            }
        }
    }

    private static DuckDBConnection Connect(string path, string mode)
    {
        var connection = new DuckDBConnection($"Data Source={path};ACCESS_MODE={mode}");
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            // A wrong guess of an ASOF join's size must not turn it into a nested loop over every opening of a calendar.
            command.CommandText = "set TimeZone = 'UTC'; set preserve_insertion_order = true; set asof_loop_join_threshold = 0;";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static Message? LockHolder(DuckDBException e)
    {
        if (!e.Message.Contains("lock", StringComparison.OrdinalIgnoreCase))
            return null;

        var holder = LockMessage().Match(e.Message);
        var (program, pid) = (holder.Groups["program"].Value, holder.Groups["pid"].Value);
        return holder.Success ? new Message($"{program} (process {pid})", $"το {program} (διεργασία {pid})") : new Message("another process", "άλλη διεργασία");
    }

    [GeneratedRegex(@"held in (?<program>.+?) \(PID (?<pid>\d+)\)")]
    private static partial Regex LockMessage();

    private static string FirstLine(string message) => message.Split('\n', 2)[0];
}
