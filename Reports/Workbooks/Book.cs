using ClosedXML.Excel;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>A workbook while it is written: its sheets, the values of its formulas, its charts, pictures, bars and sparklines.</summary>
internal sealed class Book(Language language, Theme theme) : IDisposable
{
    private readonly List<PlacedChart> _charts = [];
    private readonly List<PlacedLogo> _logos = [];
    private readonly List<DataBars> _bars = [];
    private readonly List<Sparkline> _sparklines = [];

    public XLWorkbook Workbook { get; } = New(theme);

    public Language Language { get; } = language;

    public Theme Theme { get; } = theme;

    public CachedFormulas Formulas { get; } = new();

    public IReadOnlyList<PlacedChart> Charts => _charts;

    public IReadOnlyList<PlacedLogo> Logos => _logos;

    public IReadOnlyList<DataBars> Bars => _bars;

    public IReadOnlyList<Sparkline> Sparklines => _sparklines;

    public Page Add(string nameKey) => new(Workbook.Worksheets.Add(Language.Say(nameKey)), this);

    public void Add(NativeChart chart, ChartPlace place) => _charts.Add(new PlacedChart(chart, place));

    public void Add(PlacedLogo logo) => _logos.Add(logo);

    public void Add(DataBars bars) => _bars.Add(bars);

    public void Add(Sparkline sparkline) => _sparklines.Add(sparkline);

    /// <summary>Names a cell or range, so formulas read like the mart's columns.</summary>
    public void Name(string name, IXLRange range) => Workbook.NamedRanges.Add(name, range);

    public void Dispose() => Workbook.Dispose();

    private static XLWorkbook New(Theme theme)
    {
        var workbook = new XLWorkbook();
        ExcelStyle.Apply(workbook.Style, Look.Body, theme.Colours);
        return workbook;
    }
}
