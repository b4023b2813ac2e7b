namespace Insights.Ingest.Reference;

/// <summary>One column of a reference table as people write it.</summary>
/// <param name="Key">The heading, the same in both languages: it is the contract.</param>
/// <param name="IsRequired">The column must be there, and every row that counts fills it.</param>
/// <param name="IsAwaited">A row that leaves it empty waits for a person to fill it: it does not count yet, and that is no mistake.</param>
public sealed record ReferenceColumn(string Key, bool IsRequired, bool IsAwaited);

/// <summary>One reference table: the CSV file <c>{Name}.csv</c>, or the sheet <c>Name</c> of <c>reference.xlsx</c>.</summary>
public sealed record ReferenceContract(string Name, IReadOnlyList<ReferenceColumn> Columns)
{
    /// <summary>All tables with their columns in the order of data/reference/README.md; ! marks a required one, ? an awaited one.</summary>
    public static IReadOnlyList<ReferenceContract> All { get; } =
    [
        Of("clients", "client! provider! zone! calendar users endpoints mail_domains note"),
        Of("aliases", "source! name! client! note"),
        Of("vocabulary", "source! field! text! value? note"),
        Of("lexicon", "concept! words! note"),
        Of(
            "promises",
            "client! priority! promise_kind! promise? clock calendar target_ratio valid_from valid_to sentence answered_by pauses"),
        Of("expectations", "client! priority! promise_kind! expectation? valid_from valid_to note"),
        Of("critical_work", "client! activity? words assets days from until priority! expectation note"),
        Of("sizes", "client! valid_from! users endpoints note"),
        Of("answers", "client! question! answer? answered_on note"),
        Of("labels", "source! ticket_id! earlier_source! earlier_ticket_id! is_same? labelled_by labelled_on note"),
        Of("actions", "client! agreed_on! side! owner action? due done_on note"),
        Of("comments", "client! source ticket_id failure_group_id month said_by! comment cause note"),
        Of("agreed_exclusions", "source! ticket_id! reason! agreed_by_client agreed_by_provider note"),
        Of("included_hours", "client! hours? per! valid_from! valid_to note"),
        Of("calendars", "calendar! zone! holidays valid_from! kind! days! opens closes note"),
        Of("holidays", "holidays! date! name! opens closes instead_of note"),
        Of("settings", "setting! value! unit! note"),
        Of("benchmarks", "measure! value! unit! population! year! n grade! source! note"),
    ];

    /// <summary>
    /// The sheet on which <c>insights init</c> lists mail addresses no domain can assign; each row with a client becomes an alias.
    /// It has no CSV file and no raw table.
    /// </summary>
    public static ReferenceContract Assign { get; } = Of("assign", "address! tickets client?");

    public static ReferenceContract Named(string name) => All.Single(table => table.Name == name);

    private static ReferenceContract Of(string name, string columns) =>
        new(name, [.. columns.Split(' ').Select(column =>
            new ReferenceColumn(column.TrimEnd('!', '?'), column[^1] is '!' or '?', column.EndsWith('?')))]);
}
