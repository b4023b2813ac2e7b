namespace Insights.Analytics.Tests;

public sealed class DetachedMartsTests
{
    private static readonly MartColumn[] Columns = [new("client", "VARCHAR"), new("month", "DATE"), new("n", "BIGINT")];

    [Fact]
    public void Rows_keep_the_order_they_came_in_whatever_their_names_sort_like()
    {
        var october = new DateOnly(2026, 10, 1);
        var rows = new[] { "Client 2", "Client 10", "Client 1", "Client 2" }.Select((client, i) => (IReadOnlyList<object?>)[client, october, (long)i]).ToList();
        using var detached = new DetachedMarts([new MartTable("benchmark_clients", Columns, rows)]);

        Assert.Equal([0, 1, 2, 3], detached.Marts.Rows("benchmark_clients", month: october).Select(r => r.Whole("n")!.Value));
        Assert.Equal([0, 3], detached.Marts.Rows("benchmark_clients", "Client 2").Select(r => r.Whole("n")!.Value));
        Assert.Equal(rows, detached.Marts.Table("benchmark_clients", detached.Marts.Rows("benchmark_clients")).Rows);
    }

    [Theory]
    [InlineData("nothing", "n", "BIGINT")]
    [InlineData("benchmark_clients", "n) as select 1; --", "BIGINT")]
    [InlineData("benchmark_clients", "n", "BIGINT default (select 1)")]
    public void What_no_mart_has_becomes_no_sql(string mart, string column, string type) =>
        Assert.Contains("is nothing this version of the program knows", Assert.Throws<SetupException>(() => new DetachedMarts([new MartTable(mart, [new(column, type)], [])])).Message, StringComparison.Ordinal);
}
