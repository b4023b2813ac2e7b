using Insights.Reports.Charts;
using Insights.Reports.Style;

namespace Insights.Reports.Packs.Briefs;

/// <summary>
/// What a pack says to its reader, before it is laid out: the same words and figures stand on paper, on slides and in the browser.
/// Its texts are quoted as they are; every layout treats them as text only.
/// </summary>
internal sealed record Brief
{
    /// <summary>What it is and for which month: "Monthly review · October 2026".</summary>
    public required string Kind { get; init; }

    /// <summary>Whom it is about.</summary>
    public required string Title { get; init; }

    /// <summary>Who the other side is; empty where nobody.</summary>
    public string By { get; init; } = "";

    /// <summary>How much it stands on and up to when the data reach.</summary>
    public required string Facts { get; init; }

    public required IReadOnlyList<BriefSection> Sections { get; init; }

    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <summary>What is said under everything; empty where nothing is.</summary>
    public string Foot { get; init; } = "";

    /// <summary>The words in the foot of every page: {page}, {pages}, {until}.</summary>
    public string PageFootKey { get; init; } = "pack.footer";

    /// <summary>What the document's properties say it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Who is named as its author.</summary>
    public required string Author { get; init; }

    public required Language Language { get; init; }

    public required Fonts Fonts { get; init; }

    public required Theme Theme { get; init; }

    /// <summary>The moment the figures look from, UTC; the date of every document.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>The IANA zone moments are shown in.</summary>
    public required string Zone { get; init; }
}

/// <summary>A question and its answer.</summary>
/// <param name="Heading">The question, or what it is about.</param>
/// <param name="Lines">Sentences, each a paragraph.</param>
internal sealed record BriefSection(string Heading, IReadOnlyList<string> Lines)
{
    public BriefTable? Table { get; init; }

    /// <summary>So many empty lines to write on.</summary>
    public int BlankLines { get; init; }
}

/// <summary>A small table: what does not fit a sentence.</summary>
internal sealed record BriefTable(IReadOnlyList<BriefColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <param name="Head">Its head.</param>
/// <param name="Share">Of the table's width, beside those of the other columns.</param>
/// <param name="IsNumber">Set to the right.</param>
internal sealed record BriefColumn(string Head, double Share = 1, bool IsNumber = false);
