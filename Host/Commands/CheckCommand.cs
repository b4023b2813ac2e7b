using System.CommandLine;
using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Host.Commands;

/// <summary>insights check: what was loaded, what it can support, and what is missing.</summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("check", "Say what the loaded exports can and cannot support.");
        command.SetAction(parsed =>
        {
            var spoken = common.Spoken(parsed);
            using var warehouse = Warehouse.OpenExisting(common.Warehouse(parsed));
            Refreshing.Run(warehouse, common.Reference(parsed), common.AsOf(parsed), spoken, TimeProvider.System);
            var marts = new Marts(warehouse);
            foreach (var source in marts.Rows("readiness").GroupBy(row => row.Text("source")!))
                Write([.. source], marts.Rows("providers").Single(p => p.Text("source") == source.Key), spoken);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(IReadOnlyList<MartRow> fields, MartRow source, Language spoken)
    {
        var any = fields[0];
        var count = any.Whole("ticket_count")!.Value;
        var zone = source.Text("time_zone")!;
        Screen.Result(spoken.Say("check.source", ("source", any.Text("source")!), ("profile", any.Text("profile")!), ("n", spoken.Count("check.tickets", count)),
            ("first", spoken.Moment(any.Instant("first_at")!.Value, zone)), ("last", spoken.Moment(any.Instant("last_at")!.Value, zone)), ("tier", any.Text("evidence_tier")!)));
        foreach (var field in fields)
            Screen.Result("  " + spoken.Say("check.field", ("field", spoken.Say("field." + field.Text("field"))), ("percent", spoken.Percent(field.Whole("filled_count")!.Value / (double)count))));
        Screen.Result("  " + spoken.Say("check.semantics", ("semantics", spoken.Say("semantics." + source.Text("response_semantics")))));
        Screen.Result("  " + spoken.Say("check.tier." + any.Text("evidence_tier")));
        if (source.Whole("reject_count") is > 0 and var rejects)
            Screen.Result("  " + spoken.Count("check.rejects", rejects));
    }
}
