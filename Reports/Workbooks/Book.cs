using ClosedXML.Excel;
using Insights.Reports.Style;

namespace Insights.Reports.Workbooks;

/// <summary>A workbook while it is written: its sheets, the values of its formulas, and its charts.</summary>
internal sealed class Book(Language language) : IDisposable
{
    private readonly List<PlacedChart> _charts = [];

    public XLWorkbook Workbook { get; } = New();

    public Language Language { get; } = language;

    public CachedFormulas Formulas { get; } = new();

    public IReadOnlyList<PlacedChart> Charts => _charts;

    public Page Add(string nameKey) => new(Workbook.Worksheets.Add(Language.Say(nameKey)), this);

    public void Add(NativeChart chart, ChartPlace place) => _charts.Add(new PlacedChart(chart, place));

    /// <summary>Names a cell or range, so formulas read like the mart's columns.</summary>
    public void Name(string name, IXLRange range) => Workbook.NamedRanges.Add(name, range);

    public void Dispose() => Workbook.Dispose();

    private static XLWorkbook New()
    {
        var workbook = new XLWorkbook();
        ExcelStyle.Apply(workbook.Style, Look.Body);
        return workbook;
    }
}
