namespace Insights.Analytics;

/// <summary>How a relation is kept when only some tickets changed.</summary>
internal enum Grain
{
    /// <summary>Made anew: its rows look at more than one ticket.</summary>
    Whole,

    /// <summary>Each row looks at one ticket (and at what holds for its source, client or contract), so changed tickets' rows are replaced.</summary>
    ByTicket,

    /// <summary>Kept: it looks at no ticket.</summary>
    Lasting,
}

/// <summary>One step of a refresh: the relations it makes, the relations it reads, and how it is built.</summary>
/// <param name="Name">What it is called where it is named.</param>
/// <param name="Produces">The relations it makes.</param>
/// <param name="Reads">The relations it reads.</param>
/// <param name="Build">Makes them where they are not.</param>
internal sealed record Model(string Name, IReadOnlyList<string> Produces, IReadOnlyList<string> Reads, Action<Warehouse> Build)
{
    /// <summary>How it is kept when only some tickets changed.</summary>
    public Grain Grain { get; init; }

    /// <summary>The text of a model that is one select; null for a step in C#.</summary>
    public string? Select { get; init; }

    /// <summary>A view, not a table.</summary>
    public bool IsView { get; init; }

    /// <summary>Adds the rows of new tickets; for a step in C# with <see cref="Grain.ByTicket"/>.</summary>
    public Action<Warehouse>? Extend { get; init; }

    /// <summary>Columns that move with every load, and that no row of a settled ticket depends on.</summary>
    public IReadOnlyList<string> Moving { get; init; } = [];
}
