namespace Insights.Analytics;

/// <summary>
/// Takes a client, a person, or what is older than a number of months out of the warehouse: raw rows, rejects, revisions and everything computed from
/// them. The file is then written anew, so that nothing of it stays in its free blocks.
/// </summary>
public sealed class Forgetting
{
    private static readonly string[] ReferenceOfClients = ["clients", "aliases", "promises", "expectations", "critical_work", "sizes", "answers", "actions", "comments", "included_hours"];

    private readonly string _file;
    private readonly Func<Warehouse, long> _find;
    private readonly Action<Warehouse> _erase;

    private Forgetting(string file, Func<Warehouse, long> find, Action<Warehouse> erase)
    {
        _file = Path.GetFullPath(file);
        _find = find;
        _erase = erase;
    }

    /// <summary>All of a client of a refreshed warehouse: its tickets, calls, time entries and reference rows.</summary>
    public static Forgetting Client(string file, string client) => new(
        file,
        w => Tickets(w, "forget/tickets_of_client.sql", ("client", client)),
        w =>
        {
            w.Execute(SqlFiles.Text("forget/erase_tickets.sql"));
            foreach (var table in ReferenceOfClients)
                w.Execute($"delete from raw.reference_{table} where client = $client", ("client", client));
        });

    /// <summary>A person by name or mail address, whatever the capitals and accents. The tickets stay, without the person.</summary>
    public static Forgetting Person(string file, string person) => new(
        file,
        w => Spellings(w, person).Sum(spelling => w.Scalar<long>(SqlFiles.Text("forget/count_person.sql"), ("person", spelling))),
        w => Spellings(w, person).Append(person.Trim()).ToList().ForEach(spelling => Statements(w, "forget/erase_person.sql", ("person", spelling))));

    /// <summary>Tickets created, and calls and work begun, before an instant, UTC.</summary>
    public static Forgetting Before(string file, DateTime instant) => new(
        file,
        w => Tickets(w, "forget/tickets_before.sql", ("before", instant)),
        w => w.Execute(SqlFiles.Text("forget/erase_tickets.sql")));

    /// <summary>How many tickets (of a person: tickets, history entries, messages and time entries) would be touched. Changes nothing.</summary>
    public long Count()
    {
        using var warehouse = Warehouse.OpenExisting(_file);
        return _find(warehouse);
    }

    /// <summary>Forgets. What was computed is gone with it, until the next refresh.</summary>
    /// <returns>How many tickets (of a person: tickets, history entries, messages and time entries) it was.</returns>
    public long Run()
    {
        long count;
        using (var warehouse = Warehouse.OpenExisting(_file))
        {
            count = _find(warehouse);
            warehouse.InTransaction(() => Erase(warehouse));
            Rewrite(warehouse);
        }

        File.Move(Fresh, _file, overwrite: true);
        File.Delete(_file + ".wal");
        return count;
    }

    private string Fresh => _file + ".forgetting";

    private bool Erase(Warehouse warehouse)
    {
        _erase(warehouse);
        foreach (var schema in Models.Schemas)
            warehouse.Execute($"drop schema if exists {schema} cascade");
        return true;
    }

    /// <summary>Deleted rows stay in a database's free blocks; a copy has none.</summary>
    private void Rewrite(Warehouse warehouse)
    {
        File.Delete(Fresh);
        var name = warehouse.Scalar<string>("select current_database()")!;
        warehouse.Execute($"attach '{Fresh.Replace("'", "''", StringComparison.Ordinal)}' as fresh");
        warehouse.Execute($"copy from database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" to fresh");
        warehouse.Execute("detach fresh");
    }

    private static List<string> Spellings(Warehouse warehouse, string person)
    {
        using var command = warehouse.Command(SqlFiles.Text("forget/spellings.sql"), ("person", person));
        using var reader = command.ExecuteReader();
        var spellings = new List<string>();
        while (reader.Read())
            spellings.Add(reader.GetString(0));
        return spellings;
    }

    private static long Tickets(Warehouse warehouse, string sql, (string, object?) parameter)
    {
        Statements(warehouse, sql, parameter);
        return warehouse.Scalar<long>("select count(*) from forgotten_tickets");
    }

    /// <summary>DuckDB binds a value to one statement at a time.</summary>
    private static void Statements(Warehouse warehouse, string sql, (string, object?) parameter)
    {
        foreach (var statement in SqlFiles.Text(sql).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(s => s.Length > 0))
            warehouse.Execute(statement, parameter);
    }
}
