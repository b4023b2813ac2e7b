using System.Text.RegularExpressions;

namespace Insights.Analytics;

/// <summary>
/// Brings models up to new loads by the tickets that changed: those in the new loads and those that were not settled yet. A relation by
/// ticket is asked its own select again, over those tickets only (temporary relations named delta_… hold them), and their rows are replaced; every other
/// relation is made anew. What else a relation by ticket reads (whose tickets are survivors only, who is an agent) must not have changed:
/// it guards the tickets left alone.
/// </summary>
internal sealed partial class ChangedTickets(Warehouse warehouse, IReadOnlyList<Model> models, Action<string, Action> build)
{
    private static readonly string[] RawTables = ["tickets", "events", "messages"];

    private readonly HashSet<string> _byTicket = [.. models.Where(m => m.Grain == Grain.ByTicket && m.Select is not null).SelectMany(m => m.Produces)];

    /// <returns>False, with some relations made anew and others not, where a guard changed: then all must be built again.</returns>
    public bool Update(long builtLoad)
    {
        try
        {
            Begin(builtLoad);
            return models.All(IsKept);
        }
        finally
        {
            DropDelta();
        }
    }

    private bool IsKept(Model model)
    {
        var isKept = true;
        build(model.Name, () => isKept = Keep(model));
        return isKept;
    }

    private void DropDelta()
    {
        foreach (var kind in new[] { "view", "table" })
            while (warehouse.Scalar<string>($"select min({kind}_name) from duckdb_{kind}s() where database_name = 'temp' and starts_with({kind}_name, 'delta_')") is { } name)
                warehouse.Execute($"drop {kind} temp.{name}");
    }

    /// <summary>The tickets that changed, their rows in the raw tables, and the guards as they were.</summary>
    private void Begin(long builtLoad)
    {
        warehouse.Execute(SqlFiles.Text("load/changed_tickets.sql"), ("built_load", builtLoad));
        foreach (var table in RawTables)
            warehouse.Execute($"create temp view delta_raw_{table} as from raw.{table} semi join delta_changed using (source, ticket_id)");
        foreach (var guard in Guards())
            warehouse.Execute($"create temp table delta_was_{Flat(guard.Name)} as {Content(guard)}");
    }

    private bool Keep(Model model)
    {
        switch (model)
        {
            case { Grain: Grain.Lasting }:
                return true;
            case { Extend: { } extend }:
                extend(warehouse);
                return true;
            case { Grain: Grain.ByTicket, IsView: true }:
                warehouse.Execute($"create temp view delta_{Flat(model.Name)} as {OfChanged(model.Select!)}");
                return true;
            case { Grain: Grain.ByTicket }:
                Replace(model);
                return true;
            default:
                Drop(model);
                model.Build(warehouse);
                return !IsGuard(model) || IsUnchanged(model);
        }
    }

    private void Replace(Model model)
    {
        var changed = HasTicketKey(model.Name)
            ? "ticket_key in (select ticket_key from delta_changed join computed.ticket_keys using (source, ticket_id))"
            : "(source, ticket_id) in (select (source, ticket_id) from delta_changed)";
        warehouse.Execute($"create temp table delta_{Flat(model.Name)} as {OfChanged(model.Select!)}");
        warehouse.Execute($"delete from {model.Name} where {changed}");
        warehouse.Execute($"insert into {model.Name} by name from delta_{Flat(model.Name)}");
    }

    private bool HasTicketKey(string relation) => warehouse.Scalar<long>(
        "select count(*) from information_schema.columns where table_schema || '.' || table_name = $relation and column_name = 'ticket_key'", ("relation", relation)) > 0;

    private void Drop(Model model)
    {
        foreach (var relation in model.Produces)
            warehouse.Execute($"drop {(model.IsView ? "view" : "table")} {relation}");
    }

    private IEnumerable<Model> Guards() => models.Where(IsGuard);

    private bool IsGuard(Model model) =>
        model is { Grain: Grain.Whole, Select: not null } && models.Any(m => m.Grain == Grain.ByTicket && m.Reads.Intersect(model.Produces).Any());

    private bool IsUnchanged(Model guard)
    {
        var was = $"delta_was_{Flat(guard.Name)}";
        return warehouse.Scalar<long>($"select count(*) from ((({Content(guard)}) except all from {was}) union all (from {was} except all ({Content(guard)})))") == 0;
    }

    private static string Content(Model guard) => $"select * {(guard.Moving.Count > 0 ? $"exclude ({string.Join(", ", guard.Moving)})" : "")} from {guard.Name}";

    /// <summary>A select over the changed tickets: what it reads by ticket it reads from its delta_.</summary>
    private string OfChanged(string select) => Names().Replace(select, name =>
        _byTicket.Contains(name.Value) || RawTables.Any(t => name.Value == "raw." + t) ? "delta_" + Flat(name.Value) : name.Value);

    private static string Flat(string relation) => relation.Replace('.', '_');

    [GeneratedRegex(@"\b(?:raw|staging|intermediate|marts)\.[a-z0-9_]+")]
    private static partial Regex Names();
}
