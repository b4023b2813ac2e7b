using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Insights.Analytics;

/// <summary>
/// Turns Sql/ into views and tables in dependency order. Only raw is durable: every other schema is dropped and rebuilt
/// when the program's models, the loads, or the as-of differ from what it was last built from.
/// </summary>
public sealed partial class Models(Warehouse warehouse)
{
    private static readonly string[] Schemas = ["reference", "computed", "staging", "intermediate", "marts"];

    /// <summary>Told each model's name and how long building it took.</summary>
    internal Action<string, TimeSpan>? Timed { get; init; }

    /// <summary>Rebuilds what is stale, in one transaction.</summary>
    /// <param name="asOf">The "now" of every report (UTC); null takes each source's own data end.</param>
    /// <returns>False when nothing had changed since the last refresh.</returns>
    public bool Refresh(DateTime? asOf)
    {
        var state = State(asOf);
        if (Built() == state)
            return false;

        return warehouse.InTransaction(() =>
        {
            foreach (var schema in Schemas)
                warehouse.Execute($"drop schema if exists {schema} cascade; create schema {schema};");
            Settings.Check(warehouse);
            foreach (var macro in SqlFiles.In("macros").Select(SqlFiles.Text).Where(sql => !IsTableMacro(sql)))
                warehouse.Execute(macro);
            AsOf.Write(warehouse, asOf);
            foreach (var model in InOrder())
                Build(model);
            warehouse.Execute("create table computed.model_state as select $state as state", ("state", state));
            return true;
        });
    }

    private void Build(Model model)
    {
        var clock = Stopwatch.StartNew();
        model.Build(warehouse);
        Timed?.Invoke(model.Name, clock.Elapsed);
    }

    /// <summary>The relations and computed steps, each after everything it reads.</summary>
    internal static IReadOnlyList<Model> InOrder()
    {
        var models = Schemas.SelectMany(SqlModels).Concat(TableMacros()).Concat(ComputedSteps.All).ToList();
        var producers = models.SelectMany(m => m.Produces.Select(p => (p, m))).ToDictionary(x => x.p, x => x.m, StringComparer.Ordinal);
        var ordered = new List<Model>();
        var open = new HashSet<Model>();
        foreach (var model in models)
            Visit(model, producers, ordered, open);
        return ordered;
    }

    private static void Visit(Model model, Dictionary<string, Model> producers, List<Model> ordered, HashSet<Model> open)
    {
        if (ordered.Contains(model))
            return;
        if (!open.Add(model))
            throw new InvalidOperationException($"{model.Name} reads itself through others.");
        foreach (var read in model.Reads.Where(r => !model.Produces.Contains(r)))
            if (producers.TryGetValue(read, out var producer))
                Visit(producer, producers, ordered, open);
            else if (read != "computed.as_of")
                throw new InvalidOperationException($"{model.Name} reads {read}, which no model makes.");
        ordered.Add(model);
    }

    private static IEnumerable<Model> SqlModels(string schema) => SqlFiles.In(schema)
        .Where(_ => schema != "computed")
        .Select(path => SqlModel($"{schema}.{Path.GetFileNameWithoutExtension(path)}", SqlFiles.Text(path)));

    /// <summary>A macro that gives rows (of the relation it is given the name of) reads relations of its own, so it has its place in the order.</summary>
    private static IEnumerable<Model> TableMacros() => SqlFiles.In("macros")
        .Select(path => (Name: "computed." + Path.GetFileNameWithoutExtension(path), Sql: SqlFiles.Text(path)))
        .Where(macro => IsTableMacro(macro.Sql))
        .Select(macro => new Model(macro.Name, [macro.Name], Reads(macro.Sql), w => w.Execute(macro.Sql)));

    private static bool IsTableMacro(string sql) => sql.Contains(") as table", StringComparison.Ordinal);

    private static Model SqlModel(string relation, string select)
    {
        var kind = Header(select).Contains("Stored as a table", StringComparison.Ordinal) ? "table" : "view";
        return new Model(relation, [relation], Reads(select), w => w.Execute($"create {kind} {relation} as {select}"));
    }

    private static string Header(string sql) => string.Join('\n', sql.Split('\n').TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)));

    internal static IReadOnlyList<string> Reads(string sql) =>
        [.. RelationName().Matches(Comment().Replace(sql, "")).Select(m => m.Groups["name"].Value).Distinct()];

    [GeneratedRegex(@"(?:\b(?:from|join)\s+|\(')(?<name>(?:reference|computed|staging|intermediate|marts)\.[a-z0-9_]+)")]
    private static partial Regex RelationName();

    [GeneratedRegex(@"--[^\n]*")]
    private static partial Regex Comment();

    private string State(DateTime? asOf)
    {
        var lastLoad = warehouse.Scalar<long>("select coalesce(max(load_id), 0) from raw.loads");
        var clients = warehouse.Scalar<string>("select coalesce(string_agg(source || '=' || default_client, ';' order by source), '') from raw.sources");
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Hash.Value}|{lastLoad}|{clients}|{asOf:O}");
    }

    private string? Built()
    {
        var exists = warehouse.Scalar<long>("select count(*) from information_schema.tables where table_schema = 'computed' and table_name = 'model_state'");
        return exists == 0 ? null : warehouse.Scalar<string>("select state from computed.model_state");
    }

    /// <summary>A new build of this assembly means new models: the module id changes with any code or SQL in it.</summary>
    private static readonly Lazy<string> Hash = new(() =>
    {
        var sql = string.Concat(Schemas.Append("macros").SelectMany(SqlFiles.In).Select(SqlFiles.Text));
        var code = typeof(Models).Assembly.ManifestModule.ModuleVersionId;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql + code)));
    });
}
