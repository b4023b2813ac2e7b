namespace Insights.Analytics;

/// <summary>
/// Brings the durable raw tables to the schema this program knows. Version 1 is Sql/raw; each later version is one
/// file Sql/migrations/0002.sql, 0003.sql … All steps run in one transaction.
/// </summary>
internal static class Migrations
{
    public static int Current { get; } = 1 + SqlFiles.In("migrations").Count;

    public static void Apply(Warehouse warehouse) => warehouse.InTransaction(() =>
    {
        var version = Version(warehouse);
        RefuseNewer(warehouse, version);
        if (version == 0)
            Create(warehouse);
        foreach (var path in SqlFiles.In("migrations").Skip(Math.Max(version - 1, 0)).Where(_ => version > 0))
            warehouse.Execute(SqlFiles.Text(path));
        if (version != Current)
            warehouse.Execute("delete from raw.schema_version; insert into raw.schema_version values ($version)", ("version", Current));
        return version;
    });

    public static void RefuseUnlessCurrent(Warehouse warehouse)
    {
        var version = Version(warehouse);
        RefuseNewer(warehouse, version);
        if (version != Current)
            throw new SetupException(
                $"The warehouse '{warehouse.File}' has no tickets of this program's schema yet. Run: insights refresh --warehouse {warehouse.File}",
                $"Η αποθήκη '{warehouse.File}' δεν έχει ακόμη αιτήματα στη μορφή αυτού του προγράμματος. Τρέξτε: insights refresh --warehouse {warehouse.File}");
    }

    private static void Create(Warehouse warehouse)
    {
        warehouse.Execute("create schema raw; create table raw.schema_version (version integer not null);");
        foreach (var path in SqlFiles.In("raw").Concat(SqlFiles.In("migrations")))
            warehouse.Execute(SqlFiles.Text(path));
    }

    private static int Version(Warehouse warehouse)
    {
        var exists = warehouse.Scalar<long>("select count(*) from information_schema.tables where table_schema = 'raw' and table_name = 'schema_version'");
        return exists == 0 ? 0 : warehouse.Scalar<int>("select max(version) from raw.schema_version");
    }

    private static void RefuseNewer(Warehouse warehouse, int version)
    {
        if (version > Current)
            throw new SetupException(
                $"The warehouse '{warehouse.File}' was written by a newer version of insights (schema {version}; this program knows {Current}). Update the program, or use another --warehouse file.",
                $"Την αποθήκη '{warehouse.File}' την έγραψε νεότερη έκδοση του insights (σχήμα {version}· αυτό το πρόγραμμα γνωρίζει το {Current}). Ενημερώστε το πρόγραμμα, ή δώστε άλλο αρχείο στο --warehouse.");
    }
}
