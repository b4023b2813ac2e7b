using Insights.Analytics;
using Insights.Reports.Style;

namespace Insights.Reports.Charts;

/// <summary>
/// What a review is about (one client, one provider, one month) and in which words; the way charts and sentences read the marts.
/// </summary>
public sealed class ReviewScope
{
    private ReviewScope(Marts marts, MartRow now, DateOnly month, Language language, Fonts fonts, Theme theme)
    {
        Marts = marts;
        Now = now;
        Month = month;
        Language = language;
        Fonts = fonts;
        Theme = theme;
        Provider = now.Text("provider") ?? "";
        Client = now.Text("client") ?? "";
        Months = [.. Enumerable.Range(-11, 12).Select(month.AddMonths)];
    }

    public Marts Marts { get; }

    /// <summary>The client's row of <c>marts.client_months</c> for the month.</summary>
    public MartRow Now { get; }

    public string Provider { get; }

    public string Client { get; }

    /// <summary>The first day of the month reviewed.</summary>
    public DateOnly Month { get; }

    public Language Language { get; }

    public Fonts Fonts { get; }

    public Theme Theme { get; }

    public Colours Colours => Theme.Colours;

    /// <summary>The twelve months ending with the one reviewed.</summary>
    public IReadOnlyList<DateOnly> Months { get; }

    /// <summary>The smallest n a conclusion may rest on.</summary>
    public long MinimumN => Now.Whole("minimum_n") ?? long.MaxValue;

    /// <summary>The IANA zone dates are shown in.</summary>
    public string Zone => Now.Text("zone") ?? "UTC";

    /// <summary>The moment the figures look from, UTC: the end of the data, or an earlier as-of.</summary>
    public DateTime DataEnd =>
        Now.Instant("as_of_at") ?? throw new InvalidDataException($"marts.client_months has no as_of_at for {Client}.");

    /// <summary>The scope of a client's month. With several providers, the one with most tickets in the twelve months.</summary>
    /// <exception cref="SetupException">The client has no tickets in that month.</exception>
    public static ReviewScope Of(Marts marts, string client, DateOnly month, Language language, Fonts fonts, Theme? theme = null) =>
        new(marts, ScoreCard.Of(marts, client, month), month, language, fonts, theme ?? Theme.House);

    /// <summary>The mart's rows for this provider, client and month.</summary>
    public IReadOnlyList<MartRow> Rows(string mart) => Mine(Marts.Rows(mart, Client, Month));

    /// <summary>The mart's rows by month for the twelve months; a month without a row is absent.</summary>
    public IReadOnlyDictionary<DateOnly, MartRow> History(string mart, Func<MartRow, bool>? where = null) => Mine(Marts.Rows(mart, Client))
        .Where(r => where is null || where(r)).Where(r => r.Date("month") is { } m && Months.Contains(m))
        .ToDictionary(r => r.Date("month")!.Value);

    /// <summary>The mart's rows for this provider and client, whatever their month.</summary>
    public IReadOnlyList<MartRow> AllRows(string mart) => Mine(Marts.Rows(mart, Client));

    private List<MartRow> Mine(IEnumerable<MartRow> rows) => [.. rows.Where(r => r.Text("provider") == Provider)];
}
