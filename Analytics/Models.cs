using System.Diagnostics;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace Insights.Analytics;

/// <summary>
/// Turns Sql/ into views and tables in dependency order. Only raw is durable: every other schema is dropped and rebuilt
/// when the program's models, reference data or the as-of differ from what it was last built from, and brought up to new loads by the
/// tickets they changed.
/// </summary>
public sealed partial class Models(Warehouse warehouse)
{
    internal static readonly string[] Schemas = ["reference", "computed", "staging", "intermediate", "marts"];

    /// <summary>Told each model's name and how long building it took.</summary>
    internal Action<string, TimeSpan>? Timed { get; init; }

    /// <summary>The last refresh looked at the tickets that changed only.</summary>
    internal bool OnlyChanged { get; private set; }

    /// <summary>
    /// Brings every number up to what was loaded: by the tickets that changed where only tickets did, else all of it. Each model is kept as soon
    /// as it is made, for within one transaction DuckDB plans as if what was made in it were empty; what a refresh that stops leaves behind
    /// counts as not built.
    /// </summary>
    /// <param name="asOf">The "now" of every report (UTC); null takes each source's own data end.</param>
    /// <returns>False when nothing had changed since the last refresh.</returns>
    public bool Refresh(DateTime? asOf)
    {
        var (built, now) = (ModelState.Built(warehouse), ModelState.Now(warehouse, asOf));
        if (built == now)
            return false;
        ModelState.Forget(warehouse);
        OnlyChanged = built is not null && built.Foundation == now.Foundation && built.LastLoad < now.LastLoad
            && new ChangedTickets(warehouse, InOrder(), Build).Update(built.LastLoad);
        if (!OnlyChanged)
            Rebuild(asOf);
        now.Write(warehouse);
        return true;
    }

    /// <summary>Builds the relations given and what they read, but for the models named as built, to which those built now are added;
    /// with none built all begins anew. The next refresh builds everything anew.</summary>
    internal void Build(DateTime? asOf, IReadOnlySet<string> relations, ISet<string> built)
    {
        if (built.Count == 0)
            Begin(asOf);
        foreach (var model in NeededFor(relations).Where(m => built.Add(m.Name)))
            Build(model.Name, () => model.Build(warehouse));
    }

    private void Rebuild(DateTime? asOf)
    {
        Begin(asOf);
        foreach (var model in InOrder())
            Build(model.Name, () => model.Build(warehouse));
    }

    /// <summary>Empty schemas, and what is there before any model.</summary>
    private void Begin(DateTime? asOf)
    {
        foreach (var schema in Schemas)
            warehouse.Execute($"drop schema if exists {schema} cascade; create schema {schema};");
        Settings.Check(warehouse);
        foreach (var macro in SqlFiles.In("macros").Select(SqlFiles.Text).Where(sql => !IsTableMacro(sql)))
            warehouse.Execute(macro);
        AsOf.Write(warehouse, asOf);
    }

    private void Build(string model, Action build)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            build();
        }
        catch (DuckDBException e)
        {
            throw new InvalidOperationException($"'{model}' could not be computed: {e.Message}", e);
        }

        Timed?.Invoke(model, clock.Elapsed);
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

    /// <summary>The models that make the relations given, and those they read, in order.</summary>
    internal static IReadOnlyList<Model> NeededFor(IReadOnlySet<string> relations)
    {
        var needed = new HashSet<string>(relations, StringComparer.Ordinal);
        var models = new List<Model>();
        foreach (var model in InOrder().Reverse().Where(m => m.Produces.Any(needed.Contains)))
        {
            models.Insert(0, model);
            needed.UnionWith(model.Reads);
        }

        return models;
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
        .Select(macro => new Model(macro.Name, [macro.Name], Reads(macro.Sql), w => w.Execute(macro.Sql)) { Grain = Grain.Lasting });

    private static bool IsTableMacro(string sql) => sql.Contains(") as table", StringComparison.Ordinal);

    private static Model SqlModel(string relation, string select)
    {
        var header = Header(select);
        var kind = header.Contains("Stored as a table", StringComparison.Ordinal) ? "table" : "view";
        return new Model(relation, [relation], Reads(select), w => Create(w, kind, relation, select))
        {
            Select = select,
            IsView = kind == "view",
            Grain = header.Contains(", by ticket.", StringComparison.Ordinal) ? Grain.ByTicket : relation.StartsWith("reference.", StringComparison.Ordinal) ? Grain.Lasting : Grain.Whole,
            Moving = MovingColumns().Match(header) is { Success: true } moving ? moving.Groups["columns"].Value.Split(", ") : [],
        };
    }

    /// <summary>The rows of a table come in the order its select asks for, if any: to keep the order of what it reads costs memory without bound.</summary>
    private static void Create(Warehouse warehouse, string kind, string relation, string select)
    {
        warehouse.Execute("set preserve_insertion_order = false");
        warehouse.Execute($"create {kind} {relation} as {select}");
        warehouse.Execute("set preserve_insertion_order = true");
    }

    private static string Header(string sql) => string.Join('\n', sql.Split('\n').TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)));

    internal static IReadOnlyList<string> Reads(string sql) =>
        [.. RelationName().Matches(Comment().Replace(sql, "")).Select(m => m.Groups["name"].Value).Distinct()];

    [GeneratedRegex(@"(?:\b(?:from|join)\s+|\(')(?<name>(?:reference|computed|staging|intermediate|marts)\.[a-z0-9_]+)")]
    private static partial Regex RelationName();

    [GeneratedRegex(@"Moving with every load: (?<columns>[a-z0-9_, ]+)\.")]
    private static partial Regex MovingColumns();

    [GeneratedRegex(@"--[^\n]*")]
    private static partial Regex Comment();
}
