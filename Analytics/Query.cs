using DuckDB.NET.Data;

namespace Insights.Analytics;

/// <summary>Runs a person's own SQL over the warehouse: it can read every schema, and can neither change it nor reach files or the network.</summary>
public sealed class Query(Warehouse warehouse)
{
    /// <summary>The column names and the rows of a select.</summary>
    /// <exception cref="SetupException">The SQL does not parse, names something that is not there, tries to change something, or asks for figures no refresh has made yet.</exception>
    public (IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows) Run(string sql)
    {
        if (ModelState.Built(warehouse) is null && Models.Schemas.Any(s => sql.Contains(s + ".", StringComparison.OrdinalIgnoreCase)))
            throw new SetupException(
                $"The warehouse '{warehouse.File}' has no figures yet: run `insights refresh` first, then ask again.",
                $"Η αποθήκη '{warehouse.File}' δεν έχει ακόμη αριθμούς: τρέξτε πρώτα `insights refresh` και ρωτήστε ξανά.");
        warehouse.Execute("set enable_external_access = false; set lock_configuration = true;");
        try
        {
            using var command = warehouse.Command(sql);
            using var reader = command.ExecuteReader();
            return Read(reader);
        }
        catch (DuckDBException e)
        {
            throw new SetupException($"The query could not run: {e.Message} Query: {sql}", $"Το ερώτημα δεν εκτελέστηκε: {e.Message} Ερώτημα: {sql}", e);
        }
    }

    internal static (IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows) Read(DuckDBDataReader reader) => (Columns(reader), Rows(reader));

    private static List<string> Columns(DuckDBDataReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];

    private static List<object?[]> Rows(DuckDBDataReader reader)
    {
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }
}
