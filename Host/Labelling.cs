using Insights.Analytics;
using Insights.Ingest.Reference;
using Insights.Reports;
using Insights.Reports.Style;

namespace Insights.Host;

/// <summary>Asks a person, pair by pair, whether two linked tickets report the same failure, and keeps each answer at once.</summary>
internal sealed class Labelling(LabelFile file, string? by, Language spoken, TimeProvider clock)
{
    private const int LongestText = 120;

    private enum Answer
    {
        Yes,
        No,
        Skip,
        Quit,
    }

    /// <summary>The pairs nobody has labelled yet, in the order to ask.</summary>
    public static IReadOnlyList<MartRow> Open(Marts marts, string? client) =>
    [
        .. marts.Rows("label_pairs", client).Where(p => p.Flag("is_same") is null && !LabelFile.IsFormula(p.Text("ticket_id")!) && !LabelFile.IsFormula(p.Text("earlier_ticket_id")!))
            .OrderBy(p => p.Whole("place")).ThenBy(p => p.Text("provider"), StringComparer.Ordinal),
    ];

    /// <summary>Asks until the answers, the pairs or the input end.</summary>
    /// <returns>The answers kept.</returns>
    public int Ask(IReadOnlyList<MartRow> pairs, TextReader answers)
    {
        var kept = 0;
        Screen.Say(spoken.Say("label.start", ("path", file.Path)));
        for (var i = 0; i < pairs.Count; i++)
        {
            Show(pairs[i], i + 1, pairs.Count);
            var answer = Read(answers);
            if (answer == Answer.Quit)
                break;
            if (answer == Answer.Skip)
                continue;
            Keep(pairs[i], answer == Answer.Yes);
            kept++;
        }

        return kept;
    }

    private void Show(MartRow pair, int place, int count)
    {
        Screen.Say("");
        Screen.Say(spoken.Say("label.pair",
            ("place", spoken.Whole(place)), ("count", spoken.Whole(count)), ("client", Shown(pair, "client")), ("why", LinkPrecision.Why(pair, spoken)), ("tier", pair.Text("tier")!)));
        ShowTicket(pair, "earlier_", "earlier_ticket_id");
        ShowTicket(pair, "", "ticket_id");
        if (pair.Text("shared_terms") is { Length: > 0 })
            Screen.Say(spoken.Say("label.shared", ("terms", Shown(pair, "shared_terms"))));
    }

    private void ShowTicket(MartRow pair, string which, string id)
    {
        Screen.Say(spoken.Say("label.ticket",
            ("number", Shown(pair, pair.Text(which + "number") is null ? id : which + "number")), ("created", spoken.Moment(pair.Instant(which + "created_at")!.Value, pair.Text("zone")!)),
            ("asset", Shown(pair, which + "asset")), ("requester", Shown(pair, which + "requester"))));
        Screen.Say(spoken.Say("label.subject", ("subject", Shown(pair, which + "subject"))));
    }

    private Answer Read(TextReader answers)
    {
        Screen.Say(spoken.Say("label.ask"));
        while (answers.ReadLine() is { } line)
        {
            foreach (var answer in Enum.GetValues<Answer>())
                if (Means(line.Trim(), answer))
                    return answer;
            Screen.Say(spoken.Say("label.again"));
        }

        return Answer.Quit;
    }

    /// <summary>The letters of the language spoken only: on one key stand the Greek ν for yes and the Latin n for no.</summary>
    private bool Means(string said, Answer answer) =>
        spoken.Say("label.answer." + answer.ToString().ToLowerInvariant()).Split(';').Contains(said, StringComparer.OrdinalIgnoreCase);

    private void Keep(MartRow pair, bool isSame) => file.Add(new Label(
        pair.Text("source")!, pair.Text("ticket_id")!, pair.Text("earlier_source")!, pair.Text("earlier_ticket_id")!, isSame, by, DateOnly.FromDateTime(clock.GetLocalNow().DateTime)));

    private static string Shown(MartRow pair, string column) => pair.Text(column) is { Length: > 0 } text ? OneLine.Of(text, LongestText) : "–";
}
