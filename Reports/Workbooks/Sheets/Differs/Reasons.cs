using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks.Sheets.Differs;

/// <summary>Why our verdict is not the tool's, in the order the reasons are tried.</summary>
internal static class Reasons
{
    public static IReadOnlyList<string> All { get; } =
    [
        "no_promise", "not_known", "erased", "rounding", "reopened", "paused", "other_clock", "priority_changed", "other_due",
        "response_differs", "due_not_stated", "contradicts_due", "unexplained",
    ];

    public static string Words(string reason, Language language) => language.Say("differs." + reason);

    /// <summary>The reason of a row of marts.ticket_differences or marts.vendor_differences; null where both agree.</summary>
    public static string? Of(MartRow row, Language language) => row.Text("reason") is { } reason ? Words(reason, language) : null;
}
