using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Insights.Analytics;

/// <summary>What the models are built from.</summary>
/// <param name="Foundation">Everything that governs tickets already there: the program, the as-of, reference data, sources, deletions, the years covered.</param>
/// <param name="LastLoad">The newest load.</param>
internal sealed record ModelState(string Foundation, long LastLoad)
{
    public static ModelState Now(Warehouse warehouse, DateTime? asOf)
    {
        var told = warehouse.Scalar<string>(SqlFiles.Text("load/foundation.sql"));
        var lastLoad = warehouse.Scalar<long>("select coalesce(max(load_id), 0) from raw.loads");
        return new ModelState(string.Create(CultureInfo.InvariantCulture, $"{Program.Value}|{asOf:O}|{told}"), lastLoad);
    }

    /// <summary>What they were last built from; null where they never were.</summary>
    public static ModelState? Built(Warehouse warehouse)
    {
        var exists = warehouse.Scalar<long>("select count(*) from information_schema.columns where table_schema = 'computed' and table_name = 'model_state' and column_name = 'last_load'");
        return exists == 0 ? null : new ModelState(
            warehouse.Scalar<string>("select foundation from computed.model_state")!, warehouse.Scalar<long>("select last_load from computed.model_state"));
    }

    /// <summary>From here on, until the next <see cref="Write"/>, they count as not built.</summary>
    public static void Forget(Warehouse warehouse) => warehouse.Execute("drop table if exists computed.model_state");

    public void Write(Warehouse warehouse) =>
        warehouse.Execute("create table computed.model_state as select $foundation as foundation, $last as last_load", ("foundation", Foundation), ("last", LastLoad));

    /// <summary>A new build of this assembly means new models: the module id changes with any code or SQL in it.</summary>
    private static readonly Lazy<string> Program = new(() =>
    {
        var sql = string.Concat(Models.Schemas.Append("macros").SelectMany(SqlFiles.In).Select(SqlFiles.Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql + typeof(ModelState).Assembly.ManifestModule.ModuleVersionId)));
    });
}
